// The day of all patients, sorted into the lists of the page: who is in the room, whose dose, visit or measure is due, and
// what was missed, doses without their next-day therapy first.
import { sessionHref } from "@/components/course/session-href";
import { sittingHref } from "@/components/measures/sitting";
import type { Tone } from "@/components/ui/pill";
import { MISSED, type Missed, type Progress } from "@/lib/course/day-list";
import type { SessionKind } from "@/lib/course/course";
import { measureNames } from "@/lib/course/due-words";
import { weekdayInWords } from "@/lib/dates";
import { todayLists, type TodayListName, type TodayPlace } from "@/lib/schemas/today";

export interface PatientDay {
  id: string;
  name: string;
  recordNumber: string;
  sessions: readonly { id: string; kind: SessionKind; name: string; at: number; time: string; progress: Progress; started: string | null; left: string | null }[];
  due: readonly string[];
  toRecord: readonly string[];
  /** What was noted when symptoms were last asked about. */
  symptoms: string | null;
  missed: readonly Missed[];
}

export interface TodayRow {
  key: string;
  /** What it stands for in its list: a session, or what a patient lacks of a day. */
  place: string;
  /** "09:30", or the day of what was missed. */
  when: string;
  patient: { name: string; recordNumber: string; href: string };
  what: string;
  /** Where it is recorded. */
  href: string;
  kind: SessionKind | "measure";
  state: { words: string; tone: Tone } | null;
  /** "Record PCL-5, PHQ-9", or why it was missed. */
  note: string;
}

export type TodayView = Record<TodayListName, TodayRow[]>;

/** What is shown of a list. */
export interface TodayPart {
  rows: TodayRow[];
  /** Rows of the whole list. */
  total: number;
  /** Where it goes on; null at its end. */
  after: TodayPlace | null;
}

/** Of what is known of patients, the rows that stand at these places, in their order. */
export function todayParts({ patients, places }: { patients: readonly PatientDay[]; places: readonly Placed[] }, visits = true): Record<TodayListName, TodayPart> {
  const view = todayView(patients, visits);
  const part = (list: TodayListName): [TodayListName, TodayPart] => {
    const here = places.filter((place) => place.list === list);
    const last = here.at(-1);
    const rows = here.flatMap((place) => view[list].filter((row) => row.place === placeOf(place)));
    if (last === undefined) return [list, { rows, total: 0, after: null }];
    const { rank, day, at, patientId, sessionId, total, upTo } = last;
    return [list, { rows, total, after: upTo < total ? { rank, day, at, patientId, sessionId } : null }];
  };
  return Object.fromEntries(todayLists.map(part)) as Record<TodayListName, TodayPart>;
}

interface Placed extends TodayPlace {
  list: TodayListName;
  total: number;
  upTo: number;
}

const placeOf = ({ list, rank, day, patientId, sessionId }: Placed) => (list === "missed" ? `${rank} ${sessionId ?? `${patientId} ${day}`}` : (sessionId ?? patientId));

const tones: Readonly<Record<Progress, Tone>> = { planned: "plain", "in the room": "dose", left: "measure", done: "measure", missed: "event", cancelled: "plain" };
const words: Readonly<Record<Progress, string>> = { planned: "Planned", "in the room": "In the room", left: "Left", done: "Done", missed: "Missed", cancelled: "Cancelled" };

/** A visit is recorded by those who treat (`visits`); to anybody else its row leads to the chart. */
export function todayView(patients: readonly PatientDay[], visits = true): TodayView {
  const sessions = patients
    .flatMap((patient) => patient.sessions.map((session) => ({ patient, session })))
    .toSorted((a, b) => a.session.at - b.session.at || compare(a.patient.name, b.patient.name))
    .map(({ patient, session }) => ({ session, row: sessionRow(patient, session, visits) }));
  const rows = (fits: (session: PatientDay["sessions"][number]) => boolean) => sessions.filter(({ session }) => fits(session)).map(({ row }) => row);
  const stays = (session: PatientDay["sessions"][number]) => session.progress === "in the room";
  const comes = (patient: PatientDay) => patient.sessions.some(({ progress }) => progress !== "cancelled" && progress !== "missed");
  const missed = patients.flatMap((patient) => patient.missed.map((each) => ({ each, row: missedRow(patient, each, visits) })));
  return {
    room: rows(stays),
    doses: rows((session) => session.kind === "dose" && !stays(session)),
    visits: rows(({ kind }) => kind !== "dose"),
    measures: patients.filter((patient) => !comes(patient)).flatMap((patient) => patient.due.map((what) => measureRow(patient, what))),
    missed: missed
      .toSorted((a, b) => MISSED.indexOf(a.each.kind) - MISSED.indexOf(b.each.kind) || compare(a.each.day, b.each.day) || compare(a.row.patient.name, b.row.patient.name))
      .map(({ row }) => row),
  };
}

function sessionRow(patient: PatientDay, { id, kind, name, time, progress, started, left }: PatientDay["sessions"][number], visits: boolean): TodayRow {
  const since = progress === "in the room" && started !== null ? ` since ${started}` : progress === "left" && left !== null ? ` at ${left}` : "";
  const comes = progress !== "cancelled" && progress !== "missed";
  const ahead = progress === "planned" || progress === "in the room";
  const note = [ahead && patient.symptoms, comes && patient.toRecord.length > 0 && `To record: ${measureNames(patient.toRecord)}`].filter(Boolean).join(" ");
  return { key: id, place: id, when: time, patient: who(patient), what: name, href: hrefOf(patient.id, { id, kind }, visits), kind, state: { words: `${words[progress]}${since}`, tone: tones[progress] }, note };
}

function measureRow(patient: PatientDay, what: string): TodayRow {
  return { key: `${patient.id} ${what}`, place: patient.id, when: "", patient: who(patient), what, href: sittingHref(base(patient.id), patient.toRecord), kind: "measure", state: null, note: "" };
}

function missedRow(patient: PatientDay, { kind, session, what, day, reason }: Missed, visits: boolean): TodayRow {
  const href = session ? hrefOf(patient.id, session, visits) : sittingHref(base(patient.id), patient.toRecord);
  const place = `${MISSED.indexOf(kind)} ${session?.id ?? `${patient.id} ${day}`}`;
  return { key: `${patient.id} ${kind} ${session?.id ?? what}`, place, when: weekdayInWords(day), patient: who(patient), what, href, kind: session?.kind ?? "measure", state: session ? null : { words: "Late", tone: "event" }, note: reason ?? "" };
}

const hrefOf = (patientId: string, session: { id: string; kind: SessionKind }, visits: boolean) => (visits || session.kind === "dose" ? sessionHref(base(patientId), session) : base(patientId));
const base = (patientId: string) => `/patients/${patientId}`;
const who = ({ id, name, recordNumber }: PatientDay) => ({ name, recordNumber, href: base(id) });
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
