import fc from "fast-check";
import { expect, test } from "vitest";
import { chartLayout } from "./chart-layout";
import { leastWidth, placeDoseLabels } from "./chart-labels";
import { boxOf, Paper, sides } from "./chart-places";
import { viewOf } from "./patient.fixture";

test("dose labels never run into each other, and the first always says what it is", () => {
  const positions = fc.uniqueArray(fc.double({ min: 0, max: 100, noNaN: true }), {
    minLength: 1,
    maxLength: 40,
  });
  fc.assert(
    fc.property(positions, (given) => {
      const doses = given.toSorted((a, b) => a - b).map((x, index) => ({ x, number: index + 1 }));
      const labels = placeDoseLabels(doses);
      expect(labels[0]?.wide).toBe("Dose 1");
      for (const width of ["wide", "narrow"] as const) {
        // 5.2 px a character is what 12 px Inter needs on average for these.
        const spans = labels.flatMap((label) => {
          const text = label[width];
          return text === null ? [] : [{ at: (label.x * leastWidth[width]) / 100, half: text.length * 2.6 }];
        });
        spans.slice(1).forEach((span, index) => {
          const before = spans[index]!;
          expect(span.at - span.half).toBeGreaterThanOrEqual(before.at + before.half - 1);
        });
      }
    }),
  );
});

test("a label takes a side that no line crosses, if there is one", () => {
  const size = { width: 60, height: 30, rise: 14 };
  fc.assert(
    fc.property(
      fc.integer({ min: 30, max: 70 }),
      fc.integer({ min: 80, max: 180 }),
      fc.integer({ min: -60, max: 60 }),
      (x, y, rise) => {
        const paper = new Paper("wide", 264);
        paper.line({ x: 0, y: y + rise }, { x, y });
        const placed = paper.beside({ x, y }, size);
        const box = boxOf({ x: (x * leastWidth.wide) / 100, y }, placed, size);
        // The line comes from the left: whatever its slope, the level place on the right is free.
        expect(box.left).toBeGreaterThanOrEqual((x * leastWidth.wide) / 100);
        expect(sides(size)).toContainEqual({ anchor: placed.anchor, dx: placed.dx, dy: placed.dy });
      },
    ),
  );
});

test("weeks are numbered from day 0, thinned when narrow, and grouped over years", () => {
  const month = chartLayout(
    viewOf({
      now: 22,
      doses: [0.4],
      week: [
        [0.3, 60],
        [22, 30],
      ],
    }),
  );
  expect(month.bands.map(({ text }) => text)).toEqual(["Week 1", "Week 2", "Week 3", "Week 4"]);
  expect(month.ticks.map(({ text }) => text)).toEqual(["1 Oct", "8 Oct", "15 Oct", "22 Oct", "29 Oct"]);
  const years = chartLayout(
    viewOf({
      now: 700,
      doses: [0.4],
      week: [
        [0.3, 60],
        [700, 30],
      ],
    }),
  );
  expect(years.bands[0]?.text).toBe("Weeks 1–4");
  expect(years.bands.length).toBeLessThan(30);
});

test("without a course there are dates and no course weeks", () => {
  const layout = chartLayout(
    viewOf({
      now: 9,
      course: null,
      month: [
        [0.4, 50],
        [8, 44],
      ],
    }),
  );
  expect(layout.bands).toEqual([]);
  expect(layout.ticks.map(({ text }) => text)).toEqual(["1 Oct", "8 Oct"]);
});
