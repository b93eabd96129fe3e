// A row of a file of sessions: a dose, a therapy session or a visit, with what was given or said where it was done.
import { PROTOCOL_SESSION, SUDS } from "../course/therapy-session";
import { medicines, routes, sessionKinds, sessionStatuses } from "../schemas/course";
import { attendances, homeworks } from "../schemas/therapy";
import { Refused, type Row } from "./cell";
import type { When } from "./patient";

export interface TherapyIn {
  attendance: (typeof attendances)[number];
  protocolSession: number | null;
  homework: (typeof homeworks)[number] | null;
  sudsBefore: number | null;
  sudsPeak: number | null;
  sudsEnd: number | null;
  note: string | null;
}

export interface DoseIn {
  medicine: Exclude<(typeof medicines)[number], "none">;
  route: Exclude<(typeof routes)[number], "none">;
  weightKg: number | null;
  mgPerKg: number | null;
  devices: number | null;
  computedMg: number | null;
  givenMg: number | null;
  givenDevices: number | null;
  confirmedAt: Date | null;
  startedAt: Date | null;
  stoppedAt: Date | null;
  lot: string | null;
  expiry: string | null;
  preparedBy: string | null;
  checkedBy: string | null;
  notes: string | null;
}

export interface SessionIn {
  recordNumber: string;
  courseStart: string | null;
  kind: (typeof sessionKinds)[number];
  at: Date;
  status: (typeof sessionStatuses)[number];
  plannedAt: Date | null;
  reason: string | null;
  therapy: TherapyIn | null;
  dose: DoseIn | null;
}

export function readSession(row: Row, { zone, now }: When): SessionIn {
  const session: SessionIn = {
    recordNumber: row.needed("record_number", row.text("record_number", 40)),
    courseStart: row.day("course_start"),
    kind: row.needed("kind", row.choice("kind", sessionKinds)),
    at: row.needed("at", row.instant("at", zone)),
    status: row.needed("status", row.choice("status", sessionStatuses)),
    plannedAt: row.instant("planned_at", zone),
    reason: row.text("reason", 300),
    therapy: therapyOf(row),
    dose: doseOf(row, zone),
  };
  const { kind, at, status, reason, therapy, dose } = session;
  if (status === "done" && at > now) throw new Refused("at: in the future, and done");
  if (status === "cancelled" && reason === null) throw new Refused("reason: blank; a session that was cancelled says why");
  if (therapy !== null && kind !== "therapy") throw new Refused("attendance: stands with a therapy session, and only there");
  if (dose !== null && kind !== "dose") throw new Refused("medicine: stands with a dose, and only there");
  return session;
}

function therapyOf(row: Row): TherapyIn | null {
  const attendance = row.choice("attendance", attendances);
  const suds = (column: string) => row.number(column, { from: SUDS.min, to: SUDS.max, whole: true });
  const rest = {
    protocolSession: row.number("protocol_session", { from: PROTOCOL_SESSION.min, to: PROTOCOL_SESSION.max, whole: true }),
    homework: row.choice("homework", homeworks),
    sudsBefore: suds("suds_before"), sudsPeak: suds("suds_peak"), sudsEnd: suds("suds_end"),
    note: row.text("therapy_note", 2000),
  };
  if (attendance !== null) return { attendance, ...rest };
  if (Object.values(rest).some((value) => value !== null)) throw new Refused("attendance: blank; it stands with what is said of a therapy session");
  return null;
}

// Beyond any of these the number is a slip of the keyboard; what is unusual for a dose is asked about where it is given.
const mg = { from: 0, to: 1000 };
const kg = { from: 1, to: 500 };
const devices = { from: 0, to: 20, whole: true };

function doseOf(row: Row, zone: string): DoseIn | null {
  const medicine = row.choice("medicine", ["ketamine", "esketamine"]);
  const route = row.choice("route", ["intravenous", "intranasal"]);
  const rest = {
    weightKg: row.number("weight_kg", kg), mgPerKg: row.number("mg_per_kg", { from: 0, to: 100 }), devices: row.number("devices", devices),
    computedMg: row.number("computed_mg", mg), givenMg: row.number("given_mg", mg), givenDevices: row.number("given_devices", devices),
    confirmedAt: row.instant("confirmed_at", zone), startedAt: row.instant("started_at", zone), stoppedAt: row.instant("stopped_at", zone),
    lot: row.text("lot", 100), expiry: row.day("expiry"), preparedBy: row.text("prepared_by", 100), checkedBy: row.text("checked_by", 100), notes: row.text("dose_note", 2000),
  };
  if (medicine === null || route === null) {
    if (medicine !== null || route !== null || Object.values(rest).some((value) => value !== null)) throw new Refused("medicine: medicine and route stand with what is said of a dose");
    return null;
  }
  if (medicine === "esketamine" && route !== "intranasal") throw new Refused("route: esketamine is given intranasally");
  const { startedAt, stoppedAt, preparedBy, checkedBy } = rest;
  if (startedAt !== null && stoppedAt !== null && stoppedAt < startedAt) throw new Refused("stopped_at: before started_at");
  if (preparedBy !== null && preparedBy.toLowerCase() === checkedBy?.toLowerCase()) throw new Refused("checked_by: the second person is another one");
  return { medicine, route, ...rest };
}
