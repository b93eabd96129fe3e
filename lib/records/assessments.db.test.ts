import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { form, named, openClinic, type Clinic } from "./clinic.fixture";

let clinic: Clinic;
let records: typeof import("./assessments") & typeof import("./drafts") & typeof import("./patients") & typeof import("./chart");
let problems: typeof import("./problems");
let patientId: string;

beforeAll(async () => {
  clinic = await openClinic();
  problems = await import("./problems");
  records = { ...(await import("./assessments")), ...(await import("./drafts")), ...(await import("./patients")), ...(await import("./chart")) };
});
afterAll(() => clinic.close());
beforeEach(async () => {
  patientId = randomUUID();
  await records.savePatient(clinic.ada, patientId, named(randomUUID()));
});

const stored = (id: string) => clinic.owner.assessment.findUnique({ where: { id }, include: { revisions: { orderBy: { number: "asc" } } } });
const audited = (where: { subjectId?: string; action?: string; patientId?: string }) => clinic.owner.auditEvent.count({ where });

describe("saving a form", () => {
  it("stores the ratings, the total and one audit line; zero is an answer", async () => {
    const id = randomUUID();
    expect(await records.saveAssessment(clinic.ada, id, form(patientId, 0))).toEqual({ created: true, patientId, safety: null });
    expect(await stored(id)).toMatchObject({ total: 0, ratings: Array(20).fill(0), revision: 1, revisions: [{ number: 1, act: "entered" }] });
    expect(await audited({ subjectId: id, action: "recorded" })).toBe(1);
  });

  it("stores one, however often and however concurrently it is sent", async () => {
    const id = randomUUID();
    const sent = form(patientId, 3);
    const answers = await Promise.all(Array.from({ length: 8 }, () => records.saveAssessment(clinic.ada, id, sent)));
    expect(answers.filter(({ created }) => created)).toHaveLength(1);
    expect((await stored(id))?.revisions).toHaveLength(1);
    expect(await audited({ subjectId: id, action: "recorded" })).toBe(1);
  });

  it("does not take another form for the same one", async () => {
    const id = randomUUID();
    await records.saveAssessment(clinic.ada, id, form(patientId, 3));
    await expect(records.saveAssessment(clinic.ada, id, form(patientId, 1, { allow: ["same-day"] }))).rejects.toBeInstanceOf(problems.Stale);
    expect((await stored(id))?.total).toBe(60);
  });

  it("asks before keeping an incomplete form, names the missing items and never scores it", async () => {
    const id = randomUUID();
    const sent = form(patientId, 4);
    sent.ratings[3] = null;
    sent.ratings[18] = null;
    await expect(records.saveAssessment(clinic.ada, id, sent)).rejects.toMatchObject({ ask: "incomplete", detail: { missing: [4, 19] } });
    await records.saveAssessment(clinic.ada, id, { ...sent, allow: ["incomplete"] });
    expect(await stored(id)).toMatchObject({ total: null });
  });

  it("asks before a second form for the same window and day, not for another window", async () => {
    await records.saveAssessment(clinic.ada, randomUUID(), form(patientId, 2));
    await expect(records.saveAssessment(clinic.ada, randomUUID(), form(patientId, 1))).rejects.toMatchObject({ ask: "same-day", detail: { existing: [{ total: 40 }] } });
    await records.saveAssessment(clinic.ada, randomUUID(), form(patientId, 1, { recall: "month" }));
    await records.saveAssessment(clinic.ada, randomUUID(), form(patientId, 1, { allow: ["same-day"] }));
    expect(await clinic.owner.assessment.count({ where: { patientId } })).toBe(3);
  });

  it.each([
    ["a future time", { answeredAt: "2099-01-01T10:00" }, "answeredAt"],
    ["a time the clocks skipped", { answeredAt: "2026-03-08T02:30" }, "answeredAt"],
    ["a time before the birth", { answeredAt: "1950-01-01T10:00" }, "answeredAt"],
    ["a rating of 5", { ratings: [5, ...Array<number>(19).fill(0)] }, "ratings.0"],
    ["twenty-one ratings", { ratings: Array<number>(21).fill(0) }, "ratings.20"],
    ["a form without an answer, even where incomplete ones are allowed", { ratings: Array<null>(20).fill(null), allow: ["incomplete"] }, "ratings"],
    ["an empty list of answers", { ratings: [], allow: ["incomplete"] }, "ratings"],
    ["a form not offered", { recall: "year" as const }, "recall"],
    ["a session of nobody", { sessionId: randomUUID() }, "sessionId"],
  ])("refuses %s", async (_, wrong, field) => {
    const id = randomUUID();
    await expect(records.saveAssessment(clinic.ada, id, form(patientId, 1, wrong))).rejects.toMatchObject({ fields: { [field]: expect.any(String) } });
    expect(await stored(id)).toBeNull();
  });

  it("takes the draft's place", async () => {
    const id = randomUUID();
    const { key, allow, ...draft } = form(patientId, null);
    await records.saveDraft(clinic.ada, id, { ...draft, step: 1 });
    await records.saveAssessment(clinic.ada, id, { ...form(patientId, 2), key, allow });
    expect(await clinic.owner.draft.count({ where: { id } })).toBe(0);
    await expect(records.saveDraft(clinic.ada, id, { ...draft, step: 2 })).rejects.toBeInstanceOf(problems.Stale);
  });

  it.each(["that had a draft", "that had none"])("is saved and leaves no draft, whatever of it is still on its way: a form %s", async (before) => {
    for (let round = 0; round < 25; round += 1) {
      const [id, sent] = [randomUUID(), form(patientId, 2, { allow: ["same-day"] })];
      const { key: _, allow: __, ...draft } = sent;
      if (before === "that had a draft") await records.saveDraft(clinic.ada, id, { ...draft, step: 1 });
      const late = [2, 3, 4].map((step) => records.saveDraft(clinic.ada, id, { ...draft, step }));
      await Promise.all([records.saveAssessment(clinic.ada, id, sent), Promise.allSettled(late)]);
      expect([await clinic.owner.draft.count({ where: { id } }), await clinic.owner.assessment.count({ where: { id } })]).toEqual([0, 1]);
    }
  });
});

