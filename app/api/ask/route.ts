import { answer } from "@/lib/answer/answer";
import { toJson } from "@/lib/answer/encode";
import { parseAsk, readJson } from "@/lib/answer/parse";
import { preflight, respond } from "@/lib/respond";
import { getServices } from "@/lib/server";

export const dynamic = "force-dynamic";
export const OPTIONS = preflight;

/** The same answer as /api/chat, as one JSON object. */
export function POST(request: Request): Promise<Response> {
  return respond(request, async () => {
    const asked = parseAsk(await readJson(request));
    const events = answer({ ...asked, signal: request.signal }, await getServices());
    return Response.json(await toJson(events));
  });
}
