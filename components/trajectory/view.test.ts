import { describe, expect, test } from "vitest";
import { pcl5Rules } from "@/lib/change/pcl-5-rules";
import { viewOf, type Patient } from "./patient.fixture";
import { ruleView } from "./view-rules";

const patient: Patient = {
  now: 22.5,
  doses: [0.4, 7.4, 14.4, 21.4],
  therapy: [1.4, 8.4],
  month: [[-6, 66]],
  week: [
    [-5, 63],
    [0.3, 62],
    [1.36, 50],
    [8, 44],
    [22.4, 29],
  ],
};

describe("the view of a trajectory", () => {
  const view = viewOf(patient);

  test("is plain data: nothing is lost on the way to the browser", () => {
    expect(JSON.parse(JSON.stringify(view))).toEqual(view);
  });

  test("lists every form, oldest first, with its day and clinic wall time", () => {
    expect(view.visits.map(({ day, recall, total }) => [day, recall, total])).toEqual([
      [-6, "month", 66],
      [-5, "week", 63],
      [0, "week", 62],
      [1, "week", 50],
      [8, "week", 44],
      [22, "week", 29],
    ]);
    expect(view.visits.at(-1)?.wall).toBe("2026-10-23T09:36");
  });

  test("puts the newest score's recall window first and counts its change from its own baseline", () => {
    expect(view.lines.map(({ recall, at }) => [recall, at])).toEqual([
      ["week", [1, 2, 3, 4, 5]],
      ["month", [0]],
    ]);
    expect(view.visits.at(-1)?.change).toEqual({
      points: -33,
      since: "baseline",
      from: 62,
      words: "Reliable improvement, 33 points (Marx 2022)",
      verdict: "Reliably improved",
      tone: "better",
    });
    expect(view.visits[0]?.change).toBeNull();
    expect(view.lines[0]?.threshold).toBe(47);
  });

  test("says windows and how much of the recall window lies before the dose", () => {
    expect(view.visits.map(({ window, overlap }) => [window, overlap])).toEqual([
      ["Baseline", null],
      [null, null],
      ["Baseline", null],
      ["24 h", "6 of 7 days"],
      ["Week 1", "6 of 7 days"],
      ["Week 3", "6 of 7 days"],
    ]);
  });

  test("fills the 24 h card from the newest recall window", () => {
    expect(view.cards.day).toEqual({ label: "24 h after first dose", value: "−12", note: "50 at 23 h" });
  });

  test("names session, mode and person", () => {
    expect(view.visits[0]).toMatchObject({ session: "Dose 1", by: "patient on paper; entered by Kofi Osei" });
  });
});

test("zero is a score: its total, its clusters and its change", () => {
  const { visits } = viewOf({
    now: 9,
    doses: [0.4],
    week: [
      [0.3, 20],
      [7, 0],
    ],
  });
  expect(visits[1]).toMatchObject({
    total: 0,
    clusters: [0, 0, 0, 0],
    change: { points: -20 },
    provisional: { met: false, by: [] },
  });
});

test("an incomplete form keeps the subtotals of its whole clusters and names what is missing", () => {
  const { visits, lines } = viewOf({ now: 9, doses: [0.4], open: [7] });
  expect(visits[0]).toMatchObject({
    total: null,
    missing: [4, 9, 16],
    provisional: null,
    change: null,
    window: null,
  });
  expect(visits[0]?.clusters.map((subtotal) => subtotal === null)).toEqual([true, false, true, true]);
  expect(lines).toEqual([]);
});

test("without a baseline in its recall window change is counted from the first score and says so", () => {
  const { visits } = viewOf({
    now: 20,
    doses: [0.4],
    month: [[-3, 60]],
    week: [
      [4.4, 50],
      [11, 40],
    ],
  });
  expect(visits.at(-1)?.change).toMatchObject({
    points: -10,
    since: "first past-week score, day 4",
    from: 50,
  });
});

describe("the 24 h card without its number", () => {
  const card = (more: Patient) => viewOf(more).cards.day;
  test.each([
    ["planned only", { now: 0.2, doses: [0.4] }, { value: "–", note: "no dose given yet" }],
    [
      "not open yet",
      { now: 0.6, doses: [0.4] },
      { value: "–", note: "due Fri 2 Oct, 03:36 to Fri 2 Oct, 21:36" },
    ],
    [
      "missed",
      {
        now: 3,
        doses: [0.4],
        week: [
          [0.3, 50],
          [2.9, 40],
        ],
      },
      { value: "–", note: "no score 18 to 36 h after it" },
    ],
    [
      "no baseline",
      { now: 3, doses: [0.4], week: [[1.4, 40]] },
      { value: "40", note: "at 24 h; no past week baseline" },
    ],
  ] satisfies [string, Patient, object][])("%s", (_, given, expected) => {
    expect(card(given)).toMatchObject(expected);
  });

  test("is not there in a course without doses", () => {
    expect(card({ now: 3, therapy: [0.4], course: { medicine: "none", route: "none" } })).toBeNull();
  });
});

test("weeks begin at clinic midnight, also after the clocks have changed (1 November 2026)", () => {
  const { weeks, plannedEnd } = viewOf({ now: 40, doses: [0.4], course: { plannedWeeks: 6 } });
  expect(weeks.map(({ at }) => new Date(at).toISOString())).toEqual([
    "2026-10-01T04:00:00.000Z",
    "2026-10-08T04:00:00.000Z",
    "2026-10-15T04:00:00.000Z",
    "2026-10-22T04:00:00.000Z",
    "2026-10-29T04:00:00.000Z",
    "2026-11-05T05:00:00.000Z",
    "2026-11-12T05:00:00.000Z",
  ]);
  expect(weeks.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, null]);
  expect(plannedEnd).toBe(Date.parse("2026-11-12T05:00:00Z"));
});

describe("what a rule's line is called", () => {
  test.each([
    ["marx-2022-15", "Reliable −15"],
    ["marx-2022-18", "Reliable −18"],
    ["blanchard-2023-9", "Likely real −9"],
    ["resick-2021", "End state 19"],
    ["ncptsd-10", "Response −10"],
    ["percent-50", "Response −50 %"],
  ])("%s: %s", (id, label) => {
    expect(ruleView(pcl5Rules.find((rule) => rule.id === id)!)?.label).toBe(label);
  });

  test("a response or an end state is never called reliable", () => {
    for (const rule of pcl5Rules.filter(({ kind }) => kind !== "reliable-change")) {
      expect(ruleView(rule)?.label).not.toMatch(/reliab/i);
    }
  });

  test("a response in per cent lies at that share of the baseline", () => {
    expect(
      viewOf({
        now: 9,
        doses: [0.4],
        week: [
          [0, 62],
          [7, 40],
        ],
        rule: "percent-50",
      }).lines[0]?.threshold,
    ).toBe(31);
  });
});
