/**
 * Events of the service in; one JSON line each on standard error out, never with what was asked.
 */
import pino from "pino";

/** Fields that may carry a patient's words or a secret: cut out wherever they turn up. */
const NEVER_LOGGED = ["question", "text", "history", "messages", "apiKey", "headers", "body"];

/** The process's log. Pass codes, counts and durations; not sentences. */
export const log = pino(
  {
    base: null,
    redact: { paths: NEVER_LOGGED.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), remove: true },
    serializers: {
      // A provider's error may quote the request: only what kind of failure it was is kept.
      err: (error: unknown) =>
        error instanceof Error
          ? {
              name: word(error.name),
              code: "code" in error ? word(error.code) : undefined,
              at: firstFrame(error),
            }
          : { name: typeof error },
    },
  },
  pino.destination(2),
);

/** A name or code as programs have them; anything that reads like a sentence is left out. */
function word(value: unknown): string | undefined {
  return typeof value === "string" && /^[\w.-]{1,40}$/.test(value) ? value : undefined;
}

/** Where it was thrown. The message is cut off first: its lines could pass for frames. */
function firstFrame({ stack = "", message }: Error): string | undefined {
  const from = stack.indexOf(message) + message.length;
  return /^\s*at (.+)$/m.exec(stack.slice(from))?.[1];
}
