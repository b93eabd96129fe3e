import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { addDays, calendarDay, resolveWallTime } from "@/lib/course/calendar";
import type { TherapySave } from "@/lib/schemas/therapy";
import { openClinic, type Clinic } from "./clinic.fixture";

const zone = "America/New_York";
let clinic: Clinic;
let records: typeof import("./therapy-records") & typeof import("./visits") & typeof import("./symptom-checks");
let problems: typeof import("./problems");
let patientId: string;
let visits: string[];
const today = calendarDay(new Date(), zone);
const day = (offset: number) => addDays(today, offset);
const instant = (wall: string) => {
  const resolved = resolveWallTime(wall, zone);
  return resolved.kind === "instant" ? resolved.instant : new Date(NaN);
};

beforeAll(async () => {
  clinic = await openClinic();
  problems = await import("./problems");
  records = { ...(await import("./therapy-records")), ...(await import("./visits")), ...(await import("./symptom-checks")) };
});
afterAll(() => clinic.close());

/** A patient of Ada's with a dose nine days ago and therapy planned eight days ago, yesterday and tomorrow. */
beforeEach(async () => {
  const { owner, ada } = clinic;
  const made = { organisationId: ada.organisation.id, createdById: ada.userId };
  const team = await owner.careTeamMember.findFirstOrThrow({ where: { userId: ada.userId } });
  patientId = randomUUID();
  await owner.patient.create({ data: { id: patientId, ...made, teamId: team.teamId, recordNumber: patientId, familyName: "Rivera", givenName: "Alex", birthDate: new Date("1985-04-12") } });
  const courseId = randomUUID();
  await owner.course.create({ data: { id: courseId, ...made, patientId, therapy: "pe", medicine: "ketamine", route: "intravenous", startDate: new Date(day(-9)), plannedWeeks: 4, timeZone: zone } });
  const row = (kind: "dose" | "therapy" | "assessment", wall: string, status: "done" | "planned") => ({ id: randomUUID(), ...made, patientId, courseId, kind, status, at: instant(wall), plannedAt: instant(wall) });
  const rows = [row("dose", `${day(-9)}T09:00`, "done"), row("therapy", `${day(-8)}T10:00`, "planned"), row("therapy", `${day(-1)}T10:00`, "planned"), row("therapy", `${day(1)}T10:00`, "planned"), row("assessment", `${day(-2)}T10:00`, "planned")];
  await owner.courseSession.createMany({ data: rows });
  visits = rows.map(({ id }) => id);
});

const session = (which: number) => clinic.owner.courseSession.findUniqueOrThrow({ where: { id: visits[which]! } });
const visit = (more: Partial<TherapySave> = {}): TherapySave => ({
  key: randomUUID(), number: 0, checkNumber: 0, at: `${day(-1)}T10:05`, attendance: "attended", protocolSession: 2, homework: "partly",
  sudsBefore: 40, sudsPeak: 85, sudsEnd: 0, note: "", psychotic: false, manic: false, symptomNote: "", allow: [], ...more,
});
const save = (which: number, given: TherapySave, viewer: Viewer = clinic.ada) => records.saveTherapy(viewer, visits[which]!, given);
const open = async (which: number) => (await records.openVisit(clinic.ada, patientId, visits[which]!))!;

