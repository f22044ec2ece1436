/** Held-out documents and messages enter; tasks leave: passages, and questions as messy as patients' with graded right passages. */

import { tokenise } from "@/lib/search-index/embeddings/tokenise";
import { STOP_WORDS } from "../train/bm25";
import type { Answered, Message, TrainingData } from "../train/data";
import { type Chatter, collectChatter, reword, withChatter, withTypos } from "../train/mess";
import { medicalWords } from "../train/names";
import { countWords, passagesOf } from "../train/passages";
import { type Random, seeded } from "../train/random";
import { documentKey, isHeldOut, isHeldOutMessage } from "../train/split";

/** How well a passage answers: its topic and its kind of fact are asked for, or its topic only. */
const RIGHT = 2;
const RELATED = 1;
/** Passages in a task, distractors included: as many as a large clinic's library. */
const POOL = 2400;
/** An answer of at most this many words stays whole. */
const WHOLE_WORDS = 280;
const MOST_QUESTIONS = 250;

export interface TaskPassage {
  readonly id: string;
  readonly text: string;
  readonly title?: string;
}
export interface TaskQuestion {
  readonly id: string;
  readonly text: string;
  readonly history?: readonly { role: "user" | "assistant"; text: string }[];
  /** Passage id to grade above 0. */
  readonly grades: ReadonlyMap<string, number>;
}
export interface Task {
  readonly name: string;
  readonly passages: readonly TaskPassage[];
  readonly questions: readonly TaskQuestion[];
}

/** How an expert's one-line question shows the kind of fact asked for. First match wins. */
const KIND_OF: readonly (readonly [RegExp, string])[] = [
  [/treat|cure|therap|medicat|surg|manage|remed|get rid/i, "treatment"],
  [/symptom|sign/i, "symptoms"],
  [/cause|why|reason/i, "causes"],
  [/genetic|gene\b|mutation/i, "genetic changes"],
  [/inherit|heredit|run in famil|passed/i, "inheritance"],
  [/prognosis|outlook|life expectancy|survival|recover/i, "outlook"],
  [/test|diagnos/i, "exams and tests"],
  [/prevent|avoid/i, "prevention"],
  [/clinical trial|research|studies/i, "research"],
  [/risk|who gets/i, "susceptibility"],
  [/how common|how many/i, "frequency"],
  [/information|what is|what are/i, "information"],
];

/** The topic of a summary or message that MedQuAD also has, with where it stands. */
interface Mention {
  readonly entity: string;
  readonly words: readonly string[];
}

/** One name for a topic and its synonyms, wherever it comes from. */
export function entityOf(record: { focus: string }): string {
  return tokenise(record.focus).join(" ");
}

function mentionFinder(data: TrainingData): (text: string) => Mention | undefined {
  const names = new Map<string, string>();
  for (const record of data.answered)
    for (const name of [record.focus, ...record.synonyms]) {
      const words = tokenise(name);
      const key = words.join(" ");
      if (key.length >= 4 && words.length <= 6 && !words.every((word) => STOP_WORDS.has(word)))
        names.set(key, names.get(key) ?? entityOf(record));
    }
  return (text) => {
    const words = tokenise(text);
    for (let size = 6; size >= 1; size--)
      for (let at = 0; at + size <= words.length; at++) {
        const span = words.slice(at, at + size);
        const entity = names.get(span.join(" "));
        if (entity) return { entity, words: span };
      }
    return undefined;
  };
}

/** Puts another topic where a message names its own, keeping the message's story, order and errors. */
function withTopic(message: string, words: readonly string[], topic: string): string | undefined {
  const pattern = new RegExp(`\\b${words.join("[^\\p{L}\\p{N}]{1,3}")}s?\\b`, "giu");
  return pattern.test(message) ? message.replace(pattern, () => topic) : undefined;
}

interface Piece extends TaskPassage {
  readonly entity: string;
  readonly kind: string;
}

function piecesOf(record: Answered, titled: boolean): Piece[] {
  const texts =
    countWords(record.answer) <= WHOLE_WORDS ? [record.answer] : passagesOf(record.answer);
  return texts.map((text) => ({
    id: "",
    text,
    ...(titled ? { title: record.focus } : {}),
    entity: entityOf(record),
    kind: record.qtype,
  }));
}

/** What a task is made of. */
export interface TaskChoice {
  /** Which held-out documents: `all`, or one half of them, so that weights are learned on one and measured on the other. */
  readonly half: "all" | 0 | 1;
  readonly seed: number;
  readonly titled: boolean;
}

function inHalf(key: string, half: TaskChoice["half"]): boolean {
  if (half === "all") return true;
  let hash = 7;
  for (let i = 0; i < key.length; i++) hash = (Math.imul(hash, 31) + key.charCodeAt(i)) >>> 0;
  return ((hash >>> 3) & 1) === half;
}

