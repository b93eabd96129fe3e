// Rows of a dosing session as they travel to its page: newest numbers only, instants as ISO text, names for people.
import { fromDateColumn } from "@/lib/dates";
import type { CadssTotal, CheckView, DoseView, EventView, LeavingView, ReadingView, SessionView } from "@/lib/schemas/dosing-view";
import type { CourseSession, DoseRecord, DosingEvent, Leaving, Reading, SymptomCheck } from "@/prisma/generated/client";

type By<Row> = Row & { by: { name: string } };

const iso = (at: Date | null) => at?.toISOString() ?? null;

export function sessionView(session: CourseSession, name: string): SessionView {
  const { id, status, version } = session;
  return { id, name, status, version, at: session.at.toISOString(), plannedAt: iso(session.plannedAt) };
}

export function doseView(row: By<DoseRecord>): DoseView {
  const { number, medicine, route, weightKg, mgPerKg, devices, computedMg, givenMg, givenDevices } = row;
  return {
    number, medicine, route, weightKg, mgPerKg, devices, computedMg, givenMg, givenDevices,
    confirmedAt: iso(row.confirmedAt),
    lot: row.lot ?? "",
    expiry: row.expiry && fromDateColumn(row.expiry),
    preparedBy: row.preparedBy ?? "",
    checkedBy: row.checkedBy ?? "",
    startedAt: iso(row.startedAt),
    stoppedAt: iso(row.stoppedAt),
    interruptions: row.interruptions as unknown as DoseView["interruptions"],
    notes: row.notes ?? "",
    reasons: row.reasons as Record<string, string>,
    by: row.by.name,
    at: row.at.toISOString(),
  };
}

export function readingView(row: By<Reading> & { voidedBy: { name: string } | null }, cadss: CadssTotal | null): ReadingView {
  const { id, systolic, diastolic, pulse, spo2, sedation, dissociation } = row;
  return {
    id, systolic, diastolic, pulse, spo2, sedation, dissociation, cadss,
    at: row.at.toISOString(),
    done: row.done ?? "",
    by: row.by.name,
    voided: row.voidedAt === null ? null : { reason: row.voidReason ?? "", by: row.voidedBy?.name ?? "" },
  };
}

export function eventView(row: By<DosingEvent>): EventView {
  const { id, number, term, severity, serious, relation, outcome } = row;
  return {
    id, number, term, severity, serious, relation, outcome,
    act: row.act as EventView["act"],
    onsetAt: row.onsetAt.toISOString(),
    endedAt: iso(row.endedAt),
    action: row.action ?? "",
    by: row.by.name,
  };
}

export function checkView(row: By<SymptomCheck>): CheckView {
  const { number, psychotic, manic } = row;
  return { number, psychotic, manic, note: row.note ?? "", by: row.by.name, at: row.at.toISOString() };
}

export function leavingView(row: By<Leaving>): LeavingView {
  const { number, advice } = row;
  return {
    number, advice,
    leftAt: row.leftAt.toISOString(),
    escort: row.escort ?? "",
    points: row.points as unknown as LeavingView["points"],
    overrides: row.overrides as Record<string, string>,
    by: row.by.name,
    at: row.at.toISOString(),
  };
}
