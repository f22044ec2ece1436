/**
 * A line or paragraph in; whether it describes a picture that is not there out.
 *
 * Pages saved as text keep the descriptions of their pictures as if they were prose. No list of
 * known sentences is used: the words are scored for describing a scene, for saying what the scene
 * stands for, and for lacking what prose has.
 */
import { remembered } from "@/lib/ingest/remembered";
import { isPlain } from "@/lib/plain";

/** Things seen, and how they look. Body parts and symptoms are left out: prose is full of them. */
const SEEN =
  "sphere|spheres|spherical|orb|orbs|structure|structures|textured|texture|translucent|transparent|luminous|glowing|glow|petal|petals|blossom|flower|poppy|magnolia|orchid|fern|leaf|leaves|stem|stems|pod|pods|seeds|seashell|seaweed|shell|stone|stones|pebbles|driftwood|branch|branching|coral|dandelion|cotton|feather|plant|botanical|skeletal|reticulated|lattice|mesh|web|woven|spiral|coiled|ridged|porous|nodular|concentric|mottled|granular|fissures|filament|filaments|fibers|fibres|fibrous|strands|threads|pleated|blended|wire|radiating|intertwined|intertwining|interwoven|nestled|cradled|cradles|encased|encircled|encircling|surrounded|resting|rests|draped|layered|delicate|delicately|intricate|intricately|vibrant|pristine|verdant|smooth|soft|softly|spiky|macro|close-up|closeup|foreground|background|backdrop|silhouette|portrait|gaze|gazing|gazes|smiling|smile|sunlit|sunlight|blurred|abstract|abstractly|composition|collage|depicting|photograph|photo|illustration|rendering|icon|logo|white|green|blue|beige|golden|yellow|yellow-green|orange|pink|purple|teal|grey|gray|colored|coloured|light-colored|lit|core|arrangement|natural elements|patterns|patterned|window|mugs|tablecloth|couch|sofa|laptop|desk|kitchen|park|beach|sunset|hands|object|translucence|shimmering|crystalline|geometric|symmetrical|hand|holding|wooden|bowl|jar|vial|bottle";
const SEEN_WORD = new RegExp(`(?<![\\p{L}-])(?:${SEEN})(?![\\p{L}-])`, "giu");
/** The same for small plain letters, several times as fast. */
const PLAIN_SEEN_WORD = new RegExp(`(?<![a-z-])(?:${SEEN})(?![a-z-])`, "g");

/** Verbs by which a picture is said to mean something; prose about medicine rarely uses them. */
const STANDS_FOR =
  /(?<!\p{L})(?:symboli[sz](?:e|es|ed|ing)|symbolic|embod(?:y|ies|ied|ying)|evok(?:e|es|ed|ing)|metaphor|connot(?:e|es|ing)|visuali[sz](?:e|es|ing)|visually|epitomi[sz]es?)(?!\p{L})/giu;
/** The same in words prose uses too, so they count for less. */
const MAY_STAND_FOR =
  /(?<!\p{L})(?:represent(?:s|ing)?|signif(?:y|ies|ying)|depict(?:s|ing)?|illustrat(?:e|es|ing)|convey(?:s|ing)?|reflect(?:s|ing)?|denot(?:e|es|ing)|highlight(?:s|ing)?|underscor(?:e|es|ing)|exemplif(?:y|ies)|capturing|suggest(?:s|ing)?|reveals?|displays?|showcas(?:e|es|ing))(?!\p{L})/giu;
const NAMES_THE_PICTURE =
  /(?<!\p{L})(?:this|the) (?:visual(?: metaphor)?|image|picture|scene|composition|artwork|imagery|photo(?:graph)?)(?!\p{L})/iu;
/** "A woman sitting by …", "Smiling adults hold …": a person, then what they are seen doing. */
const PERSON_POSED =
  /^(?:(?:an?|the|two|three|several|group of|young|older|elderly|senior|smiling|happy|thoughtful|pregnant|male|female|focused)\s+)*(?:wom[ae]n|m[ae]n|person|people|couple|adults?|doctor|nurse|patient|child|girl|boy|family|mother|father|baby|hands?)(?:['’]s)?\s(?:[\p{L}'’-]+\s){0,6}?(?:sitting|standing|holding|holds?|looking|looks?|smiling|wearing|walking|talking|laughing|reading|drinking|stretching|sleeping|gazing|gaze|blows?|portrait|embracing|pointing|posing|using|running|jogging)(?!\p{L})/iu;
