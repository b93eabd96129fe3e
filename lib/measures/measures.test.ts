import { describe, expect, test } from "vitest";
import { itemOf, optionsOf } from "./measure";
import { findMeasure, measures } from "./measures";
import { recallDays, RECALLS, recallWords } from "./recall";

test("a measure is found by its id", () => {
  expect(findMeasure("pcl-5")?.title).toBe("PTSD Checklist for DSM-5");
  expect(findMeasure("pcl-c")).toBeNull();
});

test("recall windows", () => {
  expect(recallDays).toMatchObject({ year: 365, month: 30, fortnight: 14, week: 7, day: 1, moment: null, unstated: null });
  expect(recallWords.week).toBe("past week");
});

describe.each(measures.map((measure) => [measure.id, measure] as const))("%s, as every measure,", (_, measure) => {
  test("numbers its items from 1 and labels each differently", () => {
    expect(measure.items.map((item) => item.number)).toEqual(measure.items.map((__, index) => index + 1));
    expect(new Set(measure.items.map((item) => item.label)).size).toBe(measure.items.length);
    expect(new Set(measure.items.map((item) => item.text)).size).toBe(measure.items.length);
  });

  test("offers distinct whole-number options on every item, and their sums span the range", () => {
    let least = 0;
    let most = 0;
    for (const item of measure.items) {
      const values = optionsOf(measure, item).map((option) => option.value);
      expect(new Set(values).size).toBe(values.length);
      expect(values.every(Number.isInteger)).toBe(true);
      least += Math.min(...values);
      most += Math.max(...values);
    }
    expect(measure.range).toEqual({ min: least, max: most });
  });

  test("puts each item in the cluster it names, and in no other", () => {
    for (const cluster of measure.clusters) {
      const named = measure.items.filter((item) => item.cluster === cluster.id);
      expect(cluster.items).toEqual(named.map((item) => item.number));
    }
    const clustered = measure.clusters.flatMap((cluster) => cluster.items);
    expect(new Set(clustered).size).toBe(clustered.length);
  });

  test("prints each form with its words and its source, longest recall first, and offers at least one", () => {
    const forms = measure.recalls.map((recall) => measure.administration(recall));
    for (const [index, form] of forms.entries()) {
      expect(form.recall).toBe(measure.recalls[index]);
      expect(form.instruction.trim().length).toBeGreaterThan(0);
      expect(form.stem.trim().length).toBeGreaterThan(0);
      expect(form.source.trim().length).toBeGreaterThan(0);
    }
    expect(measure.recalls).toEqual(RECALLS.filter((recall) => measure.recalls.includes(recall)));
    expect(forms.some((form) => form.offered)).toBe(true);
  });

  test("names a source for every threshold, and its rights", () => {
    expect(measure.thresholds.every((threshold) => threshold.source.length > 0)).toBe(true);
    expect(measure.rights.length).toBeGreaterThan(0);
    expect(measure.sources.length).toBeGreaterThan(0);
  });
});

test("an item is found by its printed number", () => {
  const pcl5 = findMeasure("pcl-5")!;
  expect(itemOf(pcl5, 20).label).toBe("Sleep");
  expect(() => itemOf(pcl5, 21)).toThrow(RangeError);
  expect(() => itemOf(pcl5, 0)).toThrow(RangeError);
});
