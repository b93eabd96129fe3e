/**
 * The GAD-7, seven symptoms of anxiety over the last two weeks, each rated 0 to 3; wording by Spitzer, Kroenke,
 * Williams and Löwe (2006). No rule for missing items was found, so none is applied: all seven are needed.
 * Many copies print "Not at all sure" or "Over half the days": known errors (Zorowitz et al. 2021, Lancet
 * Psychiatry 8:180), pinned out by a test. Some later forms add a difficulty question; it is not part of the
 * seven-item scale, and the PHQ-9 asks it.
 */
import { administrationOf } from "../administration-of";
import { loinc } from "../forms";
import type { Administration, Item, Measure } from "../measure";

const items: readonly Item[] = [
  item(1, "Nervous", "Feeling nervous, anxious or on edge"),
  item(2, "Uncontrolled worry", "Not being able to stop or control worrying"),
  item(3, "Worrying too much", "Worrying too much about different things"),
  item(4, "Trouble relaxing", "Trouble relaxing"),
  item(5, "Restless", "Being so restless that it is hard to sit still"),
  item(6, "Irritable", "Becoming easily annoyed or irritable"),
  item(7, "Afraid", "Feeling afraid as if something awful might happen"),
];

const lastTwoWeeks: Administration = {
  recall: "fortnight",
  label: "Last 2 weeks",
  instruction: "Choose one answer for each problem.",
  stem: "Over the last 2 weeks, how often have you been bothered by the following problems?",
  source:
    "GAD-7 (Spitzer, Kroenke, Williams & Löwe 2006); the form prints “Use ✓ to indicate your answer”, for which the " +
    "instruction here is our wording for a screen",
  offered: true,
  codes: {
    panel: loinc("69737-5", "Generalized anxiety disorder 7 item (GAD-7)"),
    total: loinc("70274-6", "Generalized anxiety disorder 7 item (GAD-7) total score [Reported.PHQ]"),
  },
  caution: null,
};

export const gad7: Measure = {
  id: "gad-7",
  title: "Generalized Anxiety Disorder 7-item scale",
  short: "GAD-7",
  purpose: "Severity of the symptoms of anxiety, and how it moves over a course of treatment.",
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
  range: { min: 0, max: 21 },
  combine: "sum",
  skips: [],
  missingRule: null,
  recalls: ["fortnight"],
  administration: administrationOf("GAD-7", { fortnight: lastTwoWeeks }),
  endorsedFrom: null,
  bands: {
    list: [
      { min: 0, max: 4, label: "Minimal" },
      { min: 5, max: 9, label: "Mild" },
      { min: 10, max: 14, label: "Moderate" },
      { min: 15, max: 21, label: "Severe" },
    ],
    source: "Spitzer et al. 2006; VA Mental Health Assistant names the same cuts, 5, 10 and 15",
  },
  thresholds: [
    {
      id: "iapt-case",
      name: "Case, 8",
      value: 8,
      meaning: "A total of 8 or more is a case by NHS Talking Therapies (formerly IAPT).",
      source: "NHS Talking Therapies, as in trial NCT05134103",
    },
    {
      id: "screen",
      name: "Screen, 10",
      value: 10,
      meaning:
        "A total of 10 or more screens for generalised anxiety disorder (sensitivity 89 %, specificity 82 %); for PTSD the " +
        "same cut found 66 % (specificity 81 %). A screen, not a diagnosis.",
      source: "Spitzer et al. 2006; Kroenke et al. 2010; both as quoted by CamCOPS (gad7.rst)",
    },
  ],
  safety: null,
  provisional: null,
  rights:
    "Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, with an educational grant from " +
    "Pfizer Inc. No permission required to reproduce, translate, display or distribute. Copyright © Pfizer Inc.",
  sources: [
    "Spitzer RL, Kroenke K, Williams JBW, Löwe B (2006). A brief measure for assessing generalized anxiety disorder: the " +
      "GAD-7. Archives of Internal Medicine 166:1092–1097",
    "Zorowitz S et al. (2021). Lancet Psychiatry 8:180: the answers as many copies misprint them",
  ],
};

function item(number: number, label: string, text: string): Item {
  return { number, text, label, cluster: null };
}
