/**
 * A page's drawing operations and its text in; which pieces of text are white on white out.
 *
 * Only white text is judged, and in doubt it is taken to be seen: where a picture, a pattern or any
 * other colour was painted beneath it, or where operations and text cannot be laid side by side.
 */
import type { getDocumentProxy, getResolvedPDFJS } from "unpdf";

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>["getPage"]>>;
type Operations = Awaited<ReturnType<typeof getResolvedPDFJS>>["OPS"];
type Matrix = readonly [number, number, number, number, number, number];

/** A piece of text as `getTextContent` gives it. */
export interface TextPiece {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

/** From this share of full light in every channel, a colour cannot be told from paper; safe 0.9 to 1. */
const WHITE = 0.94;
/** Lines thinner than this (points) are drawn round and under text, not behind it; safe 3 to 10. */
const THICK_LINE = 6;
/** The text rendering mode that paints nothing: the words of a recognised scan, which are its text. */
const UNPAINTED = 3;

interface State {
  matrix: Matrix;
  white: boolean;
  mode: number;
  lineWidth: number;
}

interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** pdf.js asks for this; Node 20 has not got it. A copy serves as well. */
function provideTransfer(): void {
  const buffers = ArrayBuffer.prototype as { transferToFixedLength?: unknown };
  buffers.transferToFixedLength ??= function transfer(this: ArrayBuffer, length?: number) {
    const copy = new Uint8Array(length ?? this.byteLength);
    copy.set(new Uint8Array(this).subarray(0, copy.length));
    return copy.buffer;
  };
}

/**
 * Reads what a page paints. Fonts are known to the page afterwards (`commonObjs`).
 *
 * @returns the pieces that are white on white; none when nothing on the page is white
 */
export async function whiteOnWhite(
  page: Page,
  pieces: readonly TextPiece[],
  operations: Operations,
): Promise<ReadonlySet<TextPiece>> {
  provideTransfer();
  const { fnArray, argsArray } = await page.getOperatorList();
  const { painted, boxes } = replay(fnArray, argsArray, operations);
  const hidden = new Set<TextPiece>();
  const total = pieces.reduce((sum, { str }) => sum + lettersIn(str), 0);
  if (total !== painted.length || !painted.some(({ white }) => white)) return hidden;
  let at = 0;
  for (const piece of pieces) {
    const letters = painted.slice(at, at + lettersIn(piece.str));
    at += letters.length;
    const [, , , , x = 0, y = 0] = piece.transform;
    const [middleX, middleY] = [x + piece.width / 2, y + piece.height / 3];
    const beneath = letters.at(-1)?.boxes ?? 0;
    const isCovered = () =>
      boxes.some(
        ({ left, bottom, right, top }, i) =>
          i < beneath && left <= middleX && middleX <= right && bottom <= middleY && middleY <= top,
      );
    if (letters.length > 0 && letters.every(({ white }) => white) && !isCovered())
      hidden.add(piece);
  }
  return hidden;
}

const lettersIn = (text: string) => text.normalize("NFKC").replace(/\s+/gu, "").length;

/** Follows the operations: each letter with its colour, and what was painted before it. */
function replay(
  operators: readonly number[],
  given: readonly unknown[],
  ops: Operations,
): { painted: { white: boolean; boxes: number }[]; boxes: Box[] } {
  const painted: { white: boolean; boxes: number }[] = [];
  const boxes: Box[] = [];
  const saved: State[] = [];
  let state: State = { matrix: [1, 0, 0, 1, 0, 0], white: false, mode: 0, lineWidth: 1 };
  const fills = new Set([
    ops.fill,
    ops.eoFill,
    ops.fillStroke,
    ops.eoFillStroke,
    ops.closeFillStroke,
    ops.closeEOFillStroke,
  ]);
  const strokes = new Set([ops.stroke, ops.closeStroke]);
  const pictures = new Set([
    ops.paintImageXObject,
    ops.paintInlineImageXObject,
    ops.paintImageMaskXObject,
    ops.paintSolidColorImageMask,
  ]);
  const anywhere = new Set([
    ops.shadingFill,
    ops.paintImageXObjectRepeat,
    ops.paintImageMaskXObjectRepeat,
    ops.paintImageMaskXObjectGroup,
    ops.paintInlineImageXObjectGroup,
    ops.rawFillPath,
  ]);
  for (const [i, operator] of operators.entries()) {
    const args = Array.isArray(given[i]) ? (given[i] as unknown[]) : [];
    if (operator === ops.save) saved.push({ ...state });
    else if (operator === ops.restore || operator === ops.paintFormXObjectEnd)
      state = saved.pop() ?? state;
    else if (operator === ops.paintFormXObjectBegin) {
      saved.push({ ...state });
      state.matrix = times(state.matrix, args[0]);
    } else if (operator === ops.transform) state.matrix = times(state.matrix, args);
    else if (operator === ops.setLineWidth) state.lineWidth = Number(args[0]);
    else if (operator === ops.setTextRenderingMode) state.mode = Number(args[0]);
    else if (operator === ops.setFillRGBColor) state.white = isWhite(args[0]);
    else if (operator === ops.setFillColorN || operator === ops.setFillTransparent)
      state.white = false;
    else if (operator === ops.showText) {
      const white = state.white && state.mode !== UNPAINTED;
      for (const letter of lettersOf(args[0])) {
        for (let n = lettersIn(letter); n > 0; n--) painted.push({ white, boxes: boxes.length });
      }
    } else if (operator === ops.constructPath) {
      const isFill = fills.has(args[0] as never) && !state.white;
      const isLine = strokes.has(args[0] as never) && state.lineWidth >= THICK_LINE;
      if (isFill || isLine) boxes.push(boxOf(state.matrix, args[2]));
    } else if (pictures.has(operator as never)) boxes.push(boxOf(state.matrix, [0, 0, 1, 1]));
    else if (anywhere.has(operator as never)) boxes.push(EVERYWHERE);
  }
  return { painted, boxes };
}

const EVERYWHERE: Box = {
  left: Number.NEGATIVE_INFINITY,
  bottom: Number.NEGATIVE_INFINITY,
  right: Number.POSITIVE_INFINITY,
  top: Number.POSITIVE_INFINITY,
};

function isWhite(colour: unknown): boolean {
  const found = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/iu.exec(String(colour));
  return found?.slice(1).every((channel) => Number.parseInt(channel, 16) >= WHITE * 255) ?? false;
}

function lettersOf(glyphs: unknown): string[] {
  if (!Array.isArray(glyphs)) return [];
  return glyphs.flatMap((glyph: unknown) => {
    const unicode = typeof glyph === "object" && glyph ? Reflect.get(glyph, "unicode") : undefined;
    return typeof unicode === "string" ? [unicode] : [];
  });
}

const numbersOf = (value: unknown): number[] =>
  Array.isArray(value) || ArrayBuffer.isView(value) ? Array.from(value as ArrayLike<number>) : [];

function times(outer: Matrix, inner: unknown): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbersOf(inner);
  const [A, B, C, D, E, F] = outer;
  return [
    A * a + C * b,
    B * a + D * b,
    A * c + C * d,
    B * c + D * d,
    A * e + C * f + E,
    B * e + D * f + F,
  ];
}

/** @param extent left, bottom, right and top before the matrix; unknown: everywhere */
function boxOf([a, b, c, d, e, f]: Matrix, extent: unknown): Box {
  const [left, bottom, right, top] = numbersOf(extent);
  if (left === undefined || bottom === undefined || right === undefined || top === undefined)
    return EVERYWHERE;
  const corners = [left, right].flatMap((x) =>
    [bottom, top].map((y) => [a * x + c * y + e, b * x + d * y + f] as const),
  );
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    bottom: Math.min(...ys),
    top: Math.max(...ys),
  };
}

/** Whether the letters of a font are bold, once the page's operations were read. */
export function isBold(page: Page, fontName: string): boolean {
  if (!page.commonObjs.has(fontName)) return false;
  const font: unknown = page.commonObjs.get(fontName);
  if (typeof font !== "object" || font === null) return false;
  const name = String(Reflect.get(font, "name") ?? "");
  return (
    Reflect.get(font, "bold") === true ||
    Reflect.get(font, "black") === true ||
    /bold|black|heavy/iu.test(name)
  );
}
