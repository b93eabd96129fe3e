// The cohort over real rows: what PostgreSQL hands over is what the textbook counts, for whom it is meant and nobody else.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { cohortAsk } from "@/lib/schemas/cohort";
import { courseRecords, dayAgo, form, named, openClinic, ratingsOf, type Clinic } from "./clinic.fixture";

let clinic: Clinic;
let researcher: Viewer;
let records: typeof import("./cohort");

async function treated(who: Viewer, medicine: "ketamine" | "none", totals: readonly [from: number, week1: number]) {
  const [patients, courses, assessments] = await Promise.all([import("./patients"), courseRecords(), import("./assessments")]);
  const [patientId, courseId, sessionId] = [randomUUID(), randomUUID(), randomUUID()];
  const kind = medicine === "none" ? ("therapy" as const) : ("dose" as const);
  await patients.savePatient(who, patientId, named(patientId));
  await courses.startCourse(who, courseId, { patientId, therapy: "pe", medicine, route: medicine === "none" ? "none" : "intravenous", startDate: dayAgo(20), plannedWeeks: 4, sessions: [{ id: sessionId, kind, at: `${dayAgo(20)}T12:00` }] });
  await courses.saveSession(who, sessionId, { kind, at: `${dayAgo(20)}T12:00`, status: "done", version: 1 });
  for (const [ago, total] of [[21, totals[0]], [13, totals[1]]] as const) {
    await assessments.saveAssessment(who, randomUUID(), form(patientId, 0, { answeredAt: `${dayAgo(ago)}T09:00`, ratings: ratingsOf(total) }));
  }
}

beforeAll(async () => {
  clinic = await openClinic();
  records = await import("./cohort");
  researcher = await clinic.hire("Rhea", ["researcher"]);
  // By hand: baselines 60, 50, 40 and week 1 of 40, 35, 30 have means 50 and 35, and changes −20, −15, −10: mean −15, SD 5.
  for (const totals of [[60, 40], [50, 35], [40, 30]] as const) await treated(clinic.ada, "ketamine", totals);
  await treated(clinic.ada, "none", [70, 70]);
  await treated(clinic.ben, "ketamine", [80, 0]);
});
afterAll(() => clinic.close());

const read = (who: Viewer, given: object = {}) => records.readCohort(who, cohortAsk.parse(given));

