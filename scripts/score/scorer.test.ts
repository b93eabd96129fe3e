import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { optionsOf, type Measure } from "../../lib/measures/measure";
import { findMeasure, measures } from "../../lib/measures/measures";
import { readRecorded } from "../../lib/measures/recorded";
import { readResponses } from "../../lib/measures/responses";
import { harmless, quoted } from "../../lib/csv";
import { addedCells, addedColumns } from "./added";
import { columnOf } from "../../lib/exchange/column";
import { Scorer, Unreadable } from "./scorer";

/** Scores a text, in pieces of so many bytes, and counts. */
function run(id: string, text: string, size = text.length * 4 + 1, untouched = false) {
  const scorer = new Scorer(findMeasure(id)!, untouched);
  const bytes = Buffer.from(text, "utf8");
  let out = "";
  for (let at = 0; at < bytes.length; at += size) out += scorer.push(bytes.subarray(at, at + size).toString("latin1"));
  out += scorer.end();
  return { out: Buffer.from(out, "latin1").toString("utf8"), counts: scorer.counts };
}

const lines = (id: string, text: string) => run(id, text).out.split("\n").slice(0, -1);
const pclHeader = `id,${Array.from({ length: 20 }, (_, at) => `item${at + 1}`).join(",")}`;
const pcl = (row: string) => lines("pcl-5", `${pclHeader}\n${row}\n`)[1];

describe("the columns", () => {
  test("of the PCL-5, as documented", () => {
    expect(lines("pcl-5", `${pclHeader}\n`)).toEqual([
      `${pclHeader},state,total,B,C,D,E,endorsed_B,endorsed_C,endorsed_D,endorsed_E,provisional,at_31,at_33,missing,error`,
    ]);
  });

  test.each([
    ["phq-9", ["state", "total", "band", "at_10", "missing", "error"]],
    ["gad-7", ["state", "total", "band", "at_8", "at_10", "missing", "error"]],
    ["pc-ptsd-5", ["state", "total", "at_3", "at_4", "missing", "error"]],
    ["audit-c", ["state", "total", "at_3", "at_4", "at_5", "missing", "error"]],
    ["b-ipf", ["state", "total", "band", "missing", "error"]],
  ])("of %s", (id, columns) => expect(addedColumns(findMeasure(id)!)).toEqual(columns));
});

describe("a PCL-5, worked by hand", () => {
  test.each([
    ["all 0", `a${",0".repeat(20)}`, "complete,0,0,0,0,0,0,0,0,0,false,false,false,,"],
    ["all 4", `a${",4".repeat(20)}`, "complete,80,20,8,28,24,5,2,7,6,true,true,true,,"],
    // B 1, C 6, D 8 and 9, E 15 and 16 rated 2: the rule is met with 12 points.
    ["the rule, under the cut", "a,2,0,0,0,0,2,0,2,2,0,0,0,0,0,2,2,0,0,0,0", "complete,12,2,2,4,4,1,1,2,2,true,false,false,,"],
    // 31 in D and E alone.
    ["the cut, not the rule", "a,0,0,0,0,0,0,0,4,4,4,4,4,4,4,3,0,0,0,0,0", "complete,31,0,0,28,3,0,0,7,1,false,true,false,,"],
    ["two missing", `a${",1".repeat(5)},1,,1${",1".repeat(11)},`, "incomplete,,5,,7,,,,,,,,,7;20,"],
    ["nothing answered", `a${",".repeat(20)}`, `incomplete,,,,,,,,,,,,,${Array.from({ length: 20 }, (_, at) => at + 1).join(";")},`],
  ])("%s", (_, row, added) => expect(pcl(row)).toBe(`${row},${added}`));

  test.each([
    ["2.5", "item 3: 2.5 is not a whole number"],
    ["2.0", '"item 3: ""2.0"" is not a whole number in plain digits"'],
    ["+2", '"item 3: ""+2"" is not a whole number in plain digits"'],
    ["02", '"item 3: ""02"" is not a whole number in plain digits"'],
    [" 2", '"item 3: "" 2"" is not a whole number in plain digits"'],
    ["1e0", '"item 3: ""1e0"" is not a whole number in plain digits"'],
    ["-0", '"item 3: ""-0"" is not a whole number in plain digits"'],
    ["two", '"item 3: ""two"" is text, not a number"'],
    ["NA", '"item 3: ""NA"" is text, not a number"'],
    [" ", '"item 3: "" "" is text, not a number"'],
    ["zwölf", '"item 3: ""zwölf"" is text, not a number"'],
    ["-1", "item 3: -1 is outside 0 to 4"],
    ["5", "item 3: 5 is outside 0 to 4"],
    ["10", "item 3: 10 is outside 0 to 4"],
    ["NaN", '"item 3: ""NaN"" is text, not a number"'],
  ])("%s in item 3 is refused by name", (cell, error) => {
    const row = `a,0,0,${cell}${",0".repeat(17)}`;
    expect(pcl(row)).toBe(`${row},invalid${",".repeat(14)}${error}`);
  });

  test("every fault of a row is named, beside what is missing", () => {
    expect(pcl(`a,9,,x${",0".repeat(17)}`)).toMatch(/,invalid,{14}"item 1: 9 is outside 0 to 4; item 3: ""x"" is text, not a number"$/);
  });
});

