import { toUiResponse } from "@/lib/answer/encode";
import { parseChat } from "@/lib/answer/parse";
import { type Format, preflight, respond } from "@/lib/respond";
import { server } from "@/lib/server";

export const dynamic = "force-dynamic";

const UI_STREAM: Format = { parse: parseChat, encode: toUiResponse };

/** AI SDK UI messages in, an AI SDK UI message stream out. */
export const POST = (request: Request) => respond(request, UI_STREAM, server);
export const OPTIONS = (request: Request) => preflight(request, server);