describe("the cohort", () => {
  it("is of one's own patients, and counts who was chosen", async () => {
    const { result, lines } = await read(clinic.ada, { medicine: "ketamine" });
    expect(result.flow).toMatchObject({ all: 4, counted: 3 });
    expect(result.flow.leftOut.filter(({ n }) => n !== 0)).toMatchObject([{ reason: "medicine", n: 1, remaining: 3 }]);
    expect(result.windows.find(({ window }) => window === "baseline")).toMatchObject({ n: 3, mean: 50, sd: 10 });
    expect(result.change.find(({ window }) => window === "week-1")).toMatchObject({ n: 3, mean: -15, sd: 5, r: 1 });
    expect(lines.length).toBe(3);
  });

  it.each([
    [{ least: "50" }, 2],
    [{ least: "50", most: "50" }, 1],
    [{ population: "completed" }, 0],
    [{ measure: "phq-9" }, 0],
    [{ recall: "month" }, 0],
    [{ from: dayAgo(1) }, 0],
    [{ therapy: "pe" }, 3],
  ])("answers %j", async (given, counted) => {
    expect((await read(clinic.ada, { medicine: "ketamine", ...given })).result.flow.counted).toBe(counted);
  });

  it("is judged by a rule of the clinic's own where that is chosen", async () => {
    // By hand: 1.96·√2·8·√(1 − 0.82) = 9.41 points, which all three fell by; 15 points, the clinic's choice till then, only two.
    const own = { id: "own-audit", measure: "pcl-5" as const, name: "Our audit", recalls: ["week" as const], sd: 8, r: 0.82, kindOfR: "retest", endState: null, population: "Our patients", source: "Audit of 2026" };
    const { organisation } = clinic.ada;
    const ada = { ...clinic.ada, organisation: { ...organisation, settings: { ...organisation.settings, ownRules: [own] } } };
    const judged = async (rule: string) => {
      const { result } = await read(ada, { medicine: "ketamine", rule });
      return [result.rule?.id, result.outcomes.find(({ id }) => id === "rule")?.windows.find(({ window }) => window === "week-1")?.observed.met];
    };
    expect(await judged("")).toEqual(["marx-2022-15", 2]);
    expect(await judged(own.id)).toEqual([own.id, 3]);
    expect(await judged("own-gone")).toEqual(["marx-2022-15", 2]);
    const { text } = await records.exportCohort(ada, { ask: cohortAsk.parse({ medicine: "ketamine", rule: own.id }), as: "json" });
    expect(JSON.parse(text)).toMatchObject({ definition: { ruleId: own.id }, rule: { id: own.id, name: own.name, source: own.source } });
  });

  it("is nothing for another clinic, an assistant's or an administrator's rows", async () => {
    for (const who of [clinic.cleo, clinic.adam]) expect((await read(who)).result.flow.all).toBe(0);
  });

  it("shows a researcher the whole clinic, no patient, and no group of fewer than five", async () => {
    const { result, lines } = await read(researcher);
    expect([result.flow.all, lines]).toEqual([5, []]);
    const few = await read(researcher, { medicine: "ketamine" });
    expect(JSON.stringify(few.result.windows)).not.toMatch(/"mean":\d/);
  });

  it("leaves as a file that says what it is, with single scores for a clinician alone", async () => {
    const ask = cohortAsk.parse({ medicine: "ketamine" });
    const { text } = await records.exportCohort(clinic.ada, { ask, as: "csv" });
    const lines = text.split("\r\n");
    expect(lines[0]).toBe("# Observed change in an uncontrolled group");
    expect(lines.filter((line) => line.startsWith("# "))).toHaveLength(5);
    const rows = lines.filter((line) => line !== "" && !line.startsWith("#"));
    expect(rows[0]).toMatch(/^patient,status,measure,recall,window,local_day,baseline,total,cluster_B,/);
    expect(rows).toHaveLength(1 + 6);
    const json = JSON.parse((await records.exportCohort(clinic.ada, { ask, as: "json" })).text) as { date: string; version: string; caution: string; change: { mean: number | null }[] };
    expect([json.caution, json.version]).toEqual(["Observed change in an uncontrolled group", "0.1.0"]);
    const theirs = (await records.exportCohort(researcher, { ask, as: "csv" })).text;
    expect(theirs).toContain("window,n,mean");
    expect(theirs).not.toContain("local_day");
  });

  it("stands beside published studies, kinds apart, and as a table that R reads; a researcher sees no small team", async () => {
    const given = { medicine: "ketamine", against: "week-1" };
    const { comparison } = await read(clinic.ada, given);
    // By hand: a mean change of -15 by the baseline's SD of 10, corrected for two degrees of freedom (1/√π), is -0.846.
    const [kind] = comparison.kinds;
    expect(kind?.rows[0]?.ni).toBe(3);
    expect(kind?.rows[0]?.yi).toBeCloseTo(-1.5 / Math.sqrt(Math.PI), 12);
    expect(comparison.kinds.map(({ groups }) => groups)).toEqual(["within", "within", "within", "within", "between"]);
    const own = kind?.rows[0]?.study ?? "";
    expect((await records.exportCohort(clinic.ada, { ask: cohortAsk.parse(given), as: "effects" })).text).toContain(`\r\n${own},-0.846`);
    const theirs = (await read(researcher, given)).comparison;
    expect(theirs.withheld).toContain(own);
    expect(theirs.kinds.flatMap(({ rows }) => rows.map(({ study }) => study))).not.toContain(own);
    expect((await records.exportCohort(researcher, { ask: cohortAsk.parse(given), as: "effects" })).text).not.toContain(own);
  });

  it("is not of a patient who was opened in an emergency", async () => {
    const { id: patientId } = await clinic.owner.patient.findFirstOrThrow({ where: { team: { members: { some: { userId: clinic.ben.userId } } } } });
    const opened = { ...clinic.ada, brokenGlass: [{ id: randomUUID(), patientId, until: new Date(Date.now() + 60_000) }] } as unknown as Viewer;
    expect((await read(opened)).result.flow.all).toBe(4);
  });

  it("leaves in the trail what was asked", async () => {
    await read(researcher, { medicine: "ketamine", therapy: "pe" });
    const line = await clinic.owner.auditEvent.findFirstOrThrow({ where: { userId: researcher.userId }, orderBy: { id: "desc" } });
    expect(line).toMatchObject({ action: "listed", subject: "cohort", after: { "cohort.measure": "pcl-5", "cohort.medicine": "ketamine", "cohort.therapy": "pe" } });
  });

  it("tells a researcher nothing by subtraction: no group beside a small one, and none by what could be moved past one patient", async () => {
    for (let more = 0; more < 5; more += 1) await treated(clinic.ada, "ketamine", [60, 30 + more]);
    const week1 = async (given: object) => (await read(researcher, given)).result.windows.find(({ window }) => window === "week-1");
    expect(await week1({})).toMatchObject({ n: 10 });
    // Nine had ketamine and one had none: all less nine would be the one.
    const { result, comparison, protocols } = await read(researcher, { medicine: "ketamine" });
    expect([result.withheld, protocols]).toEqual([["all"], []]);
    expect(comparison.kinds.flatMap(({ rows }) => rows.map(({ study }) => study))).not.toContain("North");
    const team = (await clinic.owner.careTeam.findFirstOrThrow({ where: { organisationId: researcher.organisation.id } })).id;
    for (const asked of [{ team }, { from: dayAgo(40) }, { to: dayAgo(0) }, { least: "0" }, { most: "80" }, { protocol: "CPT" }, { population: "completed" }]) {
      expect((await read(researcher, asked)).result.withheld, JSON.stringify(asked)).toEqual(["all"]);
      expect(await week1(asked), JSON.stringify(asked)).toMatchObject({ n: null, mean: null });
    }
    for (let more = 0; more < 4; more += 1) await treated(clinic.ada, "none", [50, 50 - more]);
    expect([await week1({ medicine: "ketamine" }), await week1({ medicine: "none" })]).toMatchObject([{ n: 9 }, { n: 5 }]);
  });

  it("is not exported by somebody who did not just confirm who they are", async () => {
    const { NotFresh } = await import("./problems");
    await expect(records.exportCohort({ ...clinic.ada, fresh: false }, { ask: cohortAsk.parse({}), as: "csv" })).rejects.toBeInstanceOf(NotFresh);
  });

  // Last: its patient has no score in week 1, which would withhold that window from a researcher above.
  it("counts a dose marked done, whether its start, its amount or nothing at all was recorded, and numbers doses as t0 does", async () => {
    const [patients, courses, doses] = await Promise.all([import("./patients"), courseRecords(), import("./dose-records")]);
    const who = await clinic.hire("Dora", ["clinician"], true);
    const [patientId, courseId, first, second, third] = [randomUUID(), randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    const dose = { number: 0, medicine: "ketamine" as const, route: "intravenous" as const, weightKg: 100, mgPerKg: null, devices: null, givenDevices: null, confirmedAt: new Date(), lot: "", expiry: null, preparedBy: "Dora", checkedBy: "Jo Lind", stoppedAt: null, interruptions: [], notes: "" };
    await patients.savePatient(who, patientId, named(patientId));
    await courses.startCourse(who, courseId, { patientId, therapy: "pe", medicine: "ketamine", route: "intravenous", startDate: dayAgo(20), plannedWeeks: 4, sessions: [[first, 20], [second, 13], [third, 6]].map(([id, ago]) => ({ id: id as string, kind: "dose" as const, at: `${dayAgo(ago as number)}T12:00` })) });
    const reasons = Object.fromEntries(["differs", "no-reading-before", "far-from-plan"].map((id) => [id, "On paper"]));
    await doses.saveDose(who, first, { ...dose, key: randomUUID(), givenMg: 20, startedAt: null, reasons });
    for (const [id, ago] of [[first, 20], [third, 6]] as const) await courses.saveSession(who, id, { kind: "dose", at: `${dayAgo(ago)}T12:00`, status: "done", version: 1 });
    await doses.saveDose(who, second, { ...dose, key: randomUUID(), givenMg: 90, startedAt: new Date(`${dayAgo(13)}T17:30:00Z`), reasons });
    const { saveAssessment } = await import("./assessments");
    await saveAssessment(who, randomUUID(), form(patientId, 2, { answeredAt: `${dayAgo(21)}T09:00` }));
    const { result } = await read(who);
    expect(result.doses.map(({ number, given, mg, events }) => [number, given, mg.n, mg.mean, events])).toEqual([[1, 1, 1, 20, 0], [2, 1, 1, 90, 0], [3, 1, 0, null, 0]]);
    const { doses: stored } = await clinic.owner.courseFact.findFirstOrThrow({ where: { courseId } });
    expect((stored as { localDay: number }[]).map(({ localDay }) => localDay)).toEqual([0, 7, 14]);
  });
});
