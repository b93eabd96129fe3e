import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { form, named, openClinic, type Clinic } from "./clinic.fixture";
import { clinicalTables, treatedPatient, type Act } from "./rights.fixture";

let clinic: Clinic;
let world: Awaited<ReturnType<typeof treatedPatient>>;
let problems: typeof import("./problems");
let people: Record<"assistant" | "auditor" | "researcher" | "administrator" | "other", Viewer>;

beforeAll(async () => {
  clinic = await openClinic();
  problems = await import("./problems");
  world = await treatedPatient(clinic);
  people = {
    assistant: await clinic.hire("Asa", ["assistant"], clinic.ada),
    // On the team's list, which gives nothing to those who do not care for patients.
    auditor: await clinic.hire("Aud", ["auditor"], clinic.ada),
    researcher: await clinic.hire("Rhea", ["researcher"], clinic.ada),
    administrator: await clinic.hire("Abe", ["administrator"], clinic.ada),
    other: await clinic.hire("Olu", ["assistant"], clinic.ben),
  };
});
afterAll(() => clinic.close());

/** What was not answered with "nothing here"; and whether anything has changed. */
async function done(acts: Record<string, Act>, viewer: Viewer): Promise<string[]> {
  const before = await world.state();
  const answers: string[] = [];
  for (const [name, act] of Object.entries(acts)) {
    await act(viewer).then(() => answers.push(name), (error: Error) => error instanceof problems.NotHere || answers.push(`${name}: ${error}`));
  }
  return (await world.state()) === before ? answers : [...answers, "something changed"];
}

/** Which statements found a row or were refused for another reason than row-level security. */
async function doneInSql(userId: string): Promise<string[]> {
  const answers: string[] = [];
  for (const [name, sql] of Object.entries(world.statements)) {
    await world.asApp(userId, sql).then((count) => count > 0 && answers.push(name), (error: Error) => /row-level security|those who treat/.test(error.message) || answers.push(`${name}: ${error}`));
  }
  return answers;
}

it("a clinician of the team may do each of the statements that the others are refused", async () => {
  for (const [name, sql] of Object.entries(world.statements)) expect(`${name}: ${await world.asApp(clinic.ada.userId, sql)}`).toBe(`${name}: 1`);
});

describe("an assistant", () => {
  it("sees the patients of the team and records what is answered and observed", async () => {
    for (const act of Object.values(world.care)) expect(await act(people.assistant).then(() => "done")).toBe("done");
  });

  it("corrects and voids what they entered themselves", async () => {
    const { saveAssessment, correctAssessment, voidAssessment } = await import("./assessments");
    const { saveReading, voidReading } = await import("./readings");
    const { owner } = clinic;
    const [own, reading] = [randomUUID(), randomUUID()];
    await saveAssessment(people.assistant, own, { ...form(world.patientId, 1), allow: ["same-day"] });
    const { patientId: _, ...answers } = form(world.patientId, 3);
    void _;
    await correctAssessment(people.assistant, own, { ...answers, allow: ["same-day"], revision: 1, reason: "Misread" });
    await voidAssessment(people.assistant, own, { key: randomUUID(), revision: 2, reason: "Another patient's" });
    expect(await owner.assessment.findUniqueOrThrow({ where: { id: own } })).toMatchObject({ revision: 3 });
    const { sessionId } = await owner.reading.findFirstOrThrow({ where: { patientId: world.patientId } });
    await saveReading(people.assistant, reading, { sessionId, at: new Date(), systolic: 120, diastolic: 80, pulse: 70, spo2: 98, sedation: null, dissociation: null, cadss: null, done: "", beforeStart: true });
    await voidReading(people.assistant, reading, { reason: "Cuff slipped" });
    expect(await owner.reading.findUniqueOrThrow({ where: { id: reading } })).toMatchObject({ voidReason: "Cuff slipped" });
  });

  it("decides nothing", async () => {
    expect(await done({ ...world.treat, "says what was done about a safety answer": world.acknowledge }, people.assistant)).toEqual([]);
  });
  it("decides nothing, with row-level security taken away", async () => {
    expect(await world.withoutRowLevelSecurity(() => done({ ...world.treat, "says what was done about a safety answer": world.acknowledge }, people.assistant))).toEqual([]);
  });
  it("decides nothing, with the queries taken away", async () => {
    expect(await doneInSql(people.assistant.userId)).toEqual([]);
  });
});

