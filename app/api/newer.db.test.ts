// Two people, one record, for every record that can be edited: who comes second is told what stands there, in the shape of their
// own form, and whatever they choose of both is taken as the next version. Bodies are what the forms send.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { chosen, differences, type Labels } from "@/components/ui/versions";
import { addDays, calendarDay, wallTime } from "@/lib/course/calendar";
import { form, named, openClinic, recording, type Clinic } from "@/lib/records/clinic.fixture";

const zone = "America/New_York";
const today = calendarDay(new Date(), zone);
const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

interface Case {
  /** Sends a body as the route does. */
  save: (body: object) => Promise<unknown>;
  first: object;
  second: object;
  labels: Labels;
  /** The paths in which the two differ. */
  apart: string[];
}

const load = async () => ({
  schemas: { ...(await import("@/lib/schemas/patient")), ...(await import("@/lib/schemas/course")), ...(await import("@/lib/schemas/course-plan")), ...(await import("@/lib/schemas/therapy")), ...(await import("@/lib/schemas/dosing")), ...(await import("@/lib/schemas/assessment")), ...(await import("@/lib/schemas/settings")), ...(await import("@/lib/schemas/people")) },
  records: { ...(await import("@/lib/records/patients")), ...(await import("@/lib/records/courses")), ...(await import("@/lib/records/course-start")), ...(await import("@/lib/records/course-end")), ...(await import("@/lib/records/course-plan")), ...(await import("@/lib/records/sessions")), ...(await import("@/lib/records/therapy-records")), ...(await import("@/lib/records/dose-records")), ...(await import("@/lib/records/dosing-events")), ...(await import("@/lib/records/symptom-checks")), ...(await import("@/lib/records/leavings")), ...(await import("@/lib/records/assessments")), ...(await import("@/lib/records/settings")), ...(await import("@/lib/records/person")), ...(await import("@/lib/records/teams")) },
  problems: await import("@/lib/records/problems"),
});
let clinic: Clinic;
let ada: Viewer;
let app: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  clinic = await openClinic();
  ada = recording(clinic.ada, ["pcl-5"]);
  app = await load();
});
afterAll(() => clinic.close());

