/**
 * The AUDIT-C, three questions on drinking (Bush et al. 1998, from WHO's AUDIT). The answers differ by item;
 * after "Never" to the first the other two are not asked and count 0. There are no bands and no one cut: the
 * cut depends on the person's sex, which is not guessed, so every cut is shown. When all points come from item 1
 * the person is likely drinking below recommended limits, and intake over the past months should be reviewed.
 * The three items name no period; the past year stands in the sentence before them.
 */
import { administrationOf } from "../administration-of";
import { loinc } from "../forms";
import type { Administration, Measure } from "../measure";
import { items } from "./items";

const pastYear: Administration = {
  recall: "year",
  label: "Past year",
  instruction:
    "Now I am going to ask you some questions about your use of alcoholic beverages during this past year. Consider a " +
    "“drink” to be a can or bottle of beer, a glass of wine, a wine cooler, or one cocktail or a shot of hard liquor (like " +
    "scotch, gin, or vodka).",
  stem: "",
  source:
    "First sentence: WHO AUDIT, interview version (Babor et al. 2001). Definition of a drink: the AUDIT-C as printed by SAMHSA " +
    "after Bush et al. 1998. A standard drink differs by country",
  offered: true,
  codes: {
    panel: loinc("72109-2", "Alcohol Use Disorder Identification Test - Consumption [AUDIT-C]"),
    total: loinc("75626-2", "Total score [AUDIT-C]"),
  },
  caution:
    "When all points come from item 1, the person is likely drinking below recommended limits: review intake over the past " +
    "months (LOINC 75626-2, scoring note).",
};

export const auditC: Measure = {
  id: "audit-c",
  title: "Alcohol Use Disorders Identification Test – Consumption",
  short: "AUDIT-C",
  purpose: "Screens for hazardous drinking in three questions.",
  entry: "items",
  whyNoItems: null,
  items,
  options: [],
  clusters: [],
  range: { min: 0, max: 12 },
  combine: "sum",
  skips: [
    {
      item: 1,
      answer: 0,
      skips: [2, 3],
      source: "VA Mental Health Assistant, AUDIT-C branching: “Never” to item 1 skips the other two",
    },
  ],
  missingRule: null,
  recalls: ["year"],
  administration: administrationOf("AUDIT-C", { year: pastYear }),
  endorsedFrom: null,
  bands: null,
  thresholds: [
    {
      id: "women",
      name: "Women, 3",
      value: 3,
      meaning: "3 or more is a positive screen for women (sensitivity .81, specificity .86 in female VA patients).",
      source: "Bradley et al. 2003, as in LOINC 75626-2 and VA's Mental Health Assistant",
    },
    {
      id: "men",
      name: "Men, 4",
      value: 4,
      meaning: "4 or more is a positive screen for men.",
      source: "LOINC 75626-2; VA's Mental Health Assistant",
    },
    {
      id: "va-action",
      name: "VA brief counselling, 5",
      value: 5,
      meaning: "VA asks for brief counselling at 5 or more, for women and men alike.",
      source: "VA QUERI, questions on alcohol screening; VA Mental Health Assistant, routine YTSAUDTC",
    },
  ],
  safety: null,
  provisional: null,
  rights:
    "AUDIT © World Health Organization 2001: “may … be freely reviewed, abstracted, reproduced, and translated, in part or in " +
    "whole but not for sale or for use in conjunction with commercial purposes.” Whoever sells a product with it asks WHO first.",
  sources: [
    "Bush K, Kivlahan DR, McDonell MB, Fihn SD, Bradley KA (1998). The AUDIT alcohol consumption questions (AUDIT-C). Archives " +
      "of Internal Medicine 158:1789–1795",
    "Babor TF, Higgins-Biddle JC, Saunders JB, Monteiro MG (2001). AUDIT: guidelines for use in primary care, 2nd ed. World " +
      "Health Organization, WHO/MSD/MSB/01.6a",
    "Bradley KA et al. (2003). Two brief alcohol-screening tests from the AUDIT: validation in a female Veterans Affairs " +
      "patient population. Archives of Internal Medicine 163:821–829",
  ],
};
