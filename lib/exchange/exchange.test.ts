import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { csvLine, harmless, restored, written } from "../csv";
import { readCourse } from "./course";
import { Row, Refused, instantCell } from "./cell";
import { columns, headerTroubles, kindOf, kinds, needed } from "./formats";
import { TableReader } from "./table";

const latin1 = (text: string | Uint8Array) => Buffer.from(text as string).toString("latin1");

function readAll(bytes: string, cut = bytes.length) {
  const reader = new TableReader();
  const rows = [];
  for (let at = 0; at < bytes.length; at += cut) rows.push(...reader.push(bytes.slice(at, at + cut)));
  rows.push(...reader.end());
  return { header: reader.header, rows };
}

describe("a file that comes in", () => {
  it.each([
    ["commas and LF", "a,b\n1,é\n"],
    ["semicolons and CRLF", "a;b\r\n1;é\r\n"],
    ["tabs, as a spreadsheet pastes", "a\tb\n1\té"],
    ["a byte order mark", "\ufeffa,b\n1,é"],
    ["quotes and blank lines", '"a","b"\n\n"1","é"\n\n'],
  ])("reads %s", (_, text) => {
    const { header, rows } = readAll(latin1(text));
    expect(header).toEqual(["a", "b"]);
    expect(rows.map(({ cells, trouble }) => [cells, trouble])).toEqual([[["1", "é"], null]]);
  });

  it("counts lines as an editor does, over quoted line breaks", () => {
    expect(readAll('a,b\n"x\ny",1\nz,2\n').rows.map(({ line, cells }) => [line, cells[0]])).toEqual([[2, "x\ny"], [4, "z"]]);
  });

  it("gives a row that is wrong its own trouble and goes on", () => {
    const bytes = `a,b\n1\n${latin1(new Uint8Array([0xff, 0x41]))},2\n3,4\n`;
    expect(readAll(bytes).rows.map(({ trouble }) => trouble)).toEqual(["1 cell where the header has 2", "bytes that are no UTF-8", null]);
  });

  it.each([
    ["nothing", "", "empty"],
    ["UTF-16", "\xff\xfea\0,\0b\0", "UTF-8"],
    ["a workbook", "PK\x03\x04....", "UTF-8"],
    ["a header whose quote is not closed", '"a,b\n1,2', "not closed"],
  ])("refuses %s", (_, bytes, why) => {
    expect(() => readAll(bytes)).toThrow(why);
  });

  it("refuses a line without an end before it fills the memory", () => {
    const reader = new TableReader();
    const piece = "x".repeat(1 << 16);
    let taken = 0;
    const feed = () => {
      for (; taken < 1000; taken += 1) reader.push(piece);
    };
    expect(feed).toThrow("longer than a megabyte");
    expect(taken).toBeLessThan(20);
  });

  test("the cuts between pieces do not matter, and what csvLine writes is read back", () => {
    const grapheme = fc.string({ unit: "grapheme", maxLength: 8 }).filter((text) => !text.includes("\0"));
    const cell = fc.oneof(grapheme, fc.string({ unit: fc.constantFrom(";", "=", "-", "'", '"', ",", "\n", "a"), maxLength: 8 }));
    const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 9 }), (rows, cut) => {
        const bytes = latin1(["a,b,c\r\n", ...rows.map((row) => csvLine(row.map(written)))].join(""));
        const read = readAll(bytes, cut).rows.map(({ cells }) => cells.map(restored));
        expect(read).toEqual(rows.filter((row) => row.some((text) => text !== "") || csvLine(row) !== "\r\n"));
      }),
    );
  });
});

test("a formula goes out as text and comes back as it was, whatever apostrophes it has", () => {
  expect([written("=1+1"), written("'=1"), written("O'Brien"), written("-1.5")]).toEqual(["'=1+1", "''=1", "O'Brien", "-1.5"]);
  expect([restored("'=1"), restored("'tis"), restored("''=1")]).toEqual(["=1", "'tis", "'=1"]);
  expect([written("a;=1"), written("a;'=1"), written("a; b")]).toEqual(["a;'=1", "a;''=1", "a; b"]);
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom("'", "=", "+", "-", "@", "1", "a", " ", "\t", ";", '"', "\n", ",") }), (text) => {
    expect(restored(written(text))).toBe(text);
    expect(harmless(written(text))).toBe(written(text));
  }), { numRuns: 2000 });
});

