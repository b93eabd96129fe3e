import { expect, test } from "vitest";
import { dated, daysWords, shortDay, signedPoints } from "./day-words";

test("days, stretches of days and changes", () => {
  expect(dated("2026-11-23")).toBe("23 Nov 2026");
  expect(shortDay("2026-12-02")).toBe("2 Dec");
  expect(daysWords("2026-11-28", "2026-12-04")).toBe("28 Nov and 4 Dec 2026");
  expect(daysWords("2026-12-30", "2027-01-05")).toBe("30 Dec 2026 and 5 Jan 2027");
  expect([-3, 0, 4].map(signedPoints)).toEqual(["−3", "0", "+4"]);
});
