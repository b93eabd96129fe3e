import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chartLayout } from "./chart-layout";
import { plot } from "./chart-scale";
import { viewOf, type Patient } from "./patient.fixture";

const days = fc.integer({ min: -700, max: 6000 }).map((tenths) => tenths / 10);
const scored = fc.uniqueArray(fc.tuple(days, fc.integer({ min: 0, max: 80 })), {
  selector: ([day]) => day,
  maxLength: 30,
});
const patients: fc.Arbitrary<Patient> = fc.record({
  now: days,
  doses: fc.uniqueArray(days, { maxLength: 24 }),
  therapy: fc.uniqueArray(days, { maxLength: 24 }),
  week: scored,
  month: scored,
  open: fc.uniqueArray(days, { maxLength: 3 }),
});

describe("the chart's layout, for any patient,", () => {
  test("keeps every mark on the plot", () => {
    fc.assert(
      fc.property(patients, (patient) => {
        const layout = chartLayout(viewOf(patient));
        const marks = [
          ...layout.series.flatMap(({ points }) => points),
          ...layout.lanes.flatMap(({ marks: each }) => each),
        ];
        for (const { x } of [...marks, ...layout.doses, ...layout.incomplete, { x: layout.today }]) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(100);
        }
        for (const { y } of layout.series.flatMap(({ points }) => points)) {
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(plot.height);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("joins only neighbours of one recall window", () => {
    fc.assert(
      fc.property(patients, (patient) => {
        const view = viewOf(patient);
        for (const { line, points, segments } of chartLayout(view).series) {
          expect(points.map(({ visit }) => view.visits[visit]?.recall)).toEqual(
            points.map(() => line.recall),
          );
          expect(segments).toHaveLength(Math.max(0, points.length - 1));
          segments.forEach((segment, index) => {
            expect([segment.x1, segment.y1]).toEqual([points[index]?.x, points[index]?.y]);
            expect([segment.x2, segment.y2]).toEqual([points[index + 1]?.x, points[index + 1]?.y]);
          });
        }
      }),
      { numRuns: 60 },
    );
  });

  test("draws later forms further right and never a total for an incomplete one", () => {
    fc.assert(
      fc.property(patients, (patient) => {
        const view = viewOf(patient);
        const layout = chartLayout(view);
        for (const { points } of layout.series) {
          expect(points.map(({ x }) => x)).toEqual(points.map(({ x }) => x).toSorted((a, b) => a - b));
        }
        const open = new Set(layout.incomplete.map(({ visit }) => visit));
        expect(open.size).toBe(patient.open?.length ?? 0);
        expect(layout.series.some(({ points }) => points.some(({ visit }) => open.has(visit)))).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});

describe("zero and gaps", () => {
  test("a total of 0 lies on the axis, 80 at the top, 40 in the middle", () => {
    const [series] = chartLayout(
      viewOf({
        now: 20,
        doses: [0.4],
        week: [
          [-1, 0],
          [7, 80],
          [14, 40],
        ],
      }),
    ).series;
    expect(series?.points.map(({ y }) => y)).toEqual([plot.height, 0, plot.height / 2]);
  });

  test.each([
    ["week", [7, 17], false],
    ["week", [7, 17.1], true],
    ["month", [7, 40], false],
    ["month", [7, 40.1], true],
  ] as const)("a %s line over days %j is dashed: %s", (recall, [from, to], gap) => {
    const layout = chartLayout(
      viewOf({
        now: 50,
        doses: [0.4],
        [recall]: [
          [from, 50],
          [to, 40],
        ],
      }),
    );
    expect(layout.series[0]?.segments.map((segment) => segment.gap)).toEqual([gap]);
    expect(layout.notes.some((note) => note.includes("without a score"))).toBe(gap);
  });
});

describe("the line of the rule", () => {
  const height = (total: number) => (1 - total / 80) * plot.height;

  test("lies 15 points below the baseline of the newest score's recall window, from the baseline on", () => {
    const layout = chartLayout(
      viewOf({
        now: 22,
        doses: [0.4],
        month: [[-3, 70]],
        week: [
          [-2, 60],
          [0.3, 62],
          [7, 50],
        ],
      }),
    );
    const [week, month] = layout.series;
    expect(week?.line.recall).toBe("week");
    expect(week?.threshold?.y).toBeCloseTo(height(47), 3);
    expect(week?.threshold?.x).toBe(week?.points[1]?.x);
    expect(month?.threshold).toBeNull();
  });

  test("is not drawn for one score, nor below the measure's range", () => {
    expect(chartLayout(viewOf({ now: 2, week: [[1, 50]] })).series[0]?.threshold).toBeNull();
    expect(
      chartLayout(
        viewOf({
          now: 9,
          doses: [0.4],
          week: [
            [0, 14],
            [7, 12],
          ],
        }),
      ).series[0]?.threshold,
    ).toBeNull();
    expect(
      chartLayout(
        viewOf({
          now: 9,
          doses: [0.4],
          week: [
            [0, 15],
            [7, 12],
          ],
        }),
      ).series[0]?.threshold?.y,
    ).toBe(plot.height);
  });
});

test("the cut range is drawn from 31 to 33", () => {
  const { cut } = chartLayout(viewOf({ now: 1 }));
  expect(cut?.y).toBeCloseTo((47 / 80) * plot.height, 3);
  expect(cut?.height).toBeCloseTo((2 / 80) * plot.height, 3);
});

test("the words of the cut range stand in the margin where there is one, else clear of the lines of doses", () => {
  const { words, doses } = chartLayout(viewOf({ now: 22, doses: [0.4, 7.4, 14.4, 21.4], week: [[0.3, 62], [7, 50], [20, 29]] }));
  expect(words.wide.cut).toMatchObject({ x: 100, anchor: "start" });
  const { x, anchor, dx } = words.narrow.cut!;
  const left = (x * 270) / 100 + dx - { start: 0, middle: 48, end: 96 }[anchor];
  const crossed = doses.filter((dose) => (dose.x * 270) / 100 > left && (dose.x * 270) / 100 < left + 96);
  expect(crossed.length).toBeLessThanOrEqual(1); // four doses a week apart leave no room without any
});

test("the 24 h label says the change from baseline at the form 18 to 36 h after the first dose", () => {
  const patient = {
    now: 22,
    doses: [0.4, 7.4],
    week: [
      [0.3, 62],
      [1.36, 50],
      [4, 47],
    ] satisfies [number, number][],
  };
  expect(chartLayout(viewOf(patient)).day?.points).toBe(-12);
});

test("with more points than can be told apart only those that matter have a dot", () => {
  const week = Array.from({ length: 200 }, (_, index): [number, number] => [index - 0.5, 40]);
  const [series] = chartLayout(viewOf({ now: 200, doses: [0.4], week, corrected: [50.5] })).series;
  expect(series?.points).toHaveLength(200);
  expect(series?.points.filter(({ dot }) => dot).map(({ visit }) => visit)).toEqual([0, 51, 199]);
});

test("lanes count what was done and planned, cross what was missed", () => {
  const layout = chartLayout(viewOf({ now: 9, doses: [0.4, 7.4, 14.4], therapy: [1, 8, 15], missed: [8] }));
  expect(layout.lanes.map(({ name }) => name.full)).toEqual(["Doses", "PE sessions"]);
  expect(layout.doses.map(({ wide, planned }) => [wide, planned])).toEqual([
    ["Dose 1", false],
    ["Dose 2", false],
    ["Dose 3", true],
  ]);
  expect(layout.lanes[1]?.marks.map(({ status, number }) => [status, number])).toEqual([
    ["done", 1],
    ["missed", null],
    ["planned", 2],
  ]);
});

test("adverse events have a lane of their own, and none where there was none", () => {
  const layout = chartLayout(viewOf({ now: 9, doses: [0.4, 7.4], events: [0.42, 0.45, 8] }));
  expect(layout.lanes.map(({ name, crowded, marks }) => [name.full, crowded.wide, marks.map(({ status }) => status)])).toEqual([
    ["Doses", 0, ["done", "done"]],
    ["Events", 0, ["event", "event", "serious"]],
  ]);
  expect(layout.notes).toContain("Filled triangle: a serious adverse event.");
  expect(chartLayout(viewOf({ now: 9, doses: [0.4] })).lanes.map(({ name }) => name.full)).toEqual(["Doses"]);
});
