import { expect, test } from "vitest";
import { firstView, shownWords, sortedBy, viewAddress } from "./caseload-view";

test("the address holds what differs from the first view and nothing else", () => {
  expect(viewAddress(firstView)).toBe("");
  expect(viewAddress({ ...firstView, filter: "due", page: 2 })).toBe("?filter=due&page=2");
  const withQuery = { ...firstView, query: "Rivera", sort: "day" as const };
  expect(viewAddress(withQuery)).toBe("?sort=day");
});

test("a column is sorted its own way first and turned the second time, from page 1", () => {
  const once = sortedBy({ ...firstView, page: 3 }, "change");
  expect(once).toEqual({ filter: "all", sort: "change", direction: "desc", page: 1 });
  expect(sortedBy(once, "change").direction).toBe("asc");
  expect(sortedBy(once, "due").direction).toBe("asc");
});

test("the count says which patients are shown", () => {
  expect(shownWords(1, 25, 0, 0)).toBe("No patients");
  expect(shownWords(1, 25, 1, 1)).toBe("1 patient");
  expect(shownWords(1, 25, 18, 18)).toBe("18 patients");
  expect(shownWords(2, 25, 9, 34)).toBe("26–34 of 34 patients");
});