describe("the other measures, worked by hand", () => {
  const nine = "id,item1,item2,item3,item4,item5,item6,item7,item8,item9";
  test.each([
    ["phq-9", nine, "a,1,1,1,1,1,1,1,1,1", "complete,9,Mild,false,,"],
    ["phq-9", nine, "a,1,1,1,1,,1,1,1,1", "incomplete,9,Mild,false,5,"],
    ["phq-9", nine, "a,3,3,3,1,0,0,0,,", "incomplete,13,Moderate,true,8;9,"],
    ["phq-9", nine, "a,3,3,3,1,0,0,,,", "incomplete,,,,7;8;9,"],
    ["phq-9", `${nine},item10`, "a,1,1,1,1,1,1,1,1,1,3", "complete,9,Mild,false,,"],
    ["phq-9", `${nine},item10`, "a,1,1,1,1,1,1,1,1,1,", "complete,9,Mild,false,,"],
    ["phq-9", `${nine},item10`, "a,1,1,1,1,1,1,1,1,1,4", "invalid,,,,,item 10: 4 is outside 0 to 3"],
    ["gad-7", "id,item1,item2,item3,item4,item5,item6,item7", "a,2,2,2,2,0,0,0", "complete,8,Mild,true,false,,"],
    ["gad-7", "id,item1,item2,item3,item4,item5,item6,item7", "a,2,2,2,2,0,0,", "incomplete,,,,,7,"],
    ["pc-ptsd-5", "id,item1,item2,item3,item4,item5", "a,1,1,0,1,0", "complete,3,true,false,,"],
    ["pc-ptsd-5", "id,item1,item2,item3,item4,item5", "a,1,1,0,1,", "incomplete,,,,5,"],
    ["pc-ptsd-5", "id,gate,item1,item2,item3,item4,item5", "a,1,1,1,0,1,1", "complete,4,true,true,,"],
    ["pc-ptsd-5", "id,gate,item1,item2,item3,item4,item5", "a,0,,,,,", "complete,0,false,false,,"],
    ["pc-ptsd-5", "id,gate,item1,item2,item3,item4,item5", "a,,1,1,0,1,1", "incomplete,,,,gate,"],
    ["pc-ptsd-5", "id,gate,item1,item2,item3,item4,item5", "a,2,1,1,0,1,1", "invalid,,,,,gate: 2 is outside 0 to 1"],
    ["pc-ptsd-5", "id,gate,item1,item2,item3,item4,item5", "a,0,1,0,0,0,0", '"item 1: 1 contradicts the answer to the first question, after which it is not asked"'],
    ["audit-c", "id,item1,item2,item3", "a,0,,", "complete,0,false,false,false,,"],
    ["audit-c", "id,item1,item2,item3", "a,3,1,0", "complete,4,true,true,false,,"],
    ["audit-c", "id,item1,item2,item3", "a,3,,0", "incomplete,,,,,2,"],
    ["b-ipf", "id,item1,item2,item3,item4,item5,item6,item7", "a,1,1,1,0,NA,n/a,N/A", "complete,13,Mild impairment,,"],
    ["b-ipf", "id,item1,item2,item3,item4,item5,item6,item7", "a,3,,,,,,", "incomplete,50,Moderate impairment,2;3;4;5;6;7,"],
    ["b-ipf", "id,item1,item2,item3,item4,item5,item6,item7", "a,NA,NA,NA,NA,NA,NA,NA", "incomplete,,,,"],
    ["b-ipf", "id,item1,item2,item3,item4,item5,item6,item7", "a,7,1,1,1,1,1,1", "item 1: 7 is outside 0 to 6; write NA where the item does not apply"],
  ])("%s: %s %s", (id, header, row, added) => {
    const [, scored] = lines(id, `${header}\n${row}\n`);
    expect(scored?.startsWith(`${row},`)).toBe(true);
    expect(scored?.endsWith(added)).toBe(true);
  });
});

