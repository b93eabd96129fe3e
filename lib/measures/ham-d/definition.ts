/**
 * The Hamilton Depression Rating Scale in its 17-item version, total 0 to 52, rated by a clinician. Versions of
 * 6, 21 and 24 items exist and their totals are not comparable, so the name says 17 throughout. The total is
 * entered here. Several sets of bands circulate and contradict each other, so none is used.
 */
import { administrationOf } from "../administration-of";
import { withoutItems, wordless } from "../forms";
import type { Measure } from "../measure";

const forms = {
  week: wordless(
    "week", "Past week", "Hamilton 1960, 1967; symptoms within the past week by the NCI Thesaurus's definition of the 17-item form",
    "17 items. A total of the 6-, 21- or 24-item version must not be entered here.",
  ),
};

export const hamD: Measure = {
  ...withoutItems,
  id: "ham-d",
  title: "Hamilton Depression Rating Scale, 17 items",
  short: "HAM-D-17",
  purpose: "Severity of depression as rated by a clinician, in the 17-item version.",
  entry: "total",
  whyNoItems: "The HAM-D is rated by a clinician from an interview, so only the total of its 17 items is entered here.",
  range: { min: 0, max: 52 },
  recalls: ["week"],
  administration: administrationOf("HAM-D-17", forms),
  bands: null,
  thresholds: [],
  rights: "Treated as being in the public domain by CamCOPS; no text is reproduced here.",
  sources: [
    "Hamilton M (1960). A rating scale for depression. Journal of Neurology, Neurosurgery, and Psychiatry 23:56–62",
    "Range of the 17-item total: conversion table of Rush et al. 2003 and Trivedi et al. 2004, ids-qids.org",
  ],
};
