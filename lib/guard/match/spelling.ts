/**
 * One folded word goes in; the vocabulary's spelling of it comes out, or the word itself.
 *
 * One slip (a letter left out, added, changed or swapped) in a long word whose first letter is right.
 * Short words are left alone: too many real words lie one slip apart.
 */

/** Shortest word corrected; safe 6 to 8. At 5, "chess" would become "chest". */
const MIN_LENGTH = 7;

/** Real words one slip away from a vocabulary word, seen in health questions. */
const REAL_WORDS = new Set(
  "breeding preading reading spending breathes breaths smelling dwelling spelling healing heading hearing wearing bearing tearing starving staring storing starting stating sharing causing passing pausing patients patience prevent present percent recent precious previous relation variation vacation location affects effects expect expects aspect reduced produce produces products product injury injuries insured ensured assured measure measures pressures treasure closure exposure composure several general genera generic genetic genetics kinetic phonetic mother brother another bothers brothers mothers others tables cables capable tablet stables portion potions portions options option motions notions actions factors doctor doctors tractor matters letters latter shatter smother smothers testing resting nesting tested rested tasting lasting fasting feasting casting wasting posting hosting boosting minutes minute dilute dilutes diluted polluted saluted illness stillness wellness fullness dullness darkness weakness wetness ability academia androgen android ankles arching arteria attached backing banking battles beaking belting binding blanked blaster blocked boasting boating bowling bridged bringing burping burying caballo calming canning carbono carious carving certain changes chapped charged charging charmed charting cheeked chipped clanging cleaned clearer clearing clicking clocked cloning closest cloudy columns concert conform continual contract contusion cooking couching counted courter cracked crashing craving creating creator croaked cropped crusting curtail cushing dancers descent determinant dipping director dogging donated dragged dripped ectopia ejection electron endings estados existed exports factures failed failing familia familial farther feather feathers febrile ficcion fishing flaming flatter flushes flushing forceps forming framing friction fueling funding glowing greeter grooved guardian halting happens hatting heating hinting hopping hunting imaging importa incense infecting influence insides interest interval intimal invento laterally leading learning leveling lighted lighting limpiar lingual listing loaning malaria manager marking massage massages matcher maternal meditation menores messing minimal mistaken mobility multiplex multiply notching optical panning paperas papules pasting patched pearson penning piercing pierson pleased pointer ponemos pooling popping presented presenting primera prisoned pulsing pursing quieting quilting ranging recuerdo relaxed relayed reliever reparte repeats resource respite rewarding ribbing ridding robbing ruining sacking sanding scabbed scabbing scaring scarred scoring scraped sealing seating secrete seminal sentado sentence seventy shadows shaming shaping shaving sheared shelled shelling shipped shopped shopping shorting shouting shunting singing singles sitting skilled slicing sliders slinging slipped slipping slitting slowing smarter smarting smoother snacking snapped snipped snowing sometime sources spelled spidery splinting spoiled sporting staging stalled station stations steaming steeped steeping stepped stepping stimulate stinking stitched stitching stocking stooping stringer stringing stuffer suckling suction suitting summers suspects swapped swaying sweeping swinging switches tacking tanking tasking terminal terribly thanking thinning thirsty tilling topical travels traverse tripled triplet victims volverse waisting waiters walking wandering wanting warming wherever whiting windows writhing".split(
    " ",
  ),
);

function* deletions(word: string): Generator<string> {
  for (let at = 1; at < word.length; at += 1) yield word.slice(0, at) + word.slice(at + 1);
}

/** True when the words differ by one letter added, left out, changed or swapped with its neighbour. */
function oneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (
    tail < a.length - head &&
    tail < b.length - head &&
    a[a.length - 1 - tail] === b[b.length - 1 - tail]
  )
    tail += 1;
  const left = a.slice(head, a.length - tail);
  const right = b.slice(head, b.length - tail);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

/**
 * Builds a corrector.
 *
 * @param words the right spellings
 * @param knows whether a token needs no correction
 * @returns a function of one folded word; constant time in the size of the vocabulary
 */
export function createSpeller(
  words: Iterable<string>,
  knows: (word: string) => boolean,
): (word: string) => string {
  const byDeletion = new Map<string, string[]>();
  for (const word of words) {
    if (word.length < MIN_LENGTH - 1 || !/^[a-z]+$/u.test(word)) continue;
    for (const key of [word, ...deletions(word)]) {
      const list = byDeletion.get(key);
      if (list) list.push(word);
      else byDeletion.set(key, [word]);
    }
  }
  const cache = new Map<string, string>();
  const correct = (word: string): string => {
    for (const key of [word, ...deletions(word)])
      for (const candidate of byDeletion.get(key) ?? [])
        if (oneSlip(word, candidate)) return candidate;
    return word;
  };
  return (word) => {
    if (word.length < MIN_LENGTH || word.length > 24 || !/^[a-z]+$/u.test(word)) return word;
    if (knows(word) || REAL_WORDS.has(word)) return word;
    const known = cache.get(word);
    if (known !== undefined) return known;
    // A full cache is emptied, so that a flood of nonsense cannot grow it.
    if (cache.size > 20_000) cache.clear();
    const right = correct(word);
    cache.set(word, right);
    return right;
  };
}
