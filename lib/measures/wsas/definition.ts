/**
 * The WSAS, five areas of functioning rated 0 to 8, total 0 to 40 (Mundt et al. 2002). The total is entered here:
 * Isaac Marks holds the text. The form names no period. The bands are the paper's: above 20 moderately severe or
 * worse, 10 to 20 significant but less severe, below 10 as in people without the disorder. A change of 8 points
 * is often quoted; no source for it was verified, so there is no rule of change.
 */
import { administrationOf } from "../administration-of";
import { withoutItems, wordless } from "../forms";
import type { Measure } from "../measure";

const forms = { unstated: wordless("unstated", "No stated period", "Mundt et al. 2002; the form names no period") };

export const wsas: Measure = {
  ...withoutItems,
  id: "wsas",
  title: "Work and Social Adjustment Scale",
  short: "WSAS",
  purpose: "How much a problem impairs work, home, leisure and relationships.",
  entry: "total",
  whyNoItems: "The text of the WSAS is under copyright of Isaac M. Marks, so only its total is entered here.",
  range: { min: 0, max: 40 },
  recalls: ["unstated"],
  administration: administrationOf("WSAS", forms),
  bands: {
    list: [
      { min: 0, max: 9, label: "Subclinical" },
      { min: 10, max: 20, label: "Significant impairment" },
      { min: 21, max: 40, label: "Moderately severe or worse" },
    ],
    source: "Mundt et al. 2002",
  },
  thresholds: [],
  rights: "© Isaac M. Marks. No text is reproduced here.",
  sources: [
    "Mundt JC, Marks IM, Shear MK, Greist JM (2002). The Work and Social Adjustment Scale: a simple measure of impairment in " +
      "functioning. British Journal of Psychiatry 180:461–464",
  ],
};
