/**
 * The MADRS, ten symptoms of depression rated 0 to 6 by a clinician, total 0 to 60. The total is entered here:
 * the Royal College of Psychiatrists holds the text. The bands are the cuts of Snaith and colleagues; others
 * circulate (12, 24, 35; and 31 for severe, Müller et al. 2003), so they are a habit of reading, not a standard.
 * A 24-hour version was validated for treatments that act fast (Johnson et al.); for the usual one no period was
 * verified, so it is listed without one.
 */
import { administrationOf } from "../administration-of";
import { withoutItems, wordless } from "../forms";
import type { Measure } from "../measure";

const forms = {
  day: wordless(
    "day", "Past 24 hours",
    "MADRS with a 24-hour recall period (Johnson KM, Devine JM, et al., Journal of Clinical Psychiatry)",
    "Sleep and appetite could not be judged well over 24 hours, by the patients and clinicians asked (Johnson et al.).",
  ),
  unstated: wordless("unstated", "Usual form", "Montgomery & Åsberg 1979; no recall period was verified"),
};

export const madrs: Measure = {
  ...withoutItems,
  id: "madrs",
  title: "Montgomery–Åsberg Depression Rating Scale",
  short: "MADRS",
  purpose: "Severity of depression as rated by a clinician; the usual outcome of ketamine trials in depression.",
  entry: "total",
  whyNoItems: "The text of the MADRS is under copyright of the Royal College of Psychiatrists, so only its total is entered here.",
  range: { min: 0, max: 60 },
  recalls: ["day", "unstated"],
  administration: administrationOf("MADRS", forms),
  bands: {
    list: [
      { min: 0, max: 6, label: "Symptoms absent" },
      { min: 7, max: 19, label: "Mild" },
      { min: 20, max: 34, label: "Moderate" },
      { min: 35, max: 60, label: "Severe" },
    ],
    source: "Cuts of Snaith et al., as quoted in reviews of the scale; other cuts are in use",
  },
  thresholds: [],
  rights: "© The Royal College of Psychiatrists. No text is reproduced here.",
  sources: [
    "Montgomery SA, Åsberg M (1979). A new depression scale designed to be sensitive to change. British Journal of Psychiatry " +
      "134:382–389, doi 10.1192/bjp.134.4.382",
    "Müller MJ et al. (2003). Differentiating moderate and severe depression using the MADRS. Journal of Affective Disorders " +
      "77:255–260, doi 10.1016/s0165-0327(02)00120-9",
  ],
};
