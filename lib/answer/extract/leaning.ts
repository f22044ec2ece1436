/**
 * One sentence in; whether it needs the sentence before it, to be understood or to be a fair comparison, out.
 */

/** Opens with a word that points back. */
const LEANS =
  /^(?:(?:while|although|though|because|since|if|when|as|by|during|after|before|with|from) (?:this|these|those|they|it|its|their|such)\b|(?:in|of|at|among|from|on|for|until|since|by|to|like|unlike) (?:that|this|those|these|such|then|them)\b|(?:[\p{L}'’-]+ ){1,3}of (?:this|these|those|that|it|them)\b|(?:and|but|so|or|yet|however|therefore|instead|also|then|thus|still|otherwise|concurrently|conversely|similarly|consequently|moreover|furthermore|additionally|meanwhile|nevertheless|likewise|hence|as a result|for (?:example|instance)|in (?:addition|contrast|that way|this way|other words|the same way|fact)|at (?:that|this|the same) (?:time|point)|on the other hand|even so|because of (?:this|that|these))\b|(?:this|these|those|it|its|it's|they|their|them|he|his|she|her|such|both|neither|either|others?|the (?:former|latter|same|other|others|condition|disease|disorder|drug|medicine|trial|study|studies|review|researchers|men in|rest|remaining|second|third))\b|that (?:is|was|means|can|may|does|makes|study|trial|test|drug|process|problem|change)\b|only (?:\d+|one|two|three|a few) of (?:the|them|these|those)\b|(?:esto|esta|este|estos|estas|ello|ellos|ellas|su|sus|sin embargo|pero|así|además|por ejemplo|también|entonces|por eso)\b)/iu;

/** "It is important to", "This page": the pronoun stands for nothing. */
const LEANS_ON_NOTHING =
  /^(?:it (?:is|was|may be|can be|takes) (?:\p{L}+ ){0,2}?(?:to|that|how|why|whether|possible|important|common|hard|not known|known|rare|safe|estimated)\b|it (?:takes|helps (?:to|when|if))\b|those who\b|that said\b|both (?:\p{L}+ ){1,4}and\b|either (?:\p{L}+ ){1,4}or\b|neither (?:\p{L}+ ){1,4}nor\b|others? \p{L}+ (?:side|approved|common|uses?|names?|causes?|risks?)\b|these days\b|this (?:page|leaflet|article|section|guide)\b)/iu;

/** An opening phrase without a verb of its own: "For men on placebo in TRAVERSE, …", "In 2015 …". */
const PHRASE = String.raw`(?:in|for|among|with|without|on|at|by|of|during|within|after|before|over|under|to|en|entre|para|con|sin|tras|durante)\s`;

/** Behind such a phrase the subject is a pronoun, or a figure that does not say what it is of. */
const LEANS_WITHIN = new RegExp(
  String.raw`^${PHRASE}(?:[^.,;:]{1,90}?,\s+(?:it|this|that|these|those|he|she|both|neither|the (?:rate|share|figure|number|risk|chance|proportion|percentage|difference|same) (?:was|is|were|are|did|rose|fell)|(?:fue|fueron|era|eran|esto|la cifra|la proporción|el porcentaje)\b)|(?:(?!\b(?:is|are|was|were|has|have|can|may)\b)[^.,;:]){1,60}?\sit\s+(?:is|was|were|did|does|fell|rose|took|had|has|stayed|happened|occurred))\b`,
  "iu",
);
/** The rest of the sentence after such a phrase. */
const AFTER_PHRASE = new RegExp(String.raw`^${PHRASE}[^.,;:]{1,90}?,\s+`, "iu");
/** Points at what was just said, from anywhere: "in the same trial", "a level that high". */
const POINTS_BACK =
  /\b(?:(?:in|of|from|by|during) (?:the same|that same|this same) (?:[\p{L}\d-]+ ){0,2}?(?:trial|study|review|group|survey|men|people|year)|(?:an?|no) \p{L}+ (?:that|this) (?:high|low|large|small|long|short|strong|deep)|(?:was|were|is|are) (?:that|this) (?:high|low|large|small|long|short)|(?:of|in|among|for|with) (?:those|these) (?:[\d,]+ )?(?:[\p{L}-]+ ){0,2}?(?:men|women|volunteers|patients|people|couples|children)(?! (?:who|whose|that))|(?:gives?|has|have|offers?|sets?|is|was) one (?:for|in|to|at|by|that)|en el mismo (?:ensayo|estudio|grupo))\b/iu;

/** A thing pointed at before anything else is said: "Doctors use that effect on purpose". */
const POINTS_EARLY =
  /^[^,;:]*\b(?:that (?:effect|position|approach|result|step|claim|idea|rule|group|gap|process|signal|problem|plan|share|figure)|(?:this|these|those) (?:effects?|results?|steps?|claims?|groups?|gaps?|signals?|problems?|plans?|shares?|figures?|drugs?|medicines?|tests?|hormones?|trials?|studies|men)|(?:es[aeo]s?|est[aeo]s?) (?:efectos?|resultados?|grupos?|señales|problemas?|medicamentos?|pruebas?|estudios?))\b/iu;

/** Says one thing more than the sentence before. */
const ADDS = /\b(?:too|as well|también)\.$/iu;
/** The one thing before it is in the sentence itself: "It can affect sight, and it has milder effects too." */
const ADDS_TO_ITSELF = /\b(?:and|but|y|pero)\s[^.]*\b(?:too|as well|también)\.$/iu;

/** The side of a trial that got nothing, or the side that was not just spoken of. */
const OTHER_SIDE =
  /\b(?:placebo|dummy (?:gel|pills?|tablets?|shots?|treatment)|(?:control|comparison|untreated|other) groups?|the others?|no treatment|grupo (?:de )?control|los demás|el otro grupo)\b/iu;
/** Both sides are in the sentence itself. */
const BOTH_SIDES =
  /\b(?:than|compared|comparison (?:of|with)|versus|vs|against|while|whereas|both|either|between|instead|or (?:an? )?(?:placebo|dummy)|(?:más|menos|mayor|menor) [^.]{0,40}que|frente|mientras|ambos|comparad[oa]s?)\b/iu;
const FIGURE =
  /\d+(?:[.,]\d+)*\s?%?|\b(?:half|one third|a third|a quarter|none|la mitad|ninguno)\b/giu;
/** A verb that repeats another: "2% of the others did". */
const ECHOES_A_VERB = /\b(?:did|were|was|had|do|did not|didn't|were not|had not)\.$/iu;

/**
 * Whether a sentence gives one figure of a pair whose other figure the sentence before gives.
 * One figure that is a share, about the side of a trial that got no medicine, without the side that did.
 */
export function comparesBack(text: string): boolean {
  if (!OTHER_SIDE.test(text) || BOTH_SIDES.test(text)) return false;
  const figures = text.match(FIGURE) ?? [];
  const shares = figures.filter((figure) => !/^\d+$/u.test(figure.trim()));
  return shares.length === 1 || (figures.length === 1 && ECHOES_A_VERB.test(text));
}

/** Whether a sentence needs the one before it to be understood. */
export function leansBack(text: string): boolean {
  if (LEANS.test(text) && !LEANS_ON_NOTHING.test(text)) return true;
  if (
    (ADDS.test(text) && !ADDS_TO_ITSELF.test(text)) ||
    POINTS_BACK.test(text) ||
    POINTS_EARLY.test(text)
  )
    return true;
  if (LEANS_WITHIN.test(text) && !LEANS_ON_NOTHING.test(text.replace(AFTER_PHRASE, "")))
    return true;
  return comparesBack(text);
}