describe("the file", () => {
  const others = (untouched: boolean, size?: number) => {
    const text = '\uFEFFnote,item3,id,item1,item2\r\n"said ""no"", left\r\nearly",0,=1+1,1,2\r\n -x-,3,@b,2,2\r\nsee;-1+1,0,c,1,1';
    return run("audit-c", text, size, untouched).out;
  };

  test("columns in any order, others passed through, formulas made text, CRLF kept, the byte order mark left out", () => {
    expect(others(false)).toBe(
      'note,item3,id,item1,item2,state,total,at_3,at_4,at_5,missing,error\r\n' +
        `"said ""no"", left\r\nearly",0,'=1+1,1,2,complete,3,true,false,false,,\r\n` +
        "' -x-,3,'@b,2,2,complete,7,true,true,true,,\r\n" +
        "see;'-1+1,0,c,1,1,complete,2,false,false,false,,\r\n",
    );
  });

  test("with --untouched every byte of what is passed through stays", () => {
    expect(others(true)).toBe(
      'note,item3,id,item1,item2,state,total,at_3,at_4,at_5,missing,error\r\n' +
        '"said ""no"", left\r\nearly",0,=1+1,1,2,complete,3,true,false,false,,\r\n' +
        " -x-,3,@b,2,2,complete,7,true,true,true,,\r\n" +
        "see;-1+1,0,c,1,1,complete,2,false,false,false,,\r\n",
    );
  });

  test.each([
    ["＝1,1,1,1", "'\uFF1D1,1,1,1,complete"],
    ['"Ä",1,1,1', '"Ä",1,1,1,complete'],
    ["-1.5,1,1,1", "-1.5,1,1,1,complete"],
    ['"=A1,B1",1,1,x', `"'=A1,B1",1,1,x,invalid`],
    ["=A1,1,1", "'=A1,1,1,,invalid"],
  ])("%s becomes %s", (row, scored) => {
    expect(lines("audit-c", `id,item1,item2,item3\n${row}\n`)[1]?.startsWith(`${scored},`)).toBe(true);
  });

  test("a quoted rating is its content; a quoted header its name", () => {
    expect(lines("audit-c", '"id","item1","item2","item3"\n"Zoë","1","2",""\n')[1]).toBe('"Zoë","1","2","",incomplete,,,,,3,');
  });

  test("a malformed row is reported on its own line and the rest go on", () => {
    const rows = ["a,1,1,1", "b,1,1", "c,1,1,1,1", 'd,"1,1,1', "e,2,2,2", 'f,"1"x,1,1', "", "g,1,x,1", 'h 6",1,1,1', 'i,1,1,"1'];
    const { out, counts } = run("audit-c", `id,item1,item2,item3\n${rows.join("\n")}\n`);
    expect(out.split("\n").slice(1, -1)).toEqual([
      "a,1,1,1,complete,3,true,false,false,,",
      "b,1,1,,invalid,,,,,,3 cells where the header has 4",
      "c,1,1,1,invalid,,,,,,5 cells where the header has 4",
      'd,"""1",1,1,invalid,,,,,,text follows a closing quote',
      "e,2,2,2,complete,6,true,true,true,,",
      'f,"""1""x",1,1,invalid,,,,,,text follows a closing quote',
      'g,1,x,1,invalid,,,,,,"item 2: ""x"" is text, not a number"',
      'h 6",1,1,1,complete,3,true,false,false,,',
      'i,1,1,"""1",invalid,,,,,,a quoted cell is not closed',
    ]);
    expect(counts).toEqual({ rows: 9, complete: 3, incomplete: 0, invalid: 6 });
  });

  test("a quote left open in a long file costs one row, not the rest", () => {
    const many = Array.from({ length: 110_000 }, (_, at) => `p${at},1,1,1`).join("\n");
    const { counts } = run("audit-c", `id,item1,item2,item3\nx,"1,1,1\n${many}\n`, 65_536);
    expect(counts).toEqual({ rows: 110_001, complete: 110_000, incomplete: 0, invalid: 1 });
  });

  test.each([
    ["", "There is no header: the input is empty."],
    ["item1,item2\n", "The header cannot be read: id, item3 are missing."],
    ["id,item1,item2,item2,id\n", "The header cannot be read: item3 is missing; item2, id stand there more than once."],
    ["id,item1,item2,item3,item4\n", "The header cannot be read: item4 is no item of the AUDIT-C."],
    ["id,item1,item2,item3,total\n", "The header cannot be read: total is a column this command adds: rename it."],
    ["id;item1;item2;item3\n", "The columns are separated by semicolons; this command reads commas."],
    ['id,item1,item2,"item3\n', "The header cannot be read: a quoted cell is not closed."],
    ["\u0000", "The header cannot be read: id, item1, item2, item3 are missing."],
  ])("a header that cannot be read is refused whole: %j", (text, message) => {
    expect(() => run("audit-c", text)).toThrow(new Unreadable(message));
  });

  test("UTF-16 is named as what it is", () => {
    const scorer = new Scorer(findMeasure("audit-c")!);
    expect(() => scorer.push(Buffer.from("\uFEFFid,item1\n", "utf16le").toString("latin1"))).toThrow(/UTF-16/);
  });
});

