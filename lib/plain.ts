/** A text in; whether it is plain out: then short cuts hold that need no tables of Unicode. */
const PLAIN = /^[\n -~]*$/;

/** @returns whether a text has nothing but line ends and printable ASCII */
export const isPlain = (text: string): boolean => PLAIN.test(text);
