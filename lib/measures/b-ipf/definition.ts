/**
 * The B-IPF, seven areas of life and how much trouble each gave over the past 30 days, 0 to 6, or not
 * applicable (Kleiman et al. 2020). The total is a percentage: the sum over the most the answered items could
 * have reached, rounded, so 100 is the greatest impairment. Items that do not apply, and items left blank, leave
 * both sides of the fraction; with nothing rated there is no total. 7 is VA's own code for "not applicable" and
 * never counts as a rating. Not to be confused with the nine-area "B-IPF" inside VA's MIOS records, whose items
 * differ.
 */
import { administrationOf } from "../administration-of";
import { noCodes } from "../forms";
import type { Administration, Item, Measure } from "../measure";

const items: readonly Item[] = [
  item(1, "Partner", "I had trouble in my romantic relationship with my spouse or partner."),
  item(2, "Children", "I had trouble in my relationship with my children."),
  item(3, "Family", "I had trouble with my family relationships."),
  item(4, "Friends", "I had trouble with my friendships and socializing."),
  item(5, "Work", "I had trouble at work."),
  item(6, "Education", "I had trouble with my training and education."),
  item(
    7, "Daily activities",
    "I had trouble with day to day activities, such as doing household chores, running errands and managing my medical " +
      "care.",
  ),
];

const past30Days: Administration = {
  recall: "month",
  label: "Past 30 days",
  instruction:
    "Select a rating on the scale of 0 (Not at All) to 6 (Very Much) for each item. Select N/A if the item is not applicable.",
  stem: "Overall, in the PAST 30 DAYS:",
  source: "VA Mental Health Assistant, B-IPF, where the key “7” stands for “N/A”; nothing else is changed",
  offered: true,
  codes: noCodes,
  caution: null,
};

export const bIpf: Measure = {
  id: "b-ipf",
  title: "Brief Inventory of Psychosocial Functioning",
  short: "B-IPF",
  purpose: "How much trouble seven areas of life give, as a percentage of the most possible.",
  entry: "items",
  whyNoItems: null,
  items,
  options: [
    { value: 0, label: "Not at all" },
    { value: 1, label: "1" },
    { value: 2, label: "2" },
    { value: 3, label: "Somewhat" },
    { value: 4, label: "4" },
    { value: 5, label: "5" },
    { value: 6, label: "Very much" },
    { value: 7, label: "Not applicable in the past 30 days", uncounted: true },
  ],
  clusters: [],
  range: { min: 0, max: 100 },
  combine: "percent",
  skips: [],
  missingRule: {
    most: 6,
    words:
      "Items not applicable or left blank leave numerator and denominator: the sum of the items rated, divided by 6 times " +
      "their number, times 100, rounded half up. With none rated there is no total.",
    source: "VA Mental Health Assistant, scoring routine YTSBIPF; the same formula on the National Center for PTSD's IPF page",
  },
  recalls: ["month"],
  administration: administrationOf("B-IPF", { month: past30Days }),
  endorsedFrom: null,
  bands: {
    list: [
      { min: 0, max: 10, label: "No impairment" },
      { min: 11, max: 30, label: "Mild impairment" },
      { min: 31, max: 50, label: "Moderate impairment" },
      { min: 51, max: 80, label: "Severe impairment" },
      { min: 81, max: 100, label: "Extreme impairment" },
    ],
    source: "VA Mental Health Assistant, report routine YTSBIPF",
  },
  thresholds: [],
  safety: null,
  provisional: null,
  rights: "A measure of the VA's National Center for PTSD, a US Government agency. Cite Kleiman et al. 2020.",
  sources: [
    "Kleiman SE, Bovin MJ, Black SK, et al. (2020). Psychometric properties of a brief measure of posttraumatic stress " +
      "disorder–related impairment: the Brief Inventory of Psychosocial Functioning. Psychological Services 17:187–194, " +
      "doi 10.1037/ser0000306",
  ],
};

function item(number: number, label: string, text: string): Item {
  return { number, text, label, cluster: null };
}