const INDEFINITE_START =
  /^(?:an?\s|two\s|three\s|several\s|(?:close-?up|macro|view|image|photo|picture|illustration|portrait|visuali[sz]ing)\b)/iu;

const SPEAKS_TO_READER = /(?<!\p{L})(?:you|your|yours|we|our|us|I|my)(?!\p{L})/iu;
const HEDGES =
  /(?<!\p{L})(?:may|might|can|cannot|could|should|must|will|would|often|usually|because|however|therefore|when|if|unless|although|than)(?!\p{L})/giu;
const LABELLED =
  /^(?:figure|fig\.?|table|chart|diagram|graph|box|photo|image|meaning|definition|note)\b\s*(?:\d|[:.—-])/iu;

/** Sum above which a line is taken for a description; safe 4 to 5.5. Lower, prose goes with them. */
export const IMAGE_DESCRIPTION_THRESHOLD = 4.5;
/** Fewer words are a heading or a caption; safe 6 to 9. */
const MIN_WORDS = 7;
/** More words are prose; safe 60 to 120. */
const MAX_WORDS = 90;
/** Characters read; bounds the work on a line that is no line. */
const MAX_LENGTH = 1_200;

/** Where the text stands, as far as that speaks for or against a description. */
export interface Surroundings {
  /** Alone between blank lines, headings or other descriptions. */
  readonly standsAlone: boolean;
}

/**
 * How much a text looks like the description of a picture.
 *
 * @param text one line or paragraph, trimmed
 * @returns a sum of clues; compare with `IMAGE_DESCRIPTION_THRESHOLD`
 */
export function imageDescriptionScore(text: string, { standsAlone }: Surroundings): number {
  if (text.length > MAX_LENGTH) return 0;
  const score = wordsScore(text);
  return score !== null && standsAlone ? score + 0.5 : (score ?? 0);
}

/** Null where nothing hints at a picture. */
const wordsScore = remembered((text: string): number | null => {
  if (LABELLED.test(text)) return null;
  const words = text.split(/\s+/u).length;
  if (words < MIN_WORDS || words > MAX_WORDS) return null;

  const seen = isPlain(text)
    ? new Set(text.toLowerCase().match(PLAIN_SEEN_WORD)).size
    : new Set((text.match(SEEN_WORD) ?? []).map((word) => word.toLowerCase())).size;
  const standsFor = text.match(STANDS_FOR)?.length ?? 0;
  const mayStandFor = text.match(MAY_STAND_FOR)?.length ?? 0;
  const finished = /[.!?:;]["'”’)\]]*$/u.test(text);
  const posed = PERSON_POSED.test(text);
  const symbol = standsFor > 0 || mayStandFor > 0 || NAMES_THE_PICTURE.test(text);
  if (!symbol && !posed && seen < 3) return null;

  let score = finished ? -2 : 2;
  score += Math.min(seen, 4) * 0.75;
  score += Math.min(standsFor, 2) * 1.5 + Math.min(mayStandFor, 2) * 0.75;
  if (NAMES_THE_PICTURE.test(text)) score += 1;
  if (/^(?:this|the) (?:visual|image|picture|scene|composition)/iu.test(text)) score += 0.5;
  if (INDEFINITE_START.test(text)) score += 0.5;
  if (posed) score += 2;
  if (isTitleCase(text) && !symbol) score -= 2;
  if (SPEAKS_TO_READER.test(text)) score -= 3;
  score -= (text.match(HEDGES)?.length ?? 0) * 0.75;
  if (/\d/u.test(text)) score -= 1;
  if (/\?/u.test(text)) score -= 2;
  return score;
});

/** True when a text describes a picture rather than saying anything a reader came for. */
export function isImageDescription(text: string, surroundings: Surroundings): boolean {
  return imageDescriptionScore(text, surroundings) >= IMAGE_DESCRIPTION_THRESHOLD;
}

function isTitleCase(text: string): boolean {
  const words = text.match(/\p{L}{4,}/gu) ?? [];
  return (
    words.length > 0 && words.filter((word) => /^\p{Lu}/u.test(word)).length > words.length * 0.8
  );
}
