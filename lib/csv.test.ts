import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { csvLine, harmless, quoted, remarkLine } from "./csv";

function splitAtSemicolons(text: string): string[] {
  return [...text.matchAll(/(?:"((?:[^"]|"")*)(?:"|$))?([^;\r\n]*)(?:;|\r?\n|\r|$)/g)].map(([, quotes, rest]) => (quotes ?? "").replaceAll('""', '"') + rest);
}

describe("a cell that a spreadsheet would run", () => {
  // The list of OWASP's page on CSV Injection, and the forms of them that Excel reads with a full-width keyboard.
  test.each(["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t1", "\r1", "\n1", " =1", "＝1", "＋1", "－1", "＠A1", '=HYPERLINK("http://x","y")', "-x-"])("%j is made text", (cell) => {
    expect(harmless(cell)).toBe(`'${cell}`);
  });

  test.each(["", "a=1", "1+1", "Rivera", "-1.5", "+3", "-20", "'=1", "2026-11-25"])("%j is left as it is", (cell) => {
    expect(harmless(cell)).toBe(cell);
  });

  test.each([["see;=1", "see;'=1"], ["see; =1", "see;' =1"], ["a;-5", "a;'-5"], ["a;b;@c", "a;b;'@c"], ['a;"=1;', `a;'"=1;`], ["a\n- b", "a\n'- b"], ["\t=1", "'\t'=1"], ["a;b", "a;b"], ["a = b; c", "a = b; c"]])("%j, which may be several, becomes %j", (cell, text) => {
    expect(harmless(cell)).toBe(text);
  });

  // Excel with a semicolon as its list separator: a quote means something only where a field begins.
  it("is not run where the line is split at semicolons, whatever stands beside it", () => {
    const cell = fc.string({ unit: fc.constantFrom(";", "=", "-", "1", "'", '"', ",", "\n", "\t", " ", "a"), maxLength: 9 }).filter((text) => !/^[+-]\d/.test(text));
    fc.assert(fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }), (rows) => {
      expect(splitAtSemicolons(rows.map(csvLine).join("")).filter((field) => /^\s*[=+\-@]/.test(field))).toEqual([]);
    }), { numRuns: 3000 });
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
  expect(quoted("Team #2")).toBe('"Team #2"'); // read.csv(comment.char = "#") leaves out the rest of a line, but not within quotes
});

test("a line: numbers and truth values as they are, null empty, words harmless, CRLF", () => {
  expect(csvLine([null, 2, "=A1"])).toBe(",2,'=A1\r\n");
  expect(csvLine([-3, false, 0, "=1,2"])).toBe(`-3,false,0,"'=1,2"\r\n`);
});

test("a remark about a file is one line that runs nowhere, and a comma parts it, since it has no quotes", () => {
  expect(remarkLine('rule "own";=1,\n+2, 3; 4, -5')).toBe(`# rule "own";'=1,' +2, 3; 4,' -5\r\n`);
});