describe("laws", () => {
  const withItems = measures.filter(({ entry }) => entry === "items");
  /** Forms of any state; every other one answered in full by what its items offer. */
  const answersOf = (measure: Measure) => {
    const offered = measure.items.map((item) =>
      fc.constantFrom(...optionsOf(measure, item).filter(({ uncounted }) => uncounted !== true).map(({ value }) => String(value))),
    );
    const flawed = offered.map((arbitrary) => fc.oneof({ weight: 9, arbitrary }, { weight: 1, arbitrary: fc.constantFrom("", "8", "-1", "1.5", "x") }));
    return fc.oneof(fc.tuple(...offered), fc.tuple(...flawed));
  };

  test.each(withItems.map((measure) => [measure.id, measure] as const))("%s: every row is what lib/measures makes of it, in any order of columns", (id, measure) => {
    const names = ["id", ...measure.items.map(({ number }) => columnOf(number)), "site"];
    const order = fc.shuffledSubarray(names, { minLength: names.length });
    const site = fc.string({ maxLength: 8 });
    fc.assert(
      fc.property(order, fc.array(fc.tuple(answersOf(measure), site), { minLength: 1, maxLength: 6 }), (columns, forms) => {
        const rows = forms.map(([answers, words], row) => {
          const cells = new Map([["id", String(row)], ["site", words], ...measure.items.map(({ number }, at) => [columnOf(number), answers[at]!] as const)]);
          return columns.map((name) => quoted(harmless(cells.get(name) ?? ""))).join(",");
        });
        const expected = forms.map(([answers], row) => {
          const ratings = answers.map((cell) => (cell === "" ? null : cell === "x" ? "x" : Number(cell)));
          const recorded = readRecorded(measure, { ratings, total: null });
          const responses = readResponses(measure, ratings);
          const missing = responses.state === "incomplete" ? responses.missing : [];
          return `${rows[row]},${addedCells(measure, recorded, missing).map(quoted).join(",")}`;
        });
        expect(run(id, `${[columns.join(","), ...rows].join("\n")}\n`).out).toBe(
          `${[[...columns, ...addedColumns(measure)].join(","), ...expected].join("\n")}\n`,
        );
      }),
      { numRuns: 100 },
    );
  });

  test("where the input is cut into pieces makes no difference", () => {
    const cell = fc.constantFrom("1", "0", "", '"2"', '"a\nb"', '"é, ""x"""', "9", "ü", '"', 'x"y', '"1"z');
    const text = fc.array(fc.array(cell, { minLength: 3, maxLength: 5 }).map((cells) => cells.join(",")), { maxLength: 8 });
    fc.assert(
      fc.property(text, fc.constantFrom("\n", "\r\n"), fc.boolean(), fc.integer({ min: 1, max: 9 }), (rows, lineEnd, ended, size) => {
        const whole = `id,item1,item2,item3${lineEnd}${rows.join(lineEnd)}${ended ? lineEnd : ""}`;
        expect(run("audit-c", whole, size)).toEqual(run("audit-c", whole));
      }),
      { numRuns: 200 },
    );
  });
});
