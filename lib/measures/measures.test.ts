import { describe, expect, test } from "vitest";
import { cutsOf } from "./cuts";
import { bandOf, itemOf, optionsOf, placeOf, type Item, type Measure } from "./measure";
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

test("ids are distinct, and so are the short names", () => {
  expect(new Set(measures.map(({ id }) => id)).size).toBe(measures.length);
  expect(new Set(measures.map(({ short }) => short)).size).toBe(measures.length);
  for (const { id } of measures) expect(id).toMatch(/^[a-z0-9-]+$/);
});

const counted = (measure: Measure, item: Item) => optionsOf(measure, item).filter(({ uncounted }) => uncounted !== true);

/** The least and the greatest total by the options; where a bare total is entered there is nothing to add up. */
function spanOf(measure: Measure): Measure["range"] {
  if (measure.entry === "total") return measure.range;
  if (measure.combine === "percent") return { min: 0, max: 100 };
  const scored = measure.items.filter((item) => item.unscored !== true).map((item) => counted(measure, item));
  const sums = measure.entry === "result" ? [measure.options] : scored;
  const sum = (pick: (...values: number[]) => number) =>
    sums.reduce((total, options) => total + pick(...options.map(({ value }) => value)), 0);
  return { min: sum(Math.min), max: sum(Math.max) };
}

describe.each(measures.map((measure) => [measure.id, measure] as const))("%s, as every measure,", (_, measure) => {
  const scored = measure.items.filter((item) => item.unscored !== true);
  const numbers = measure.items.map(({ number }) => number);

  test("numbers its items from 1, or from 0 where a gate comes first, and words and labels each differently", () => {
    const first = numbers[0] === 0 ? 0 : 1;
    expect(numbers).toEqual(numbers.map((__, index) => first + index));
    expect(new Set(measure.items.map((item) => item.label)).size).toBe(measure.items.length);
    expect(new Set(measure.items.map((item) => item.text)).size).toBe(measure.items.length);
    for (const { text, label } of measure.items) expect([text, label].every((words) => words === words.trim() && words !== "")).toBe(true);
  });

  test("has items, or says why not", () => {
    expect(measure.whyNoItems === null).toBe(measure.entry === "items");
    expect(measure.items.length > 0).toBe(measure.entry === "items");
    expect(measure.entry === "total" && measure.options.length > 0).toBe(false);
  });

  test("offers distinct whole-number options in ascending order, differently worded", () => {
    for (const options of [measure.options, ...measure.items.map((item) => optionsOf(measure, item))]) {
      const values = options.map((option) => option.value);
      expect(values).toEqual([...new Set(values)].sort((a, b) => a - b));
      expect(values.every((value) => Number.isInteger(value) && value >= 0)).toBe(true);
      expect(new Set(options.map((option) => option.label)).size).toBe(options.length);
    }
    for (const item of measure.items) expect(counted(measure, item).length).toBeGreaterThan(1);
  });

  test("has the range that its counted options add up to, or 0 to 100 for a percentage", () => {
    const { min, max } = measure.range;
    expect([min, max].every(Number.isInteger) && min < max).toBe(true);
    expect(spanOf(measure)).toEqual(measure.range);
  });

  test("keeps what is optional out of the score", () => {
    expect(measure.items.filter((item) => item.optional === true && item.unscored !== true)).toEqual([]);
    expect(measure.items.length === 0 || scored.length > 0).toBe(true);
  });

  test("skips only items after the one that rules them out, by an answer it offers", () => {
    for (const skip of measure.skips) {
      expect(optionsOf(measure, itemOf(measure, skip.item)).map(({ value }) => value)).toContain(skip.answer);
      expect(skip.skips.length).toBeGreaterThan(0);
      for (const number of skip.skips) {
        expect(numbers.indexOf(number)).toBeGreaterThan(numbers.indexOf(skip.item));
        // A skipped item counts 0, which has to be an answer it could have had.
        expect(optionsOf(measure, itemOf(measure, number)).map(({ value }) => value)).toContain(0);
      }
      expect(skip.source.length).toBeGreaterThan(0);
    }
  });

  test("puts each item in the cluster it names, and in no other", () => {
    for (const cluster of measure.clusters) {
      const named = measure.items.filter((item) => item.cluster === cluster.id);
      expect(cluster.items).toEqual(named.map((item) => item.number));
    }
    const clustered = measure.clusters.flatMap((cluster) => cluster.items);
    expect(new Set(clustered).size).toBe(clustered.length);
    expect(measure.items.every(({ cluster }) => cluster === null || measure.clusters.some(({ id }) => id === cluster))).toBe(true);
  });

  test("prints each form with its words and its source, longest recall first, and offers at least one", () => {
    const forms = measure.recalls.map((recall) => measure.administration(recall));
    for (const [index, form] of forms.entries()) {
      expect(form.recall).toBe(measure.recalls[index]);
      expect(form.instruction !== "").toBe(measure.entry === "items");
      expect(measure.entry !== "items" && form.stem !== "").toBe(false);
      expect(form.label.trim().length).toBeGreaterThan(0);
      expect(form.source.trim().length).toBeGreaterThan(0);
      for (const code of [form.codes.panel, form.codes.total]) expect(code?.code ?? "0000-0").toMatch(/^\d{4,6}-\d$/);
    }
    expect(measure.recalls).toEqual(RECALLS.filter((recall) => measure.recalls.includes(recall)));
    expect(forms.some((form) => form.offered)).toBe(true);
    const absent = RECALLS.find((recall) => !measure.recalls.includes(recall))!;
    expect(() => measure.administration(absent)).toThrow(RangeError);
  });

  test("tiles its range with bands, without gap or overlap, from a source", () => {
    const { min, max } = measure.range;
    const { list, source } = measure.bands ?? { list: [{ min, max, label: "none" }], source: "none" };
    expect(source.length).toBeGreaterThan(0);
    expect(list.map((band) => band.min)).toEqual([min, ...list.slice(0, -1).map((band) => band.max + 1)]);
    expect(list.at(-1)?.max).toBe(max);
    expect(list.every((band) => band.min <= band.max)).toBe(true);
    expect(new Set(list.map(({ label }) => label)).size).toBe(list.length);
  });

  test("names a source for every threshold and for a missing rule, its purpose, its rights", () => {
    expect(new Set(measure.thresholds.map(({ id }) => id)).size).toBe(measure.thresholds.length);
    for (const { value, meaning, source } of measure.thresholds) {
      expect(source.length * meaning.length).toBeGreaterThan(0);
      for (const cut of [value].flat()) expect(cut > measure.range.min && cut <= measure.range.max).toBe(true);
    }
    for (const rule of [measure.missingRule].filter((each) => each !== null)) {
      expect(rule.source.length * rule.words.length).toBeGreaterThan(0);
      expect(rule.most).toBeLessThan(scored.length);
    }
    for (const words of [measure.purpose, measure.rights]) expect(words.length).toBeGreaterThan(0);
    expect(measure.sources.length).toBeGreaterThan(0);
  });

  test("watches an answer that exists, and never the lowest", () => {
    for (const { item, from } of [measure.safety].filter((each) => each !== null)) {
      const options = item === 0 && measure.entry !== "items" ? measure.options : optionsOf(measure, itemOf(measure, item));
      expect(options.map(({ value }) => value)).toContain(from);
      expect(from).toBeGreaterThan(options[0]!.value);
    }
  });
});

