/** Nothing goes in; how the shipped classifier is trained and used comes out. Chosen by `--cross`. */
import type { Thresholds } from "@/lib/guard/classify/combine";
import type { Settings } from "./learn";
import { SEED } from "./prepare";

export const SETTINGS: Settings = {
  epochs: 10,
  step: 0.1,
  denseStep: 0.01,
  decay: 2e-6,
  focus: 0,
  hidden: 48,
  dropout: 0.2,
  blanks: 0,
  bags: 1,
  seed: SEED,
};

export const THRESHOLDS: Thresholds = {
  urgent: 0.35,
  urgentLong: 0.5,
  urgentPart: 1,
  calm: 0.15,
  calmEducation: 0.5,
  redirect: 0.5,
  allow: 0.75,
};
