/**
 * The triage result of the C-SSRS screener: negative, low, moderate or high. The six questions are asked on the
 * publisher's own form, with training and its wording unaltered; here only the result is entered, as the form's
 * triage colours give it. The numbers 0 to 3 only order the results: they are no score, and no difference of two
 * of them means anything. Every result but negative asks for a clinician's attention. It is a triage, never an
 * estimate of risk on its own.
 */
import { administrationOf } from "../administration-of";
import { withoutItems, wordless } from "../forms";
import type { Measure } from "../measure";

const forms = {
  month: wordless(
    "month", "Past month", "C-SSRS screener, recent version: ideation in the past month, behaviour in the past 3 months",
    "Behaviour is asked over the past 3 months and over a lifetime.",
  ),
  unstated: wordless("unstated", "Since last contact", "C-SSRS screener, since last contact"),
};

export const cSsrs: Measure = {
  ...withoutItems,
  id: "c-ssrs",
  title: "Columbia-Suicide Severity Rating Scale, screener",
  short: "C-SSRS",
  purpose: "The result of a suicide screen, so that a positive one is seen and answered.",
  entry: "result",
  whyNoItems:
    "The C-SSRS is under copyright of the Research Foundation for Mental Hygiene and must be asked in its own wording, on its own " +
    "form, so only the screener's result is entered here.",
  options: [
    { value: 0, label: "Negative" },
    { value: 1, label: "Low" },
    { value: 2, label: "Moderate" },
    { value: 3, label: "High" },
  ],
  range: { min: 0, max: 3 },
  recalls: ["month", "unstated"],
  administration: administrationOf("C-SSRS", forms),
  bands: null,
  thresholds: [],
  safety: {
    item: 0,
    from: 1,
    meaning: "Any result but negative: a clinician asks further and notes what was done.",
    source: "C-SSRS screener with triage points (Posner et al.): low, moderate and high each call for a response",
  },
  rights: "© The Research Foundation for Mental Hygiene, 2008; free to use after registration, wording unaltered. No text is reproduced here.",
  sources: [
    "Posner K, Brown GK, Stanley B, et al. (2011). The Columbia–Suicide Severity Rating Scale: initial validity and internal " +
      "consistency findings from three multisite studies with adolescents and adults. American Journal of Psychiatry " +
      "168:1266–1277",
  ],
};
