import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { cohortAsk } from "@/lib/schemas/cohort";
import { studySave, type StudyFields } from "@/lib/schemas/study";
import { openClinic, type Clinic } from "./clinic.fixture";

let clinic: Clinic;
let records: typeof import("./studies");
let cohorts: typeof import("./cohort");
let researcher: Viewer;
beforeAll(async () => {
  clinic = await openClinic();
  [records, cohorts] = await Promise.all([import("./studies"), import("./cohort")]);
  const { id } = await clinic.owner.user.create({ data: { id: randomUUID(), organisationId: clinic.ada.organisation.id, email: "rhea@test.example", name: "Rhea", passwordHash: "none", roles: ["researcher"] } });
  researcher = { ...clinic.ada, userId: id, roles: ["researcher"] };
});
afterAll(() => clinic.close());

const typed = (over: Partial<StudyFields> = {}): StudyFields => ({
  name: `Vale ${randomUUID().slice(0, 8)}`, citation: "Vale (2024)", measure: "pcl-5", treatment: "CPT", time: "after treatment", kind: "paired-means",
  figures: { n: "24", fromMean: "47.5", fromSd: "11.3", toMean: "30.2", toSd: "16", r: "" }, note: "", version: 0, ...over,
});
const save = (viewer: Viewer, id: string, over: Partial<StudyFields> = {}) => records.saveStudy(viewer, id, studySave.parse(typed(over)));
const trail = (id: string) => clinic.owner.auditEvent.findMany({ where: { subject: "study", subjectId: id }, orderBy: { id: "asc" } });
const names = async (viewer: Viewer) => (await records.readStudies(viewer)).map(({ name }) => name);

