import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { phq9 } from "@/lib/measures/phq-9/definition";
import { form, formOf, named, openClinic, recording, type Clinic } from "./clinic.fixture";

let clinic: Clinic;
let ada: Viewer;
let assistant: Viewer;
let records: typeof import("./assessments") & typeof import("./patients") & typeof import("./chart") & typeof import("./restored-forms") & typeof import("./safety-prompts") & typeof import("./facts") & typeof import("./scope");
let problems: typeof import("./problems");
let patientId: string;

beforeAll(async () => {
  clinic = await openClinic();
  ada = recording(clinic.ada, ["pcl-5", "phq-9"]);
  assistant = await clinic.hire("Asa", ["assistant"], clinic.ada);
  problems = await import("./problems");
  records = {
    ...(await import("./assessments")), ...(await import("./patients")), ...(await import("./chart")), ...(await import("./restored-forms")), ...(await import("./safety-prompts")), ...(await import("./facts")), ...(await import("./scope")),
  };
});
afterAll(() => clinic.close());
beforeEach(async () => {
  patientId = randomUUID();
  await records.savePatient(ada, patientId, named(patientId));
});

const stored = (id: string) => clinic.owner.assessment.findUniqueOrThrow({ where: { id }, include: { revisions: { orderBy: { number: "asc" } } } });
const row = (id: string) => clinic.owner.assessment.findUniqueOrThrow({ where: { id } });
const audited = (subjectId: string, action = "restored") => clinic.owner.auditEvent.count({ where: { subjectId, action, patientId } });
const asked = (revision = 2) => ({ key: randomUUID(), revision, reason: "It was this patient's after all" });
const scored = async () => (await records.openChart(ada, patientId))?.assessments.map(({ id }) => id);
const factsWrong = () => records.inPlainScope(ada, (tx) => records.compareFacts(tx, ada.organisation, patientId));

async function voided(by: Viewer = ada): Promise<string> {
  const id = randomUUID();
  await records.saveAssessment(by, id, form(patientId, 3));
  await records.voidAssessment(by, id, { key: randomUUID(), revision: 1, reason: "Wrong patient" });
  return id;
}