describe("a therapy session", () => {
  it("once attended is done when it was, keeps its plan, and zero distress is kept as zero", async () => {
    await save(2, visit());
    expect(await session(2)).toMatchObject({ status: "done", at: instant(`${day(-1)}T10:05`), plannedAt: instant(`${day(-1)}T10:00`), reason: null });
    const found = await open(2);
    expect(found.record).toMatchObject({ number: 1, attendance: "attended", homework: "partly", protocolSession: 2, sudsBefore: 40, sudsPeak: 85, sudsEnd: 0 });
    expect(found.check).toMatchObject({ number: 1, psychotic: false, manic: false, note: null });
  });

  it("to which nobody came is missed on its planned day with the reason, and nothing else is kept of it", async () => {
    await save(2, visit({ attendance: "not_attended", note: "Ill", psychotic: null, manic: null }));
    expect(await session(2)).toMatchObject({ status: "missed", reason: "Ill", at: instant(`${day(-1)}T10:00`) });
    expect((await open(2)).record).toMatchObject({ attendance: "not_attended", protocolSession: null, homework: null, sudsBefore: null, sudsEnd: null, note: "Ill" });
    expect((await open(2)).check).toBeNull();
  });

  it("corrected keeps every version, and symptoms asked again unchanged are one answer", async () => {
    await save(2, visit());
    await save(2, visit({ number: 1, checkNumber: 1, sudsPeak: 90 }));
    await save(2, visit({ number: 2, checkNumber: 1, sudsPeak: 90, manic: true, symptomNote: "Racing thoughts; called Dr. Lind" }));
    const found = await open(2);
    expect(found.record).toMatchObject({ number: 3, sudsPeak: 90 });
    expect(found.check).toMatchObject({ number: 2, manic: true });
    expect(found.history.filter(({ record }) => record).map(({ record }) => record!.sudsPeak)).toEqual([90, 90, 85]);
    expect(await clinic.owner.auditEvent.count({ where: { subject: "therapy_record", subjectId: visits[2]! } })).toBe(3);
  });

  it("taken back to not attended is missed again on its planned day", async () => {
    await save(2, visit());
    await save(2, visit({ number: 1, checkNumber: 1, attendance: "not_attended", note: "Wrong patient" }));
    expect(await session(2)).toMatchObject({ status: "missed", at: instant(`${day(-1)}T10:00`), reason: "Wrong patient" });
  });

  it("sent twice, in a row or at once, is stored once; an older one meets the newer", async () => {
    const given = visit();
    await Promise.all([save(2, given), save(2, given), save(2, given)]);
    await save(2, given);
    expect(await clinic.owner.therapyRecord.count({ where: { sessionId: visits[2]! } })).toBe(1);
    expect(await clinic.owner.symptomCheck.count({ where: { sessionId: visits[2]! } })).toBe(1);
    await expect(save(2, visit())).rejects.toBeInstanceOf(problems.Stale);
    await expect(save(2, visit({ number: 1, checkNumber: 0, sudsPeak: 90 }))).rejects.toBeInstanceOf(problems.Stale);
    expect((await open(2)).record).toMatchObject({ number: 1, sudsPeak: 85 });
  });

  it("two people at once: one is stored, the other told", async () => {
    const outcomes = await Promise.allSettled([save(2, visit({ note: "one" })), save(2, visit({ note: "other" }))]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: expect.any(problems.Stale) });
    expect(await clinic.owner.therapyRecord.count({ where: { sessionId: visits[2]! } })).toBe(1);
  });

  it("still to come cannot have taken place, and stays planned", async () => {
    await expect(save(3, visit({ at: `${day(1)}T10:00` }))).rejects.toMatchObject({ fields: { at: expect.stringContaining("still to come") } });
    expect(await session(3)).toMatchObject({ status: "planned" });
  });

  it("a peak below the start asks and, confirmed, is stored as typed", async () => {
    const odd = visit({ sudsBefore: 60, sudsPeak: 40, sudsEnd: 30 });
    await expect(save(2, odd)).rejects.toMatchObject({ ask: "distress" });
    expect(await clinic.owner.therapyRecord.count({ where: { sessionId: visits[2]! } })).toBe(0);
    await save(2, { ...odd, allow: ["distress"] });
    expect((await open(2)).record).toMatchObject({ sudsBefore: 60, sudsPeak: 40 });
  });

  it("an assessment day has no protocol, homework or exposure", async () => {
    await save(4, visit({ at: `${day(-2)}T10:00` }));
    expect((await open(4)).record).toMatchObject({ attendance: "attended", protocolSession: null, homework: null, sudsPeak: null });
    expect((await open(4)).check).toMatchObject({ number: 1 });
  });
});

describe("the page of a visit", () => {
  it("suggests the protocol's next session and tells of the dose before", async () => {
    expect((await open(1)).suggested).toBe(1);
    await save(1, visit({ at: `${day(-8)}T10:00`, protocolSession: 3 }));
    const found = await open(2);
    expect(found).toMatchObject({ suggested: 4, name: "PE session 2", dose: { sessionId: visits[0], name: "Dose 1", days: 8, givenMg: null } });
    expect(found.sessions.map(({ name, record }) => [name, record?.sudsPeak])).toEqual([["PE session 1", 85]]);
    expect((await open(1)).dose).toMatchObject({ days: 1 });
  });
});

describe("nothing here", () => {
  it("for another team, another clinic, an administrator, a dose, or another patient's address", async () => {
    const { ben, cleo, adam, owner } = clinic;
    for (const viewer of [ben, cleo, adam]) {
      await expect(save(2, visit(), viewer)).rejects.toBeInstanceOf(problems.NotHere);
      expect(await records.openVisit(viewer, patientId, visits[2]!)).toBeNull();
    }
    await expect(save(0, visit())).rejects.toBeInstanceOf(problems.NotHere);
    expect(await records.openVisit(clinic.ada, patientId, visits[0]!)).toBeNull();
    expect(await records.openVisit(clinic.ada, randomUUID(), visits[2]!)).toBeNull();
    expect(await owner.therapyRecord.count({ where: { patientId } })).toBe(0);
    expect(await session(2)).toMatchObject({ status: "planned", version: 1 });
    expect(await owner.auditEvent.count({ where: { userId: ben.userId, action: "denied" } })).toBeGreaterThanOrEqual(2);
  });

  it("in the table itself for anyone not on the team, whatever they ask for", async () => {
    await save(2, visit());
    const { app, ben } = clinic;
    const seen = await app.prisma.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT set_config('app.user_id', ${ben.userId}, true)`;
      return [await tx.therapyRecord.count(), await tx.symptomCheck.count()];
    });
    expect(seen).toEqual([0, 0]);
  });
});