/** Builds the tasks; the same every time for the same choice. */
export function buildTasks(data: TrainingData, choice: TaskChoice): Task[] {
  const random = seeded(choice.seed);
  const find = mentionFinder(data);
  const held = data.answered.filter((record) => {
    const key = documentKey(record);
    return isHeldOut(key) && inHalf(key, choice.half);
  });
  const messages = data.messages.filter(
    ({ id }) => isHeldOutMessage(id) && inHalf(id, choice.half),
  );
  const chatter = collectChatter(
    data.messages.filter(({ id }) => isHeldOutMessage(id)),
    medicalWords(data),
  );

  const asked = messages.flatMap((message) => {
    const mention = find(message.summary);
    const kind = KIND_OF.find(([pattern]) => pattern.test(message.summary))?.[1];
    return mention && kind ? [{ message, mention, kind }] : [];
  });
  const wanted = new Set([...held.map(entityOf), ...asked.map(({ mention }) => mention.entity)]);
  const related = data.answered.filter((record) => wanted.has(entityOf(record)));
  const rest = commonFirst(
    random.shuffle(data.answered.filter((record) => !wanted.has(entityOf(record)))),
    POOL,
    random,
  );
  const unique = new Map<string, Piece>();
  for (const record of [...related, ...rest]) {
    if (unique.size >= POOL) break;
    for (const piece of piecesOf(record, choice.titled))
      if (!unique.has(piece.text)) unique.set(piece.text, { ...piece, id: `p${unique.size}` });
  }
  const pieces = [...unique.values()];
  const byEntity = new Map<string, Piece[]>();
  for (const piece of pieces)
    byEntity.set(piece.entity, [...(byEntity.get(piece.entity) ?? []), piece]);
  const gradesOf = (entity: string, kind: string): Map<string, number> | undefined => {
    const grades = new Map<string, number>();
    for (const piece of byEntity.get(entity) ?? [])
      grades.set(piece.id, piece.kind === kind ? RIGHT : RELATED);
    return [...grades.values()].includes(RIGHT) ? grades : undefined;
  };

  const sample = commonFirst(random.shuffle([...held]), MOST_QUESTIONS, random).slice(
    0,
    MOST_QUESTIONS,
  );
  const task = (name: string, make: (record: Answered, i: number) => string | undefined): Task => ({
    name,
    passages: pieces,
    questions: sample.flatMap((record, i) => {
      const grades = gradesOf(entityOf(record), record.qtype);
      const text = make(record, i);
      return grades && text ? [{ id: `${name}-${i}`, text, grades }] : [];
    }),
  });
  const laid = (record: Answered) => layTopic(record, random);
  return [
    task("clean", (record) => record.question),
    task("short", (record) => reword(record.qtype, laid(record), record.question, random)),
    task("chatter", (record) => chatty(record, laid(record), chatter, random)),
    task("story", (record) => story(record, laid(record), data.messages, find, random)),
    {
      name: "messages",
      passages: pieces,
      questions: asked.flatMap(({ message, mention, kind }) => {
        const grades = gradesOf(mention.entity, kind) ?? gradesOf(mention.entity, "information");
        return grades ? [{ id: message.id, text: message.chq, grades }] : [];
      }),
    },
  ];
}

/**
 * Two collections hold two thirds of the answers, all on rare genetic conditions; patients mostly ask about common ones.
 * Keeps the order but takes from those two only a third of what is wanted, while there is something else.
 */
function commonFirst(records: readonly Answered[], wanted: number, random: Random): Answered[] {
  const isRare = ({ collection }: Answered) => /GHR|GARD/.test(collection);
  const rare = records.filter(isRare);
  const common = records.filter((record) => !isRare(record));
  const taken = Math.ceil((wanted * 2) / 3);
  const first = random.shuffle([...common.slice(0, taken), ...rare.slice(0, wanted - taken)]);
  return [...first, ...common.slice(taken), ...rare.slice(wanted - taken)];
}

function layTopic(record: Answered, random: Random): string {
  const plain = record.synonyms.filter((name) => name.length > 4);
  return plain.length > 0 && random.chance(0.4) ? random.pick(plain) : record.focus;
}

function chatty(record: Answered, topic: string, chatter: Chatter, random: Random): string {
  const asked = reword(record.qtype, topic, record.question, random);
  return withTypos(withChatter(asked, chatter, random), 0.05, random);
}

const framesOf = new WeakMap<
  readonly Message[],
  Map<string, { message: Message; words: readonly string[] }[]>
>();

/** Real messages with a known topic, by the kind of fact they ask for. */
function frames(messages: readonly Message[], find: (text: string) => Mention | undefined) {
  const held = framesOf.get(messages);
  if (held) return held;
  const byKind = new Map<string, { message: Message; words: readonly string[] }[]>();
  for (const message of messages) {
    const kind = KIND_OF.find(([pattern]) => pattern.test(message.summary))?.[1];
    const mention = find(message.summary);
    if (!kind || !mention || !withTopic(message.chq, mention.words, "x")) continue;
    byKind.set(kind, [...(byKind.get(kind) ?? []), { message, words: mention.words }]);
  }
  framesOf.set(messages, byKind);
  return byKind;
}

function story(
  record: Answered,
  topic: string,
  messages: readonly Message[],
  find: (text: string) => Mention | undefined,
  random: Random,
): string | undefined {
  const fitting = frames(messages, find).get(record.qtype);
  if (!fitting) return undefined;
  const { message, words } = random.pick(fitting);
  return withTypos(withTopic(message.chq, words, topic) ?? "", 0.02, random);
}