describe("restoring a voided form", () => {
  it("lets it count again as it stood; its history keeps all three, and there is one line of the trail", async () => {
    const id = await voided();
    expect(await scored()).toEqual([]);
    const sent = asked();
    expect(await records.restoreAssessment(ada, id, sent)).toEqual({ patientId, safety: null });
    expect(await records.restoreAssessment(ada, id, sent)).toEqual({ patientId, safety: null });
    expect(await stored(id)).toMatchObject({
      total: 60, ratings: Array(20).fill(3), voidedAt: null, revision: 3,
      revisions: [{ act: "entered", total: 60 }, { act: "voided", reason: "Wrong patient" }, { act: "restored", reason: "It was this patient's after all", total: 60, byId: ada.userId }],
    });
    expect(await scored()).toEqual([id]);
    expect(await factsWrong()).toEqual([]);
    expect(await audited(id)).toBe(1);
  });

  it("can be voided, restored and corrected again, each by a revision", async () => {
    const id = await voided();
    await records.restoreAssessment(ada, id, asked());
    await records.voidAssessment(ada, id, { key: randomUUID(), revision: 3, reason: "No, another's" });
    await records.restoreAssessment(ada, id, asked(4));
    const { patientId: _, ...answers } = form(patientId, 1);
    void _;
    await records.correctAssessment(ada, id, { ...answers, revision: 5, reason: "Misread" });
    expect((await stored(id)).revisions.map(({ act }) => act)).toEqual(["entered", "voided", "restored", "voided", "restored", "corrected"]);
  });

  it("is refused of an older version, of a form that counts, and to all but one of several at once", async () => {
    const id = await voided();
    await expect(records.restoreAssessment(ada, id, asked(1))).rejects.toBeInstanceOf(problems.Stale);
    const results = await Promise.allSettled([asked(), asked(), asked()].map((one) => records.restoreAssessment(ada, id, one)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const lost = results.filter((result): result is PromiseRejectedResult => result.status === "rejected");
    expect(lost.every(({ reason }) => reason instanceof problems.Stale)).toBe(true);
    await expect(records.restoreAssessment(ada, id, asked(3))).rejects.toBeInstanceOf(problems.Stale);
    expect(await audited(id)).toBe(1);
  });

  it("is refused where another form of the same measure, period and time stands in its place", async () => {
    const id = await voided();
    const instead = randomUUID();
    await records.saveAssessment(ada, instead, form(patientId, 1));
    await expect(records.restoreAssessment(ada, id, asked())).rejects.toThrow(/stands in its place/);
    expect(await scored()).toEqual([instead]);
    await records.voidAssessment(ada, instead, { key: randomUUID(), revision: 1, reason: "The first was right" });
    await records.restoreAssessment(ada, id, asked());
    expect(await scored()).toEqual([id]);
  });

  it("takes who confirmed just now who they are", async () => {
    const id = await voided();
    await expect(records.restoreAssessment({ ...ada, fresh: false }, id, asked())).rejects.toBeInstanceOf(problems.NotFresh);
    expect(await stored(id)).toMatchObject({ revision: 2, voidedAt: expect.any(Date) });
  });

  it("is not an assistant's, though they entered and voided it themselves, nor another team's: nothing here, fresh or not", async () => {
    const id = await voided({ ...assistant, organisation: ada.organisation });
    for (const viewer of [assistant, clinic.ben, { ...clinic.ben, fresh: false }]) await expect(records.restoreAssessment(viewer, id, asked())).rejects.toBeInstanceOf(problems.NotHere);
    expect(await stored(id)).toMatchObject({ revision: 2 });
    expect(await clinic.owner.auditEvent.count({ where: { subjectId: id, action: "denied" } })).toBe(3);
  });

  it("leaves a safety prompt as voiding left it: open until somebody says what was done, and not asked twice", async () => {
    const id = randomUUID();
    const positive = formOf(patientId, phq9, { ratings: [0, 0, 0, 0, 0, 0, 0, 0, 2, null] });
    const { safety } = await records.saveAssessment(ada, id, positive);
    await records.voidAssessment(ada, id, { key: randomUUID(), revision: 1, reason: "Wrong patient" });
    expect(await records.restoreAssessment(ada, id, asked())).toEqual({ patientId, safety });
    await records.acknowledgePrompt(ada, safety?.promptId ?? "", { done: "Spoke with the patient" });
    await records.voidAssessment(ada, id, { key: randomUUID(), revision: 3, reason: "Wrong patient" });
    expect(await records.restoreAssessment(ada, id, asked(4))).toEqual({ patientId, safety: null });
    expect(await clinic.owner.safetyPrompt.count({ where: { patientId } })).toBe(1);
  });
});

describe("the database by itself", () => {
  const sealed = `'sealed.00000000.${"A".repeat(40)}'`;
  const restore = "UPDATE assessment SET voided_at = NULL, revision = revision + 1 WHERE id = $1";
  const revision = (act = "restored") =>
    `INSERT INTO assessment_revision (assessment_id, number, organisation_id, patient_id, measure, act, reason, session_id, recall, answered_at, mode, ratings, total, key, by_id)
     SELECT id, 3, organisation_id, patient_id, measure, '${act}', ${sealed}, session_id, recall, answered_at, mode, ratings, total, gen_random_uuid(), app_user_id() FROM assessment WHERE id = $1`;
  const line = "INSERT INTO audit_event (organisation_id, user_id, action, patient_id, subject, subject_id) SELECT organisation_id, app_user_id(), 'restored', patient_id, 'assessment', id FROM assessment WHERE id = $1";

  /** As the application's role, to the end of the transaction. */
  async function committed(viewer: Viewer, id: string, ...statements: string[]): Promise<void> {
    const client = await clinic.app.pool.connect();
    try {
      await client.query("BEGIN");
      await client.query("SELECT set_config('app.user_id', $1, true)", [viewer.userId]);
      for (const sql of statements) await client.query(sql, [id]);
      await client.query("COMMIT");
    } finally {
      await client.query("ROLLBACK");
      client.release();
    }
  }

  it("lets a clinician of the team restore with a revision and a line", async () => {
    const id = await voided();
    await committed(ada, id, restore, revision(), line);
    expect(await row(id)).toMatchObject({ voidedAt: null, revision: 3 });
  });

  it.each([
    ["without a revision", [restore, line], /by a revision that says so/],
    ["by a revision that says something else", [restore, revision("corrected"), line], /by a revision that says so/],
    ["without a line of the trail", [restore, revision()], /with a line of the trail/],
    ["and changed with it", ["UPDATE assessment SET voided_at = NULL, revision = revision + 1, mode = 'device' WHERE id = $1", revision(), line], /as it stood/],
    ["without a version", ["UPDATE assessment SET voided_at = NULL WHERE id = $1", line], /as it stood/],
  ])("refuses one restored %s", async (_, statements, message) => {
    const id = await voided();
    await expect(committed(ada, id, ...statements)).rejects.toThrow(message);
    expect(await stored(id)).toMatchObject({ revision: 2, voidedAt: expect.any(Date) });
  });

  it("refuses a voided form that is changed, and a revision that says restored of one that was not", async () => {
    const id = await voided();
    await expect(committed(ada, id, "UPDATE assessment SET mode = 'device' WHERE id = $1")).rejects.toThrow(/only restored/);
    await expect(committed(ada, id, revision())).rejects.toThrow(/only a voided form is restored/);
    await expect(clinic.owner.$executeRawUnsafe(`UPDATE assessment SET mode = 'device' WHERE id = '${id}'`)).rejects.toThrow(/only restored/);
  });

  it("refuses an assistant, of a form of their own too", async () => {
    const id = await voided({ ...assistant, organisation: ada.organisation });
    await expect(committed(assistant, id, restore)).rejects.toThrow(/those who treat/);
    await expect(committed(assistant, id, revision())).rejects.toThrow(/row-level security/);
  });
});
