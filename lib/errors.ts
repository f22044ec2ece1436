/**
 * Error codes in; an HTTP status and a sentence a patient may read out.
 *
 * The sentence never carries what was asked, a path or a stack: those stay in the log.
 */

/** Every failure a client can meet, with its status and its words in both languages. */
const CLIENT_ERRORS = {
  "invalid-json": {
    status: 400,
    en: "The request could not be read. Send a JSON object with a question.",
    es: "No se pudo leer la solicitud. Envíe un objeto JSON con una pregunta.",
  },
  "invalid-request": {
    status: 400,
    en: "The request is not in the expected form. It needs a question in words.",
    es: "La solicitud no tiene la forma esperada. Necesita una pregunta escrita.",
  },
  "empty-question": {
    status: 400,
    en: "Please type a question.",
    es: "Por favor, escriba una pregunta.",
  },
  "question-too-long": {
    status: 400,
    en: "That message is too long. Please keep it under 2,000 characters.",
    es: "El mensaje es demasiado largo. Use menos de 2000 caracteres.",
  },
  "history-too-long": {
    status: 400,
    en: "This conversation has become too long. Please clear it and ask again.",
    es: "La conversación es demasiado larga. Bórrela y pregunte de nuevo.",
  },
  "body-too-large": {
    status: 413,
    en: "That is more text than can be sent at once. Please shorten it.",
    es: "Es más texto del que se puede enviar. Acórtelo, por favor.",
  },
  "too-many-requests": {
    status: 429,
    en: "Too many questions in a short time. Please wait a moment and ask again. In an emergency, call your emergency number.",
    es: "Demasiadas preguntas en poco tiempo. Espere un momento. En una emergencia, llame al número de emergencias.",
  },
  "no-index": {
    status: 503,
    en: "The documents are not available right now. Please try again later. In an emergency, call your emergency number.",
    es: "Los documentos no están disponibles ahora. Inténtelo más tarde. En una emergencia, llame al número de emergencias.",
  },
  internal: {
    status: 500,
    en: "Something went wrong here. Please try again. In an emergency, call your emergency number.",
    es: "Algo salió mal. Inténtelo de nuevo. En una emergencia, llame al número de emergencias.",
  },
} as const;

export type ErrorCode = keyof typeof CLIENT_ERRORS;

/** A failure with a code that the outside may see; `cause` and `detail` are for the log only. */
export class PamphletError extends Error {
  readonly code: ErrorCode;
  /** Seconds until a retry makes sense; only with `too-many-requests`. */
  readonly retryAfter?: number;

  constructor(code: ErrorCode, options: { cause?: unknown; retryAfter?: number } = {}) {
    super(CLIENT_ERRORS[code].en, { cause: options.cause });
    this.name = "PamphletError";
    this.code = code;
    this.retryAfter = options.retryAfter;
  }

  get status(): number {
    return CLIENT_ERRORS[this.code].status;
  }
}

/** The words for a code, in English or Spanish. */
export function errorMessage(code: ErrorCode, language: "en" | "es" = "en"): string {
  return CLIENT_ERRORS[code][language];
}

/** The JSON response for any thrown value: an unknown one becomes `internal`. */
export function errorResponse(thrown: unknown, language: "en" | "es" = "en"): Response {
  const error =
    thrown instanceof PamphletError ? thrown : new PamphletError("internal", { cause: thrown });
  const headers = new Headers({ "cache-control": "no-store" });
  if (error.retryAfter !== undefined) headers.set("retry-after", String(error.retryAfter));
  return Response.json(
    { error: { code: error.code, message: errorMessage(error.code, language) } },
    { status: error.status, headers },
  );
}
