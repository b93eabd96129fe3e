import { expect, test } from "vitest";
import { kaplanMeier } from "@/lib/cohort/survival";
import { survivalByWeek } from "./survival-weeks";

// R survival, aml, maintained (Miller 1997): the share is .909 after day 9, .818 after 13, .716 after 18, .614 after 23, .491 after 31, .368 after 34, .184 after 48.
test("weeks of a curve, with the share at the end of each", () => {
  const events = (day: number, censored = 0) => ({ day, events: 1, censored });
  const { steps } = kaplanMeier([events(9), events(13, 1), events(18), events(23), { day: 28, events: 0, censored: 1 }, events(31), events(34), { day: 45, events: 0, censored: 1 }, events(48), { day: 161, events: 0, censored: 1 }]);
  expect(survivalByWeek(steps).map(({ week, atRisk, events: met, censored, share }) => [week, atRisk, met, censored, Number(share?.toFixed(3))])).toEqual([
    [2, 11, 2, 1, 0.818], [3, 8, 1, 0, 0.716], [4, 7, 1, 1, 0.614], [5, 5, 2, 0, 0.368], [7, 3, 1, 1, 0.184], [23, 1, 0, 1, 0.184],
  ]);
});

test("day 0 and before it are a week of their own; a blank step is none", () => {
  const { steps } = kaplanMeier([{ day: -2, events: 0, censored: 1 }, { day: 0, events: 0, censored: 1 }, { day: 1, events: 1, censored: 0 }]);
  expect(survivalByWeek(steps).map(({ week, atRisk, censored }) => [week, atRisk, censored])).toEqual([[0, 3, 2], [1, 1, 0]]);
  expect(survivalByWeek([{ day: null, atRisk: null, events: null, censored: null, share: null, se: null, logLog: null, plain: null }])).toEqual([]);
});
