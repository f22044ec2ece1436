/**
 * A nonce and who may frame the page in; the Content-Security-Policy header out.
 */

interface PolicyOptions {
  /** Fresh for each response; scripts and style elements without it do not run. */
  readonly nonce: string;
  /** Sites that may frame this page besides ourselves; undefined means nobody may. */
  readonly embedOrigins?: readonly string[];
  /** React's development build needs `eval` and a socket for reloading. */
  readonly development?: boolean;
}

/** The policy of one response. Everything it loads comes from this origin. */
export function contentPolicy({ nonce, embedOrigins, development }: PolicyOptions): string {
  const ancestors = embedOrigins ? ["'self'", ...embedOrigins].join(" ") : "'none'";
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self'",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "frame-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    `frame-ancestors ${ancestors}`,
  ].join("; ");
}
