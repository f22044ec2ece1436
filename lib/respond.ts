/**
 * A request for an answer in; the response out, rate-limited, with CORS and errors in plain words.
 */
import { type AnswerServices, answer } from "@/lib/answer/answer";
import type { AnswerEvent } from "@/lib/answer/events";
import { type AskedQuestion, readJson } from "@/lib/answer/parse";
import { errorResponse, PamphletError } from "@/lib/errors";
import { log } from "@/lib/log";
import { type Allowance, tooMany } from "@/lib/rate-limit";

/** What a response needs from the composition root; tests pass a small one of their own. */
export interface Server {
  readonly embedOrigins: readonly string[];
  services(): Promise<AnswerServices>;
  allowance(request: Request): Promise<Allowance>;
}

/** How one route reads a question and writes its answer. */
export interface Format {
  parse(body: unknown): AskedQuestion;
  encode(events: AsyncIterable<AnswerEvent>): Promise<Response>;
}

/** The headers that let a page of an EMBED_ORIGINS site read a response; none for anybody else. */
export function corsHeaders(request: Request, allowed: readonly string[]): Record<string, string> {
  const origin = request.headers.get("origin");
  if (!origin || !allowed.includes(origin)) return { vary: "Origin" };
  return {
    vary: "Origin",
    "access-control-allow-origin": origin,
    "access-control-allow-methods": "POST, OPTIONS",
    "access-control-allow-headers": "content-type",
    "access-control-max-age": "600",
  };
}

const languageOf = (request: Request) =>
  /^\s*es\b/i.test(request.headers.get("accept-language") ?? "") ? "es" : "en";

async function answered(request: Request, format: Format, server: Server): Promise<Response> {
  const allowance = await server.allowance(request);
  const asked = format.parse(await readJson(request));
  const services = await server.services();
  // Past the limit the guard still listens: nobody in an emergency is told to wait a minute.
  if (allowance === "urgent-only") {
    const { action } = services.guard.decide(asked.question, asked.history);
    if (action !== "urgent") throw tooMany();
  }
  return format.encode(answer({ ...asked, signal: request.signal }, services));
}

/** Answers a request; whatever is thrown becomes a sentence a patient may read, never a stack. */
export async function respond(request: Request, format: Format, server: Server): Promise<Response> {
  let response: Response;
  try {
    response = await answered(request, format, server);
  } catch (thrown) {
    if (!(thrown instanceof PamphletError)) log.error({ err: thrown }, "request failed");
    response = errorResponse(thrown, languageOf(request));
  }
  for (const [name, value] of Object.entries(corsHeaders(request, server.embedOrigins)))
    response.headers.set(name, value);
  response.headers.set("cache-control", "no-store");
  return response;
}

/** The answer to a browser that asks, before posting, whether it may. */
export function preflight(request: Request, server: Pick<Server, "embedOrigins">): Response {
  return new Response(null, { status: 204, headers: corsHeaders(request, server.embedOrigins) });
}
