import { answer } from "@/lib/answer/answer";
import { toUiResponse } from "@/lib/answer/encode";
import { parseChat, readJson } from "@/lib/answer/parse";
import { preflight, respond } from "@/lib/respond";
import { getServices } from "@/lib/server";

export const dynamic = "force-dynamic";
export const OPTIONS = preflight;

/** AI SDK UI messages in, an AI SDK UI message stream out. */
export function POST(request: Request): Promise<Response> {
  return respond(request, async () => {
    const asked = parseChat(await readJson(request));
    return toUiResponse(answer({ ...asked, signal: request.signal }, await getServices()));
  });
}
