/**
 * The printed forms of the PCL-5 that differ in recall window, without Criterion A: instruction and stem as
 * their publisher worded them. The month form prints "circle one of the numbers to the right", which a screen
 * cannot mean; the wording shown is CamCOPS's adaptation, "choose one of the answers", with nothing else
 * changed. The week and the day form say "select one of the options" by themselves. Options are the same on
 * all three.
 */
import type { Administration } from "../measure";

export const PCL5_RECALLS = ["month", "week", "day"] as const;

const noCodes = { panel: null, total: null };

export const administrations: Readonly<Record<(typeof PCL5_RECALLS)[number], Administration>> = {
  month: {
    recall: "month",
    label: "Past month",
    instruction:
      "Below is a list of problems that people sometimes have in response to a very stressful experience. " +
      "Please read each problem carefully and then choose one of the answers to indicate how much you have " +
      "been bothered by that problem in the past month.",
    stem: "In the past month, how much were you bothered by:",
    source:
      "PCL-5, standard form of 14 August 2013 (National Center for PTSD), with CamCOPS's wording for a " +
      "screen: “choose one of the answers” for “circle one of the numbers to the right”",
    offered: true,
    codes: {
      panel: {
        system: "http://loinc.org",
        code: "101697-1",
        display: "Post traumatic stress disorder checklist - civilian version DSM-5 [PCL-5]",
      },
      total: { system: "http://loinc.org", code: "101698-9", display: "PTSD PCL-5 score [PCL-5]" },
    },
    caution: null,
  },
  week: {
    recall: "week",
    label: "Past week",
    instruction:
      "Below is a list of problems that people sometimes have in response to a very stressful experience. " +
      "Please read each problem and then select one of the options to indicate how much you have been " +
      "bothered by that problem in the past week. The options include not at all, a little bit, " +
      "moderately, quite a bit, and extremely.",
    stem: "In the past week, how much were you bothered by:",
    source: "PCL-5, past week, VA fillable form of 11 April 2018; same in VA's Mental Health Assistant",
    offered: true,
    codes: noCodes,
    caution:
      "DSM-5 asks for symptoms lasting more than a month: on the past-week form the provisional rule " +
      "describes the week and does not suggest a diagnosis.",
  },
  day: {
    recall: "day",
    label: "Past day",
    instruction:
      "Below is a list of problems that people sometimes have in response to a very stressful experience. " +
      "Please read each problem and then select one of the options to indicate how much you have been " +
      "bothered by that problem in the past day. The options include not at all, a little bit, " +
      "moderately, quite a bit, and extremely.",
    stem: "In the past day, how much were you bothered by:",
    source: "PCL-5 Daily, VA Mental Health Assistant record of 8 September 2023",
    offered: true,
    codes: noCodes,
    caution:
      "For the day after a dose. No change threshold is validated for the past-day form, and the provisional rule does not apply " +
      "to it.",
  },
};
