import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { caseloadAsk } from "@/lib/schemas/caseload";
import { courseRecords, dayAgo, form, named, openClinic, ratingsOf, type Clinic } from "./clinic.fixture";

let clinic: Clinic;
let records: typeof import("./assessments") & typeof import("./baselines") & typeof import("./caseload") & typeof import("./chart") & Awaited<ReturnType<typeof courseRecords>> & typeof import("./patients");
let problems: typeof import("./problems");
let patientId: string;
let courseId: string;

beforeAll(async () => {
  clinic = await openClinic();
  problems = await import("./problems");
  records = { ...(await import("./assessments")), ...(await import("./baselines")), ...(await import("./caseload")), ...(await import("./chart")), ...(await courseRecords()), ...(await import("./patients")) };
});
afterAll(() => clinic.close());
beforeEach(async () => {
  [patientId, courseId] = [randomUUID(), randomUUID()];
  await records.savePatient(clinic.ada, patientId, named(patientId));
  await records.startCourse(clinic.ada, courseId, { patientId, therapy: "pe", medicine: "none", route: "none", startDate: dayAgo(20), plannedWeeks: 4 });
});


async function scored(ago: number, total: number, more: Parameters<typeof form>[2] = {}): Promise<string> {
  const id = randomUUID();
  await records.saveAssessment(clinic.ada, id, form(patientId, 0, { answeredAt: `${dayAgo(ago)}T12:00`, ratings: ratingsOf(total), allow: ["incomplete"], ...more }));
  return id;
}
const choice = (assessmentId: string | null, more: object = {}) => ({ id: randomUUID(), measure: "pcl-5", recall: "week" as const, assessmentId, reason: "Moved house that week", ...more });
const change = async () => (await records.readCaseload(clinic.ada, caseloadAsk.parse({ query: patientId }))).rows[0]?.change;

describe("a chosen baseline", () => {
  it("is what the caseload counts from and the chart is told, with who, why and when, until it is taken back", async () => {
    await scored(15, 60);
    const second = await scored(8, 45);
    await scored(1, 40);
    expect(await change()).toMatchObject({ points: -20, since: "first" });
    await records.chooseBaseline(clinic.ada, courseId, choice(second));
    expect(await change()).toMatchObject({ points: -5, since: "chosen" });
    expect((await records.openChart(clinic.ada, patientId))?.baselines).toMatchObject([{ measure: "pcl-5", recall: "week", assessmentId: second, reason: "Moved house that week", by: "Ada", at: expect.any(Date) }]);
    await records.chooseBaseline(clinic.ada, courseId, choice(null));
    expect(await change()).toMatchObject({ points: -20, since: "first" });
    expect(await clinic.owner.baselineChoice.count({ where: { patientId } })).toBe(2);
  });

  it("no longer applies once its form is voided", async () => {
    await scored(15, 60);
    const second = await scored(8, 45);
    await scored(1, 40);
    await records.chooseBaseline(clinic.ada, courseId, choice(second));
    await records.voidAssessment(clinic.ada, second, { key: randomUUID(), revision: 1, reason: "Wrong patient" });
    expect(await change()).toMatchObject({ points: -20, since: "first" });
  });

  it("is made once, however often it is sent, and its id is no one else's", async () => {
    const sent = choice(await scored(8, 45));
    const answers = await Promise.all(Array.from({ length: 4 }, () => records.chooseBaseline(clinic.ada, courseId, sent)));
    expect(answers.filter(({ created }) => created)).toHaveLength(1);
    expect(await clinic.owner.auditEvent.count({ where: { action: "chosen", subjectId: sent.id } })).toBe(1);
    await expect(records.chooseBaseline(clinic.ada, courseId, { ...sent, reason: "Another" })).rejects.toBeInstanceOf(problems.Stale);
  });

  it("holds the same for everyone where two were made in the same millisecond", async () => {
    const forms = [await scored(15, 60), await scored(8, 45), await scored(1, 40)];
    const { organisationId } = await clinic.owner.course.findUniqueOrThrow({ where: { id: courseId } });
    const at = new Date();
    const ids = forms.map(() => randomUUID());
    await clinic.owner.baselineChoice.createMany({ data: forms.map((form, index) => ({ ...choice(form), id: ids[index]!, organisationId, patientId, courseId, at, byId: clinic.ada.userId })) });
    const last = ids.toSorted().at(-1);
    expect((await records.openChart(clinic.ada, patientId))?.baselines).toMatchObject([{ id: last, assessmentId: forms[ids.indexOf(last!)] }]);
  });

  it("is a scored form of that course, measure and recall window, not voided", async () => {
    const month = await scored(9, 30, { recall: "month" });
    const open = await scored(8, 0, { ratings: [null, ...Array<number>(19).fill(1)] });
    const voided = await scored(7, 30);
    await records.voidAssessment(clinic.ada, voided, { key: randomUUID(), revision: 1, reason: "Wrong patient" });
    for (const id of [month, open, voided, randomUUID()]) {
      await expect(records.chooseBaseline(clinic.ada, courseId, choice(id))).rejects.toMatchObject({ fields: { assessmentId: "Choose a scored PCL-5 (past week) of this course" } });
    }
    await expect(records.chooseBaseline(clinic.ada, courseId, choice(null, { measure: "pcl-c" }))).rejects.toBeInstanceOf(problems.Unfit);
    expect(await clinic.owner.baselineChoice.count({ where: { patientId } })).toBe(0);
  });
});
