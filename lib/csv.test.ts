import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { csvLine, harmless, quoted } from "./csv";

describe("a cell that a spreadsheet would run", () => {
  // The list of OWASP's page on CSV Injection, and the forms of them that Excel reads with a full-width keyboard.
  test.each(["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1", "＋1", "－1", "＠A1", '=HYPERLINK("http://x","y")', "-x-"])("%j is made text", (cell) => {
    expect(harmless(cell)).toBe(`'${cell}`);
  });

  test.each(["", "a=1", "1+1", "Rivera", "-1.5", "+3", "-20", "'=1", "2026-11-25"])("%j is left as it is", (cell) => {
    expect(harmless(cell)).toBe(cell);
  });

  it("never begins with what begins a formula, whatever was typed", () => {
    fc.assert(fc.property(fc.constantFrom("=", "+", "-", "@", "\t", "\r"), fc.string(), (sign, rest) => {
      const cell = harmless(sign + rest);
      expect(cell.startsWith("'") || /^[+-]\d+(\.\d+)?$/.test(cell)).toBe(true);
    }));
  });
});

test("quotes, commas and line ends stand in quotes, a quote is doubled", () => {
  expect(quoted('a "b"')).toBe('"a ""b"""');
  expect(quoted("one, two")).toBe('"one, two"');
  expect(quoted("plain")).toBe("plain");
});

test("a line: numbers and truth values as they are, null empty, words harmless, CRLF", () => {
  expect(csvLine([null, 2, "=A1"])).toBe(",2,'=A1\r\n");
  expect(csvLine([-3, false, 0, "=1,2"])).toBe(`-3,false,0,"'=1,2"\r\n`);
});
