/**
 * The ISI, seven questions on insomnia, total 0 to 28 (Morin). The total is entered here: Mapi Trust licenses
 * the text. Copies differ in the period they ask about: VA's My HealtheVet prints the last two weeks,
 * awell-score the last month, and PhenX notes that the period may be altered. So both are offered, and whoever
 * enters a total says which form it was.
 */
import { administrationOf } from "../administration-of";
import { withoutItems, wordless } from "../forms";
import type { Measure } from "../measure";

const forms = {
  month: wordless("month", "Past month", "ISI as in awell-score", "Copies differ: check the period printed on the form."),
  fortnight: wordless(
    "fortnight", "Last 2 weeks", "ISI as in VA My HealtheVet and the PhenX Toolkit",
    "Copies differ: check the period printed on the form.",
  ),
};

export const isi: Measure = {
  ...withoutItems,
  id: "isi",
  title: "Insomnia Severity Index",
  short: "ISI",
  purpose: "Severity of insomnia as the person sees it.",
  entry: "total",
  whyNoItems: "The text of the ISI is under copyright of Charles M. Morin and licensed by Mapi Trust, so only its total is entered here.",
  range: { min: 0, max: 28 },
  recalls: ["month", "fortnight"],
  administration: administrationOf("ISI", forms),
  bands: {
    list: [
      { min: 0, max: 7, label: "No clinically significant insomnia" },
      { min: 8, max: 14, label: "Subthreshold insomnia" },
      { min: 15, max: 21, label: "Clinical insomnia, moderate" },
      { min: 22, max: 28, label: "Clinical insomnia, severe" },
    ],
    source: "Scoring guidelines printed with the ISI (VA My HealtheVet)",
  },
  thresholds: [],
  rights: "© Charles M. Morin; licensed by Mapi Research Trust. No text is reproduced here.",
  sources: [
    "Morin CM, Belleville G, Bélanger L, Ivers H (2011). The Insomnia Severity Index: psychometric indicators to detect " +
      "insomnia cases and evaluate treatment response. Sleep 34:601–608",
  ],
};