describe("correcting and voiding", () => {
  async function saved() {
    const id = randomUUID();
    await records.saveAssessment(clinic.ada, id, form(patientId, 3));
    return id;
  }
  const correction = (rating: number, revision = 1) => {
    const { patientId: _, ...answers } = form(patientId, rating);
    void _;
    return { ...answers, revision, reason: "Transcription error" };
  };

  it("keeps what was there, with who, when and why", async () => {
    const id = await saved();
    await records.correctAssessment(clinic.ada, id, correction(1));
    expect(await stored(id)).toMatchObject({
      total: 20,
      revision: 2,
      revisions: [{ number: 1, total: 60 }, { number: 2, total: 20, act: "corrected", reason: "Transcription error", byId: clinic.ada.userId }],
    });
  });

  it("lets one of two corrections of the same revision through, and the same one twice only once", async () => {
    const id = await saved();
    const sent = [correction(1), correction(2)];
    const results = await Promise.allSettled([...sent, ...sent].map((one) => records.correctAssessment(clinic.ada, id, one)));
    expect((await stored(id))?.revisions).toHaveLength(2);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
    const lost = results.filter((result): result is PromiseRejectedResult => result.status === "rejected");
    expect(lost.every(({ reason }) => reason instanceof problems.Stale)).toBe(true);
  });

  it("voids by marking; the chart no longer shows it, the row and its values stay", async () => {
    const id = await saved();
    await records.voidAssessment(clinic.ada, id, { key: randomUUID(), revision: 1, reason: "Wrong patient" });
    expect(await stored(id)).toMatchObject({ total: 60, voidedAt: expect.any(Date), revisions: [{ act: "entered" }, { act: "voided", reason: "Wrong patient" }] });
    expect((await records.openChart(clinic.ada, patientId))?.assessments).toEqual([]);
    await expect(records.correctAssessment(clinic.ada, id, correction(1, 2))).rejects.toBeInstanceOf(problems.Stale);
  });
});

describe("drafts", () => {
  const draft = (step: number, rating: number | null = null) => {
    const { key, allow, ...rest } = form(patientId, rating);
    void [key, allow];
    return { ...rest, step };
  };

  it("keep the newest state when an older one arrives late", async () => {
    const id = randomUUID();
    await records.saveDraft(clinic.ada, id, draft(5, 4));
    await records.saveDraft(clinic.ada, id, draft(3, 1));
    expect(await clinic.owner.draft.findUnique({ where: { id } })).toMatchObject({ step: 5, ratings: Array(20).fill(4) });
  });

  it("of one step and different answers: the first stays, and the other is told; the same sent again is kept", async () => {
    const id = randomUUID();
    expect(await records.saveDraft(clinic.ada, id, draft(5, 4))).toMatchObject({ step: 5, kept: true });
    expect(await records.saveDraft(clinic.ada, id, draft(5, 1))).toMatchObject({ step: 5, kept: false });
    expect(await records.saveDraft(clinic.ada, id, draft(5, 4))).toMatchObject({ step: 5, kept: true });
    expect(await clinic.owner.draft.findUnique({ where: { id } })).toMatchObject({ step: 5, ratings: Array(20).fill(4) });
    expect(await records.saveDraft(clinic.ada, id, draft(6, 1))).toMatchObject({ step: 6, kept: true });
  });

  it("are one to a patient and person; the chart says how far it is", async () => {
    const first = draft(1);
    first.ratings[0] = 0;
    await records.saveDraft(clinic.ada, randomUUID(), first);
    await expect(records.saveDraft(clinic.ada, randomUUID(), draft(1))).rejects.toBeInstanceOf(problems.Stale);
    expect((await records.openChart(clinic.ada, patientId))?.drafts).toMatchObject([{ measure: "pcl-5", answered: 1, of: 20 }]);
  });
});
