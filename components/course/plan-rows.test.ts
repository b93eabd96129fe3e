import { describe, expect, it } from "vitest";
import type { MeasurePlan } from "@/lib/course/measure-plan";
import { marked, movedUp, ordered, rowsOf } from "./plan-rows";

const plan: MeasurePlan = { baseline: ["a", "b"], "24h": ["a"], week: ["a", "c"], end: [], "follow-up": [] };

describe("a plan as a schedule", () => {
  it("has a row for every measure in it, then for those on offer", () => {
    expect(rowsOf(plan, ["d", "c"])).toEqual(["a", "b", "c", "d"]);
  });

  it("puts a measure at its place among the rows", () => {
    expect(marked(plan, "week", "b", true, ["a", "b", "c"]).week).toEqual(["a", "b", "c"]);
    expect(marked(plan, "week", "a", true, ["c", "a"]).week).toEqual(["c", "a"]);
  });

  it("takes a measure out of one occasion and leaves the others", () => {
    expect(marked(plan, "week", "a", false, ["a", "b", "c"])).toEqual({ ...plan, week: ["c"] });
  });

  it("moves a row up, the first one nowhere", () => {
    expect(movedUp(["a", "b", "c"], "c")).toEqual(["a", "c", "b"]);
    expect(movedUp(["a", "b"], "a")).toEqual(["a", "b"]);
  });

  it("follows the rows in every occasion", () => {
    expect(ordered(plan, ["c", "b", "a"])).toEqual({ ...plan, baseline: ["b", "a"], week: ["c", "a"] });
  });
});
