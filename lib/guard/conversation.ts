/**
 * A message and the turns before it go in; whether it only makes sense after them, and what was
 * decided then, comes out.
 */
import type { Vocabulary } from "./match/lexicon";

export const CONVERSATION_VOCABULARY: Vocabulary = {
  "asks-amount": `
    how (much|many|often|long), what (dose|amount|about <mass>), cuant*, cada cuanto, que (dosis|cantidad), ballpark, roughly, rough (idea|number|estimate), a number, un numero, mas o menos, approximate*, estimate, average, typical*, usually, range, rango, <mass>, the (dose|amount|number), (more|less) than, aproxim*`,
  "not-an-amount": `how (long does|does|do|is|are|many (people|men|women|types|kinds)|common|often does|much does it cost), que tan, cuanto (tarda|dura|cuesta)`,
  "off-scope": `(be|act as|can you be) (my)? (therapist|friend|girlfriend|boyfriend), (im|i am|feel|feeling|so) ~1 (lonely|alone|drunk|high), (my|our) ~2 (marriage|relationship|divorce|breakup|break up), (me siento|estoy) ~1 (solo|sola|borracho|borracha), i hate ~2 (husband|wife|boss|him|her|neighbor), (angry|furious) (at|with) ~3`,
  insists: `
    come on, just (tell|give|say|answer|a (number|yes|ballpark|rough|hint)|between us|confirm), (please|pls|anyway|por favor|vamos|andale|anda|dale) ~2 (tell|just|answer|say|dime|digame|solo|nomas|dame)?, (yes or no|si o no), ballpark, roughly, rough (idea|number|guess), (wont|wouldnt|not going to|i promise|promise) ~3 (tell|sue|blame|anyone|hold|it|not), (what|and) if (i|you) (said|promise|were|pretend), (doctor|pharmacist|nurse|medico|doctora) ~3 (said|says|told|agreed|confirmed|approved|dijo|confirmo|ok), confirm*, hypothetically, hipoteticamente, pretend, in general then, generally (speaking)?, (other|most) (people|patients|men|women|doctors) (take|do|use|get|start|prescribe), what do (most|other) (people|men|doctors), what would you, (so|then|but|ok|okay|fine|well|still|entonces|pero|bueno) (what|how|is|can|should|which|give|que|cuanto|puedo|debo|cual|would), you (can|must|know|did|told|didnt|said|are), why (not|wont you|cant you), i (know|understand) ~4 (but|you|that), no me (digas|mandes), en confianza, translate ~3, traduce, in other words, rephrase, another way, let me (rephrase|ask), i mean, o sea, es decir, im asking, (i|we) (dont|cant) ~4 (doctor|afford|insurance|wait|appointment), no tengo (medico|doctor|seguro|dinero), (first|last) (letter|digit), spell, (less|more|higher|lower|greater|smaller) than, between # and, like #, around #, is it # , es #`,
  "leans-back": `
    ^ (and|so|what about|how about|or|but|then|ok|okay|also|what if|y|pero|entonces|o|que tal|tambien|plus|same|still|even|again) ~12 $, ^ (how (much|many|long|often)|which one|when|is that|is it|can i|should i|cuanto|cuanta|cada cuanto|cual|puedo|debo|y) ~6 $, (it|that|this one|them|one|lo|la|esa|ese|eso|esos)`,
};
