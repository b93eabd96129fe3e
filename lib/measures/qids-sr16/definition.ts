/**
 * The QIDS-SR16, sixteen questions that make nine domains of depression over the last seven days; each domain is
 * its highest question, 0 to 3, so the total runs 0 to 27 and is not the sum of sixteen answers. The total is
 * entered here, scored by the domains: permission to show the text is unclear. The clinician's version (QIDS-C) is
 * another measure.
 */
import { administrationOf } from "../administration-of";
import { withoutItems, wordless } from "../forms";
import type { Measure } from "../measure";

const forms = {
  week: wordless(
    "week", "Last 7 days", "Administration notes of the authors, ids-qids.org",
    "The total is the sum of nine domains, each its highest question; not the sum of all sixteen.",
  ),
};

export const qidsSr16: Measure = {
  ...withoutItems,
  id: "qids-sr16",
  title: "Quick Inventory of Depressive Symptomatology, self-report, 16 items",
  short: "QIDS-SR16",
  purpose: "Severity of depression by the person's own report, over the last seven days.",
  entry: "total",
  whyNoItems: "Whether the text of the QIDS-SR16 may be shown is unclear, so only its total is entered here.",
  range: { min: 0, max: 27 },
  recalls: ["week"],
  administration: administrationOf("QIDS-SR16", forms),
  bands: {
    list: [
      { min: 0, max: 5, label: "None" },
      { min: 6, max: 10, label: "Mild" },
      { min: 11, max: 15, label: "Moderate" },
      { min: 16, max: 20, label: "Severe" },
      { min: 21, max: 27, label: "Very severe" },
    ],
    source: "Rush et al. 2003, as tabulated by the authors on ids-qids.org",
  },
  thresholds: [],
  rights: "© A. John Rush; said to be freely available, but no permission to show the text was found. No text is reproduced here.",
  sources: [
    "Rush AJ, Trivedi MH, Ibrahim HM, et al. (2003). The 16-item Quick Inventory of Depressive Symptomatology (QIDS). Biological " +
      "Psychiatry 54:573–583",
  ],
};
