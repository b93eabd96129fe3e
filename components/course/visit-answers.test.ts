import { describe, expect, test } from "vitest";
import { therapySave } from "@/lib/schemas/therapy";
import { answersOf, bodyOf, visitFrom } from "./visit-answers";

const known = { key: crypto.randomUUID(), number: 0, checkNumber: 0, allow: [] };
const blank = answersOf({ at: "2026-11-24T10:00", suggested: 3, record: null, check: null });
const came = { ...blank, attendance: "attended", psychotic: "no", manic: "no" } as const;
const sent = (answers: typeof blank) => therapySave.safeParse(bodyOf(answers, known));
const problems = (answers: typeof blank) => sent(answers).error?.issues.map(({ path }) => path.join(".")) ?? [];

describe("a visit's answers", () => {
  test("a new one suggests the session and answers nothing; zero is an answer, empty is none", () => {
    expect(blank).toMatchObject({ attendance: "", protocolSession: "3", homework: "", sudsPeak: "", psychotic: "" });
    expect(sent({ ...came, sudsBefore: "0", sudsPeak: " 80 " }).data).toMatchObject({ sudsBefore: 0, sudsPeak: 80, sudsEnd: null, protocolSession: 3, psychotic: false });
  });
  test("what is stored comes back as it was", () => {
    const record = { attendance: "late" as const, protocolSession: null, homework: "none_set" as const, sudsBefore: 0, sudsPeak: null, sudsEnd: 10, note: null };
    const stored = answersOf({ at: "2026-11-24T10:00", suggested: 3, record, check: { psychotic: false, manic: true, note: "Elated" } });
    expect(sent(stored).data).toMatchObject({ ...record, note: "", psychotic: false, manic: true, symptomNote: "Elated" });
  });
  test("asks what was left out, and says what is no number in its range", () => {
    expect(problems(blank).toSorted()).toEqual(["attendance", "manic", "psychotic"]);
    expect(problems({ ...blank, attendance: "late" })).toEqual(["psychotic", "manic"]);
    expect(problems({ ...came, manic: "yes" })).toEqual(["symptomNote"]);
    expect(problems({ ...came, sudsPeak: "101", sudsEnd: "-1", sudsBefore: "high", protocolSession: "2,5" }).toSorted()).toEqual(["protocolSession", "sudsBefore", "sudsEnd", "sudsPeak"]);
    expect(problems({ ...blank, attendance: "not_attended" })).toEqual([]);
  });
  test("names each question, and says all that is to be mended at once", () => {
    const said = sent({ ...blank, attendance: "attended", sudsBefore: "101", sudsPeak: "high", sudsEnd: "-1", protocolSession: "0", manic: "yes" });
    expect(said.error?.issues.map(({ message }) => message).toSorted()).toEqual([
      "SUDS at the end: enter a whole number from 0 to 100",
      "SUDS at the peak: enter a whole number from 0 to 100",
      "SUDS before: enter a whole number from 0 to 100",
      expect.stringMatching(/^Say whether there are psychotic/),
      expect.stringMatching(/^Session of the protocol: enter a whole number from 1 to \d+$/),
      "Write what was seen and what was done",
    ]);
  });
  test("takes over what was typed before the script ran", () => {
    const given = new FormData();
    given.set("visit-at", "2026-11-25");
    given.set("visit-at-time", "11:30");
    given.set("attendance", "attended");
    given.set("sudsEnd", "0");
    expect(visitFrom(given, blank)).toEqual({ ...blank, at: "2026-11-25T11:30", attendance: "attended", sudsEnd: "0" });
  });
});
