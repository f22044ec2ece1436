/**
 * Passages in; their sections as units a reader can be shown out: sentences, list items and table
 * rows, each known to stand alone, to lean on the one before, or not to be fit for release.
 */
import type { ChunkSentence, Passage } from "@/lib/content";
import { comparesBack, leansBack } from "./leaning";

/** A sentence, a whole list item or a table row, verbatim. */
export interface Unit {
  readonly text: string;
  readonly passage: Passage;
  readonly kind: ChunkSentence["kind"];
  /** Place among the section's units. */
  readonly at: number;
  /** It speaks of something that the unit before names. */
  readonly leans: boolean;
  /** It gives the other half of a comparison that the unit before begins: neither is told alone. */
  readonly completes: boolean;
  /** The list or table rows that this sentence leads into. */
  readonly list: readonly Unit[];
  /** A lead-in that says nothing without its list. */
  readonly opensList: boolean;
}

/** The units of one section, in reading order. */
export interface Section {
  readonly key: string;
  readonly headingPath: readonly string[];
  readonly title: string;
  /** The best score among its passages. */
  readonly score: number;
  readonly passages: readonly Passage[];
  readonly units: readonly Unit[];
}

/** Words a unit of prose needs to say something; safe 3 to 6. */
const FEWEST_WORDS = 3;
/** A longer "sentence" is a table or a menu whose line ends were lost; characters, safe 400 to 1,200. */
const LONGEST_UNIT = 700;
/** Sentences shown of one list item: the first says it, the second explains. */
const MOST_OF_ITEM = 3;

/** Sends the reader elsewhere instead of answering. */
const CROSS_REFERENCE =
  /\b(?:on|of) this page\b|\b(?:in|from) the (?:table|figure|picture|chart|diagram)\b|\ben la (?:tabla|figura)\b|^(?:the )?facts behind\b|^(?:see(?: also)?|read(?! together)(?: more)?|click|visit(?!s)|go to|for more|more (?:is|on|about)\b|learn more|find out more|back to|skip to|share|print|short meanings|hard words|(?:the|this|these|our) (?:page|pages|table|figure|diagram|picture|image|chart|list|section|article|leaflet|document|entries|chapter|glossary)s?\b(?: (?:above|below|on|of|in|that|called)\b.*?)? ?(?:explains?|covers?|gives?|has|have|says?|lists?|shows?|compares?|adds?|tells?|describes?|are|is in|below)|warning signs .{0,40} are in\b|(?:the|these|those|all) (?:[\p{L}-]+ ){1,3}(?:is|are) (?:explained|described|covered|listed|discussed) (?:in|on|under)\b|vea|véase|lea|consulte la página|más información|la página|la tabla|el glosario|haga clic)/iu;

/** Names another page by its title: "Risks and side effects explains why …", "… are in Coming off treatment." */
const NAMES_A_PAGE =
  /^\p{Lu}\p{Ll}+(?: \p{Ll}+){1,6} (?:explains?|covers?|describes?|lists?) (?:why|how|what|when|which|the|each|more|them|these|this)\b|\b(?:is|are|says more|has more) in \p{Lu}\p{Ll}+(?: \p{Ll}+)+\.$|^(?:Questions|Preguntas) (?:for|para) .{0,30}\b(?:can help|pueden? ayudar)/u;

/** A reference, a caption, a credit line or a menu: never prose. */
const NOT_PROSE =
  /(?:\bet al\b|\bdoi\b|\bpmid\b|\bisbn\b|https?:\/\/|www\.|\b(?:19|20)\d{2};\s?\d+|\b\d+\(\d+\):\s?\d+|^\s*(?:fig(?:ure)?|table|image|photo|source|credit|copyright|©|caption|references?|further reading|figura|tabla|fuente|foto)\b\s*[\d.:–-]|\|.*\||\ball rights reserved\b|^last (?:reviewed|updated)\b|\bcookies?\b.*\b(?:accept|policy)\b)/iu;

/** What only a machine would be told: an instruction planted in a document. */
const TO_A_MACHINE =
  /\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:instructions?|prompts?|above|previous|rules|guidelines)\b|\b(?:system prompt|language model|as an ai|you are (?:now )?(?:an? )?(?:ai|assistant|chatbot))\b|<\/?[a-z][^>]*>/iu;

/** Short, and never to be left out. */
const CALL = /^(?:call|text|llame al|marque(?: el)?) \d{3}\.$/iu;

const ENDS_WELL = /[.!…:;)"”’»\]]$/u;

