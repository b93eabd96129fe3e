import { describe, expect, test } from "vitest";
import { STARTING_METHOD } from "../pooling/pool";
import { findMeasure } from "../../measures/measures";
import type { AssessmentWindow } from "../../course/windows";
import { course, question, score } from "../cohort.fixture";
import { compare, groupsWords, metricWords } from "./compare";
import { entryOf, forest, notPooledWords, ownEntry, whyNotPooled, type ForestEntry } from "./forest";
import { METAFOR_COLUMNS, metaforLine, metaforRows } from "./metafor";
import { publishedStudies } from "./published";
import { countRows } from "../count-rows";
import type { CohortRow } from "../row";
import { siteEntries } from "./sites";
import { studyEffect, type Reported } from "./study";

const study = (id: string) => {
  const found = publishedStudies.find((each) => each.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};
const entry = (id: string): ForestEntry => {
  const found = entryOf(study(id), "shipped");
  if (found === null) throw new Error(id);
  return found;
};

describe("from what was printed", () => {
  test("McGeary 2022: Metapsy has g = .62", () => {
    const effect = studyEffect(study("mcgeary-2022"));
    expect(effect?.yi.toFixed(2)).toBe("-0.62");
    // R 4.2.2, metafor 3.8-1: escalc(measure = "SMD", m1i = 30, sd1i = 20.9, n1i = 23, m2i = 41.6, sd2i = 17.1, n2i = 48)
    expect(effect?.yi).toBeCloseTo(-0.623653918909092, 13);
    expect(effect?.vi).toBeCloseTo(0.0670506379393117, 13);
  });
  // By hand: (43.5 − 23.0)/2 = 10.25, t(.975, 14) = 2.1448.
  test("Albott 2018: the standard error behind the interval", () => {
    const effect = studyEffect(study("albott-2018"));
    expect([effect?.metric, effect?.yi, effect?.sei.toFixed(3)]).toEqual(["MC", -33.3, (10.25 / 2.144787).toFixed(3)]);
  });
  // By hand: (2.8 − 1.0)/(2 · 1.95996).
  test("Feder 2025, as reported", () => expect(studyEffect(study("feder-2025"))?.sei).toBeCloseTo(0.4592, 4));
  test("Rohde 2024, in points", () => expect(studyEffect(study("rohde-2024"))).toMatchObject({ metric: "MC", yi: -18, sei: 6.48, ni: 3 }));
  // R: escalc(measure = "SMCR", m1i = 29.42, m2i = 52.39, sd1i = 11.9, ni = 117, ri = .5).
  test("Earleywine: a correlation has to be assumed, and it is said", () => {
    expect(studyEffect(study("earleywine-pcl-5"))).toMatchObject({ metric: "SMCR", ri: 0.5, assumedR: true });
    expect(studyEffect(study("earleywine-pcl-5"))?.yi).toBeCloseTo(-1.917740556456985, 13);
    const tighter = studyEffect(study("earleywine-pcl-5"), 0.8);
    expect(tighter?.yi).toBeCloseTo(-1.917740556456985, 13);
    expect(tighter?.sei).toBeLessThan(0.1557);
  });
  test("without a spread there is no effect; an impossible correlation is refused", () => {
    expect(entryOf(study("ross-2019"), "shipped")).toBeNull();
    const pairs: Reported = { kind: "paired-means", n: 10, from: { mean: 50, sd: 10 }, to: { mean: 40, sd: 10 }, r: 0.4 };
    expect(studyEffect({ groups: "within", reported: pairs })).toMatchObject({ ri: 0.4, assumedR: false });
    for (const wrong of [{ r: 1.2 }, { n: 2 }, { from: { mean: 50, sd: 0 } }]) expect(() => studyEffect({ groups: "within", reported: { ...pairs, ...wrong } })).toThrow(RangeError);
  });
});

test("every shipped study names its paper and a measure we have, and improvement is negative", () => {
  expect(new Set(publishedStudies.map(({ id }) => id)).size).toBe(publishedStudies.length);
  for (const each of publishedStudies) {
    expect(findMeasure(each.measure)).not.toBeNull();
    expect(each.citation).toMatch(/20\d\d|preprint/);
    expect(studyEffect(each)?.yi ?? -1).toBeLessThan(0);
  }
});

describe("what may be taken together", () => {
  const own = ownEntry({ study: "North", measure: "pcl-5", time: "week-4" }, { yi: -1.2, vi: 0.04, sei: 0.2, interval: { lower: -1.6, upper: -0.8 } }, { n: 40, r: 0.6 });
  test("one kind alone", () => {
    expect(whyNotPooled([])).toBe("none");
    expect(whyNotPooled([own, entry("mcgeary-2022")])).toBe("groups-differ");
    expect(whyNotPooled([own, entry("albott-2018")])).toBe("metrics-differ");
    expect(whyNotPooled([entry("albott-2018"), entry("rohde-2024")])).toBe("measures-differ");
    expect(whyNotPooled([own, entry("earleywine-pcl-5")])).toBeNull();
    expect(notPooledWords["groups-differ"]).toMatch(/not taken together/);
  });
  test("rows with interval and weight, and the mean", () => {
    const { rows, pooled, why } = forest([own, entry("earleywine-pcl-5")]);
    expect(why).toBeNull();
    expect(rows[0]?.interval.lower).toBeCloseTo(-1.2 - 1.959964 * 0.2, 6);
    expect((rows[0]?.weight ?? 0) + (rows[1]?.weight ?? 0)).toBeCloseTo(100, 9);
    expect(pooled?.k).toBe(2);
    const apart = forest([own, entry("mcgeary-2022")]);
    expect([apart.pooled, apart.why, apart.rows[0]?.weight]).toEqual([null, "groups-differ", null]);
  });
});

test("as metafor reads it", () => {
  const [row] = metaforRows([entry("albott-2018")]);
  expect(METAFOR_COLUMNS.slice(0, 6)).toEqual(["study", "yi", "vi", "sei", "ni", "ri"]);
  expect(row?.slice(0, 2)).toEqual(["Albott 2018", "-33.3"]);
  expect(row?.slice(4, 9)).toEqual(["15", "NA", "FALSE", "MC", "within"]);
  const kind = { groups: "within", metric: "SMCR", measure: "pcl-5" } as const;
  expect(metaforLine({ ...STARTING_METHOD, test: "hartung-knapp" }, kind)).toBe(
    'metafor::rma(yi, vi, data = read.csv("effects.csv", comment.char = "#"), slab = study, subset = groups == "within" & metric == "SMCR" & outcome == "pcl-5", method = "REML", test = "knha")',
  );
  expect(metaforLine({ ...STARTING_METHOD, tau: "fixed" }, kind)).toContain('method = "FE", test = "z"');
});

describe("own teams beside studies", () => {
  const team = (id: string, n: number) => Array.from({ length: n }, (_, at) => course(`${id}${at}`, [score("baseline", 0, 40 + at), score("week-4", 28, 30 + (at % 4))], { teamId: id }));
  const rows = [...team("n", 20), ...team("s", 3), ...team("e", 2)];
  const cells = (of: readonly CohortRow[], window: AssessmentWindow = "week-4") => countRows(question(), of, window).sites;
  const teams = [{ id: "n", name: "North" }, { id: "s", name: "South" }, { id: "e", name: "East" }];
  test("an entry for each team with three pairs; for research none that is small or gives one away", () => {
    const all = siteEntries(question(), cells(rows), teams, { window: "week-4", forResearch: false });
    expect(all.entries.map(({ study: name, ni, metric }) => [name, ni, metric])).toEqual([["North", 20, "SMCR"], ["South", 3, "SMCR"]]);
    expect(siteEntries(question(), cells(rows), teams, { window: "week-4", forResearch: true })).toEqual({ entries: [], withheld: ["North", "South", "East"] });
    const large = siteEntries(question(), cells([...team("n", 20), ...team("s", 30)]), teams, { window: "week-4", forResearch: true });
    expect([large.entries.length, large.withheld]).toEqual([2, []]);
    expect(siteEntries(question(), cells(rows, "week-1"), teams, { window: "week-1", forResearch: false }).entries).toEqual([]);
  });
  test("kinds are kept apart", () => {
    const { entries } = siteEntries(question(), cells(rows), teams, { window: "week-4", forResearch: false });
    const kinds = compare(entries, [], "pcl-5", STARTING_METHOD);
    expect(kinds.map(({ groups, metric, measure, rows: own }) => [groups, metric, measure, own.map(({ study: name }) => name)])).toEqual([
      ["within", "SMCR", "pcl-5", ["North", "South", "Earleywine, clinic"]],
      ["within", "MC", "pcl-5", ["Albott 2018"]],
      ["within", "SMD-reported", "caps-5", ["Feder 2025"]],
      ["within", "MC", "caps-5", ["Rohde 2024"]],
      ["between", "SMD", "pcl-5", ["McGeary 2022"]],
    ]);
    expect(kinds.every(({ why }) => why === null)).toBe(true);
    expect(compare([], [], "phq-9", STARTING_METHOD)).toEqual([]);
    expect([metricWords.MC, groupsWords.within]).toEqual(["points", "Change within a group"]);
  });
});
