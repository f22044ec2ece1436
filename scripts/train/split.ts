/** A document's key enters; whether it is held out of training leaves, the same way for training and for evaluation. */

import { createHash } from "node:crypto";

/** One document in this many is never trained on. Safe 5 to 20: fewer leaves too little to measure, more too little to learn. */
const ONE_IN = 10;

/** A MedQuAD document is one page of one collection: its collection and address, or its focus where it has none. */
export function documentKey(record: { collection: string; url: string; focus: string }): string {
  return `${record.collection}|${record.url || record.focus}`;
}

/**
 * Whether a document is kept out of training so that evaluation on it is honest.
 * Depends on the key alone: the order and the number of the records do not matter.
 * @example isHeldOut(documentKey(record))
 */
export function isHeldOut(key: string): boolean {
  return createHash("sha256").update(key).digest().readUInt32BE(0) % ONE_IN === 0;
}

/** Whether a consumer message, by its id, is kept out of training: one in five, because there are only a thousand. */
export function isHeldOutMessage(id: string): boolean {
  return isHeldOut(`message|${id}`) || isHeldOut(`message again|${id}`);
}
