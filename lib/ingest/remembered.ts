/** A function of a text in; the same function, which remembers what it last said of which text, out. */

/** Texts remembered; safe 100 to 10,000. A document's lines are asked about again while it is cleaned. */
const MOST = 1_000;

/** @param find must depend on the text alone, and its answers must not be changed */
export function remembered<T>(find: (text: string) => T): (text: string) => T {
  const found = new Map<string, T>();
  return (text) => {
    const known = found.get(text);
    if (known !== undefined || found.has(text)) return known as T;
    const answer = find(text);
    if (found.size >= MOST) found.clear();
    found.set(text, answer);
    return answer;
  };
}
