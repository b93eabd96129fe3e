import { expect, test } from "vitest";
import { findRule } from "@/lib/change/rules";
import { trajectory } from "@/lib/change/trajectory";
import { bIpf } from "@/lib/measures/b-ipf/definition";
import { cSsrs } from "@/lib/measures/c-ssrs/definition";
import type { Measure } from "@/lib/measures/measure";
import { pcl5 } from "@/lib/measures/pcl-5/definition";
import { phq9 } from "@/lib/measures/phq-9/definition";
import type { Recall } from "@/lib/measures/recall";
import { resultView } from "./result-view";

const rule = findRule("marx-2022-15")!;

function result(id: string) {
  const form = (name: string, at: string, ratings: (number | null)[]) => ({
    id: name,
    measure: "pcl-5",
    recall: "week" as const,
    at: new Date(at),
    enteredAt: new Date(at),
    ratings,
    corrected: false,
  });
  const all = (rating: number) => Array.from({ length: 20 }, () => rating);
  const made = trajectory({
    measure: pcl5,
    course: { timeZone: "America/New_York" },
    sessions: [{ id: "d", kind: "dose", status: "done", at: new Date("2026-10-01T14:00Z") }],
    assessments: [
      form("before", "2026-10-01T13:00Z", all(3)),
      // Items 1, 6, 8 and 15: one endorsed in each cluster, one too few in D and in E.
      form(
        "after",
        "2026-10-08T13:00Z",
        all(0).map((_, item) => ([0, 5, 7, 14].includes(item) ? 2 : 0)),
      ),
      form("open", "2026-10-09T13:00Z", all(1).with(3, null as never)),
    ],
    rule,
  });
  return resultView({ trajectory: made, measure: pcl5, rule, id });
}

test("total, clusters, endorsed items, the rule by cluster and the change", () => {
  expect(result("after")).toMatchObject({
    total: 8,
    max: 80,
    provisional: false,
    clusters: [
      { id: "B", total: 2, max: 20, criterion: { endorsed: 1, needed: 1, met: true } },
      { id: "C", total: 2, max: 8, criterion: { endorsed: 1, needed: 1, met: true } },
      { id: "D", total: 2, max: 28, criterion: { endorsed: 1, needed: 2, met: false } },
      { id: "E", total: 2, max: 24, criterion: { endorsed: 1, needed: 2, met: false } },
    ],
    endorsed: [{ number: 1 }, { number: 6 }, { number: 8 }, { number: 15 }],
    change: { since: "baseline", from: 60, words: "Recovered, 52 points (Marx 2022)", tone: "better" },
  });
  expect(result("after")?.sources.map(({ href }) => href)).toEqual([
    "/measures/pcl-5#marx-2022-15",
    "/measures/pcl-5#probable-ptsd",
    "/measures/pcl-5#provisional",
  ]);
});

test("the baseline has no change and cites no rule of change", () => {
  expect(result("before")).toMatchObject({ total: 60, change: null, provisional: true });
  expect(result("before")?.sources.some(({ href }) => href.endsWith(rule.id))).toBe(false);
});

test("an incomplete form is not scored and says what is missing", () => {
  expect(result("open")).toMatchObject({
    total: null,
    provisional: null,
    sentence: "Not scored: 19 of 20 answered, item 4 missing.",
    clusters: [{ total: null }, { total: 2 }, { total: 7 }, { total: 6 }],
  });
});

test("a form that is not on the trajectory has no result", () => {
  expect(result("voided")).toBeNull();
});

function alone(measure: Measure, recall: Recall, given: { ratings: (number | null)[]; total?: number }) {
  const at = new Date("2026-10-08T13:00Z");
  const form = { id: "one", measure: measure.id, recall, at, enteredAt: at, corrected: false, ...given };
  const made = trajectory({ measure, course: { timeZone: "America/New_York" }, sessions: [], assessments: [form], rule: null });
  return resultView({ trajectory: made, measure, rule: null, id: "one" });
}

test("a PHQ-9 short of one item: eight ones are 9 by its published rule, mild, and the page says how", () => {
  const ratings = [1, 1, null, 1, 1, 1, 1, 1, 1, null];
  expect(alone(phq9, "fortnight", { ratings })).toMatchObject({
    total: 9,
    band: "Mild",
    byRule: "8 of 9 answered; scored by the published rule for missing items.",
    endorsed: null,
    clusters: [],
  });
});

test("an entered result is named and has no points since another", () => {
  expect(alone(cSsrs, "month", { ratings: [], total: 0 })).toMatchObject({
    named: "Negative",
    change: null,
    sentence: "The result entered is “Negative”.",
  });
});

test("a B-IPF on which nothing applied is not scored and misses nothing", () => {
  expect(alone(bIpf, "month", { ratings: Array(7).fill(7) })).toMatchObject({
    total: null,
    sentence: "Not scored: 7 of 7 answered, no item that counts was rated.",
  });
});
