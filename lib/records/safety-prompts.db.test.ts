import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { cSsrs } from "@/lib/measures/c-ssrs/definition";
import { phq9 } from "@/lib/measures/phq-9/definition";
import { formOf, named, openClinic, recording, type Clinic } from "./clinic.fixture";

let clinic: Clinic;
let ada: Viewer;
let records: typeof import("./assessments") & typeof import("./drafts") & typeof import("./patients") & typeof import("./chart") & typeof import("./caseload-records") & typeof import("./scope") & typeof import("./safety-prompts");
let problems: typeof import("./problems");
let patientId: string;

beforeAll(async () => {
  clinic = await openClinic();
  ada = recording(clinic.ada, ["pcl-5", "phq-9", "c-ssrs"]);
  problems = await import("./problems");
  records = {
    ...(await import("./assessments")), ...(await import("./drafts")), ...(await import("./patients")), ...(await import("./chart")), ...(await import("./caseload-records")), ...(await import("./scope")), ...(await import("./safety-prompts")),
  };
});
afterAll(() => clinic.close());
beforeEach(async () => {
  patientId = randomUUID();
  await records.savePatient(ada, patientId, named(patientId));
});

/** A PHQ-9 with this answer to item 9 and 0 to the rest. */
const phq = (ninth: number | null) => formOf(patientId, phq9, { ratings: [0, 0, 0, 0, 0, 0, 0, 0, ninth, null] });
const draft = (id: string, ninth: number | null, step: number) => {
  const { key, allow, ...rest } = phq(ninth);
  void [key, allow];
  return records.saveDraft(ada, id, { ...rest, step });
};
const correct = (id: string, ninth: number, revision: number) => {
  const { patientId: _, ...rest } = phq(ninth);
  void _;
  return records.correctAssessment(ada, id, { ...rest, revision, reason: "Read wrongly" });
};
const prompts = () => clinic.owner.safetyPrompt.findMany({ where: { patientId }, orderBy: { raisedAt: "asc" } });
const audited = (action: string) => clinic.owner.auditEvent.count({ where: { patientId, action, subject: "safety_prompt" } });
const open = async () => (await records.inPlainScope(ada, (tx) => records.readRecords(tx, ada, [patientId])))[0]?.openPrompts.length;

describe("a positive answer", () => {
  it("raises a prompt while the form is still a draft, one for the form, at its highest answer", async () => {
    const id = randomUUID();
    expect((await draft(id, 0, 1)).safety).toBeNull();
    const { safety } = await draft(id, 1, 2);
    expect((await draft(id, 3, 3)).safety).toEqual(safety);
    expect((await draft(id, 0, 4)).safety).toEqual(safety);
    expect((await records.saveAssessment(ada, id, phq(0))).safety).toEqual(safety);
    expect(await prompts()).toMatchObject([{ id: safety?.promptId, formId: id, measure: "phq-9", value: 3, raisedById: ada.userId, acknowledgedAt: null }]);
    expect(await audited("prompted")).toBe(2);
  });

  it("raises one, however often and however concurrently the form is sent", async () => {
    const id = randomUUID();
    const sent = phq(2);
    const answers = await Promise.all(Array.from({ length: 6 }, () => records.saveAssessment(ada, id, sent)));
    const raised = await prompts();
    expect(raised).toHaveLength(1);
    expect(answers.map(({ safety }) => safety?.promptId)).toEqual(Array(6).fill(raised[0]?.id));
    expect(await audited("prompted")).toBe(1);
  });

  it("is any screener result but negative", async () => {
    const results = [0, 1].map((total) => formOf(patientId, cSsrs, { total }, { allow: ["same-day"] }));
    const answers = [];
    for (const sent of results) answers.push(await records.saveAssessment(ada, randomUUID(), sent));
    expect(answers.map(({ safety }) => safety)).toEqual([null, { promptId: expect.any(String) }]);
  });

  it("found by a correction raises one too; blank and 0 raise none", async () => {
    const id = randomUUID();
    await records.saveAssessment(ada, id, { ...phq(null), allow: ["incomplete"] });
    expect(await open()).toBe(0);
    expect((await correct(id, 0, 1)).safety).toBeNull();
    expect((await correct(id, 1, 2)).safety).not.toBeNull();
    expect(await open()).toBe(1);
  });
});

describe("a prompt", () => {
  async function raised(ninth: number): Promise<{ formId: string; promptId: string }> {
    const formId = randomUUID();
    const { safety } = await records.saveAssessment(ada, formId, phq(ninth));
    return { formId, promptId: safety?.promptId ?? "" };
  }

  it("stays on the caseload, though its form is voided, until somebody says what was done", async () => {
    const { formId, promptId } = await raised(2);
    await records.voidAssessment(ada, formId, { key: randomUUID(), revision: 1, reason: "Wrong patient" });
    expect(await open()).toBe(1);
    await records.acknowledgePrompt(ada, promptId, { done: "Asked on the phone; safety plan renewed" });
    expect(await open()).toBe(0);
    expect((await records.openChart(ada, patientId))?.prompts).toMatchObject([
      { id: promptId, formId, value: 2, raisedBy: "Ada", raisedAt: expect.any(Date), acknowledgedBy: "Ada", acknowledgedAt: expect.any(Date), done: "Asked on the phone; safety plan renewed" },
    ]);
  });

  it("keeps the words of who came first; the same words again change nothing", async () => {
    const { promptId } = await raised(1);
    await records.acknowledgePrompt(ada, promptId, { done: "Asked; no plan, no intent" });
    const before = await prompts();
    await records.acknowledgePrompt(ada, promptId, { done: "Asked; no plan, no intent" });
    await expect(records.acknowledgePrompt(ada, promptId, { done: "Called" })).rejects.toBeInstanceOf(problems.Stale);
    expect(await prompts()).toEqual(before);
    expect(await audited("acknowledged")).toBe(1);
  });

  it("is followed by another only where a later answer is higher than what was acknowledged", async () => {
    const { formId, promptId } = await raised(1);
    await records.acknowledgePrompt(ada, promptId, { done: "Marked by mistake" });
    expect((await correct(formId, 1, 1)).safety).toBeNull();
    const { safety } = await correct(formId, 3, 2);
    expect(safety?.promptId).not.toBe(promptId);
    expect(await prompts()).toMatchObject([{ id: promptId, value: 1, done: "Marked by mistake" }, { id: safety?.promptId, value: 3, done: null }]);
  });
});
