// One dosing session whole, read in one statement, as its page shows it and as every look after that finds it. A look
// that would bring what the page already has brings nothing and is no reading; one that brings something is noted.
import "server-only";
import { createHash } from "node:crypto";
import type { Viewer } from "@/lib/auth/viewer";
import { calendarDay } from "@/lib/course/calendar";
import type { SessionKind } from "@/lib/course/course";
import { symptomWords } from "@/lib/course/dosing/symptoms";
import { sessionNames } from "@/lib/course/session-names";
import type { Looked, RoomView, SessionView } from "@/lib/schemas/dosing-view";
import { aroundDose, type OtherDose } from "./dosing-session";
import { dosingFrom, roomColumns } from "./dosing-sql";
import { sessionsFrom, type Stored } from "./rows";
import { audit, inScope, inScopeOrNull, refuse, theirsSql, type Tx } from "./scope";

/** For the page: all of it, or null where there is nothing for this viewer. */
export async function openRoom(viewer: Viewer, patientId: string, sessionId: string): Promise<(Looked<RoomView> & { view: RoomView }) | null> {
  return inScopeOrNull(viewer, async (tx) => {
    const view = await gather(tx, viewer, sessionId);
    if (view.patient.id !== patientId) return refuse({ patientId, subject: "dosing_room", subjectId: sessionId });
    await audit(tx, viewer, "opened", { patientId, subject: "dosing_room", subjectId: sessionId });
    return { now: new Date().toISOString(), mark: markOf(view), view };
  });
}

export async function lookAtRoom(viewer: Viewer, sessionId: string, known: string | null): Promise<Looked<RoomView>> {
  return inScope(viewer, async (tx) => {
    const view = await gather(tx, viewer, sessionId);
    const mark = markOf(view);
    const now = new Date().toISOString();
    if (mark === known) return { now, mark, view: null };
    await audit(tx, viewer, "opened", { patientId: view.patient.id, subject: "dosing_room", subjectId: sessionId });
    return { now, mark, view };
  });
}

export function markOf(view: unknown): string {
  return createHash("sha256").update(JSON.stringify(view)).digest("base64url").slice(0, 22);
}

export type NamedSessions = Stored<{ id: string; kind: "dose" | "therapy" | "assessment"; at: Date; status: SessionView["status"] }>[];
export type CourseOfSession = RoomView["course"] & { id: string; therapy: "pe" | "cpt" | "other" | "none"; therapyName: string | null };

interface Row {
  patient: RoomView["patient"];
  session: Omit<SessionView, "name">;
  course: CourseOfSession;
  dose: RoomView["dose"];
  readings: RoomView["readings"] | null;
  events: RoomView["events"] | null;
  check: RoomView["check"];
  leaving: RoomView["leaving"];
  others: OtherDose[] | null;
  symptoms: { id: string; kind: SessionKind; at: string; psychotic: boolean; manic: boolean } | null;
  named: NamedSessions;
  team: string[] | null;
}

function noted(symptoms: Row["symptoms"], names: ReadonlyMap<string, string>, zone: string): RoomView["symptoms"] {
  if (symptoms === null) return null;
  const { id, kind, at } = symptoms;
  const words = symptomWords(symptoms, names.get(id) ?? "an earlier session", calendarDay(new Date(at), zone));
  return words === null ? null : { id, kind, words };
}

async function gather(tx: Tx, viewer: Viewer, sessionId: string): Promise<RoomView> {
  const [row] = await tx.$queryRaw<Row[]>`SELECT ${roomColumns} FROM ${dosingFrom} WHERE s.id = ${sessionId}::uuid AND s.kind = 'dose' AND ${theirsSql(viewer)}`;
  if (!row) return refuse({ subject: "course_session", subjectId: sessionId });
  const { patient, session, course, dose, readings, events, check, leaving, others, symptoms, named, team } = row;
  const names = sessionNames(course, sessionsFrom(named));
  const { medicine, route, timeZone, endedAt } = course;
  return {
    patient, dose, check, leaving,
    symptoms: noted(symptoms, names, course.timeZone),
    session: { ...session, name: names.get(sessionId) ?? "Dose" },
    course: { medicine, route, timeZone, endedAt },
    ...aroundDose(others ?? [], session.at, names),
    team: team ?? [],
    readings: readings ?? [],
    events: events ?? [],
  };
}
