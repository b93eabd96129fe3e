/**
 * Studies to set a clinic's own group beside, shipped with the app. Only those whose numbers were found in the paper or
 * its abstract; an effect known from memory alone is not among them, and neither are results of reviews, which are means
 * of studies already. Most are small and without a comparison: what they show within a group is not the effect of a
 * treatment. Ketamine is not approved for PTSD, and the largest controlled trial found no difference on the PCL-5
 * (Abdallah et al. 2022, n = 158); it prints no group means in what was found and so has no row.
 */
import type { Study } from "./study";

export const publishedStudies: readonly Study[] = [
  {
    id: "albott-2018",
    name: "Albott 2018",
    citation: "Albott et al. (2018), J Clin Psychiatry, psychiatrist.com/jcp/trauma/repeated-ketamine-infusions-for-comorbid-ptsd-and-trd",
    groups: "within",
    measure: "pcl-5",
    treatment: "IV ketamine 0.5 mg/kg, six infusions in 12 days",
    time: "24 h after the sixth infusion",
    reported: { kind: "mean-change-interval", n: 15, change: -33.3, lower: -43.5, upper: -23 },
    note: "Open label, 15 veterans with PTSD and depression; printed as a fall of 33.3 points (23.0 to 43.5).",
  },
  {
    id: "ross-2019",
    name: "Ross 2019",
    citation: "Ross et al. (2019), Ann Clin Psychiatry 31:271; figures at klarisana.com/blog/klarisana-veteran-ketamine-ptsd-study",
    groups: "within",
    measure: "pcl-5",
    treatment: "IV ketamine, mean 1.94 mg/kg, six infusions",
    time: "before the sixth infusion",
    reported: { kind: "means-only", n: 30, from: 56.2, to: 31.3 },
    note: "Open label, 30 combat veterans; no spread was found, so it enters no mean.",
  },
  {
    id: "earleywine-pcl-5",
    name: "Earleywine, clinic",
    citation: "Earleywine et al., preprint, moreblossom.com/papers/rapid-and-sustained-reduction-of-treatment-resistant-ptsd-symptoms",
    groups: "within",
    measure: "pcl-5",
    treatment: "IV ketamine, six or more infusions, with preparation and integration",
    time: "after the series",
    reported: { kind: "paired-means", n: 117, from: { mean: 52.39, sd: 11.9 }, to: { mean: 29.42, sd: 16.52 }, r: null },
    note: "Clinic records, a preprint; it prints d = 1.60, by the SDs of both times.",
  },
  {
    id: "feder-2025",
    name: "Feder 2025",
    citation: "Feder et al. (2025), PMID 40215385",
    groups: "within",
    measure: "caps-5",
    treatment: "IV ketamine 0.5 mg/kg, six in 2 weeks, with five sessions of written exposure therapy",
    time: "week 12",
    reported: { kind: "standardised", n: 13, estimate: -1.9, lower: -2.8, upper: -1 },
    note: "Open label; an interview, CAPS-5 41.6 (6.2) to 20.8 (14.8). The n of 13 follows from the printed shares.",
  },
  {
    id: "rohde-2024",
    name: "Rohde 2024",
    citation: "Rohde et al. (2024), Behav Sci 14(8):717, doi 10.3390/bs14080717",
    groups: "within",
    measure: "caps-5",
    treatment: "nasal ketamine 0.5 mg/kg with trauma-focused psychotherapy, 8 weeks",
    time: "after treatment",
    reported: { kind: "mean-change", n: 3, change: -18, se: 6.48 },
    note: "Three patients.",
  },
  {
    id: "mcgeary-2022",
    name: "McGeary 2022",
    citation: "McGeary et al. (2022), as in Metapsy, data-ptsd-psyctr (ODC-BY 1.0, search to 3 March 2023)",
    groups: "between",
    measure: "pcl-5",
    treatment: "cognitive processing therapy, against treatment as usual",
    time: "after treatment",
    reported: { kind: "two-groups", treated: { n: 23, mean: 30, sd: 20.9 }, comparison: { n: 48, mean: 41.6, sd: 17.1 } },
    note: "Psychotherapy against usual care, without ketamine.",
  },
];
