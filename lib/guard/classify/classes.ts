/** Nothing goes in; the classes of the classifier come out, in the order of its weights. */
import type { Category } from "../decision";
import { REDIRECT_CATEGORIES, URGENT_CATEGORIES } from "../decision";

export const CLASSES: readonly Category[] = [
  "education",
  ...URGENT_CATEGORIES,
  ...REDIRECT_CATEGORIES,
];
/** Index of the first redirect: education is 0, the urgent classes lie between. */
export const FIRST_REDIRECT = 1 + URGENT_CATEGORIES.length;
