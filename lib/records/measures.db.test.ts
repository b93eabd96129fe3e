import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { auditC } from "@/lib/measures/audit-c/definition";
import { caps5 } from "@/lib/measures/caps-5/definition";
import { gad7 } from "@/lib/measures/gad-7/definition";
import { optionsOf, type Measure } from "@/lib/measures/measure";
import { measures } from "@/lib/measures/measures";
import { pcPtsd5 } from "@/lib/measures/pc-ptsd-5/definition";
import { pcl5 } from "@/lib/measures/pcl-5/definition";
import { phq9 } from "@/lib/measures/phq-9/definition";
import type { AssessmentSave } from "@/lib/schemas/assessment";
import { formOf, named, openClinic, recording, type Clinic } from "./clinic.fixture";

let clinic: Clinic;
let ada: Viewer;
let records: typeof import("./assessments") & typeof import("./drafts") & typeof import("./patients") & typeof import("./chart") & typeof import("./forms");
let patientId: string;

beforeAll(async () => {
  clinic = await openClinic();
  ada = recording(clinic.ada, measures.map(({ id }) => id));
  records = { ...(await import("./assessments")), ...(await import("./drafts")), ...(await import("./patients")), ...(await import("./chart")), ...(await import("./forms")) };
});
afterAll(() => clinic.close());
beforeEach(async () => {
  patientId = randomUUID();
  await records.savePatient(ada, patientId, named(patientId));
});

/** Every item answered with the lowest or the highest option that counts; where a total is entered, that end of its range. */
function atThe(end: "min" | "max", measure: Measure): { ratings?: number[]; total?: number } {
  if (measure.entry !== "items") return { total: measure.range[end] };
  return { ratings: measure.items.map((item) => Math[end](...optionsOf(measure, item).filter(({ uncounted }) => uncounted !== true).map(({ value }) => value))) };
}

const save = (sent: AssessmentSave, id: string = randomUUID()) => records.saveAssessment(ada, id, sent).then(() => clinic.owner.assessment.findUniqueOrThrow({ where: { id } }));
const draftOf = ({ key, allow, ...rest }: AssessmentSave, step: number) => {
  void [key, allow];
  return { ...rest, step };
};

describe.each(measures.map((measure) => [measure.short, measure] as const))("a %s", (_, measure) => {
  it("is saved from one end of its published range to the other", async () => {
    expect((await save(formOf(patientId, measure, atThe("min", measure)))).total).toBe(measure.range.min);
    expect((await save(formOf(patientId, measure, atThe("max", measure), { allow: ["same-day"] }))).total).toBe(measure.range.max);
    const chart = await records.openChart(ada, patientId);
    expect(chart?.assessments.map((form) => [form.measure, form.total])).toEqual([[measure.id, measure.range.min], [measure.id, measure.range.max]]);
  });

  it("is kept half filled, and its draft is as it was left", async () => {
    const id = randomUUID();
    const half = measure.entry === "items" ? { ratings: measure.items.map((__, index) => (index === 0 ? 1 : null)) } : { total: 1 };
    await records.saveDraft(ada, id, draftOf(formOf(patientId, measure, half), 1));
    expect((await records.openForm(ada, patientId, measure.id))?.draft).toMatchObject({ id, ratings: half.ratings ?? [], total: half.total ?? null });
    const needed = measure.items.filter(({ optional }) => optional !== true).length;
    expect((await records.openChart(ada, patientId))?.drafts).toEqual([{ id, measure: measure.id, answered: 1, of: Math.max(needed, 1) }]);
  });

  it("is refused with an answer it does not offer, and the answer named", async () => {
    const wrong = measure.entry === "items" ? { ratings: atThe("min", measure).ratings?.with(0, 9) } : { total: measure.range.max + 1 };
    await expect(save(formOf(patientId, measure, wrong as object))).rejects.toMatchObject({ fields: { [measure.entry === "items" ? "ratings.0" : "total"]: expect.any(String) } });
  });
});

