// A row in every table: what shows that nothing of a kind was forgotten needs one of each kind. Where a table is new, its row is made here.
import { randomBytes, randomUUID } from "node:crypto";
import type { Viewer } from "@/lib/auth/viewer";
import { phq9 } from "@/lib/measures/phq-9/definition";
import { seal } from "@/lib/seal";
import { placeOf } from "@/prisma/sealed-columns";
import { courseRecords, form, formOf, named, recording, type Clinic } from "./clinic.fixture";

/** A patient with one row in every clinical table. */
export async function fill({ owner }: Clinic, viewer: Viewer, patientId: string): Promise<void> {
  const [{ savePatient }, { startCourse, addSessions, saveSession }, { saveAssessment }, { saveDraft }, { chooseBaseline }] = await Promise.all([import("./patients"), courseRecords(), import("./assessments"), import("./drafts"), import("./baselines")]);
  const [courseId, sessionId, assessmentId] = [randomUUID(), randomUUID(), randomUUID()];
  const course = { patientId, therapy: "pe" as const, medicine: "ketamine" as const, route: "intravenous" as const, startDate: "2026-01-05", plannedWeeks: 4 };
  await savePatient(viewer, patientId, named(patientId));
  await startCourse(viewer, courseId, course);
  await addSessions(viewer, courseId, { sessions: [{ id: sessionId, kind: "dose", at: "2026-01-05T09:00" }] });
  await saveSession(viewer, sessionId, { kind: "dose", at: "2026-01-05T09:00", status: "done", version: 1 });
  await addSessions(viewer, courseId, { sessions: [{ id: randomUUID(), kind: "dose", at: "2026-01-12T09:00" }] });
  await saveAssessment(viewer, assessmentId, form(patientId, 2));
  await saveAssessment(viewer, randomUUID(), form(patientId, 2, { answeredAt: "2026-01-04T09:00" })); // a baseline
  await chooseBaseline(viewer, courseId, { id: randomUUID(), measure: "pcl-5", recall: "week", assessmentId, reason: "Moved house" });
  const { key, allow, ...positive } = formOf(patientId, phq9, { ratings: [null, null, null, null, null, null, null, null, 2, null] });
  void [key, allow];
  await saveDraft(recording(viewer, ["phq-9"]), randomUUID(), { ...positive, step: 1 });

  const { userId, organisation } = viewer;
  const of = { organisationId: organisation.id, patientId };
  const by = { ...of, sessionId, number: 1, key: randomUUID(), byId: userId };
  const at = new Date("2026-01-05T15:00:00Z");
  await owner.therapyRecord.create({ data: { ...by, attendance: "attended" } });
  await owner.symptomCheck.create({ data: { ...by, psychotic: false, manic: false } });
  await owner.doseRecord.create({ data: { ...by, medicine: "ketamine", route: "intravenous" } });
  await owner.leaving.create({ data: { ...by, leftAt: at, advice: true, points: [] } });
  await owner.reading.create({ data: { ...of, id: randomUUID(), sessionId, at, pulse: 70, byId: userId } });
  await owner.dosingEvent.create({ data: { ...by, id: randomUUID(), courseId, act: "entered", term: "Nausea", severity: "mild", serious: false, relation: "possible", onsetAt: at, outcome: "resolved" } });

  await owner.secondFactor.create({ data: { id: randomUUID(), userId, seed: seal("A SEED", placeOf("SecondFactor", "seed", { userId })), lastStep: 1 } });
  await owner.recoveryCode.create({ data: { userId, codeHash: new Uint8Array(randomBytes(32)) } });
  await owner.passkey.create({ data: { id: randomUUID(), userId, credentialId: randomUUID(), publicKey: new Uint8Array(1), counter: 1, transports: [], name: "Key" } });
  const signInId = randomUUID();
  await owner.signIn.create({ data: { id: signInId, userId, tokenHash: new Uint8Array(randomBytes(32)), expiresAt: new Date(Date.now() + 3_600_000) } });
  await owner.passkeyChallenge.create({ data: { signInId, userId, purpose: "show", challenge: "x", expiresAt: new Date() } });
  const batchId = randomUUID();
  await owner.importBatch.create({ data: { id: batchId, userId, organisationId: organisation.id, mapping: {}, counts: {} } });
  await owner.importedRow.create({ data: { ...of, batchId, made: "assessments", rowId: assessmentId } });
  await owner.studyRevision.create({ data: { organisationId: organisation.id, studyId: randomUUID(), number: 1, study: {}, byId: userId } });
  await owner.savedView.create({ data: { id: randomUUID(), userId, organisationId: organisation.id, name: `View ${patientId}`, view: {} } });
  await owner.begunForm.create({ data: { userId, organisationId: organisation.id, name: `${patientId}/patient`, step: 1, entered: "{}" } });
  await owner.breakGlass.create({ data: { ...of, id: randomUUID(), userId, reason: "Chest pain", until: new Date(Date.now() + 600_000) } });
}

/** What belongs to a clinic, and to nobody. */
export async function fillClinics({ owner }: Clinic, viewers: readonly Viewer[]): Promise<void> {
  for (const viewer of viewers) {
    const organisationId = viewer.organisation.id;
    await owner.settingsRevision.create({ data: { organisationId, number: 1, settings: {}, byId: null } });
    const { id: userId } = await owner.user.findFirstOrThrow({ where: { organisationId, roles: { has: "administrator" } } });
    await owner.invitation.create({ data: { id: randomUUID(), organisationId, email: `${randomUUID()}@test.example`, name: "Ines", roles: ["administrator"], teamIds: [], tokenHash: new Uint8Array(randomBytes(32)), createdById: userId, expiresAt: new Date(Date.now() + 3_600_000) } });
  }
  await owner.$queryRaw`SELECT seal_audit()`;
  await owner.throttle.create({ data: { key: "somebody", points: 1 } });
}
