/**
 * The PHQ-9, nine symptoms of depression over the last two weeks, each rated 0 to 3, with a tenth question on
 * difficulty that is kept and never scored. A screen and a measure of severity, not a diagnosis. Its bands
 * change at 5, 10, 15 and 20 (Kroenke, Spitzer & Williams 2001). It has a published rule for missing items:
 * with one or two of the nine blank the rest are counted in proportion; with three there is no total. Any
 * answer above 0 to item 9 asks for a clinician's attention, whatever the total.
 */
import { administrationOf } from "../administration-of";
import { loinc } from "../forms";
import type { Administration, Measure } from "../measure";
import { items } from "./items";

const lastTwoWeeks: Administration = {
  recall: "fortnight",
  label: "Last 2 weeks",
  instruction: "Choose one answer for each problem.",
  stem: "Over the last 2 weeks, how often have you been bothered by any of the following problems?",
  source:
    "PHQ-9 (Spitzer, Kroenke & Williams 1999); the form prints “Use ✓ to indicate your answer”, for which the " +
    "instruction here is our wording for a screen",
  offered: true,
  codes: {
    panel: loinc("44249-1", "PHQ-9 quick depression assessment panel [Reported.PHQ]"),
    total: loinc("44261-6", "Patient Health Questionnaire 9 item (PHQ-9) total score [Reported]"),
  },
  caution: null,
};

export const phq9: Measure = {
  id: "phq-9",
  title: "Patient Health Questionnaire-9",
  short: "PHQ-9",
  purpose: "Severity of the symptoms of depression, and how it moves over a course of treatment.",
  entry: "items",
  whyNoItems: null,
  items,
  options: [
    { value: 0, label: "Not at all" },
    { value: 1, label: "Several days" },
    { value: 2, label: "More than half the days" },
    { value: 3, label: "Nearly every day" },
  ],
  clusters: [],
  range: { min: 0, max: 27 },
  combine: "sum",
  skips: [],
  missingRule: {
    most: 2,
    words:
      "With one or two of the nine items missing, the total is the sum of those answered times 9, divided by how " +
      "many were answered, rounded half up. With three or more missing there is no total.",
    source:
      "VA Mental Health Assistant, scoring routine YTSPHQ9; the same limit in Arrieta et al. 2017, J Clin Psychol, " +
      "doi 10.1002/jclp.22390",
  },
  recalls: ["fortnight"],
  administration: administrationOf("PHQ-9", { fortnight: lastTwoWeeks }),
  endorsedFrom: null,
  bands: {
    list: [
      { min: 0, max: 4, label: "Minimal or none" },
      { min: 5, max: 9, label: "Mild" },
      { min: 10, max: 14, label: "Moderate" },
      { min: 15, max: 19, label: "Moderately severe" },
      { min: 20, max: 27, label: "Severe" },
    ],
    source: "Kroenke, Spitzer & Williams 2001; VA Mental Health Assistant prints the same cuts",
  },
  thresholds: [
    {
      id: "screen",
      name: "Screen, 10",
      value: 10,
      meaning:
        "A total of 10 or more is a positive screen for major depression (sensitivity 77–88 %, specificity 88–94 %), and a " +
        "case by NHS Talking Therapies. A screen, not a diagnosis.",
      source: "Kroenke et al. 2010, as quoted by CamCOPS (phq9.rst); NHS Talking Therapies, as in trial NCT05134103",
    },
  ],
  safety: {
    item: 9,
    from: 1,
    meaning:
      "Item 9, thoughts of being better off dead or of self-harm, answered above “Not at all”: a clinician asks further, " +
      "whatever the total.",
    source: "VA Mental Health Assistant, routine YTSPHQ9: any positive answer to item 9 indicates additional assessment",
  },
  provisional: null,
  rights:
    "Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, with an educational grant from " +
    "Pfizer Inc. No permission required to reproduce, translate, display or distribute. Copyright © Pfizer Inc.",
  sources: [
    "Kroenke K, Spitzer RL, Williams JBW (2001). The PHQ-9: validity of a brief depression severity measure. Journal of " +
      "General Internal Medicine 16:606–613",
    "Kroenke K, Spitzer RL, Williams JBW, Löwe B (2010). The Patient Health Questionnaire somatic, anxiety, and depressive " +
      "symptom scales: a systematic review. General Hospital Psychiatry 32:345–359",
  ],
};
