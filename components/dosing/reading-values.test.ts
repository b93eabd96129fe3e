import { describe, expect, it } from "vitest";
import { startingLimits } from "@/lib/course/dosing/limits";
import { emptyReading, lookAtReading, mendReading, readingBody } from "./reading-values";

const zone = "America/New_York";
const now = new Date("2026-11-25T15:00:00Z"); // 10:00 in New York
const around = { startedAt: "2026-11-25T14:10:00.000Z", zone, now, limits: startingLimits };
const errors = (more: Partial<typeof emptyReading>, startedAt: string | null = around.startedAt) => lookAtReading({ ...emptyReading, ...more }, { ...around, startedAt }).errors;

describe("a reading in its fields", () => {
  it("needs one value, and 0 is one", () => {
    expect(errors({})).toEqual({ systolic: "Enter at least one value." });
    expect(errors({ dissociation: 0 })).toEqual({});
    expect(errors({ cadss: { measure: "cadss-6", total: 0 } })).toEqual({});
  });

  it("asks what was done only outside the limits, which are others before the start", () => {
    expect(errors({ systolic: 150 })).toEqual({});
    expect(errors({ systolic: 150 }, null)).toEqual({ done: "Enter why the dose goes ahead, or what was done" });
    expect(errors({ systolic: 190 })).toEqual({ done: "Enter what was done" });
    expect(errors({ systolic: 190, done: "Measured again" })).toEqual({});
    expect(errors({ systolic: 150, moment: "2026-11-25T09:05" })).toHaveProperty("done");
  });

  it("is now unless another time is chosen, on the clinic's clock, and says that it was before the start", () => {
    const values = { ...emptyReading, pulse: 70 };
    expect(readingBody(values, around)).toMatchObject({ at: "2026-11-25T15:00:00.000Z", beforeStart: false, systolic: null });
    expect(readingBody({ ...values, moment: "2026-11-25T09:05" }, around)).toMatchObject({ at: "2026-11-25T14:05:00.000Z", beforeStart: true });
    expect(readingBody({ ...values, moment: "2026-11-25T" }, around)).toBeNull();
    expect(errors({ pulse: 70, moment: "2026-11-25T10:30" })).toHaveProperty("at");
    expect(readingBody(values, { ...around, startedAt: null })).toMatchObject({ beforeStart: true });
  });

  it("goes back into its fields to be mended", () => {
    const values = { ...emptyReading, systolic: 190, dissociation: 0, done: "x", moment: "2026-11-25T09:50" };
    expect(mendReading(readingBody(values, around) as Record<string, unknown>, zone)).toEqual(values);
  });
});
