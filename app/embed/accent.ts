/**
 * A site's accent colour in; the same hue, dark or light enough to be read on our backgrounds, out.
 */

export interface Accent {
  readonly light: string;
  readonly dark: string;
}

type Rgb = readonly [number, number, number];

/** WCAG 2.2, 1.4.3: text against its background. */
const TEXT_CONTRAST = 4.5;
/** The most demanding surface text in the accent colour stands on, in each scheme. */
const LIGHT_SURFACE: Rgb = [0xe3, 0xef, 0xec];
const DARK_SURFACE: Rgb = [0x1d, 0x31, 0x31];
/** How far each step moves towards black or white: 0.02 to 0.1. */
const STEP = 0.05;

const parse = (hex: string): Rgb => {
  const full = hex.length === 4 ? hex.replace(/[0-9a-f]/gi, "$&$&") : hex;
  return [1, 3, 5].map((at) => Number.parseInt(full.slice(at, at + 2), 16)) as unknown as Rgb;
};

const format = (rgb: Rgb) =>
  `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;

/** Relative luminance, WCAG 2.2. */
function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2). */
export function contrast(a: string, b: string): number {
  const [high, low] = [luminance(parse(a)), luminance(parse(b))].sort((x, y) => y - x) as [
    number,
    number,
  ];
  return (high + 0.05) / (low + 0.05);
}

function readable(rgb: Rgb, surface: Rgb, towards: number): string {
  let found = rgb;
  while (
    contrast(format(found), format(surface)) < TEXT_CONTRAST &&
    found.some((part) => Math.round(part) !== towards)
  )
    found = found.map(
      (part) => part + (towards - part) * STEP + Math.sign(towards - part),
    ) as unknown as Rgb;
  return format(found.map((part) => Math.min(255, Math.max(0, part))) as unknown as Rgb);
}

/** The accent in both schemes, or undefined when `value` is not a colour like `#0a5` or `#00aa55`. */
export function accentOf(value: string | undefined): Accent | undefined {
  if (!value || !/^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(value)) return undefined;
  const rgb = parse(value);
  return { light: readable(rgb, LIGHT_SURFACE, 0), dark: readable(rgb, DARK_SURFACE, 255) };
}
