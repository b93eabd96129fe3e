import { expect, test } from "vitest";
import { dated } from "../course/day-words";
import { adjective, capital, hyphenated, small, spaced, when } from "./wording";

test("days and dates", () => {
  expect(dated("2026-11-23")).toBe("23 Nov 2026");
  expect(dated("2028-02-29")).toBe("29 Feb 2028");
  expect(when({ day: 0, at: new Date(0) }, "UTC")).toBe("on day 0");
  expect(when({ day: null, at: new Date("2026-11-24T03:00:00Z") }, "America/New_York")).toBe("on 23 Nov 2026");
});

test("recall windows before a noun, and small matters", () => {
  expect(["week", "fortnight", "unstated", "moment"].map((recall) => adjective(recall as never))).toEqual(["past-week", "last-2-weeks", "", ""]);
  expect(hyphenated("last 2 weeks")).toBe("last-2-weeks");
  expect(spaced("the first", "", "score")).toBe("the first score");
  expect([small("Sleep"), capital("past week")]).toEqual(["sleep", "Past week"]);
});
