/** A table row with its column names in; the row as a sentence a patient can read out. */

/** @param word the first word of a cell or column name; a name or an abbreviation keeps its case */
function lowerFirst(text: string): string {
  const [first = "", second = ""] = text.split(/\s+/u, 2);
  const ordinary = /^(?:A|An|\p{Lu}\p{Ll}+[,;-]?(?:\p{Ll}+)?)$/u.test(first);
  if (!ordinary || (second !== "" && !/^[\p{Ll}(\d&/]/u.test(second) && !isAbbreviation(second)))
    return text;
  return text[0]?.toLowerCase() + text.slice(1);
}

const isAbbreviation = (word: string) => (word.match(/\p{Lu}/gu)?.length ?? 0) >= 2;
const unstopped = (text: string) => text.trim().replace(/[\s.;:,]+$/u, "");

/** Column names are labels, so every ordinary word of them may be lower case. */
function columnName(text: string): string {
  return unstopped(text)
    .split(/\s+/u)
    .map((word) => (/^\p{Lu}\p{Ll}+(?:-\p{Ll}+)*$/u.test(word) ? word.toLowerCase() : word))
    .join(" ");
}

/** A cell of one capitalised word is taken for a name, unless it is one of these. */
const ORDINARY_ALONE =
  /^(?:yes|no|none|unknown|always|never|rarely?|common|often|sometimes|high|low|normal|mild|moderate|severe|daily|weekly|monthly|increased?|decreased?|higher|lower|sí|ninguno|ninguna|desconocido|raro|frecuente|alto|bajo)$/iu;

/** A label alone says enough when its column has no name or a name that only says "name". */
const EMPTY_NAME = /^(?:|name|item|type|#|no|feature|factor|agent)$/iu;

/**
 * @param header column names, as many as cells where known; may be empty
 * @param cells the row, its first cell being what the row is about
 * @returns e.g. "Anastrozole: mechanism: slows aromatase; effect: less estrogen."
 */
export function rowSentence(header: readonly string[], cells: readonly string[]): string {
  const [label = "", ...rest] = cells.map((cell) => cell.trim());
  const parts = rest
    .map((cell, i) => {
      const value = unstopped(cell).replace(/\.\s+/gu, "; ");
      if (value === "") return "";
      const name = columnName(header[i + 1] ?? "");
      const isName = /^\p{Lu}\p{Ll}*$/u.test(value) && !ORDINARY_ALONE.test(value);
      const lowered = isName ? value : lowerFirst(value);
      return name === "" ? lowered : `${name}: ${lowered}`;
    })
    .filter(Boolean);
  const first = unstopped(label);
  const firstName = columnName(header[0] ?? "");
  if (parts.length === 0) return `${first}.`;
  const subject =
    /^[\d<>≥≤]/u.test(first) && !EMPTY_NAME.test(firstName)
      ? `${capital(firstName)} ${first}`
      : first;
  return subject === "" ? `${capital(parts.join("; "))}.` : `${subject}: ${parts.join("; ")}.`;
}

const capital = (text: string) => (text[0]?.toUpperCase() ?? "") + text.slice(1);
