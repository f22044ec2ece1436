/**
 * A line of a page in; the reason it belongs to the page and not to the text out, or null.
 *
 * Only whole lines are judged, and only short ones: a sentence about cookies in a recipe stays.
 */
import type { RemovalReason } from "@/lib/ingest/load/loaded";
import { remembered } from "@/lib/ingest/remembered";

/** Longest line taken for page furniture; safe 100 to 240. */
const MAX_LENGTH = 200;

const RULES: readonly (readonly [RemovalReason, RegExp])[] = [
  [
    "navigation",
    /^(?:skip|jump) (?:to|directly to) (?:the )?(?:main |page )?(?:content|navigation|search|menu)/iu,
  ],
  [
    "navigation",
    /^(?:(?:main |site |toggle |open |close )*(?:menu|navigation|search)|home|back to top|return to top|top of page|you are here:?.*|breadcrumbs?|print(?: this)?(?: page| article)?|table of contents|in this article|on this page|contents|next(?: page| article| post)?|previous(?: page| article| post)?|read more|show more|load more|view all|see all|close|log ?in|sign ?in|register|my account|volver arriba|saltar al contenido(?: principal)?|ir al contenido(?: principal)?|menú|buscar|inicio|imprimir)[ ›»→↑|.…]*$/iu,
  ],
  ["navigation", /^(?:home|inicio)\s*(?:[>›»/→|]\s*[^>›»/→|]{1,60}){1,6}$/iu],
  ["navigation", /^(?:[\p{L}&' ]{2,24}\s*[|·•]\s*){2,}[\p{L}&' ]{2,24}$/iu],
  [
    "cookie notice",
    /(?<!\p{L})(?:(?:this|our) (?:web ?)?site uses cookies|we (?:and our partners )?use cookies|accept (?:all )?cookies|cookie (?:settings|preferences|policy|consent|notice)|manage (?:cookies|consent)|utilizamos cookies|usamos cookies|aceptar (?:todas las )?cookies|by continuing to (?:use|browse) (?:this|our) (?:web)?site)/iu,
  ],
  [
    "share bar",
    /^(?:(?:share|tweet|pin(?: it)?|e-?mail|facebook|twitter|x|linkedin|pinterest|whatsapp|reddit|instagram|youtube|copy link|print|save|like|follow us(?: on)?|compartir|share (?:this|on)(?: (?:article|page|post|facebook|twitter|x|linkedin|pinterest|whatsapp|reddit|email))?)\s*[|·•,:/&+]?\s*)+$/iu,
  ],
  [
    "advertisement",
    /^(?:advertisements?|sponsored(?: content| post)?|paid (?:content|partnership)|ad(?:vertisement)?\s*[-–—:].*|publicidad|continue reading below.*|article continues (?:below|after) .*|scroll (?:down )?to continue.*)$/iu,
  ],
  [
    "advertisement",
    /^(?:sign up|subscribe)(?!\p{L}).{0,80}(?:newsletter|updates|inbox|e-?mail|mailing list)/iu,
  ],
  [
    "advertisement",
    /^(?:get|receive|join|enter|suscríbase).{0,60}(?:newsletter|your (?:e-?mail|inbox)|e-?mail address|boletín)/iu,
  ],
  [
    "picture credit",
    /^(?:(?:photo|image|picture|illustration|graphic)s?(?: credit| source| courtesy| by)?\s*(?::|by\b|courtesy\b)|credit:|foto:|©?\s*(?:getty images|shutterstock|istock|alamy|unsplash|pexels))/iu,
  ],
  [
    "picture credit",
    /(?:getty images|shutterstock(?:\.com)?|istock(?:photo)?|alamy(?: stock photo)?|unsplash|adobe stock)[\s)/.]*$/iu,
  ],
  ["footer", /^(?:©|\(c\)\s|copyright\b).{0,160}$/iu],
  ["footer", /^(?:.{0,80}\s)?all rights reserved\.?$/iu],
  [
    "footer",
    /^(?:(?:privacy(?: policy| notice)?|terms(?: of (?:use|service)| and conditions| & conditions)?|cookies?|accessibility(?: statement)?|site ?map|contact(?: us)?|about(?: us)?|help|careers|legal|disclaimer|advertise(?: with us)?)\s*[|·•,/–-]?\s*){2,}$/iu,
  ],
  [
    "author box",
    /^(?:(?:medically |clinically |expert )?(?:written|reviewed|fact[- ]checked|edited|posted|published|updated|authored) by|by:)\s.{2,120}$/iu,
  ],
  [
    "author box",
    /^[Bb]y (?:Dr\.? )?\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3}(?:,.{0,80}|\s*[|·•—-].{0,80})?$/u,
  ],
  [
    "author box",
    /^(?:(?:(?:last|next|page|date) )?(?:updated?|review(?:ed)?(?: due)?|modified|published|posted|revision|actualizado|revisado|publicado)(?: on| date)?\s*:?\s*(?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)).{0,40}$/iu,
  ],
  ["author box", /^\d{1,3}[- ]min(?:ute)?s?(?: read| to read).*$/iu],
  [
    "related links",
    /^(?:\d+ )?(?:comments?|leave a (?:comment|reply)|post a comment|add a comment|was this (?:page|article|information) (?:helpful|useful)\??.*|rate this (?:page|article).*)$/iu,
  ],
];

/** Headings whose whole section is furniture, up to the next heading. */
const SECTIONS: readonly (readonly [RemovalReason, RegExp])[] = [
  [
    "author box",
    /^(?:about (?:the )?(?:author|writer|reviewer|editor)s?|author(?: bio(?:graphy)?)?|meet the (?:author|team)|sobre (?:el autor|la autora))$/iu,
  ],
  [
    "related links",
    /^(?:related (?:articles?|content|posts?|reading|stories|links|topics|pages|conditions)|you (?:may|might) also (?:like|be interested in)|more (?:from|stories|articles|like this).{0,40}|recommended(?: for you| articles| reading)?|read (?:next|more)|popular (?:posts|articles)|trending(?: now)?|most read|keep reading|up next|artículos relacionados|también le puede interesar)$/iu,
  ],
  ["share bar", /^(?:share (?:this|on).{0,30}|follow us|connect with us|stay connected)$/iu],
  ["advertisement", /^(?:newsletter|subscribe|(?:sign up|subscribe) (?:for|to) .{0,60})$/iu],
];

/** Dots that lead from an entry of a table of contents to its page. */
const DOT_LEADER = /(?:\s?[.·…]){6,}\s*(?:\d{1,4}|[ivxlc]{1,6})(?:\s|$)/u;

/** @returns why a line is page furniture, or null when it may be text */
export function boilerplateReason(text: string): RemovalReason | null {
  if (DOT_LEADER.test(text.slice(0, 2_000))) return "navigation";
  return text.length > MAX_LENGTH ? null : ruleFor(text);
}

const ruleFor = remembered((text) => RULES.find(([, pattern]) => pattern.test(text))?.[0] ?? null);

/** @returns why the section under a heading is page furniture, or null */
export function boilerplateSection(heading: string): RemovalReason | null {
  const bare = heading.replace(/[:…]+$/u, "").trim();
  return SECTIONS.find(([, pattern]) => pattern.test(bare))?.[0] ?? null;
}
