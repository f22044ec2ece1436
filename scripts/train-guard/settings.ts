/** Nothing goes in; how the shipped classifier is trained and used comes out. Chosen by `--cross`. */
import type { Thresholds } from "@/lib/guard/classify/combine";
import type { Settings } from "./learn";

/** Any number; changing it changes every weight. */
const SEED = 20261123;

export const SETTINGS: Settings = {
  leastSeen: 8,
  epochs: 10,
  step: 0.1,
  denseStep: 0.03,
  decay: 2e-6,
  focus: 0,
  hidden: 96,
  dropout: 0.4,
  blanks: 0,
  bags: 3,
  seed: SEED,
};

export const THRESHOLDS: Thresholds = {
  urgent: 0.22,
  calm: 0.25,
  calmEducation: 0.3,
  redirect: 0.6,
  allow: 0.55,
};
