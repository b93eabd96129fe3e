import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { caseloadAsk } from "@/lib/schemas/caseload";
import { courseRecords, dayAgo, form, named, openClinic, ratingsOf, type Clinic } from "./clinic.fixture";

let clinic: Clinic;
let readCaseload: typeof import("./caseload").readCaseload;

beforeAll(async () => {
  clinic = await openClinic();
  ({ readCaseload } = await import("./caseload"));
  const [patients, courses, assessments] = await Promise.all([import("./patients"), courseRecords(), import("./assessments")]);

  async function patient(recordNumber: string, name: [string, string], scores: [ago: number, total: number][]) {
    const patientId = randomUUID();
    const courseId = randomUUID();
    await patients.savePatient(clinic.ada, patientId, { ...named(recordNumber), familyName: name[0], givenName: name[1] });
    await courses.startCourse(clinic.ada, courseId, { patientId, therapy: "pe", medicine: "ketamine", route: "intravenous", startDate: dayAgo(14), plannedWeeks: 4 });
    const dose = randomUUID();
    await courses.addSessions(clinic.ada, courseId, { sessions: [{ id: dose, kind: "dose", at: `${dayAgo(14)}T12:00` }] });
    await courses.saveSession(clinic.ada, dose, { kind: "dose", at: `${dayAgo(14)}T12:00`, status: "done", version: 1 });
    for (const [ago, total] of scores) {
      await assessments.saveAssessment(clinic.ada, randomUUID(), form(patientId, 0, { answeredAt: `${dayAgo(ago)}T09:00`, ratings: ratingsOf(total) }));
    }
  }
  await patient("004-1", ["Rivera", "Alex"], [[15, 60], [7, 40], [1, 28]]);
  await patient("004-2", ["Okafor", "Chidi"], [[15, 50], [1, 65]]);
  await patient("004-3", ["de la Cruz", "Éva"], [[15, 0]]);
});
afterAll(() => clinic.close());

const ask = (given: object = {}) => readCaseload(clinic.ada, caseloadAsk.parse(given));
const namesOf = async (given: object) => (await ask(given)).rows.map(({ name }) => name);

describe("the caseload", () => {
  it("shows the latest score, its change and the verdict of the named rule", async () => {
    const { rows, counts } = await ask();
    expect(rows.map(({ name, latest, change }) => [name, latest?.total, change?.points ?? null, change?.verdict ?? null])).toEqual([
      ["de la Cruz, Éva", 0, null, null],
      ["Okafor, Chidi", 65, 15, "reliably-worse"],
      ["Rivera, Alex", 28, -32, "recovered"],
    ]);
    expect(counts).toMatchObject({ all: 3, attention: 1 });
  });

  it.each([
    [{ query: "riv" }, ["Rivera, Alex"]],
    [{ query: "alex riv" }, ["Rivera, Alex"]],
    [{ query: "cruz" }, ["de la Cruz, Éva"]],
    [{ query: "004-2" }, ["Okafor, Chidi"]],
    [{ query: "Okafro" }, ["Okafor, Chidi"]],
    [{ query: "alexx rivvera" }, ["Rivera, Alex"]],
    [{ query: "004-9" }, []],
    [{ query: "Lindqvist" }, []],
    [{ query: "%" }, []],
    [{ query: "'; drop table patient; --" }, []],
    [{ filter: "attention" }, ["Okafor, Chidi"]],
    [{ filter: "attention", reason: "worse" }, ["Okafor, Chidi"]],
    [{ filter: "attention", reason: "rise" }, []],
    [{ filter: "room" }, []],
    [{ query: "EVA" }, ["de la Cruz, Éva"]],
    [{ team: "00000000-0000-4000-8000-000000000000" }, []],
    [{ protocol: "No such" }, []],
    [{ sort: "latest", direction: "desc" }, ["Okafor, Chidi", "Rivera, Alex", "de la Cruz, Éva"]],
    [{ sort: "change", direction: "asc" }, ["Rivera, Alex", "Okafor, Chidi", "de la Cruz, Éva"]],
  ])("answers %j", async (given, expected) => {
    expect(await namesOf(given)).toEqual(expected);
  });

  it("goes on after a patient and back before one, wherever they stand", async () => {
    const { choosePatients } = await import("./caseload-choice");
    const { inPlainScope } = await import("./scope");
    const page = (given: object) => inPlainScope(clinic.ada, (tx) => choosePatients(tx, clinic.ada, caseloadAsk.parse(given), 2));
    for (const sort of ["name", "latest", "change", "due", "day"] as const) {
      const first = await page({ sort });
      const next = await page({ sort, after: first.ids.at(-1) });
      const back = await page({ sort, before: next.ids[0] });
      expect([first.ids.length, next.ids.length, first.ahead, next.ahead], sort).toEqual([2, 1, 0, 2]);
      expect(new Set([...first.ids, ...next.ids]).size, sort).toBe(3);
      expect([back.ids, back.ahead], sort).toEqual([first.ids, 0]);
    }
  });

  it("is chosen by the settings of now as soon as somebody looks", async () => {
    const { organisation } = clinic.ada;
    const settings = { ...organisation.settings, attention: { ...organisation.settings.attention, worse: { on: false } } };
    const changed = { ...clinic.ada, organisation: { ...organisation, settings } } as typeof clinic.ada;
    expect((await readCaseload(changed, caseloadAsk.parse({}))).counts.attention).toBe(0);
    expect(await ask()).toMatchObject({ outdated: 0, counts: { attention: 1 } });
  });

  it("is empty for another team, another clinic and an administrator", async () => {
    for (const who of [clinic.ben, clinic.cleo, clinic.adam]) expect((await readCaseload(who, caseloadAsk.parse({}))).counts.all).toBe(0);
  });
});

describe("with several measures", () => {
  beforeAll(async () => {
    const [patients, assessments] = await Promise.all([import("./patients"), import("./assessments")]);
    const patientId = randomUUID();
    await patients.savePatient(clinic.ada, patientId, { ...named("004-4"), familyName: "Zwart", givenName: "Bo" });
    await assessments.saveAssessment(clinic.ada, randomUUID(), form(patientId, 0, { answeredAt: `${dayAgo(3)}T09:00`, ratings: ratingsOf(44) }));
    const phq9 = { measure: "phq-9", recall: "fortnight" as const, ratings: [1, 1, 1, 1, 1, 1, 1, 1, 2, 1] };
    const { organisation } = clinic.ada;
    const recording = { ...clinic.ada, organisation: { ...organisation, settings: { ...organisation.settings, measures: ["pcl-5", "phq-9"] } } } as typeof clinic.ada;
    await assessments.saveAssessment(recording, randomUUID(), form(patientId, 0, { answeredAt: `${dayAgo(2)}T09:00`, ...phq9 }));
  });

  it("keeps the latest score the PCL-5's, the PHQ-9 beside it", async () => {
    const { rows } = await ask({ query: "zwart" });
    expect(rows[0]).toMatchObject({ latest: { total: 44, recall: "week" }, beside: { short: "PHQ-9", total: 10 }, change: null, spark: [[0, 44]] });
  });

  it("puts an open safety prompt first, whatever the order, and says so", async () => {
    for (const view of [{}, { sort: "latest" }, { sort: "change", direction: "desc" }, { filter: "attention" }]) {
      const { rows } = await ask(view);
      expect(rows[0]).toMatchObject({ name: "Zwart, Bo", attention: [{ id: "safety", words: expect.stringMatching(/^PHQ-9: item 9 answered 2 on /) }] });
    }
  });
});
