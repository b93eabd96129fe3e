/**
 * The CADSS, a rating of dissociation in the moment (Bremner et al. 1998), as used on the day of a dose: 23
 * items rated 0 to 4 make a total of 0 to 92. Longer versions of 27 and 28 items exist and are not comparable.
 * The total is entered here. No published cut says when a person may go home, and dissociation on the day does
 * not reliably predict the outcome: it is a measure of safety, not of progress.
 */
import { administrationOf } from "../administration-of";
import { withoutItems, wordless } from "../forms";
import type { Measure } from "../measure";

const forms = {
  moment: wordless(
    "moment", "At this moment", "Present-state dissociation, asked “at this time” (Bremner et al. 1998)",
    "23 items. No published total says when a person may go home.",
  ),
};

export const cadss: Measure = {
  ...withoutItems,
  id: "cadss",
  title: "Clinician-Administered Dissociative States Scale",
  short: "CADSS",
  purpose: "Dissociation at this moment, before and after a dose.",
  entry: "total",
  whyNoItems: "The rights to the text of the CADSS are unclear, so only its total is entered here.",
  range: { min: 0, max: 92 },
  recalls: ["moment"],
  administration: administrationOf("CADSS", forms),
  bands: null,
  thresholds: [],
  rights: "Bremner and colleagues; the terms of use are unclear. No text is reproduced here.",
  sources: [
    "Bremner JD, Krystal JH, Putnam FW, et al. (1998). Measurement of dissociative states with the Clinician-Administered " +
      "Dissociative States Scale (CADSS). Journal of Traumatic Stress 11:125–136",
    "Psychometrics of the 23-item CADSS with and without PTSD (2024). Journal of Affective Disorders 364:249–258, " +
      "doi 10.1016/j.jad.2024.08.050",
  ],
};
