import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { caseloadAsk } from "@/lib/schemas/caseload";
import { trailAsk } from "@/lib/schemas/trail";
import { courseRecords, form, named, openClinic, type Clinic } from "./clinic.fixture";

// Each request that shows or changes anything of a patient's, or of the clinic's people, leaves exactly one line.
let clinic: Clinic;
const patientId = randomUUID();
const courseId = randomUUID();
const doseId = randomUUID();
const assessmentId = randomUUID();
type Act = [who: "ada" | "adam" | "olga", line: string, act: (viewer: Viewer) => Promise<unknown>];
let acts: Record<string, Act>;

const names = [
  "makes a patient", "opens the chart", "reads a patient", "changes a patient", "plans a course", "reads a course", "adds sessions", "records a form", "opens a form", "reads a form's history", "opens a sitting",
  "corrects a form", "voids a form", "opens the doses", "opens one dose", "opens the dosing room", "looks at the board", "lists the caseload", "searches the caseload", "reads today", "reads who has opened",
  "prints", "lists people", "reads earlier settings", "searches the trail", "exports the trail", "reviews unusual access",
] as const;

beforeAll(async () => {
  clinic = await openClinic();
  const [patients, chart, courses, assessments, forms, history, sitting] = await Promise.all([import("./patients"), import("./chart"), courseRecords(), import("./assessments"), import("./forms"), import("./history"), import("./sitting")]);
  const [doses, oneDose, room, board, caseload, today] = await Promise.all([import("./doses"), import("./one-dose"), import("./dosing-room"), import("./dosing-board"), import("./caseload"), import("./today")]);
  const [openings, people, settings, trail, unusual] = await Promise.all([import("./openings"), import("./people"), import("./settings"), import("./trail"), import("./unusual-access")]);
  const course = { patientId, therapy: "pe" as const, medicine: "ketamine" as const, route: "intravenous" as const, startDate: "2026-01-05", plannedWeeks: 4, version: 0 };
  const changed = { ...form(patientId, 1), revision: 1, reason: "Misread" } as never;
  acts = {
    "makes a patient": ["ada", "created patient", (viewer) => patients.savePatient(viewer, patientId, named("A-1"))],
    "opens the chart": ["ada", "opened chart", (viewer) => chart.openChart(viewer, patientId)],
    "reads a patient": ["ada", "opened patient", (viewer) => patients.readPatient(viewer, patientId)],
    "changes a patient": ["ada", "changed patient", (viewer) => patients.savePatient(viewer, patientId, { ...named("A-1"), pronouns: "she", version: 1 })],
    "plans a course": ["ada", "created course", (viewer) => courses.startCourse(viewer, courseId, course)],
    "reads a course": ["ada", "opened course", (viewer) => courses.readCourse(viewer, patientId)],
    "adds sessions": ["ada", "created course_session", (viewer) => courses.addSessions(viewer, courseId, { sessions: [{ id: doseId, kind: "dose", at: "2026-01-05T09:00" }] })],
    "records a form": ["ada", "recorded assessment", (viewer) => assessments.saveAssessment(viewer, assessmentId, form(patientId, 2))],
    "opens a form": ["ada", "opened form", (viewer) => forms.openForm(viewer, patientId, "pcl-5")],
    "reads a form's history": ["ada", "opened assessment", (viewer) => history.readHistory(viewer, patientId, assessmentId)],
    "opens a sitting": ["ada", "opened sitting", (viewer) => sitting.openSitting(viewer, patientId, [])],
    "corrects a form": ["ada", "corrected assessment", (viewer) => assessments.correctAssessment(viewer, assessmentId, changed)],
    "voids a form": ["ada", "voided assessment", (viewer) => assessments.voidAssessment(viewer, assessmentId, { key: randomUUID(), revision: 2, reason: "Another patient's" })],
    "opens the doses": ["ada", "opened doses", (viewer) => doses.openDoses(viewer, patientId)],
    "opens one dose": ["ada", "opened dose", (viewer) => oneDose.openOneDose(viewer, patientId, doseId)],
    "opens the dosing room": ["ada", "opened dosing_room", (viewer) => room.openRoom(viewer, patientId, doseId)],
    "looks at the board": ["ada", "opened dosing_board", (viewer) => board.lookAtBoard(viewer, null)],
    "lists the caseload": ["ada", "listed caseload", (viewer) => caseload.readCaseload(viewer, caseloadAsk.parse({}))],
    "searches the caseload": ["ada", "searched caseload", (viewer) => caseload.readCaseload(viewer, caseloadAsk.parse({ query: "river" }))],
    "reads today": ["ada", "listed today", (viewer) => today.readToday(viewer)],
    "reads who has opened": ["ada", "opened openings", (viewer) => openings.readOpenings(viewer, patientId)],
    prints: ["ada", "printed chart", (viewer) => openings.noteTaken(viewer, patientId, { act: "printed", of: "chart" })],
    "lists people": ["adam", "opened people", (viewer) => people.listPeople(viewer)],
    "reads earlier settings": ["adam", "opened settings_revision", (viewer) => settings.readSettingsHistory(viewer)],
    "searches the trail": ["olga", "searched audit_event", (viewer) => trail.searchTrail(viewer, trailAsk.parse({}))],
    "exports the trail": ["olga", "exported audit_event", (viewer) => trail.exportTrail(viewer, trailAsk.parse({}))],
    "reviews unusual access": ["olga", "opened unusual_access", (viewer) => unusual.listUnusual(viewer)],
  };
});
afterAll(() => clinic.close());

describe("leaves exactly one line", () => {
  it.each(names)("%s", async (name) => {
    const [who, line, act] = acts[name]!;
    const requestId = randomUUID();
    await act({ ...clinic[who], requestId });
    const left = await clinic.owner.auditEvent.findMany({ where: { requestId } });
    expect(left.map(({ action, subject }) => `${action} ${subject}`)).toEqual([line]);
  });

  it("of every act that is listed here", () => {
    expect(Object.keys(acts)).toEqual([...names]);
  });
});
