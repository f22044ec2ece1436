/** Nothing enters; the words leave that say nothing about a health topic, and are therefore neither indexed nor searched for. */

const list = (words: string) => words.trim().split(/\s+/);

/**
 * English: articles, pronouns, auxiliaries, and the chatter of letters to a helpline. Kept deliberately to
 * words no passage is about; rarer chatter is weighed down by lib/retrieve instead of being lost here.
 */
export const ENGLISH_STOP_WORDS: ReadonlySet<string> = new Set(
  list(`
  a about above actually after again all also although always am among an and another any anybody anyone anything are arent around
  as ask asked asking at be because been before being below between both but by came can cannot cant come could couldnt
  dear did didnt do does doesnt doing done dont down during each either else etc even ever every everyone everything few
  find for from further gave get gets getting give given go goes going gone good got gotten greetings had hadnt has
  hasnt have havent having he hear heard hello help helpful her here hers herself hes hi him himself his hope how however
  i id if ill im in info information instead into is isnt it its itself ive just keep know known knows let like look
  looked looking lot lots made make makes making many matter matters may maybe me might mine more most much must my myself need needed
  needs neither never no nor not nothing now of off often ok okay on once one only onto or other others our ours out over
  own people perhaps person please possible possibly put question questions quite rather read really regarding regards
  said same saw say saying says see seem seems seen shall she should shouldnt since sincerely sir so some someone
  something sometimes soon sorry still such suggest suggestions sure take taken takes taking tell than thank thanking
  thanks that thats the their theirs them themselves then there theres these they theyre thing things think thinking
  this those though thought through thru thus to told too took toward towards tried try trying under understand until up
  upon us use used uses using usually very via want wanted wanting wants was wasnt way we well went were werent what
  whats when where wherever whether which while who whom whose why will wish with within without wonder wondered
  wondering wont would wouldnt yes yet you your youre yours yourself`),
);

/** Spanish, accents folded, for passages and questions in Spanish. */
export const SPANISH_STOP_WORDS: ReadonlySet<string> = new Set(
  list(`
  a ademas al algo alguien algun alguna algunas alguno algunos alla alli ante antes aquel aquella asi aun aunque ayuda
  ayudar buenas buenos cada como con cosa cosas cual cuales cualquier cuando cuanta cuanto cuantos da dar de debe deben
  debo decir del dentro desde despues dia dice dicen dijo donde dos el ella ellas ello ellos en entonces entre era eran
  es esa esas ese eso esos esta estaba estan estar estas este esto estos estoy favor fue fueron gracias gustaria ha
  haber habia hace hacen hacer hacia han hasta hay he hola hoy informacion ir la las le les lo los mas me mi mientras
  mio mis mismo mucha muchas mucho muchos muy nada necesito ni no nos nosotros nuestra nuestro o os otra otras otro
  otros para pero poco por porque pregunta preguntar puede pueden puedo pues que querer quien quiero quisiera saber se
  sea ser si sido siempre siendo sin sino sirve sobre solo son soy su sus suya suyo tal tambien tampoco tan tanto te
  tener tengo ti tiene tienen toda todas todavia todo todos tu tus un una unas uno unos usted ustedes va van varias
  varios ver vez vosotros voy y ya yo`),
);
