/**
 * The CADSS-6, six items of the CADSS (1, 2, 6, 7, 15 and 22) that follow the 23-item total closely (r of .91 and
 * above, Rodrigues et al. 2021): dissociation in the moment, total 0 to 24. Its total is never put beside a CADSS
 * total. The total is entered here.
 */
import { administrationOf } from "../administration-of";
import { withoutItems, wordless } from "../forms";
import type { Measure } from "../measure";

const forms = {
  moment: wordless(
    "moment", "At this moment", "Rodrigues et al. 2021, from the present-state CADSS",
    "Six items. No published total says when a person may go home.",
  ),
};

export const cadss6: Measure = {
  ...withoutItems,
  id: "cadss-6",
  title: "Clinician-Administered Dissociative States Scale, 6 items",
  short: "CADSS-6",
  purpose: "Dissociation at this moment, before and after a dose, in six items.",
  entry: "total",
  whyNoItems: "The rights to the text of the CADSS are unclear, so only the total of its six-item form is entered here.",
  range: { min: 0, max: 24 },
  recalls: ["moment"],
  administration: administrationOf("CADSS-6", forms),
  bands: null,
  thresholds: [],
  rights: "Items of the CADSS (Bremner and colleagues); the terms of use are unclear. No text is reproduced here.",
  sources: ["Rodrigues NB et al. (2021). The CADSS-6, six items of the CADSS. Journal of Affective Disorders 282:160"],
};
