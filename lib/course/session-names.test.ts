import { describe, expect, it } from "vitest";
import type { CourseSession } from "./course";
import { sessionNames } from "./session-names";

const session = (id: string, kind: CourseSession["kind"], day: number, status: CourseSession["status"] = "done"): CourseSession => ({
  id,
  kind,
  status,
  at: new Date(Date.UTC(2026, 10, day, 15)),
});

describe("session names", () => {
  it("count each kind in order of time, whatever the order of the rows", () => {
    const names = sessionNames({ therapy: "pe" }, [session("c", "dose", 8, "planned"), session("b", "therapy", 2), session("a", "dose", 1)]);
    expect(Object.fromEntries(names)).toEqual({ a: "Dose 1", b: "PE session 1", c: "Dose 2" });
  });

  it("leave no hole for a missed one", () => {
    const names = sessionNames({ therapy: "none" }, [session("a", "dose", 1, "missed"), session("b", "dose", 8)]);
    expect(Object.fromEntries(names)).toEqual({ a: "Dose (missed)", b: "Dose 1" });
  });
});
