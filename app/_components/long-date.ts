/**
 * A date as stored in; the same date in words, whatever the reader's time zone, out.
 */
export function longDate(value: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(value),
  );
}