/** Whether a piece of text may be shown as a sentence of prose. */
export function isProse(text: string): boolean {
  const words = text.match(/\p{L}[\p{L}\p{N}'’-]*/gu) ?? [];
  const isCall = CALL.test(text);
  if ((words.length < FEWEST_WORDS && !isCall) || text.length > LONGEST_UNIT) return false;
  if (!ENDS_WELL.test(text) || /[?¿]\s*["”»)]?$/u.test(text)) return false;
  if (!/^["“‘'(¿¡«]?[\p{L}\p{N}]/u.test(text)) return false;
  if (CROSS_REFERENCE.test(text) || NAMES_A_PAGE.test(text)) return false;
  if (NOT_PROSE.test(text) || TO_A_MACHINE.test(text)) return false;
  // A sentence that starts in lower case lost its beginning, unless it opens with a name such as hCG.
  return !/^\p{Ll}[\p{Ll}'’-]*(?:\s|[,.])/u.test(text);
}

function isItem(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return (
    letters >= 3 &&
    text.length <= LONGEST_UNIT &&
    !NOT_PROSE.test(text) &&
    !TO_A_MACHINE.test(text) &&
    !/[?¿]$/u.test(text) &&
    !CROSS_REFERENCE.test(text)
  );
}

/** Items of a question list ("Which tests do I need?") are what a reader came for. */
const isQuestionItem = (text: string) => /[?]$/u.test(text) && !NOT_PROSE.test(text);

interface Piece {
  readonly text: string;
  readonly kind: ChunkSentence["kind"];
}

/** A chunk's sentences with the sentences of one list item joined, and inline bullets told apart. */
function piecesOf({ chunk }: Passage): Piece[] {
  const pieces: { text: string; kind: ChunkSentence["kind"]; end: number; parts: number }[] = [];
  for (const { start, end, kind } of chunk.sentences) {
    const raw = chunk.text.slice(start, end).trim();
    const bullet =
      kind === "prose" || kind === "list-item" ? /^[-•*–]\s+/u.exec(raw)?.[0] : undefined;
    const text = bullet ? raw.slice(bullet.length) : raw;
    const shown = bullet ? "list-item" : kind;
    const last = pieces.at(-1);
    const sameItem =
      last &&
      !bullet &&
      shown === "list-item" &&
      last.kind === "list-item" &&
      !chunk.text.slice(last.end, start).includes("\n");
    if (last && sameItem) {
      if (last.parts < MOST_OF_ITEM && last.text.length + (end - last.end) < LONGEST_UNIT) {
        last.text += chunk.text.slice(last.end, end).trimEnd();
        last.parts += 1;
      }
      last.end = end;
    } else pieces.push({ text, kind: shown, end, parts: 1 });
  }
  return pieces;
}

const isListed = (kind: ChunkSentence["kind"]) => kind === "list-item" || kind === "table-row";

function unitsOf(passages: readonly Passage[]): Unit[] {
  const units: (Unit & { list: Unit[]; opensList: boolean })[] = [];
  let leader: (Unit & { list: Unit[]; opensList: boolean }) | undefined;
  let before: Passage | undefined;
  let gap = true;
  for (const passage of passages) {
    if (before && passage.chunk.ordinal !== before.chunk.ordinal + 1) {
      gap = true;
      leader = undefined;
    }
    before = passage;
    for (const { text, kind } of piecesOf(passage)) {
      const listed = isListed(kind);
      const fit = listed
        ? isItem(text) || isQuestionItem(text)
        : kind === "term"
          ? isItem(text)
          : isProse(text);
      if (!fit) {
        // What leaned on it would now lean on nothing.
        gap = true;
        if (!listed) leader = undefined;
        continue;
      }
      const unit = {
        text,
        passage,
        kind,
        at: units.length,
        leans: !listed && leansBack(text),
        completes: !listed && comparesBack(text),
        list: [] as Unit[],
        opensList: false,
      };
      if (listed && leader) leader.list.push(unit);
      else {
        // Leaning on something that is not shown: unusable, and so is what leans on it.
        if (unit.leans && gap) continue;
        units.push(unit);
        if (!listed) leader = unit;
        gap = false;
      }
    }
  }
  for (const unit of units)
    unit.opensList =
      unit.list.length > 0 &&
      /[:…]$|\b(?:following|these|below|steps|such as)[.:]$/iu.test(unit.text);
  // A lead-in whose list was lost says nothing.
  const kept = units.filter((unit) => unit.list.length > 0 || !/:$/u.test(unit.text));
  return kept.map((unit, at) => ({ ...unit, at }));
}

/** Groups passages into their sections, best first, and reads each in document order. */
export function readSections(passages: readonly Passage[]): Section[] {
  const groups = new Map<string, Passage[]>();
  for (const passage of passages) {
    const key = JSON.stringify([passage.document.id, ...passage.chunk.headingPath]);
    const group = groups.get(key);
    if (group) group.push(passage);
    else groups.set(key, [passage]);
  }
  return [...groups].map(([key, group]) => {
    const inOrder = [...group].sort((a, b) => a.chunk.ordinal - b.chunk.ordinal);
    const first = group[0] as Passage;
    return {
      key,
      headingPath: first.chunk.headingPath,
      title: first.document.title,
      score: Math.max(...group.map(({ score }) => score)),
      passages: inOrder,
      units: unitsOf(inOrder),
    };
  });
}
