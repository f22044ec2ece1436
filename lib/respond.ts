/**
 * A request and what answers it in; a response out, rate-limited, with CORS and errors in plain words.
 */
import { env } from "@/lib/env";
import { errorResponse, PamphletError } from "@/lib/errors";
import { log } from "@/lib/log";
import { limitRate } from "@/lib/server";

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

/** Runs a handler; whatever is thrown becomes a sentence a patient may read, never a stack. */
export async function respond(
  request: Request,
  handler: () => Promise<Response>,
): Promise<Response> {
  let response: Response;
  try {
    await limitRate(request);
    response = await handler();
  } catch (thrown) {
    if (!(thrown instanceof PamphletError)) log.error({ err: thrown }, "request failed");
    response = errorResponse(thrown, languageOf(request));
  }
  for (const [name, value] of Object.entries(corsHeaders(request, env().embedOrigins)))
    response.headers.set(name, value);
  response.headers.set("cache-control", "no-store");
  return response;
}

/** The answer to a browser that asks, before posting, whether it may. */
export function preflight(request: Request): Response {
  return new Response(null, { status: 204, headers: corsHeaders(request, env().embedOrigins) });
}
