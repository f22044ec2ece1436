/**
 * A request for a page in; the same request with its nonce and language, and a response that
 * carries the content policy of its route.
 *
 * Only what a browser needs to enforce lives here. Each route handler still checks its own input.
 */
import { type NextRequest, NextResponse } from "next/server";
import { contentPolicy } from "@/app/_components/content-policy";
import { LANGUAGE_CHOSEN_HEADER, LANGUAGE_HEADER, requestLanguage } from "@/app/_components/locale";
import { env, isDevelopment } from "@/lib/env";

/** The chat inside a widget's iframe: the one page that another site may frame. */
const EMBEDDED_PATH = "/embed";

export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  const policy = contentPolicy({
    nonce,
    embedOrigins: request.nextUrl.pathname === EMBEDDED_PATH ? env().embedOrigins : undefined,
    development: isDevelopment(),
  });
  const chosen = request.nextUrl.searchParams.get("lang");
  const language = requestLanguage(chosen, request.headers.get("accept-language"));

  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set("x-nonce", nonce);
  headers.set(LANGUAGE_HEADER, language);
  if (chosen === language) headers.set(LANGUAGE_CHOSEN_HEADER, "1");
  else headers.delete(LANGUAGE_CHOSEN_HEADER);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  response.headers.set("vary", "accept-language");
  return response;
}

export const config = {
  // What is not a page: every other address, an unknown one included, gets its policy.
  matcher: ["/((?!api/ask|api/chat|api/health|_next/static|figures/|widget\\.js|icon\\.svg).*)"],
};
