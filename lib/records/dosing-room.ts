// One dosing session whole, as its page shows it and as every look after that finds it. A look that would bring what the
// page already has brings nothing and is no reading; one that brings something is noted as an opening.
import "server-only";
import { createHash } from "node:crypto";
import type { Viewer } from "@/lib/auth/viewer";
import type { Looked, RoomView } from "@/lib/schemas/dosing-view";
import { findDosing, namesOf, newestDose, otherDoses } from "./dosing-session";
import { checkView, doseView, eventView, leavingView, readingView, sessionView } from "./dosing-view";
import { fullName } from "./patients";
import { audit, inScope, inScopeOrNull, refuse, type Tx } from "./scope";

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

async function gather(tx: Tx, viewer: Viewer, sessionId: string): Promise<RoomView> {
  const session = await findDosing(tx, viewer, sessionId);
  const { patient, course } = session;
  const by = { by: { select: { name: true } } };
  const newest = { where: { sessionId }, orderBy: { number: "desc" as const }, include: by };
  const dose = await newestDose(tx, sessionId);
  const readings = await tx.reading.findMany({ where: { sessionId }, orderBy: [{ at: "asc" }, { id: "asc" }], include: { ...by, voidedBy: { select: { name: true } } } });
  const events = await tx.dosingEvent.findMany({ where: { sessionId }, orderBy: [{ id: "asc" }, { number: "desc" }], distinct: ["id"], include: by });
  const check = await tx.symptomCheck.findFirst(newest);
  const leaving = await tx.leaving.findFirst(newest);
  const totals = await tx.assessment.findMany({ where: { sessionId, measure: { in: ["cadss", "cadss-6"] }, total: { not: null } }, select: { id: true, measure: true, total: true } });
  const cadssOf = (id: string) => totals.find((total) => total.id === id) as { measure: "cadss" | "cadss-6"; total: number } | undefined;
  return {
    patient: { id: patient.id, name: fullName(patient), recordNumber: patient.recordNumber },
    session: sessionView(session, (await namesOf(tx, [course])).get(sessionId) ?? "Dose"),
    course: { medicine: course.medicine, route: course.route, timeZone: course.timeZone, endedAt: course.endedAt?.toISOString() ?? null },
    team: await namesOfTeam(tx, patient.teamId),
    ...(await otherDoses(tx, session)),
    dose: dose && doseView(dose),
    readings: readings.map((row) => {
      const cadss = cadssOf(row.id);
      return readingView(row, cadss ? { measure: cadss.measure, total: cadss.total } : null);
    }),
    events: events.filter(({ act }) => act !== "voided").map(eventView).toSorted((a, b) => (a.onsetAt < b.onsetAt ? -1 : 1)),
    check: check && checkView(check),
    leaving: leaving && leavingView(leaving),
  };
}

async function namesOfTeam(tx: Tx, teamId: string): Promise<string[]> {
  const members = await tx.careTeamMember.findMany({ where: { teamId, leftAt: null, user: { disabledAt: null } }, select: { user: { select: { name: true } } }, orderBy: { user: { name: "asc" } } });
  return members.map(({ user }) => user.name);
}
