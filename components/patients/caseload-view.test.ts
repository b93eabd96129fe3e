import { expect, test } from "vitest";
import { firstView, shownWords, sortedBy, viewAddress } from "./caseload-view";

test("the address holds what differs from the first view and nothing else", () => {
  expect(viewAddress(firstView)).toBe("");
  expect(viewAddress({ ...firstView, filter: "due", after: "a3" })).toBe("?filter=due&after=a3");
  const withQuery = { ...firstView, query: "Rivera", sort: "day" as const };
  expect(viewAddress(withQuery)).toBe("?sort=day");
});

test("a column is sorted its own way first and turned the second time, from its beginning", () => {
  const once = sortedBy({ ...firstView, after: "a3" }, "change");
  expect(once).toEqual({ ...firstView, sort: "change", direction: "desc" });
  expect(sortedBy(once, "change").direction).toBe("asc");
  expect(sortedBy(once, "due").direction).toBe("asc");
});

test("the count says which patients are shown", () => {
  expect(shownWords(0, 0, 0)).toBe("No patients");
  expect(shownWords(0, 1, 1)).toBe("1 patient");
  expect(shownWords(0, 18, 18)).toBe("18 patients");
  expect(shownWords(25, 9, 34)).toBe("26–34 of 34 patients");
  expect(shownWords(1225, 25, 3400)).toBe("1,226–1,250 of 3,400 patients");
});