/** A patient in a course with a dose two hours ago and therapy yesterday. */
async function someone() {
  const [patientId, courseId, doseId, therapyId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  await app.records.savePatient(ada, patientId, named(patientId));
  const sessions = [{ id: doseId, kind: "dose" as const, at: wallTime(new Date(ago(130)), zone) }, { id: therapyId, kind: "therapy" as const, at: `${addDays(today, -1)}T10:00` }];
  await app.records.startCourse(ada, courseId, { patientId, therapy: "pe", medicine: "ketamine", route: "intravenous", startDate: addDays(today, -14), plannedWeeks: 4, sessions });
  return { patientId, courseId, doseId, therapyId };
}

const numbered = (number: number) => ({ key: randomUUID(), number });
const dose = { medicine: "ketamine", route: "intravenous", weightKg: 70, mgPerKg: 0.5, devices: null, givenMg: 35, givenDevices: null, confirmedAt: ago(128), lot: "K-17", expiry: "2099-12-31", preparedBy: "Ada", checkedBy: "Jo", startedAt: ago(125), stoppedAt: ago(85), interruptions: [], notes: "", reasons: { "no-reading-before": "Cuff broken" } };
const visit = { checkNumber: 0, at: `${addDays(today, -1)}T10:05`, attendance: "attended", protocolSession: 2, homework: "partly", sudsBefore: 40, sudsPeak: 85, sudsEnd: 0, note: "", psychotic: false, manic: false, symptomNote: "", allow: [] };
const event = { act: "entered", why: "", term: "Headache", severity: "mild", serious: false, relation: "possible", onsetAt: ago(60), endedAt: null, action: "", outcome: "ongoing" };

const cases: [string, () => Promise<Case>][] = [
  ["a patient", async () => {
    const { patientId } = await someone();
    const body = { ...named(patientId), version: 1 };
    return { save: (sent) => app.records.savePatient(ada, patientId, app.schemas.patientSave.parse(sent)), first: { ...body, familyName: "Rivers" }, second: { ...body, familyName: "Riviera", pronouns: "they" }, labels: { familyName: "", givenName: "", pronouns: "" }, apart: ["familyName", "pronouns"] };
  }],
  ["a course", async () => {
    const { patientId, courseId } = await someone();
    const body = { patientId, therapy: "pe", therapyName: "", medicine: "ketamine", route: "intravenous", startDate: addDays(today, -14), plannedWeeks: 4, indexEvent: "", version: 1, allow: ["index-event"] };
    return { save: (sent) => app.records.saveCourse(ada, courseId, app.schemas.courseSave.parse(sent)), first: { ...body, plannedWeeks: 6 }, second: { ...body, therapy: "cpt" }, labels: { therapy: "", plannedWeeks: "", medicine: "", route: "", startDate: "" }, apart: ["therapy", "plannedWeeks"] };
  }],
  ["its plan of measures", async () => {
    const { courseId } = await someone();
    const plan = { baseline: ["pcl-5"], "24h": [], week: ["pcl-5"], end: ["pcl-5"], "follow-up": [] };
    return { save: (sent) => app.records.saveCoursePlan(ada, courseId, app.schemas.coursePlanSave.parse(sent)), first: { plan, version: 1 }, second: { plan: { ...plan, "24h": ["pcl-5"] }, version: 1 }, labels: { plan: "" }, apart: ["plan"] };
  }],
  ["its end", async () => {
    const { courseId } = await someone();
    const end = { on: today, how: "completed", note: "" };
    return { save: (sent) => app.records.endCourse(ada, courseId, app.schemas.courseEnd.parse(sent)), first: { end, version: 1 }, second: { end: { ...end, how: "discontinued", note: "Moved away" }, version: 1 }, labels: { end: "" }, apart: ["end"] };
  }],
  ["a session", async () => {
    const { therapyId } = await someone();
    const body = { kind: "therapy", at: `${addDays(today, -1)}T10:00`, status: "done", version: 1 };
    return { save: (sent) => app.records.saveSession(ada, therapyId, app.schemas.sessionSave.parse(sent)), first: { ...body, at: `${addDays(today, -1)}T11:00` }, second: { ...body, status: "missed", reason: "Ill" }, labels: { status: "", reason: "", at: "", kind: "" }, apart: ["status", "reason", "at"] };
  }],
  ["a therapy session", async () => {
    const { therapyId } = await someone();
    return { save: (sent) => app.records.saveTherapy(ada, therapyId, app.schemas.therapySave.parse(sent)), first: { ...visit, ...numbered(0) }, second: { ...visit, ...numbered(0), sudsEnd: 20, manic: true, symptomNote: "Talked fast" }, labels: { sudsEnd: "", sudsPeak: "", manic: "", psychotic: "", symptomNote: "", at: "" }, apart: ["sudsEnd", "manic", "symptomNote"] };
  }],
  ["a dose record", async () => {
    const { doseId } = await someone();
    const labels = Object.fromEntries(Object.keys(dose).map((name) => [name, ""]));
    return { save: (sent) => app.records.saveDose(ada, doseId, app.schemas.doseSave.parse(sent)), first: { ...dose, ...numbered(0), lot: "K-18" }, second: { ...dose, ...numbered(0), notes: "Calm" }, labels, apart: ["lot", "notes"] };
  }],
  ["an adverse event", async () => {
    const { doseId } = await someone();
    const id = randomUUID();
    await app.records.saveEvent(ada, id, app.schemas.eventSave.parse({ ...event, ...numbered(0), sessionId: doseId }));
    const corrected = { ...event, sessionId: doseId, act: "corrected", why: "Asked again" };
    return { save: (sent) => app.records.saveEvent(ada, id, app.schemas.eventSave.parse(sent)), first: { ...corrected, ...numbered(1), severity: "moderate" }, second: { ...corrected, ...numbered(1), outcome: "resolved" }, labels: { severity: "", outcome: "", onsetAt: "", endedAt: "", serious: "", act: "" }, apart: ["severity", "outcome"] };
  }],
  ["the answers on symptoms", async () => {
    const { doseId } = await someone();
    const body = { psychotic: true, manic: false, note: "Saw things" };
    return { save: (sent) => app.records.saveSymptomCheck(ada, doseId, app.schemas.checkSave.parse(sent)), first: { ...body, ...numbered(0) }, second: { ...body, ...numbered(0), manic: true, note: "Heard voices" }, labels: { psychotic: "", manic: "", note: "" }, apart: ["manic", "note"] };
  }],
  ["the leaving", async () => {
    const { doseId } = await someone();
    await app.records.saveDose(ada, doseId, app.schemas.doseSave.parse({ ...dose, ...numbered(0) }));
    await app.records.saveSymptomCheck(ada, doseId, { ...numbered(0), psychotic: false, manic: false, note: "" });
    const overrides = Object.fromEntries(["minutes", "systolic", "diastolic", "pulse", "spo2", "sedation", "dissociation", "pressure", "reading", "escort", "advice", "vitals", "time", "back"].map((id) => [id, "Seen"]));
    const body = { leftAt: ago(0), escort: "Sister", advice: true, overrides };
    const save = app.schemas.leavingSave.omit({ password: true });
    return { save: (sent) => app.records.signLeaving(ada, doseId, save.parse(sent)), first: { ...body, ...numbered(0) }, second: { ...body, ...numbered(0), escort: "Brother" }, labels: { escort: "", advice: "", leftAt: "" }, apart: ["escort"] };
  }],
  ["a correction of a form", async () => {
    const { patientId } = await someone();
    const id = randomUUID();
    const { patientId: _, key: __, ...saved } = form(patientId, 1);
    void [_, __];
    await app.records.saveAssessment(ada, id, form(patientId, 1));
    const body = { ...saved, revision: 1, reason: "Misread", allow: ["same-day"] };
    const ratings = Array<number>(20).fill(1);
    const labels = Object.fromEntries(ratings.map((_rating, item) => [`ratings.${item}`, ""]));
    return { save: (sent) => app.records.correctAssessment(ada, id, app.schemas.correctionSave.parse(sent)), first: { ...body, key: randomUUID(), ratings: ratings.with(3, 0) }, second: { ...body, key: randomUUID(), ratings: ratings.with(4, 4) }, labels: { ...labels, recall: "", mode: "", answeredAt: "", sessionId: "" }, apart: ["ratings.3", "ratings.4"] };
  }],
  ["the settings, templates and plans", async () => {
    const admin = clinic.adam;
    const { settings, settingsVersion: version } = await clinic.owner.organisation.findUniqueOrThrow({ where: { id: admin.organisation.id } });
    const now = app.schemas.settingsFrom(settings);
    const renamed = now.templates.map((template, index) => (index === 0 ? { ...template, name: `Our own ${version}` } : template));
    return { save: (sent) => app.records.saveSettings(admin, app.schemas.settingsSave.parse(sent)), first: { settings: { ...now, templates: renamed }, version }, second: { settings: { ...now, sudden: { points: 12 + version } }, version }, labels: { "settings.templates": "", "settings.sudden": "", "settings.plans": "", "settings.dosing": "" }, apart: ["settings.templates", "settings.sudden"] };
  }],
  ["a person's roles and teams", async () => {
    const { userId } = await clinic.hire("Noor", ["clinician"], clinic.ada);
    const { teamId } = await clinic.owner.careTeamMember.findFirstOrThrow({ where: { userId } });
    const was = { roles: ["clinician"], teamIds: [teamId] };
    return { save: (sent) => app.records.savePerson(clinic.adam, userId, app.schemas.personSave.parse(sent)), first: { ...was, roles: ["assistant"], was }, second: { ...was, teamIds: [], was }, labels: { roles: "", teamIds: "" }, apart: ["teamIds", "roles"] };
  }],
  ["a team's name", async () => {
    const id = randomUUID();
    await app.records.saveTeam(clinic.adam, id, { name: `Quay ${id}`, was: null });
    const was = `Quay ${id}`;
    return { save: (sent) => app.records.saveTeam(clinic.adam, id, app.schemas.teamSave.parse(sent)), first: { name: `Pier ${id}`, was }, second: { name: `Mole ${id}`, was }, labels: { name: "" }, apart: ["name"] };
  }],
];

describe("saved by two people", () => {
  it.each(cases)("%s: the second is told what stands there, and what they choose of both is taken as the next version", async (_, open) => {
    const { save, first, second, labels, apart } = await open();
    await save(first);
    const late = await caught(save(second));
    expect(differences(second, late, labels).map(({ path }) => path).sort()).toEqual(apart.toSorted());
    const merged = { ...chosen(second, late, new Set(apart.slice(1))), ...("key" in second && { key: randomUUID() }) };
    await save(merged);
    // A third person, as late as the second was, sees what was chosen.
    const after = await caught(save({ ...second, ...("key" in second && { key: randomUUID() }), ...other(second) }));
    expect(differences(merged, after, labels)).toEqual([]);
  });
});

/** Something nobody else has sent, so that it is no repeat. */
function other(body: object): object {
  if ("familyName" in body) return { familyName: "Third" };
  if ("name" in body) return { name: `Third ${randomUUID()}` };
  if ("settings" in body) return { settings: { ...Object(body.settings), sudden: { points: 70 } } };
  if ("plannedWeeks" in body) return { plannedWeeks: 9 };
  if ("roles" in body) return { roles: ["auditor"] };
  if ("plan" in body) return { plan: null };
  if ("end" in body) return { end: null };
  return "status" in body ? { status: "planned" } : {};
}

async function caught(work: Promise<unknown>) {
  const error: unknown = await work.catch((refused: unknown) => refused);
  if (!(error instanceof app.problems.Changed)) throw new Error(`Not told what stands there: ${error instanceof Error ? `${error.constructor.name} ${error.message} ${JSON.stringify(error)}` : JSON.stringify(error)}`);
  // As it travels.
  return JSON.parse(JSON.stringify(error.newer)) as typeof error.newer;
}
