// Canaries: strings that nobody would write, put into every field about a patient by the application's own records, and looked for
// where they must not be: in what the application logs, in PostgreSQL's log, and, of those that are sealed, in a copy of every row
// and in the very files of the database. What is not sealed is found in those files: that is the control.
import { randomBytes, randomUUID } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import pino from "pino";
import { z } from "zod";
import { wallTime } from "@/lib/course/calendar";
import { phq9 } from "@/lib/measures/phq-9/definition";
import type { Viewer } from "@/lib/auth/viewer";
import { courseRecords, dayAgo, form, formOf, named, openClinic, recording, type Clinic } from "./clinic.fixture";

const zone = "America/New_York";
const run = randomUUID().slice(0, 8);
const canary = (field: string) => `Canary${run}${field}`;
const plainFields = ["Family", "Given", "Record", "Pronouns"];
const sealedFields = ["Event", "Correction", "Void", "Baseline", "Acknowledged", "TherapyNote", "SymptomNote", "DoseNote", "DoseReason", "Interruption", "ReadingDone", "ReadingVoid", "Term", "Action", "Why", "Escort", "Override", "Missed", "EndNote", "Glass", "Begun"];

let clinic: Clinic;
let files: { data: string; log: string };
const logged: string[] = [];

beforeAll(async () => {
  clinic = await openClinic();
  const { log } = await import("@/lib/log");
  vi.spyOn(Reflect.get(log, pino.symbols.streamSym) as { write: (line: string) => void }, "write").mockImplementation((line) => void logged.push(line));
  await plant(recording(clinic.ada, ["pcl-5", "phq-9"]));
  await provoke();
  log.info(canary("Control"));
  const { rows: [at] } = await clinic.ownerPool.query<{ data: string; oid: number }>("SELECT current_setting('data_directory') AS data, oid::int FROM pg_database WHERE datname = current_database()");
  await clinic.ownerPool.query("CHECKPOINT");
  files = { data: path.join(at!.data, "base", String(at!.oid)), log: path.join(at!.data, "..", "postgres.log") };
});
afterAll(async () => {
  vi.restoreAllMocks();
  await clinic.close();
});

/** Every field about a patient, through the application's own records. */
async function plant(ada: Viewer): Promise<void> {
  const records = {
    ...(await courseRecords()), ...(await import("./patients")), ...(await import("./assessments")), ...(await import("./drafts")), ...(await import("./baselines")), ...(await import("./safety-prompts")),
    ...(await import("./therapy-records")), ...(await import("./symptom-checks")), ...(await import("./dose-records")), ...(await import("./readings")), ...(await import("./dosing-events")),
  };
  const [patientId, courseId, doseId, therapyId, missedId, formId, promptForm, readingId, eventId] = Array.from({ length: 9 }, () => randomUUID()) as [string, string, string, string, string, string, string, string, string];
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
  await records.savePatient(ada, patientId, { ...named(canary("Record")), familyName: canary("Family"), givenName: canary("Given"), pronouns: canary("Pronouns") });
  await records.startCourse(ada, courseId, { patientId, therapy: "pe", medicine: "ketamine", route: "intravenous", startDate: "2026-01-05", plannedWeeks: 4, indexEvent: canary("Event") });
  await records.addSessions(ada, courseId, { sessions: [{ id: doseId, kind: "dose", at: wallTime(ago(130), zone) }, { id: therapyId, kind: "therapy", at: "2026-01-06T09:00" }, { id: missedId, kind: "therapy", at: "2026-01-07T09:00" }] });
  await records.saveSession(ada, missedId, { kind: "therapy", at: "2026-01-07T09:00", status: "missed", reason: canary("Missed"), version: 1 });

  await records.saveAssessment(ada, formId, form(patientId, 2));
  await records.chooseBaseline(ada, courseId, { id: randomUUID(), measure: "pcl-5", recall: "week", assessmentId: formId, reason: canary("Baseline") });
  const corrected = form(patientId, 3);
  await records.correctAssessment(ada, formId, { ...corrected, revision: 1, reason: canary("Correction") } as never);
  await records.voidAssessment(ada, formId, { key: randomUUID(), revision: 2, reason: canary("Void") });
  await records.saveAssessment(ada, promptForm, formOf(patientId, phq9, { ratings: [0, 0, 0, 0, 0, 0, 0, 0, 2, null] }));
  const prompt = await clinic.owner.safetyPrompt.findFirstOrThrow({ where: { patientId } });
  await records.acknowledgePrompt(ada, prompt.id, { done: canary("Acknowledged") });

  const made = { organisationId: ada.organisation.id, patientId, sessionId: doseId, byId: ada.userId };
  await clinic.owner.doseRecord.create({ data: { ...made, number: 1, key: randomUUID(), medicine: "ketamine", route: "intravenous", startedAt: ago(130), notes: canary("DoseNote"), reasons: { weight: canary("DoseReason") }, interruptions: [{ from: "x", to: null, reason: canary("Interruption") }] } });
  await records.saveTherapy(ada, therapyId, { key: randomUUID(), number: 0, checkNumber: 0, at: "2026-01-06T09:00", attendance: "attended", protocolSession: 1, homework: "none_set", sudsBefore: null, sudsPeak: null, sudsEnd: null, note: canary("TherapyNote"), psychotic: true, manic: false, symptomNote: canary("SymptomNote"), allow: [] } as never);
  await records.saveReading(ada, readingId, { sessionId: doseId, at: ago(128), systolic: 250, diastolic: 80, pulse: 70, spo2: 98, sedation: 0, dissociation: 0, cadss: null, done: canary("ReadingDone") } as never);
  await records.voidReading(ada, readingId, { reason: canary("ReadingVoid") });
  const event = { sessionId: doseId, term: canary("Term"), severity: "mild" as const, serious: false, relation: "possible" as const, onsetAt: ago(60), endedAt: null, action: canary("Action"), outcome: "resolved" as const };
  await records.saveEvent(ada, eventId, { ...event, key: randomUUID(), number: 0, act: "entered", why: "" } as never);
  await records.saveEvent(ada, eventId, { ...event, key: randomUUID(), number: 1, act: "corrected", why: canary("Why") } as never);
  const { ben } = clinic;
  await clinic.owner.signIn.create({ data: { id: ben.signInId, userId: ben.userId, tokenHash: new Uint8Array(randomBytes(32)), expiresAt: new Date(Date.now() + 3_600_000) } });
  const { breakGlass } = await import("./break-glass");
  await breakGlass(ben, randomUUID(), { recordNumber: canary("Record"), birthDate: "1985-04-12", reason: canary("Glass") });
  // The dose above and this take a whole afternoon in the dosing room: they are written by the client the records use.
  await clinic.owner.leaving.create({ data: { ...made, number: 1, key: randomUUID(), leftAt: ago(1), advice: true, points: [], escort: canary("Escort"), overrides: { minutes: canary("Override") } } });
  await (await import("./begun")).saveBegun(ada, { name: `${courseId}/end`, step: 1, entered: JSON.stringify({ values: { note: canary("Begun") }, at: 1 }) });
  await records.endCourse(ada, courseId, { end: { on: dayAgo(0), how: "discontinued", note: canary("EndNote") }, version: 1 } as never);
}

