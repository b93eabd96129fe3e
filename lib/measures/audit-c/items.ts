/**
 * The three items of the AUDIT-C, the first three of WHO's AUDIT (Babor et al. 2001), each with its own answers.
 * WHO's wording, as CamCOPS has it: LOINC and SAMHSA insert "standard" before "drinks" in item 2 and print
 * "7 to 9" for "7, 8, or 9"; VA uses other words, which are not mixed in here. Labels are ours.
 */
import type { Item } from "../measure";

export const items: readonly Item[] = [
  {
    number: 1,
    text: "How often do you have a drink containing alcohol?",
    label: "How often",
    cluster: null,
    options: [
      { value: 0, label: "Never" },
      { value: 1, label: "Monthly or less" },
      { value: 2, label: "2 to 4 times a month" },
      { value: 3, label: "2 to 3 times a week" },
      { value: 4, label: "4 or more times a week" },
    ],
  },
  {
    number: 2,
    text: "How many drinks containing alcohol do you have on a typical day when you are drinking?",
    label: "Drinks a day",
    cluster: null,
    options: [
      { value: 0, label: "1 or 2" },
      { value: 1, label: "3 or 4" },
      { value: 2, label: "5 or 6" },
      { value: 3, label: "7, 8, or 9" },
      { value: 4, label: "10 or more" },
    ],
  },
  {
    number: 3,
    text: "How often do you have six or more drinks on one occasion?",
    label: "Six or more",
    cluster: null,
    options: [
      { value: 0, label: "Never" },
      { value: 1, label: "Less than monthly" },
      { value: 2, label: "Monthly" },
      { value: 3, label: "Weekly" },
      { value: 4, label: "Daily or almost daily" },
    ],
  },
];