describe("a cell", () => {
  const row = (cell: string) => new Row(new Map([["at", cell]]));
  it("with an offset names its instant; without one the zone's clock does", () => {
    expect(row("2026-11-25T10:05:00-05:00").instant("at", "Asia/Kathmandu")).toEqual(new Date("2026-11-25T15:05:00Z"));
    expect(row("2026-11-25 10:05").instant("at", "America/New_York")).toEqual(new Date("2026-11-25T15:05:00Z"));
    expect(row("").instant("at", "America/New_York")).toBeNull();
  });

  // Daylight saving of 2026 in New York: forward on 8 March at 2:00, back on 1 November at 2:00 (tz database, rule US).
  it.each(["2026-03-08T02:30", "2026-11-01T01:30", "2026-02-29T10:00", "2026-11-25", "25.11.2026 10:05", "2026-11-25T24:00", "1e3"])("%s is refused", (cell) => {
    expect(() => row(cell).instant("at", "America/New_York")).toThrow(Refused);
  });

  test("an instant goes out and comes back to the millisecond, in any zone and on either side of a change", () => {
    const at = fc.date({ min: new Date("1970-01-01"), max: new Date("2100-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(at, fc.constantFrom("America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "UTC", "Pacific/Kiritimati"), (instant, zone) => {
        expect(row(instantCell(instant, zone)!).instant("at", "Europe/Zurich")).toEqual(instant);
      }),
    );
  });

  it.each([["12", 12], ["0", 0], ["35.25", 35.25]])("reads the number %s", (cell, value) => {
    expect(row(cell).number("at", { from: 0, to: 100 })).toBe(value);
  });

  it.each(["1,5", "+1", "1e1", "0x1", "NaN", "101", "-1", "1 2"])("refuses the number %s", (cell) => {
    expect(() => row(cell).number("at", { from: 0, to: 100 })).toThrow(Refused);
  });
});

test("a header says what its file is, and what of it is not known", () => {
  for (const kind of kinds) {
    expect(kindOf(columns[kind])).toBe(kind);
    expect(kindOf(needed[kind])).toBe(kind);
    expect(headerTroubles(kind, columns[kind])).toEqual([]);
  }
  expect(kindOf(["MRN", "Score"])).toBeNull();
  expect(headerTroubles("patients", ["record_number", "record_number", "given_name", "birth_date", "Shoe size"])).toEqual(["Missing: family_name", "More than once: record_number", "Not known: Shoe size"]);
});

describe("a course that has ended", () => {
  const ended = (at: string, more: Record<string, string> = {}) => () =>
    readCourse(new Row(new Map(Object.entries({ record_number: "R-1", start_date: "2026-06-01", planned_weeks: "8", therapy: "pe", medicine: "none", ended_at: at, end_reason: "completed", ...more }))), {
      zone: "America/New_York", now: new Date("2026-11-25T12:00:00Z"), today: "2026-11-25",
    });

  it("ended on the day it began or later, by the calendar of its own zone", () => {
    expect(ended("2026-06-01T00:00")().endedAt).toEqual(new Date("2026-06-01T04:00:00Z"));
    expect(ended("2026-05-31T23:59")).toThrow("ended_at: the course had not begun on that day");
    expect(ended("2026-06-01T03:59:00Z")).toThrow("ended_at: the course had not begun on that day"); // the evening before in New York
    expect(ended("2026-06-01T03:59:00Z", { time_zone: "Europe/Zurich" })().startDate).toBe("2026-06-01");
  });

  it("says why it was discontinued", () => {
    expect(ended("2026-07-01T09:00", { end_reason: "discontinued" })).toThrow("end_note: blank");
    expect(ended("2026-07-01T09:00", { end_reason: "discontinued", end_note: "Moved away" })().endNote).toBe("Moved away");
  });
});
