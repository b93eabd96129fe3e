import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BoardRow } from "@/lib/schemas/dosing-view";
import { boardOf, lateOnes } from "./board-order";

const start = Date.UTC(2026, 10, 25, 9, 0);
const at = (minute: number) => new Date(start + minute * 60_000).toISOString();
const reading = (minute: number) => ({ id: `r${minute}`, at: at(minute), systolic: 120, diastolic: 75, pulse: 70, spo2: 98, sedation: 5, dissociation: 0, cadss: null });

function row(id: string, more: Partial<BoardRow> & { status?: BoardRow["session"]["status"] } = {}): BoardRow {
  const { status = "done", ...rest } = more;
  return {
    patient: { id: `p-${id}`, name: id, recordNumber: id }, session: { id, name: "Dose 1", status, at: at(0), plannedAt: at(0), version: 1 },
    course: { medicine: "ketamine", route: "intravenous" }, startedAt: null, stoppedAt: null, leftAt: null, readings: [], events: 0, ...rest,
  };
}

const minutes = [0, 40, 80, 120];
const now = new Date(at(60));

describe("the board", () => {
  // At minute 60: "late" has no reading of minute 40, "late longest" none of 40 from a start five minutes earlier,
  // "due" awaits minute 80.
  const rows = [
    row("expected", { status: "planned" }),
    row("due", { startedAt: at(0), readings: [reading(0), reading(41)] }),
    row("late", { startedAt: at(0), readings: [reading(0)] }),
    row("late longest", { startedAt: at(-5), readings: [reading(-5)] }),
    row("left", { startedAt: at(-150), leftAt: at(-20) }),
    row("marked done", {}),
    row("missed", { status: "missed" }),
  ];

  it("has the one late longest on top, then the others by their time", () => {
    const board = boardOf(rows, minutes, now);
    expect(board.inRoom.map(({ row: { session }, next }) => [session.id, next?.state, next?.minute])).toEqual([
      ["late longest", "late", 40], ["late", "late", 40], ["due", "upcoming", 80],
    ]);
    expect(board.expected.map(({ session }) => session.id)).toEqual(["expected"]);
    expect(board.gone.map(({ session }) => session.id)).toEqual(["left", "marked done", "missed"]);
    expect(lateOnes(board)).toEqual(["late longest 40", "late 40"]);
  });

  it("loses nobody and does not depend on the order of rows", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        const board = boardOf(shuffled, minutes, now);
        expect(board.inRoom).toEqual(boardOf(rows, minutes, now).inRoom);
        expect(board.inRoom.length + board.expected.length + board.gone.length).toBe(rows.length);
      }),
    );
  });
});
