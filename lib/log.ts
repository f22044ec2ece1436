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
              name: error.name,
              code: "code" in error ? error.code : undefined,
              stack: firstFrame(error),
            }
          : { name: typeof error },
    },
  },
  pino.destination(2),
);

function firstFrame(error: Error): string | undefined {
  return error.stack
    ?.split("\n")
    .find((line) => line.trimStart().startsWith("at "))
    ?.trim();
}