describe.each(["auditor", "researcher", "administrator", "other"] as const)("%s", (who) => {
  const everything = () => ({ ...world.care, ...world.treat, "says what was done about a safety answer": world.acknowledge });

  it("sees no patient and records nothing", async () => {
    expect(await done(everything(), people[who])).toEqual([]);
  });
  it("nor with row-level security taken away", async () => {
    expect(await world.withoutRowLevelSecurity(() => done(everything(), people[who]))).toEqual([]);
  });
  it("nor with the queries taken away", async () => {
    for (const table of clinicalTables) expect(`${table} ${await world.asApp(people[who].userId, `SELECT 1 FROM ${table}`)}`).toBe(`${table} 0`);
    expect(await doneInSql(people[who].userId)).toEqual([]);
  });
});

it("several roles are the union of what each may do", async () => {
  const both = await clinic.hire("Una", ["administrator", "assistant"], clinic.ada);
  await world.care["opens the chart"]?.(both);
  const { listPeople } = await import("./people");
  expect((await listPeople(both)).some(({ name }) => name === "Una")).toBe(true);
  expect(await done(world.treat, both)).toEqual([]);
});

describe("a record opened in an emergency", () => {
  const glass = async () => import("./break-glass");
  const known = (more: object = {}) => ({ recordNumber: world.recordNumber, birthDate: "1985-04-12", reason: "Collapsed in the waiting room", ...more });
  /** As the session gate would see them on the next request. */
  async function again(viewer: Viewer): Promise<Viewer> {
    const [row] = await clinic.owner.$queryRaw<{ open: Viewer["brokenGlass"] }[]>`SELECT open_glass(${viewer.userId}::uuid) AS open`;
    return { ...viewer, brokenGlass: row!.open };
  }
  const opened = async (viewer: Viewer) => {
    const id = randomUUID();
    await (await glass()).breakGlass(viewer, id, known());
    return { id, viewer: await again(viewer) };
  };

  it("is found by its exact number and date of birth, by a clinician of the clinic who confirmed; any other try is the same", async () => {
    const { breakGlass } = await glass();
    const ola = await clinic.hire("Ola", ["clinician"], true);
    const none = { fields: { recordNumber: "No patient of this clinic has this record number and date of birth." } };
    await expect(breakGlass(ola, randomUUID(), known({ recordNumber: "nobody's" }))).rejects.toMatchObject(none);
    await expect(breakGlass(ola, randomUUID(), known({ birthDate: "1985-04-13" }))).rejects.toMatchObject(none);
    await expect(breakGlass(clinic.cleo, randomUUID(), known())).rejects.toMatchObject(none);
    await expect(breakGlass({ ...ola, fresh: false }, randomUUID(), known())).rejects.toBeInstanceOf(problems.NotFresh);
    for (const who of ["assistant", "auditor", "researcher", "administrator"] as const) await expect(breakGlass(people[who], randomUUID(), known())).rejects.toBeInstanceOf(problems.NotHere);
    expect(await clinic.owner.auditEvent.count({ where: { userId: ola.userId, action: "denied", subject: "break_glass" } })).toBe(2);
    expect(await clinic.owner.breakGlass.count()).toBe(0);
  });

  it("is tried five times in a quarter of an hour", async () => {
    const { breakGlass } = await glass();
    const guesser = await clinic.hire("Gus", ["clinician"], true);
    for (const attempt of [1, 2, 3, 4, 5]) await expect(breakGlass(guesser, randomUUID(), known({ recordNumber: `R-${attempt}` }))).rejects.toThrow(/No patient/);
    await expect(breakGlass(guesser, randomUUID(), known())).rejects.toThrow(/Too many attempts/);
    expect(await clinic.owner.auditEvent.count({ where: { userId: guesser.userId, action: "glass_throttled" } })).toBe(1);
  });

  it("is read, and recorded in; sent twice it is opened once; it leaves its line and its reason", async () => {
    const { breakGlass } = await glass();
    const ben = clinic.ben;
    expect(await (await import("./chart")).openChart(ben, world.patientId)).toBeNull();
    const { id, viewer } = await opened(ben);
    await breakGlass(ben, id, known());
    expect(viewer.brokenGlass).toHaveLength(1);
    for (const act of Object.values(world.care)) await act(viewer);
    const row = await clinic.owner.breakGlass.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ userId: ben.userId, patientId: world.patientId, reason: "Collapsed in the waiting room", endedAt: null });
    expect(+row.until - +row.at).toBe(3_600_000);
    expect(await clinic.owner.auditEvent.count({ where: { action: "broke_glass", patientId: world.patientId, userId: ben.userId, subjectId: id } })).toBe(1);
  });

  it("leaves to its team what takes their judgement: in the query, and in the database", async () => {
    const { viewer } = await opened(await clinic.hire("Bo", ["clinician"], true));
    expect(await done(world.treat, viewer)).toEqual([]);
    expect(await world.withoutRowLevelSecurity(() => done(world.treat, viewer))).toEqual([]);
    expect(await doneInSql(viewer.userId)).toEqual([]);
  });

  it("lets whoever acted say what was done about a safety answer", async () => {
    const { viewer } = await opened(await clinic.hire("Bea", ["clinician"], true));
    await world.acknowledge(viewer);
    expect(await clinic.owner.safetyPrompt.count({ where: { acknowledgedById: viewer.userId } })).toBe(1);
  });

  it("closes when its hour is over by the database's clock, and at once when it is ended; only its own person ends it", async () => {
    const { endGlass } = await glass();
    const late = await clinic.hire("Lea", ["clinician"], true);
    const id = randomUUID();
    const now = Date.now();
    const minutesAgo = (minutes: number) => new Date(now - minutes * 60_000);
    await clinic.owner.breakGlass.create({ data: { id, organisationId: late.organisation.id, patientId: world.patientId, userId: late.userId, reason: "Collapsed", at: minutesAgo(61), until: minutesAgo(1) } });
    expect((await again(late)).brokenGlass).toEqual([]);
    const claims: Viewer = { ...late, brokenGlass: [{ id, patientId: world.patientId, until: new Date().toISOString() }] };
    expect(await done(world.care, claims)).toEqual([]);

    const { id: open, viewer } = await opened(await clinic.hire("Liv", ["clinician"], true));
    await expect(endGlass(late, open)).rejects.toBeInstanceOf(problems.NotHere);
    await endGlass(viewer, open);
    await endGlass(viewer, open);
    expect(await done(world.care, viewer)).toEqual([]);
    expect(await world.withoutRowLevelSecurity(async () => done(world.care, await again(viewer)))).toEqual([]);
    expect(await clinic.owner.auditEvent.count({ where: { action: "glass_ended", userId: viewer.userId } })).toBe(1);
  });

  it.each([
    ["a longer hour", "UPDATE break_glass SET until = now() + interval '9 hours'"],
    ["one's own word for it", "INSERT INTO break_glass (id, organisation_id, patient_id, user_id, reason, until) VALUES (gen_random_uuid(), $1, $2, $9, 'x', now() + interval '1 hour')"],
    ["a line less", "DELETE FROM break_glass"],
  ])("is not to be had by %s", async (_, sql) => {
    await expect(world.asApp(clinic.ben.userId, sql)).rejects.toThrow(/permission denied/);
  });

  it("is listed for the clinic's auditors who confirmed, and for nobody else", async () => {
    const { listGlass } = await glass();
    const listed = await listGlass(people.auditor);
    expect(listed.map(({ user }) => user.name)).toContain("Ben");
    // By the number that the trail names the patient by, and by nothing else of theirs.
    expect(new Set(listed.map(({ recordNumber }) => recordNumber))).toEqual(new Set([world.recordNumber]));
    const { familyName, givenName } = named("");
    for (const more of [world.patientId, familyName, givenName]) expect(JSON.stringify(listed)).not.toContain(more);
    await expect(listGlass({ ...people.auditor, fresh: false })).rejects.toBeInstanceOf(problems.NotFresh);
    for (const viewer of [clinic.ada, people.administrator, people.researcher, people.assistant]) await expect(listGlass(viewer)).rejects.toBeInstanceOf(problems.NotHere);
    expect(await world.asApp(clinic.ada.userId, "SELECT 1 FROM break_glass")).toBe(0);
    expect(await world.asApp(people.auditor.userId, "SELECT 1 FROM break_glass")).toBe(listed.length);
  });
});
