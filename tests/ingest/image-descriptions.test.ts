import { describe, expect, it } from "vitest";
import { isImageDescription } from "@/lib/ingest/clean/image-descriptions";

const alone = { standsAlone: true };

describe("isImageDescription", () => {
  it.each([
    "A glowing orb cradled by woven strands symbolizes balance within the lungs. This image evokes calm breathing and renewal",
    "Smiling older couple walking on a beach at sunset, reflecting heart health and vitality",
    "Soft green leaves and smooth stones represent natural recovery, embodying wellness and inner strength",
    "A nurse holding a clipboard while talking to an elderly man in a bright room",
    "Close-up of translucent blue capsules on a white background, highlighting precision medicine",
    "Abstract layered rings illustrate the rhythm of sleep. This visual conveys restoration",
  ])("is true of: %s", (text) => {
    expect(isImageDescription(text, alone)).toBe(true);
  });

  it.each([
    "A raised, red, circular rash with a pale centre may represent ringworm.",
    "A woman holding her breath during the scan gives a clearer picture.",
    "Cartilage is a smooth, white layer that covers the ends of bones.",
    "Figure 3. Smooth white petals of a damaged valve seen from above, with fibrous strands",
    "The image on the scan depicts soft tissue, and a dark structure can reflect a cyst.",
    "What does a smooth white patch in the mouth represent, and should you see a dentist about it?",
    "Brown, watery or bloody discharge, soft stools and a smooth tongue",
    "Managing Your Green Leaf Diet and Smooth Recovery After Delicate Surgery",
    "You are holding a smooth white tablet with a soft green coating and a textured core",
    "Low back pain that radiates into the leg, with numbness between the legs",
  ])("is false of: %s", (text) => {
    expect(isImageDescription(text, alone)).toBe(false);
  });
});
