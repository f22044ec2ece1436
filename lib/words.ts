/** A text in; how many words it has out. */

const SPACE = /\s/u;

/** Words are what stands between white space. Counted without a list of them: it is asked of every block. */
export function countWords(text: string): number {
  let words = 0;
  let inside = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const isSpace =
      code <= 0x20
        ? code === 0x20 || (code >= 0x09 && code <= 0x0d)
        : code >= 0xa0 && SPACE.test(text[i] as string);
    if (!isSpace && !inside) words += 1;
    inside = !isSpace;
  }
  return words;
}
