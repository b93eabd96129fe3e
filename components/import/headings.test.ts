import { expect, test } from "vitest";
import { headings } from "./headings";

test.each([
  ["commas", 'record_number,"family_name"\nR-1,Vale', ["record_number", "family_name"]],
  ["tabs, as a spreadsheet pastes", "MRN\tTotal score\r\nR-1\t40", ["MRN", "Total score"]],
  ["semicolons, after a blank line and a byte order mark", "\ufeff\n a ;b\n", ["a", "b"]],
  ["nothing", "", []],
])("headings by %s", (_, text, expected) => {
  expect(headings(text)).toEqual(expected);
});
