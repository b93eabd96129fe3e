// What the database and the clocks do to a record, made on purpose: transactions that lock each other out, and a process whose
// clock is wrong.
import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { form, named, openClinic, type Clinic } from "./clinic.fixture";
import type * as assessmentsModule from "./assessments";
import type * as scopeModule from "./scope";

let clinic: Clinic;
let records: typeof assessmentsModule;
let scope: typeof scopeModule;
let patients: string[];

beforeAll(async () => {
  clinic = await openClinic();
  [records, scope] = [await import("./assessments"), await import("./scope")];
  const { savePatient } = await import("./patients");
  patients = [randomUUID(), randomUUID()];
  for (const [index, id] of patients.entries()) await savePatient(clinic.ada, id, named(`F-${index}`));
});
afterAll(() => clinic.close());
afterEach(() => vi.useRealTimers());

describe("two transactions that wait for each other", () => {
  /** Both hold one patient before either asks for the other's; on a second try nobody is waited for. */
  function meeting() {
    let [here, tell] = [0, () => {}];
    const both = new Promise<void>((resolve) => (tell = resolve));
    return async () => {
      here += 1;
      if (here >= 2) tell();
      await both;
    };
  }

  it.each([
    ["of the models", async (tx: scopeModule.Tx, id: string, by: string) => void (await tx.patient.updateMany({ where: { id }, data: { pronouns: by } }))],
    ["of raw statements", async (tx: scopeModule.Tx, id: string, by: string) => void (await tx.$executeRaw`UPDATE patient SET pronouns = ${by} WHERE id = ${id}::uuid`)],
  ])("%s both get done: the one that lost is done again", async (_, write) => {
    const met = meeting();
    let tries = 0;
    const both = (order: string[], by: string) =>
      scope.inScope(clinic.ada, async (tx) => {
        tries += 1;
        await write(tx, order[0] ?? "", by);
        await met();
        await write(tx, order[1] ?? "", by);
      });
    await Promise.all([both(patients, "one"), both(patients.toReversed(), "other")]);
    // One of them lost once; on a busy machine it may lose again.
    expect(tries).toBeGreaterThanOrEqual(3);
    const stored = await clinic.owner.patient.findMany({ where: { id: { in: patients } }, select: { pronouns: true } });
    expect([["one", "one"], ["other", "other"]]).toContainEqual(stored.map((each) => each.pronouns));
  });
});

describe("a process whose clock is wrong", () => {
  const now = () => new Date().toLocaleString("sv-SE", { timeZone: "America/New_York" }).slice(0, 16).replace(" ", "T");
  const wrongBy = (ms: number) => vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + ms });
  const day = 86_400_000;

  it.each([-day, -300_000, 300_000, day])("by %i ms takes what was answered just now, at the time it was", async (ms) => {
    const [id, answeredAt, real] = [randomUUID(), now(), Date.now()];
    wrongBy(ms);
    await records.saveAssessment(clinic.ada, id, form(patients[0] ?? "", 1, { answeredAt, allow: ["same-day"] }));
    vi.useRealTimers();
    const stored = await clinic.owner.assessment.findUniqueOrThrow({ where: { id } });
    expect(real - stored.answeredAt.getTime()).toBeLessThan(2 * 60_000);
    expect(Math.abs(stored.createdAt.getTime() - real)).toBeLessThan(60_000);
  });

  it("by a day does not take tomorrow's", async () => {
    const tomorrow = new Date(Date.now() + day).toISOString().slice(0, 16);
    wrongBy(2 * day);
    await expect(records.saveAssessment(clinic.ada, randomUUID(), form(patients[1] ?? "", 1, { answeredAt: tomorrow }))).rejects.toMatchObject({ fields: { answeredAt: expect.stringContaining("not in the future") } });
  });
});