/** Faults that quote what they fell over: a refused row, and a failure while it is answered. */
async function provoke(): Promise<void> {
  await expect(clinic.ownerPool.query("UPDATE patient SET birth_date = '1800-01-01'")).rejects.toThrow("patient_birth_date");
  await clinic.ownerPool.query(`DO $$ BEGIN RAISE LOG '${canary("Control")}'; END $$`);
  await expect(clinic.ownerPool.query("SELECT $1::int", [canary("Event")])).rejects.toThrow("invalid input syntax");
  const { routeOpen } = await import("@/app/api/answer");
  const put = routeOpen(z.object({ note: z.string() }), async ({ note }) => {
    await clinic.app.prisma.$queryRaw`SELECT ${note}::int`;
    throw new Error(note);
  });
  const response = await put(new Request("http://localhost:3000/api/trial", { method: "PUT", headers: { origin: "http://localhost:3000", "content-type": "application/json" }, body: JSON.stringify({ note: canary("Event") }) }));
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain(run);
}

const found = (text: string, fields: readonly string[]) => fields.filter((field) => text.includes(canary(field)));

async function everyRow(): Promise<string> {
  const { rows } = await clinic.ownerPool.query<{ name: string }>("SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public'");
  const texts: string[] = [];
  for (const { name } of rows) texts.push(JSON.stringify((await clinic.ownerPool.query(`SELECT to_jsonb(t) AS row FROM ${name} t`)).rows));
  return texts.join("\n");
}

test("all were planted: each opens where it belongs", async () => {
  const { owner } = clinic;
  const open = JSON.stringify(await Promise.all([
    owner.patient.findMany(), owner.course.findMany(), owner.courseSession.findMany(), owner.assessmentRevision.findMany(), owner.baselineChoice.findMany(), owner.safetyPrompt.findMany(), owner.therapyRecord.findMany(),
    owner.breakGlass.findMany(), owner.symptomCheck.findMany(), owner.doseRecord.findMany(), owner.reading.findMany(), owner.dosingEvent.findMany(), owner.leaving.findMany(), owner.begunForm.findMany({ omit: { step: true } }),
  ]));
  expect(found(open, [...plainFields, ...sealedFields])).toEqual([...plainFields, ...sealedFields]);
});

test("a copy of every row holds no sealed one", async () => {
  const rows = await everyRow();
  expect(found(rows, plainFields), "the control").toEqual(plainFields);
  expect(found(rows, sealedFields)).toEqual([]);
});

test("the trail names no text, and no one's words", async () => {
  const { rows } = await clinic.ownerPool.query("SELECT to_jsonb(a) AS line FROM audit_event a");
  expect(rows.length).toBeGreaterThan(10);
  expect(found(JSON.stringify(rows), sealedFields)).toEqual([]);
});

test("the files of the database hold no sealed one", () => {
  const bytes = fs.readdirSync(files.data).map((name) => fs.readFileSync(path.join(files.data, name)).toString("latin1")).join("\n");
  expect(found(bytes, ["Family", "Given", "Record"]), "the control").toEqual(["Family", "Given", "Record"]);
  expect(found(bytes, sealedFields)).toEqual([]);
});

test("PostgreSQL's log holds none, whatever a statement fell over", () => {
  const log = fs.readFileSync(files.log, "utf8");
  expect(log, "the control: this is the log").toContain(canary("Control"));
  expect(found(log, [...plainFields, ...sealedFields])).toEqual([]);
});

test("the application's log has the fault, and nothing of what it fell over", () => {
  expect(logged.join("")).toContain("request failed");
  expect(logged.join(""), "the control: this is the log").toContain(canary("Control"));
  expect(found(logged.join(""), [...plainFields, ...sealedFields])).toEqual([]);
});

