import { describe, expect, test } from "vitest";
import { findMeasure } from "../measures";

const pcl5 = findMeasure("pcl-5")!;

// Typed from the published form, not imported: this copy is what the definition is held against.
const printed: readonly [string, string][] = [
  ["B", "Repeated, disturbing, and unwanted memories of the stressful experience?"],
  ["B", "Repeated, disturbing dreams of the stressful experience?"],
  ["B", "Suddenly feeling or acting as if the stressful experience were actually happening again (as if you were actually back there reliving it)?"],
  ["B", "Feeling very upset when something reminded you of the stressful experience?"],
  ["B", "Having strong physical reactions when something reminded you of the stressful experience (for example, heart pounding, trouble breathing, sweating)?"],
  ["C", "Avoiding memories, thoughts, or feelings related to the stressful experience?"],
  ["C", "Avoiding external reminders of the stressful experience (for example, people, places, conversations, activities, objects, or situations)?"],
  ["D", "Trouble remembering important parts of the stressful experience?"],
  ["D", "Having strong negative beliefs about yourself, other people, or the world (for example, having thoughts such as: I am bad, there is something seriously wrong with me, no one can be trusted, the world is completely dangerous)?"],
  ["D", "Blaming yourself or someone else for the stressful experience or what happened after it?"],
  ["D", "Having strong negative feelings such as fear, horror, anger, guilt, or shame?"],
  ["D", "Loss of interest in activities that you used to enjoy?"],
  ["D", "Feeling distant or cut off from other people?"],
  ["D", "Trouble experiencing positive feelings (for example, being unable to feel happiness or have loving feelings for people close to you)?"],
  ["E", "Irritable behavior, angry outbursts, or acting aggressively?"],
  ["E", "Taking too many risks or doing things that could cause you harm?"],
  ["E", "Being \"superalert\" or watchful or on guard?"],
  ["E", "Feeling jumpy or easily startled?"],
  ["E", "Having difficulty concentrating?"],
  ["E", "Trouble falling or staying asleep?"],
];

describe("PCL-5 as printed", () => {
  test("twenty items, every character, each in its DSM-5 cluster", () => {
    expect(pcl5.items.map((item) => [item.cluster, item.text])).toEqual(printed);
    expect(pcl5.items.map((item) => item.number)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
  });

  test("five options, 0 to 4, on every item", () => {
    expect(pcl5.options).toEqual([
      { value: 0, label: "Not at all" },
      { value: 1, label: "A little bit" },
      { value: 2, label: "Moderately" },
      { value: 3, label: "Quite a bit" },
      { value: 4, label: "Extremely" },
    ]);
    expect(pcl5.items.every((item) => item.options === undefined)).toBe(true);
  });

  test("past month: the printed instruction, with “choose one of the answers” for the screen", () => {
    const form = pcl5.administration("month");
    const paper =
      "Below is a list of problems that people sometimes have in response to a very stressful experience. Please read each problem carefully and then circle one of the numbers to the right to indicate how much you have been bothered by that problem in the past month.";
    expect(form.instruction).toBe(paper.replace("circle one of the numbers to the right", "choose one of the answers"));
    expect(form.stem).toBe("In the past month, how much were you bothered by:");
    expect(form.label).toBe("Past month");
    expect(form.offered).toBe(true);
  });

  test("past week: instruction and stem as printed by VA", () => {
    const form = pcl5.administration("week");
    expect(form.instruction).toBe(
      "Below is a list of problems that people sometimes have in response to a very stressful experience. Please read each problem and then select one of the options to indicate how much you have been bothered by that problem in the past week. The options include not at all, a little bit, moderately, quite a bit, and extremely.",
    );
    expect(form.stem).toBe("In the past week, how much were you bothered by:");
    expect(form.label).toBe("Past week");
    expect(form.offered).toBe(true);
  });

  test("past day: as printed by VA, for the day after a dose", () => {
    const form = pcl5.administration("day");
    expect(form.instruction).toBe(
      "Below is a list of problems that people sometimes have in response to a very stressful experience. Please read each problem and then select one of the options to indicate how much you have been bothered by that problem in the past day. The options include not at all, a little bit, moderately, quite a bit, and extremely.",
    );
    expect(form.stem).toBe("In the past day, how much were you bothered by:");
    expect(form.offered).toBe(true);
  });

  test("LOINC for the past month only: panel 101697-1, total 101698-9", () => {
    expect(pcl5.administration("month").codes.panel?.code).toBe("101697-1");
    expect(pcl5.administration("month").codes.total?.code).toBe("101698-9");
    for (const recall of ["week", "day"] as const) {
      expect(pcl5.administration(recall).codes).toEqual({ panel: null, total: null });
    }
  });

  test("clusters and their greatest subtotals", () => {
    expect(pcl5.clusters.map(({ id, items, max }) => ({ id, items, max }))).toEqual([
      { id: "B", items: [1, 2, 3, 4, 5], max: 20 },
      { id: "C", items: [6, 7], max: 8 },
      { id: "D", items: [8, 9, 10, 11, 12, 13, 14], max: 28 },
      { id: "E", items: [15, 16, 17, 18, 19, 20], max: 24 },
    ]);
    expect(pcl5.range).toEqual({ min: 0, max: 80 });
  });

  test("the cut is a range with its source, and there are no severity bands", () => {
    const cut = pcl5.thresholds.find((threshold) => threshold.id === "probable-ptsd");
    expect(cut?.value).toEqual([31, 33]);
    expect(pcl5.thresholds.map((threshold) => threshold.id)).toEqual(["probable-ptsd", "endorsed"]);
  });
});