test("an item is found by its printed number", () => {
  const pcl5 = findMeasure("pcl-5")!;
  expect(itemOf(pcl5, 20).label).toBe("Sleep");
  expect(() => itemOf(pcl5, 21)).toThrow(RangeError);
  expect(() => itemOf(pcl5, 0)).toThrow(RangeError);
});

test("a gate comes first: item 1 of the PC-PTSD-5 stands second", () => {
  const screen = findMeasure("pc-ptsd-5")!;
  expect(placeOf(screen, 0)).toBe(0);
  expect(placeOf(screen, 1)).toBe(1);
});

test("the cuts of a total, each once", () => {
  const cuts = (id: string) => cutsOf(findMeasure(id)!);
  expect(cuts("pcl-5")).toEqual([31, 33]);
  expect(cuts("phq-9")).toEqual([10]);
  expect(cuts("gad-7")).toEqual([8, 10]);
  expect(cuts("pc-ptsd-5")).toEqual([3, 4]);
  expect(cuts("audit-c")).toEqual([3, 4, 5]);
  expect(cuts("b-ipf")).toEqual([]);
});

test("bands change where their sources say", () => {
  const labels = (id: string, totals: number[]) => totals.map((total) => bandOf(findMeasure(id)!, total)?.label);
  expect(labels("phq-9", [4, 5, 9, 10, 14, 15, 19, 20])).toEqual([
    "Minimal or none", "Mild", "Mild", "Moderate", "Moderate", "Moderately severe", "Moderately severe", "Severe",
  ]);
  expect(labels("gad-7", [4, 5, 10, 15])).toEqual(["Minimal", "Mild", "Moderate", "Severe"]);
  expect(labels("b-ipf", [0, 10, 11, 30, 31, 50, 51, 80, 81])).toEqual([
    "No impairment", "No impairment", "Mild impairment", "Mild impairment", "Moderate impairment", "Moderate impairment",
    "Severe impairment", "Severe impairment", "Extreme impairment",
  ]);
  expect(labels("madrs", [6, 7, 19, 20, 34, 35])).toEqual(["Symptoms absent", "Mild", "Mild", "Moderate", "Moderate", "Severe"]);
  expect(labels("qids-sr16", [5, 6, 11, 16, 21])).toEqual(["None", "Mild", "Moderate", "Severe", "Very severe"]);
  expect(labels("isi", [7, 8, 15, 22])).toEqual([
    "No clinically significant insomnia", "Subthreshold insomnia", "Clinical insomnia, moderate", "Clinical insomnia, severe",
  ]);
  expect(labels("wsas", [9, 10, 20, 21])).toEqual([
    "Subclinical", "Significant impairment", "Significant impairment", "Moderately severe or worse",
  ]);
  expect(labels("pcl-5", [40])).toEqual([undefined]);
  expect(() => bandOf(findMeasure("phq-9")!, 28)).toThrow(RangeError);
});

test("the ranges of the measures whose total is entered, and the windows they may be entered for", () => {
  const entered = measures.filter(({ entry }) => entry !== "items").map(({ id, entry, range, recalls }) => [id, entry, range.max, recalls]);
  expect(entered).toEqual([
    ["caps-5", "total", 80, ["month", "week"]],
    ["c-ssrs", "result", 3, ["month", "unstated"]],
    ["madrs", "total", 60, ["day", "unstated"]],
    ["ham-d", "total", 52, ["week"]],
    ["qids-sr16", "total", 27, ["week"]],
    ["isi", "total", 28, ["month", "fortnight"]],
    ["wsas", "total", 40, ["unstated"]],
    ["cadss", "total", 92, ["moment"]],
    ["cadss-6", "total", 24, ["moment"]],
  ]);
});