describe("a study", () => {
  it("is entered once, however often it is sent, and is the clinic's", async () => {
    const [id, name] = [randomUUID(), "Albott again"];
    const sent = await Promise.all(Array.from({ length: 6 }, () => save(clinic.ada, id, { name })));
    expect(sent).toEqual(Array.from({ length: 6 }, () => ({ version: 1 })));
    for (const viewer of [clinic.ada, clinic.ben, researcher]) expect(await names(viewer)).toContain(name);
    expect(await clinic.owner.studyRevision.count({ where: { studyId: id } })).toBe(1);
    expect((await trail(id)).map(({ action, userId }) => [action, userId])).toEqual([["created", clinic.ada.userId]]);
  });

  it("is changed with a reason, and keeps all it said; the second of two finds both versions", async () => {
    const id = randomUUID();
    const name = `Vale ${id}`;
    await save(clinic.ada, id, { name });
    await save(clinic.ben, id, { name, time: "week 12", version: 1, reason: "Erratum" });
    expect(await save(clinic.ben, id, { name, time: "week 12", version: 1, reason: "Erratum" })).toEqual({ version: 2 });
    await expect(save(clinic.ada, id, { name, time: "week 4", version: 1, reason: "Misread" })).rejects.toMatchObject({ newer: { fields: { name, time: "week 12" }, known: { version: 2 } } });
    expect((await records.readStudy(clinic.ada, id))?.map(({ number, by, reason, study }) => [number, by, reason, study?.time])).toEqual([[2, clinic.ben.name, "Erratum", "week 12"], [1, clinic.ada.name, null, "after treatment"]]);
    const [, changed] = await trail(id);
    expect(changed).toMatchObject({ action: "changed", userId: clinic.ben.userId, after: { "study_revision.reason": "Erratum" } });
  });

  it("is removed with a reason and comes back", async () => {
    const id = randomUUID();
    const name = `Vale ${id}`;
    await save(clinic.ada, id, { name });
    await expect(records.removeStudy(clinic.ada, id, { version: 4, reason: "Retracted" })).rejects.toMatchObject({ newer: { known: { version: 1 } } });
    expect(await records.removeStudy(clinic.ada, id, { version: 1, reason: "Retracted" })).toEqual({ version: 2 });
    expect(await records.removeStudy(clinic.ada, id, { version: 1, reason: "Retracted" })).toEqual({ version: 2 });
    expect(await names(clinic.ada)).not.toContain(name);
    await expect(save(clinic.ada, id, { name, time: "week 4", version: 1, reason: "Late" })).rejects.toThrow(/removed this study/);
    expect(await save(clinic.ada, id, { name, version: 2, reason: "Not that one" })).toEqual({ version: 3 });
    expect(await names(clinic.ada)).toContain(name);
    expect((await trail(id)).map(({ action }) => action)).toEqual(["created", "removed", "changed"]);
  });

  it("has a name of its own, however many arrive at once, beside those shipped too", async () => {
    const name = `Vale ${randomUUID()}`;
    const sent = await Promise.allSettled(Array.from({ length: 5 }, () => save(clinic.ada, randomUUID(), { name })));
    expect(sent.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(save(clinic.ada, randomUUID(), { name: "ALBOTT 2018" })).rejects.toMatchObject({ fields: { name: expect.stringContaining("of this name already") } });
  });
});

describe("whoever may not", () => {
  it("finds nothing, and is told apart by nobody", async () => {
    const id = randomUUID();
    await save(clinic.ada, id);
    const denied = { on: { subject: "study", subjectId: id } };
    for (const other of [clinic.cleo, clinic.adam]) {
      expect(await records.readStudy(other, id)).toBeNull();
      await expect(save(other, id, { version: 1, reason: "Mine" })).rejects.toMatchObject(denied);
      await expect(records.removeStudy(other, id, { version: 1, reason: "Mine" })).rejects.toMatchObject(denied);
    }
    await expect(records.readStudies(clinic.adam)).rejects.toMatchObject({ on: { subject: "study" } });
    expect(await names(clinic.cleo)).toEqual([]);
    // The same id in another clinic is another study.
    expect(await save(clinic.cleo, id)).toEqual({ version: 1 });
    expect(await records.readStudy(clinic.ada, id)).toHaveLength(1);
  });

  it("cannot write in another's name, nor change what was said, in the database either", async () => {
    const { ada, ben, app } = clinic;
    const id = randomUUID();
    await save(ada, id);
    const as = async (sql: string, values: unknown[]) => {
      const client = await app.pool.connect();
      try {
        await client.query("BEGIN");
        await client.query("SELECT set_config('app.user_id', $1, true)", [ada.userId]);
        return (await client.query(sql, values)).rowCount;
      } finally {
        await client.query("ROLLBACK");
        client.release();
      }
    };
    const insert = "INSERT INTO study_revision (organisation_id, study_id, number, study, reason, by_id) VALUES ($1, $2, $3, $4, $5, $6)";
    expect(await as(insert, [ada.organisation.id, id, 2, null, "Retracted", ada.userId])).toBe(1);
    await expect(as(insert, [ada.organisation.id, id, 2, null, "Retracted", ben.userId])).rejects.toThrow(/row-level security/);
    await expect(as(insert, [clinic.cleo.organisation.id, id, 1, "{}", null, ada.userId])).rejects.toThrow(/row-level security/);
    await expect(as(insert, [ada.organisation.id, id, 2, null, null, ada.userId])).rejects.toThrow(/study_revision_whole/);
    for (const sql of ["UPDATE study_revision SET reason = 'x'", "DELETE FROM study_revision"]) await expect(as(sql, [])).rejects.toThrow(/permission denied/);
    await expect(clinic.owner.$executeRaw`DELETE FROM study_revision`).rejects.toThrow(/only ever added/);
  });
});

it("stands beside one's own groups, and in the file for R, until it is removed; of another measure only beside that", async () => {
  const { ada } = clinic;
  const [id, name] = [randomUUID(), "Vale beside"];
  await save(ada, id, { name });
  await save(ada, randomUUID(), { name: "Vale PHQ", measure: "phq-9", figures: { n: "24", fromMean: "17", fromSd: "5", toMean: "9", toSd: "6", r: "" } });
  const rowsOf = async (viewer: Viewer, measure: string) => (await cohorts.readCohort(viewer, cohortAsk.parse({ measure }))).comparison.kinds.flatMap(({ rows }) => rows);
  for (const viewer of [ada, researcher]) {
    expect((await rowsOf(viewer, "pcl-5")).find(({ study }) => study === name)).toMatchObject({ origin: "entered", metric: "SMCR", ni: 24, ri: 0.5, assumedR: true });
    expect((await rowsOf(viewer, "pcl-5")).map(({ study }) => study)).not.toContain("Vale PHQ");
  }
  expect((await rowsOf(ada, "phq-9")).map(({ study }) => study)).toEqual(["Vale PHQ"]);
  expect((await rowsOf(clinic.cleo, "phq-9")).map(({ study }) => study)).toEqual([]);
  await records.removeStudy(ada, id, { version: 1, reason: "Retracted" });
  expect((await rowsOf(ada, "pcl-5")).map(({ study }) => study)).not.toContain(name);
});
