/**
 * The PC-PTSD-5, a five-question screen for PTSD (Prins et al. 2015, 2016). A first question, here item 0, asks
 * whether the person has ever experienced such an event; after "No" the screen is 0 and the five are not asked.
 * The gate looks back over a lifetime, the five over the past month. A screen for who should be assessed
 * further, not a measure of change: no threshold of change was found. Copies that end item 5 at "the event(s)?"
 * are cut short.
 */
import { administrationOf } from "../administration-of";
import { loinc } from "../forms";
import type { Administration, Item, Measure } from "../measure";

const items: readonly Item[] = [
  { ...item(0, "Ever such an event", "Have you ever experienced this kind of event?"), unscored: true },
  item(
    1, "Nightmares or thoughts",
    "Had nightmares about the event(s) or thought about the event(s) when you did not want to?",
  ),
  item(
    2, "Avoidance",
    "Tried hard not to think about the event(s) or went out of your way to avoid situations that reminded you of " +
      "the event(s)?",
  ),
  item(3, "On guard", "Been constantly on guard, watchful, or easily startled?"),
  item(4, "Numb or detached", "Felt numb or detached from people, activities, or your surroundings?"),
  item(
    5, "Guilt or blame",
    "Felt guilty or unable to stop blaming yourself or others for the event(s) or any problems the event(s) may have " +
      "caused?",
  ),
];

// Line breaks for a list on screen; with them collapsed it still reads.
const instruction = [
  "Sometimes things happen to people that are unusually or especially frightening, horrible, or traumatic. For example:",
  "a serious accident or fire",
  "a physical or sexual assault or abuse",
  "an earthquake or flood",
  "a war",
  "seeing someone be killed or seriously injured",
  "having a loved one die through homicide or suicide",
].join("\n• ");

const pastMonth: Administration = {
  recall: "month",
  label: "Past month",
  instruction,
  stem: "In the past month, have you…",
  source: "PC-PTSD-5 (2015), National Center for PTSD; same in VA's Mental Health Assistant",
  offered: true,
  codes: {
    panel: loinc("102010-6", "The Primary Care PTSD Screen for DSM-5 [PC-PTSD-5]"),
    total: loinc("102017-1", "PC-PTSD-5 score"),
  },
  caution: "A screen, not a measure of change. The first question asks about a lifetime, the five about the past month.",
};

export const pcPtsd5: Measure = {
  id: "pc-ptsd-5",
  title: "Primary Care PTSD Screen for DSM-5",
  short: "PC-PTSD-5",
  purpose: "Screens for PTSD in five questions: who should be assessed further.",
  entry: "items",
  whyNoItems: null,
  items,
  options: [
    { value: 0, label: "No" },
    { value: 1, label: "Yes" },
  ],
  clusters: [],
  range: { min: 0, max: 5 },
  combine: "sum",
  skips: [
    {
      item: 0,
      answer: 0,
      skips: [1, 2, 3, 4, 5],
      source: "National Center for PTSD: without such an event the screen is 0 and ends",
    },
  ],
  missingRule: null,
  recalls: ["month"],
  administration: administrationOf("PC-PTSD-5", { month: pastMonth }),
  endorsedFrom: null,
  bands: null,
  thresholds: [
    {
      id: "sensitive",
      name: "Sensitive cut, 3",
      value: 3,
      meaning: "3 or more misses the fewest people with PTSD; also suggested for women.",
      source: "Prins et al. 2016; for women Bovin et al. 2021",
    },
    {
      id: "efficient",
      name: "Efficient cut, 4",
      value: 4,
      meaning: "4 or more gave the best balance overall, and is positive in VA's record system.",
      source: "Prins et al. 2016; Bovin et al. 2021",
    },
  ],
  safety: null,
  provisional: null,
  rights: "A measure of the VA's National Center for PTSD (2015), a US Government agency; available from www.ptsd.va.gov.",
  sources: [
    "Prins A, Bovin MJ, Smolenski DJ, et al. (2016). The Primary Care PTSD Screen for DSM-5 (PC-PTSD-5). Journal of General " +
      "Internal Medicine 31:1206–1211, PMC5023594",
    "Bovin MJ, Kimerling R, Weathers FW, et al. (2021). Diagnostic accuracy and acceptability of the PC-PTSD-5 among US " +
      "veterans. JAMA Network Open 4:e2036733, PMC7862990",
  ],
};

function item(number: number, label: string, text: string): Item {
  return { number, text, label, cluster: null };
}
