/**
 * The PTSD Checklist for DSM-5: twenty symptoms, each rated 0 to 4, total 0 to 80, higher is worse. Five to
 * ten minutes, self-read or read aloud. It screens for PTSD and follows its course; it does not diagnose, it
 * runs higher than the CAPS-5 and is not interchangeable with it. What is absent here is absent in the
 * literature: no official severity bands, no official missing-item rule, no official minimum interval. Codes
 * are given for the past-month form alone, the only one LOINC knows.
 */
import type { Cluster, Measure } from "../measure";
import { administrationOf } from "../administration-of";
import { administrations, PCL5_RECALLS } from "./administrations";
import { items } from "./items";
import { CUT_FROM, CUT_TO, provisionalPtsd } from "./provisional";

const options = [
  { value: 0, label: "Not at all" },
  { value: 1, label: "A little bit" },
  { value: 2, label: "Moderately" },
  { value: 3, label: "Quite a bit" },
  { value: 4, label: "Extremely" },
];

const HIGHEST_RATING = 4;

const clusters: readonly Cluster[] = [
  cluster("B", "Intrusion", "Intrusion"),
  cluster("C", "Avoidance", "Avoidance"),
  cluster("D", "Negative alterations in cognitions and mood", "Cognition & mood"),
  cluster("E", "Arousal and reactivity", "Arousal"),
];

export const pcl5: Measure = {
  id: "pcl-5",
  title: "PTSD Checklist for DSM-5",
  short: "PCL-5",
  purpose: "Severity of the symptoms of PTSD, and how it moves over a course of treatment.",
  entry: "items",
  whyNoItems: null,
  items,
  options,
  clusters,
  range: { min: 0, max: items.length * HIGHEST_RATING },
  combine: "sum",
  skips: [],
  missingRule: null,
  recalls: PCL5_RECALLS,
  administration: administrationOf("PCL-5", administrations),
  endorsedFrom: 2,
  bands: null,
  thresholds: [
    {
      id: "probable-ptsd",
      name: "Cut range 31–33",
      value: [CUT_FROM, CUT_TO],
      meaning:
        "A total of 31 to 33 or more suggests probable PTSD. Lower for screening, higher to limit false " +
        "positives. A range, not a verdict.",
      source:
        "National Center for PTSD scoring text (in awell-score and “Using the PCL-5”); " +
        "Forkus et al. 2023, Clin Psychol Sci Pract 30:110–121, doi 10.1037/cps0000111",
    },
    {
      id: "endorsed",
      name: "Symptom endorsed",
      value: 2,
      meaning: "An item rated 2 “Moderately” or more counts as a symptom endorsed.",
      source: "National Center for PTSD scoring text (in awell-score; CamCOPS, tasks/pcl5.py)",
      ofItem: true,
    },
  ],
  safety: null,
  provisional: provisionalPtsd,
  rights:
    "Developed by staff at the VA's National Center for PTSD; a work of the US Government, not " +
    "copyrighted. Cite Weathers et al. 2013.",
  sources: [
    "Weathers FW, Litz BT, Keane TM, Palmieri PA, Marx BP, Schnurr PP (2013). The PTSD Checklist for DSM-5 " +
      "(PCL-5). National Center for PTSD, www.ptsd.va.gov",
    "Forkus SR et al. (2023). The PTSD Checklist for DSM-5: a systematic review of existing psychometric " +
      "evidence. Clin Psychol Sci Pract 30:110–121, doi 10.1037/cps0000111",
  ],
};

function cluster(id: string, name: string, short: string): Cluster {
  const own = items.filter((item) => item.cluster === id).map((item) => item.number);
  return { id, name, short, items: own, max: own.length * HIGHEST_RATING };
}
