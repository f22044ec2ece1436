/**
 * A region goes in; the telephone numbers to ring there come out, each with where it was read and when.
 *
 * The numbers are GUARD's list. A test fails when one has not been checked within its limit.
 */
import type { Region } from "@/lib/env";

export type Line =
  | "emergency"
  | "crisis"
  | "crisis-text"
  | "crisis-second"
  | "poison"
  | "urgent-today"
  | "abuse";

export interface TelephoneNumber {
  readonly region: Region;
  readonly line: Line;
  /** As a person writes it. */
  readonly number: string;
  /** `tel:` or `sms:` address. */
  readonly href: string;
  readonly name: { readonly en: string; readonly es: string };
  /** The service's own page. */
  readonly source: string;
  /** `YYYY-MM-DD`, the day the number was last compared with its source. */
  readonly checked: string;
  /** Days after which the number must be compared again; safe 90 to 400. */
  readonly maxAgeDays: number;
}

/** Emergency numbers hardly ever change. */
const RARELY = 400;
/** Helplines open, close and move; half a year is the longest one is trusted unread. */
const HELPLINE = 200;
const CHECKED = "2026-11-23";

function entry(
  region: Region,
  line: Line,
  number: string,
  en: string,
  es: string,
  source: string,
  scheme: "tel" | "sms" = "tel",
  body = "",
): TelephoneNumber {
  const digits = number.replace(/[^\d+]/gu, "");
  return {
    region,
    line,
    number,
    href: `${scheme}:${digits}${body}`,
    name: { en, es },
    source,
    checked: CHECKED,
    maxAgeDays: line === "emergency" ? RARELY : HELPLINE,
  };
}

const EMERGENCY = ["Emergency services", "Servicios de emergencia"] as const;
const POISON = ["Poison help line", "Línea de ayuda por intoxicación"] as const;

export const NUMBERS: readonly TelephoneNumber[] = [
  entry("US", "emergency", "911", ...EMERGENCY, "https://www.911.gov/"),
  entry(
    "US",
    "crisis",
    "988",
    "988 crisis line (call)",
    "Línea de crisis 988 (llamar)",
    "https://988lifeline.org/",
  ),
  entry(
    "US",
    "crisis-text",
    "988",
    "988 crisis line (text)",
    "Línea de crisis 988 (mensaje de texto)",
    "https://988lifeline.org/",
    "sms",
  ),
  entry("US", "poison", "1-800-222-1222", ...POISON, "https://www.poisonhelp.org/"),
  entry("CA", "emergency", "911", ...EMERGENCY, "https://www.canada.ca/"),
  entry(
    "CA",
    "crisis",
    "988",
    "988 crisis line (call)",
    "Línea de crisis 988 (llamar)",
    "https://988.ca/",
  ),
  entry(
    "CA",
    "crisis-text",
    "988",
    "988 crisis line (text)",
    "Línea de crisis 988 (mensaje de texto)",
    "https://988.ca/",
    "sms",
  ),
  entry("CA", "poison", "1-844-764-7669", ...POISON, "https://infopoison.ca/"),
  entry("GB", "emergency", "999", ...EMERGENCY, "https://www.nhs.uk/"),
  entry("GB", "urgent-today", "111", "NHS 111", "NHS 111", "https://111.nhs.uk/"),
  entry(
    "GB",
    "crisis",
    "111",
    "NHS 111, then option 2",
    "NHS 111, opción 2",
    "https://111.nhs.uk/",
  ),
  entry(
    "GB",
    "crisis-second",
    "116 123",
    "Samaritans",
    "Samaritans",
    "https://www.samaritans.org/",
  ),
  entry(
    "GB",
    "crisis-text",
    "85258",
    "Text SHOUT to 85258",
    "Envíe SHOUT al 85258",
    "https://giveusashout.org/",
    "sms",
    "?&body=SHOUT",
  ),
  entry("GB", "poison", "111", "NHS 111", "NHS 111", "https://111.nhs.uk/"),
  entry("AU", "emergency", "000", ...EMERGENCY, "https://www.triplezero.gov.au/"),
  entry("AU", "crisis", "13 11 14", "Lifeline", "Lifeline", "https://www.lifeline.org.au/"),
  entry(
    "AU",
    "poison",
    "13 11 26",
    ...POISON,
    "https://www.healthdirect.gov.au/poisons-information-centre",
  ),
  entry(
    "IE",
    "emergency",
    "112",
    "Emergency services (112 or 999)",
    "Servicios de emergencia (112 o 999)",
    "https://www2.hse.ie/",
  ),
  entry(
    "IE",
    "crisis",
    "116 123",
    "Samaritans",
    "Samaritans",
    "https://www.samaritans.org/ireland/",
  ),
  entry("IE", "poison", "01 809 2166", ...POISON, "https://poisons.ie/"),
  entry("NZ", "emergency", "111", ...EMERGENCY, "https://www.police.govt.nz/"),
  entry("NZ", "crisis", "1737", "1737 (call)", "1737 (llamar)", "https://1737.org.nz/"),
  entry(
    "NZ",
    "crisis-text",
    "1737",
    "1737 (text)",
    "1737 (mensaje de texto)",
    "https://1737.org.nz/",
    "sms",
  ),
  entry("NZ", "poison", "0800 764 766", ...POISON, "https://poisons.co.nz/"),
  entry("IN", "emergency", "112", ...EMERGENCY, "https://112.gov.in/"),
  entry("IN", "crisis", "14416", "Tele-MANAS", "Tele-MANAS", "https://telemanas.mohfw.gov.in/"),
  entry(
    "EU",
    "emergency",
    "112",
    ...EMERGENCY,
    "https://digital-strategy.ec.europa.eu/en/policies/112",
  ),
];

/**
 * The numbers of one kind in one region.
 *
 * @param region where the site's readers are
 * @param lines kinds of number, in the order wanted
 * @returns empty where none is known; the text then says "your local emergency number"
 */
export function numbersFor(region: Region, lines: readonly Line[]): TelephoneNumber[] {
  return lines.flatMap((line) =>
    NUMBERS.filter((number) => number.region === region && number.line === line),
  );
}

/** Numbers that must be compared with their source again. @param today `YYYY-MM-DD` */
export function staleNumbers(today: string): TelephoneNumber[] {
  const day = 86_400_000;
  return NUMBERS.filter(
    (number) => (Date.parse(today) - Date.parse(number.checked)) / day > number.maxAgeDays,
  );
}