describe("what each kind of measure asks for", () => {
  it("names the place of a gate and of an item after it", async () => {
    await expect(save(formOf(patientId, pcPtsd5, { ratings: [2, 0, 0, 0, 0, 0] }))).rejects.toMatchObject({ fields: { "ratings.0": "First question: 2 is outside 0 to 1" } });
    await expect(save(formOf(patientId, pcPtsd5, { ratings: [1, 5, 0, 0, 0, 0] }))).rejects.toMatchObject({ fields: { "ratings.1": "Item 1: 5 is outside 0 to 1" } });
    await expect(save(formOf(patientId, pcPtsd5, { ratings: [1, 0, 0, 0, 0, 0, 0] }))).rejects.toMatchObject({ fields: { "ratings.6": expect.any(String) } });
  });

  it("asks nothing where the items left blank were rightly not asked", async () => {
    expect((await save(formOf(patientId, pcPtsd5, { ratings: [0, null, null, null, null, null] }))).total).toBe(0);
    expect((await save(formOf(patientId, auditC, { ratings: [0, null, null] }))).total).toBe(0);
  });

  it("says that a published rule scores an incomplete form all the same, and lets it", async () => {
    // Eight ones of nine items: 8 × 9 / 8 = 9 (the PHQ-9's rule in phq-9/definition.ts).
    const sent = formOf(patientId, phq9, { ratings: [1, 1, null, 1, 1, 1, 1, 1, 1, null] });
    await expect(save(sent)).rejects.toMatchObject({ ask: "incomplete", message: expect.stringContaining("by its published rule"), detail: { missing: [3], scored: true } });
    expect((await save({ ...sent, allow: ["incomplete"] })).total).toBe(9);
  });

  it("does not score what no rule covers", async () => {
    const sent = formOf(patientId, gad7, { ratings: [3, 3, 3, 3, 3, 3, null] });
    await expect(save(sent)).rejects.toMatchObject({ ask: "incomplete", detail: { missing: [7], scored: false } });
    expect((await save({ ...sent, allow: ["incomplete"] })).total).toBeNull();
  });

  it("takes a total only where the total is what is entered", async () => {
    expect(await save(formOf(patientId, caps5, { total: 41 }))).toMatchObject({ total: 41, ratings: [] });
    await expect(save(formOf(patientId, pcl5, { ratings: Array<number>(20).fill(1), total: 3 }))).rejects.toMatchObject({ fields: { total: "The total of the PCL-5 is worked out from its items" } });
    await expect(save(formOf(patientId, caps5, { total: 41, ratings: [1] }))).rejects.toMatchObject({ fields: { ratings: "The CAPS-5 is entered without its items" } });
    for (const total of [null, 81]) {
      await expect(save(formOf(patientId, caps5, { total }))).rejects.toMatchObject({ fields: { total: "Enter a whole number from 0 to 80" } });
    }
  });

  it("asks about a second form of the same measure and window of a day, and of no other", async () => {
    await save(formOf(patientId, caps5, { total: 41 }, { recall: "month" }));
    await save(formOf(patientId, caps5, { total: 30 }, { recall: "week" }));
    await save(formOf(patientId, gad7, { ratings: [0, 0, 0, 0, 0, 0, 0] }));
    await expect(save(formOf(patientId, caps5, { total: 40 }, { recall: "week" }))).rejects.toMatchObject({ ask: "same-day", detail: { existing: [{ total: 30 }] } });
  });

  it("keeps what an entered total was before it was corrected", async () => {
    const id = randomUUID();
    const { patientId: _, ...answers } = formOf(patientId, caps5, { total: 41 });
    void _;
    await save({ ...answers, patientId }, id);
    await records.correctAssessment(ada, id, { ...answers, total: 14, key: randomUUID(), revision: 1, reason: "Digits swapped" });
    expect(await clinic.owner.assessmentRevision.findMany({ where: { assessmentId: id }, orderBy: { number: "asc" }, select: { measure: true, total: true } })).toEqual([
      { measure: "caps-5", total: 41 },
      { measure: "caps-5", total: 14 },
    ]);
  });
});

describe("a measure that is switched off", () => {
  it("takes no new form and no new draft; what was begun is finished and corrected", async () => {
    const sent = formOf(patientId, gad7, { ratings: [1, 1, 1, 1, 1, 1, 1] });
    const [begun, fresh] = [randomUUID(), randomUUID()];
    await records.saveDraft(ada, begun, draftOf(sent, 1));
    const refused = { fields: { measure: "The GAD-7 is not recorded in this clinic. An administrator can switch it on." } };
    await expect(records.saveAssessment(clinic.ada, fresh, sent)).rejects.toMatchObject(refused);
    await expect(records.saveDraft(clinic.ada, fresh, draftOf({ ...formOf(patientId, caps5, { total: 4 }) }, 1))).rejects.toMatchObject({ fields: { measure: expect.any(String) } });
    await records.saveDraft(clinic.ada, begun, draftOf(sent, 2));
    await records.saveAssessment(clinic.ada, begun, sent);
    const { patientId: _, ...answers } = sent;
    void _;
    await records.correctAssessment(clinic.ada, begun, { ...answers, ratings: [0, 0, 0, 0, 0, 0, 0], key: randomUUID(), revision: 1, reason: "Read wrongly" });
    expect(await clinic.owner.assessment.findUnique({ where: { id: begun } })).toMatchObject({ total: 0, revision: 2 });
  });
});
