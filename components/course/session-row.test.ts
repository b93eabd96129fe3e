import { expect, test } from "vitest";
import { byDay, namesOf, type SessionRow } from "./session-row";

const row = (id: string, at: string, kind: SessionRow["kind"] = "dose"): SessionRow => ({
  id,
  kind,
  status: "planned",
  at,
  plannedAt: at,
  reason: "",
  version: 1,
});

test("sessions stand under their day in order of time, whatever order they came in", () => {
  const days = byDay([
    row("c", "2026-11-24T09:00"),
    row("b", "2026-11-23T14:00", "therapy"),
    row("a", "2026-11-23T09:00"),
  ]);
  expect(days.map(({ day, rows }) => [day, ...rows.map(({ id }) => id)])).toEqual([
    ["2026-11-23", "a", "b"],
    ["2026-11-24", "c"],
  ]);
});

test("names count each kind by itself", () => {
  const names = namesOf({ therapy: "pe" }, [
    row("b", "2026-11-30T09:00"),
    row("t", "2026-11-24T09:00", "therapy"),
    row("a", "2026-11-23T09:00"),
  ]);
  expect([names.get("a"), names.get("b"), names.get("t")]).toEqual(["Dose 1", "Dose 2", "PE session 1"]);
});
