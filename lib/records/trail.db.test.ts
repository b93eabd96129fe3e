import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { courseRecords, form, named, openClinic, type Clinic } from "./clinic.fixture";

let clinic: Clinic;
const patientId = randomUUID();
const assessmentId = randomUUID();
beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());

const lines = () => clinic.owner.auditEvent.findMany({ where: { patientId }, orderBy: { id: "asc" } });
const last = async () => (await lines()).at(-1);

describe("a line of the trail", () => {
  it("says who, in which roles, what, of whom, when, from where, and what came of it", async () => {
    const { savePatient } = await import("./patients");
    await savePatient(clinic.ada, patientId, named("T-1"));
    const [line, ...others] = await lines();
    expect(others).toEqual([]);
    expect(line).toMatchObject({
      userId: clinic.ada.userId, roles: "clinician", organisationId: clinic.ada.organisation.id, action: "created", patientId, subject: "patient", subjectId: patientId,
      address: "127.0.0.1", requestId: clinic.ada.requestId, breakGlass: null, before: null,
      after: { "patient.record_number": "T-1", "patient.family_name": "Rivera", "patient.given_name": "Alex", "patient.birth_date": "1985-04-12" },
    });
    expect(Math.abs(Number(line?.at) - Date.now())).toBeLessThan(60_000);
  });

  it("has before and after of what a change changed, and of nothing else", async () => {
    const { savePatient } = await import("./patients");
    await savePatient(clinic.ada, patientId, { ...named("T-1"), familyName: "Riviera", pronouns: "they", version: 1 });
    expect(await last()).toMatchObject({
      action: "changed", before: { "patient.family_name": "Rivera", "patient.pronouns": null }, after: { "patient.family_name": "Riviera", "patient.pronouns": "they" },
    });
  });

  it("keeps zero as a value, and quotes no free text", async () => {
    const { saveAssessment, correctAssessment } = await import("./assessments");
    await saveAssessment(clinic.ada, assessmentId, form(patientId, 1));
    const given = form(patientId, 0);
    await correctAssessment(clinic.ada, assessmentId, { ...given, reason: "Canary in the reason", revision: 1 } as never);
    const line = await last();
    expect(line).toMatchObject({ action: "corrected", before: { "assessment.total": 20 }, after: { "assessment.total": 0, "assessment.ratings": Array(20).fill(0) } });
    expect(JSON.stringify(await lines(), (_, value) => (typeof value === "bigint" ? String(value) : value))).not.toContain("Canary");
  });

  it("names a free text that changed without its words", async () => {
    const courses = await courseRecords();
    const course = { patientId, therapy: "pe" as const, medicine: "none" as const, route: "none" as const, startDate: "2026-01-05", plannedWeeks: 4, version: 0 };
    await courses.startCourse(clinic.ada, randomUUID(), { ...course, indexEvent: "Canary of the event" } as never);
    const line = await last();
    expect(line).toMatchObject({ action: "created", after: { "course.therapy": "pe", "course.index_event": "not shown" } });
  });

  it("is complete for each of several rows of one act", async () => {
    const courses = await courseRecords();
    const course = await clinic.owner.course.findFirstOrThrow({ where: { patientId } });
    const session = (at: string) => ({ id: randomUUID(), kind: "therapy" as const, at });
    await courses.addSessions(clinic.ada, course.id, { sessions: [session("2026-01-06T09:00"), session("2026-01-13T09:00")] });
    expect((await last())?.after).toMatchObject({ "course_session.kind": "therapy", "course_session 2.kind": "therapy" });
  });

  it("is not there where the act was not: a refused write leaves one line, the refusal", async () => {
    const { savePatient } = await import("./patients");
    const before = (await lines()).length;
    await expect(savePatient(clinic.ben, patientId, { ...named("T-1"), familyName: "Taken", version: 2 })).rejects.toMatchObject({ name: "Error" });
    const added = await clinic.owner.auditEvent.findMany({ where: { userId: clinic.ben.userId } });
    expect(added.map(({ action, before: was, after }) => ({ action, was, after }))).toEqual([{ action: "denied", was: null, after: null }]);
    expect((await lines()).length).toBe(before);
  });

  it("is marked while the record is open in an emergency, and not afterwards", async () => {
    const { inScope, audit } = await import("./scope");
    const until = new Date(Date.now() + 3_000_000);
    const glass = await clinic.owner.breakGlass.create({ data: { id: randomUUID(), organisationId: clinic.ben.organisation.id, patientId, userId: clinic.ben.userId, reason: "Emergency", until } });
    await inScope(clinic.ben, (tx) => audit(tx, clinic.ben, "opened", { patientId, subject: "chart" }));
    expect(await last()).toMatchObject({ userId: clinic.ben.userId, action: "opened", breakGlass: true });
    await clinic.owner.breakGlass.update({ where: { id: glass.id }, data: { endedAt: new Date() } });
    await inScope(clinic.ben, (tx) => audit(tx, clinic.ben, "opened", { patientId, subject: "chart" }));
    expect(await last()).toMatchObject({ userId: clinic.ben.userId, action: "opened", breakGlass: null });
  });

  it("cannot be written in another's name by somebody who has said who they are", async () => {
    const { inScope } = await import("./scope");
    const { recordAct } = await import("@/lib/audit");
    const forged = { action: "opened" as const, userId: clinic.ben.userId, organisationId: clinic.ben.organisation.id, address: null, requestId: "r" };
    await expect(inScope(clinic.ada, (tx) => recordAct(tx, forged))).rejects.toThrow(/row-level security/);
  });
});
