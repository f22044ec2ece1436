/**
 * Chosen units in; drafts out, lists unfolded under the sentences that lead into them.
 */
import type { DraftSentence } from "../draft";
import { meaningTerms } from "../synonyms";
import { type Asked, coverage } from "./asked";
import type { Section, Unit } from "./readable";
import { itemsOf } from "./worth";

/** "No," answers its own heading; under another question it would answer something nobody asked. */
export function withoutBareVerdict(text: string): string {
  const rest = /^(?:yes|no|sí)[,.:]\s+(?=\S)/iu.exec(text)?.[0];
  if (!rest) return text;
  const body = text.slice(rest.length);
  const [first = ""] = body.split(/\s/u, 1);
  return /^\p{Ll}+(?:-\p{Ll}+)*,?$/u.test(first)
    ? (body[0] ?? "").toUpperCase() + body.slice(1)
    : body;
}

/** Opposites between a question and a heading: a "No" to one is a "Yes" to the other. */
const OPPOSITES =
  /\b(?:not|n't|never|no|without|ban(?:ned)?|legal|illegal|unsafe|dangerous|harm\w*|bad|worse|less|low(?:er)?|fail\w*|stop\w*|prevent\w*|only|all|always|everyone|everybody|alone)\b/giu;

function answersThisQuestion(section: Section, asked: Asked): boolean {
  const heading = section.headingPath.at(-1) ?? "";
  if (!asked.wanted.has("verdict") || !/\?\s*$/u.test(heading)) return false;
  if (coverage(asked, new Set(meaningTerms(heading, asked.language))) < 0.5) return false;
  const cues = (text: string) =>
    [...new Set(text.toLowerCase().match(OPPOSITES) ?? [])].sort().join(" ");
  return (
    cues(asked.question.replace(/^\s*(?:is|are|do|does|did|has|have|ca|wo)n't\b/iu, "")) ===
    cues(heading)
  );
}

const layoutOf = ({ kind }: Unit): DraftSentence["layout"] =>
  kind === "list-item" || kind === "table-row" ? "list-item" : "prose";

/**
 * Units as drafts, lists unfolded under the sentences that lead into them.
 * @param opens whether they open the answer: only there a bare "No" has its place
 */
export function draftsOf(
  units: readonly Unit[],
  section: Section,
  asked: Asked,
  opens = false,
): DraftSentence[] {
  const keepVerdict = opens && answersThisQuestion(section, asked);
  return units.flatMap((unit) => {
    const items = itemsOf(unit, asked).map((item) => draftOf(item, item.text));
    const text = keepVerdict ? unit.text : withoutBareVerdict(unit.text);
    return [draftOf(unit, text), ...items];
  });
}

const draftOf = (unit: Unit, text: string): DraftSentence => ({
  text,
  layout: layoutOf(unit),
  passages: [unit.passage],
});
