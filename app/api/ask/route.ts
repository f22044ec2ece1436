import { toJson } from "@/lib/answer/encode";
import { parseAsk } from "@/lib/answer/parse";
import { type Format, preflight, respond } from "@/lib/respond";
import { server } from "@/lib/server";

export const dynamic = "force-dynamic";

const JSON_OBJECT: Format = {
  parse: parseAsk,
  encode: async (events) => Response.json(await toJson(events)),
};

/** The same answer as /api/chat, as one JSON object. */
export const POST = (request: Request) => respond(request, JSON_OBJECT, server);
export const OPTIONS = (request: Request) => preflight(request, server);
