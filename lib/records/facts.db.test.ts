// Facts follow every write: whatever is done to a patient, in whatever order, deriving all of them anew changes nothing.
import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { courseRecords, dayAgo, form, formOf, named, openClinic, ratingsOf, recording, type Clinic } from "./clinic.fixture";
import { phq9 } from "@/lib/measures/phq-9/definition";

let clinic: Clinic;
let ada: Viewer;
beforeAll(async () => {
  clinic = await openClinic();
  ada = recording(clinic.ada, ["pcl-5", "phq-9", "cadss-6"]);
});
afterAll(() => clinic.close());

const load = async () => ({
  ...(await courseRecords()), ...(await import("./patients")), ...(await import("./assessments")), ...(await import("./baselines")), ...(await import("./course-plan")), ...(await import("./therapy-records")),
  ...(await import("./dose-records")), ...(await import("./readings")), ...(await import("./dosing-events")), ...(await import("./safety-prompts")),
});
type Records = Awaited<ReturnType<typeof load>>;

const wall = (ago: number) => `${dayAgo(ago)}T09:00`;

/** What can be done to a patient. A step that is refused (a form twice, a course in a course) is a step all the same. */
const steps = {
  rename: async (r: Records, id: string) => {
    const { version } = await clinic.owner.patient.findUniqueOrThrow({ where: { id } });
    await r.savePatient(ada, id, { ...named(id), familyName: `Ólafs ${version}`, version });
  },
  begin: (r: Records, id: string, ago: number) => r.startCourse(ada, randomUUID(), { patientId: id, therapy: "pe", medicine: "ketamine", route: "intravenous", startDate: dayAgo(ago), plannedWeeks: 4, sessions: [{ id: randomUUID(), kind: "dose", at: wall(ago) }, { id: randomUUID(), kind: "therapy", at: wall(ago - 1) }] }),
  end: async (r: Records, id: string) => {
    const course = await clinic.owner.course.findFirst({ where: { patientId: id }, orderBy: { createdAt: "desc" } });
    if (course) await r.endCourse(ada, course.id, { end: course.endedAt ? null : { on: dayAgo(0), how: "discontinued", note: "Moved" }, version: course.version });
  },
  change: async (r: Records, id: string, ago: number) => {
    const course = await clinic.owner.course.findFirst({ where: { patientId: id } });
    if (course) await r.saveCourse(ada, course.id, { patientId: id, therapy: "cpt", medicine: "esketamine", route: "intranasal", startDate: dayAgo(ago), plannedWeeks: 6, version: course.version, allow: [] });
  },
  plan: async (r: Records, id: string) => {
    const course = await clinic.owner.course.findFirst({ where: { patientId: id } });
    const all = ["pcl-5", "phq-9"];
    if (course) await r.saveCoursePlan(ada, course.id, { plan: { baseline: all, "24h": all, week: all, end: all, "follow-up": all }, version: course.version });
  },
  add: async (r: Records, id: string, ago: number) => {
    const course = await clinic.owner.course.findFirst({ where: { patientId: id } });
    if (course) await r.addSessions(ada, course.id, { sessions: [{ id: randomUUID(), kind: ago % 2 ? "dose" : "therapy", at: wall(ago) }] });
  },
  mark: async (r: Records, id: string, ago: number) => {
    const session = await clinic.owner.courseSession.findFirst({ where: { patientId: id, status: "planned" } });
    if (session) await r.saveSession(ada, session.id, { kind: session.kind, at: wall(ago), status: ago % 3 ? "done" : "missed", version: session.version });
  },
  visit: async (r: Records, id: string, ago: number) => {
    const session = await clinic.owner.courseSession.findFirst({ where: { patientId: id, kind: "therapy", status: "planned" } });
    if (session) await r.saveTherapy(ada, session.id, { key: randomUUID(), number: 0, at: wall(ago), attendance: "attended", protocolSession: 1, homework: "done", sudsBefore: null, sudsPeak: null, sudsEnd: null, note: "", checkNumber: 0, psychotic: false, manic: false, symptomNote: "", allow: [] });
  },
  event: async (r: Records, id: string) => {
    const session = await clinic.owner.courseSession.findFirst({ where: { patientId: id, kind: "dose" } });
    if (session) await r.saveEvent(ada, randomUUID(), { sessionId: session.id, key: randomUUID(), number: 0, act: "entered", why: "", term: "Nausea", severity: "mild", serious: false, relation: "possible", onsetAt: new Date(Date.now() - 1000), endedAt: null, action: "", outcome: "resolved" });
  },
  record: (r: Records, id: string, ago: number) => r.saveAssessment(ada, randomUUID(), form(id, 0, { answeredAt: wall(ago), ratings: ratingsOf(20 + 2 * ago) })),
  alarm: (r: Records, id: string, ago: number) => r.saveAssessment(ada, randomUUID(), formOf(id, phq9, { ratings: [1, 1, 1, 1, 1, 1, 1, 1, 2, 1] }, { answeredAt: wall(ago) })),
  answer: async (r: Records, id: string) => {
    const prompt = await clinic.owner.safetyPrompt.findFirst({ where: { patientId: id, acknowledgedAt: null } });
    if (prompt) await r.acknowledgePrompt(ada, prompt.id, { done: "Asked at once" });
  },
  correct: async (r: Records, id: string, ago: number) => {
    const found = await clinic.owner.assessment.findFirst({ where: { patientId: id, measure: "pcl-5", voidedAt: null } });
    if (found) await r.correctAssessment(ada, found.id, { ...form(id, 0, { answeredAt: wall(ago), ratings: ratingsOf(70) }), revision: found.revision, reason: "Misread" });
  },
  void: async (r: Records, id: string) => {
    const found = await clinic.owner.assessment.findFirst({ where: { patientId: id, voidedAt: null } });
    if (found) await r.voidAssessment(ada, found.id, { key: randomUUID(), revision: found.revision, reason: "Another patient's" });
  },
  choose: async (r: Records, id: string) => {
    const found = await clinic.owner.assessment.findFirst({ where: { patientId: id, measure: "pcl-5", voidedAt: null, courseId: { not: null } } });
    if (found?.courseId) await r.chooseBaseline(ada, found.courseId, { id: randomUUID(), measure: "pcl-5", recall: "week", assessmentId: found.id, reason: "Moved house" });
  },
};

async function differences(...ids: string[]) {
  const { compareFacts } = await import("./facts");
  const { inScope } = await import("./scope");
  return inScope(ada, (tx) => compareFacts(tx, ada.organisation, ...ids));
}

describe("facts", () => {
  it("follow every write, in any order", async () => {
    const records = await load();
    const { Unfit, Stale, Ask, NotHere } = await import("./problems");
    const done = new Set<string>();
    const kinds = Object.keys(steps) as (keyof typeof steps)[];
    const order = fc.shuffledSubarray([...kinds, "record", "record", "mark"] as typeof kinds, { minLength: kinds.length });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 3, max: 20 }), order, fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 20, maxLength: 20 }), async (ago, list, agos) => {
        const id = randomUUID();
        await records.savePatient(ada, id, named(id));
        await steps.begin(records, id, ago);
        for (const [index, what] of list.entries()) {
          try {
            await steps[what](records, id, agos[index] ?? 0);
            done.add(what);
          } catch (error) {
            if (![Unfit, Stale, Ask, NotHere].some((kind) => error instanceof kind)) throw error;
          }
          expect(await differences(id), list.slice(0, index + 1).join(", ")).toEqual([]);
        }
      }),
      { numRuns: 2 },
    );
    expect(done.size, "some are refused, most are not").toBeGreaterThan(kinds.length - 5);
  });

  it("are of one patient when two write at once", async () => {
    const records = await load();
    const id = randomUUID();
    await records.savePatient(ada, id, named(id));
    await steps.begin(records, id, 14);
    await steps.mark(records, id, 14);
    await Promise.all(Array.from({ length: 8 }, (_, ago) => steps.record(records, id, ago + 1)));
    expect(await differences(id)).toEqual([]);
    expect(await clinic.owner.placement.count({ where: { patientId: id } })).toBe(8);
  });

  it("that were changed behind our back are found, and mended", async () => {
    const records = await load();
    const id = randomUUID();
    await records.savePatient(ada, id, named(id));
    await steps.begin(records, id, 14);
    await clinic.owner.patientFact.updateMany({ where: { patientId: id }, data: { latest: 7 } });
    await clinic.owner.dueItem.deleteMany({ where: { patientId: id } });
    const found = await differences(id);
    expect(found.map(({ table, which }) => `${table} ${which}`)).toEqual(["patient_fact stored", "patient_fact derived", ...found.slice(2).map(() => "due_item derived")]);
    expect(found.length).toBeGreaterThan(2);
    const { deriveFacts } = await import("./facts");
    const { inScope } = await import("./scope");
    await inScope(ada, (tx) => deriveFacts(tx, ada.organisation, id));
    expect(await differences(id)).toEqual([]);
  });

  it("of patients who came in from outside are derived by whoever owns the tables, and all are checked", async () => {
    const { plainly } = await import("@/prisma/plain");
    const { checkFacts, deriveAllOutdated } = await import("./facts-whole");
    // However long is thought about a batch, its transaction stays open.
    const impatient = new pg.Pool({ ...clinic.ownerPool.options, idle_in_transaction_session_timeout: 1 });
    onTestFinished(() => impatient.end());
    const asOwner = plainly(impatient, () => "");
    await deriveAllOutdated(asOwner);
    const { teamId } = await clinic.owner.careTeamMember.findFirstOrThrow({ where: { userId: ada.userId } });
    const { version, allow, birthDate, ...fields } = named("outside");
    void [version, allow];
    await clinic.owner.patient.create({ data: { id: randomUUID(), ...fields, birthDate: new Date(birthDate), organisationId: ada.organisation.id, teamId, createdById: ada.userId } });
    expect(await deriveAllOutdated(asOwner)).toBe(1);
    expect(await clinic.owner.patientFact.findMany({ where: { numberKey: "outside" } })).toMatchObject([{ nameKey: "rivera, alex", nameWords: " rivera alex", latest: null }]);
    const patients = await clinic.owner.patient.count();
    expect(await checkFacts(asOwner, () => {}, false)).toEqual({ patients, differences: 0 });
    await clinic.owner.patientFact.updateMany({ where: { numberKey: "outside" }, data: { latest: 0 } });
    expect(await checkFacts(asOwner, () => {}, true)).toEqual({ patients, differences: 2 });
    expect(await checkFacts(asOwner, () => {}, false)).toEqual({ patients, differences: 0 });
  });
});

it("every function that writes what facts follow from derives them", () => {
  const writes = /tx\.(patient|course|courseSession|assessment|baselineChoice|safetyPrompt|doseRecord|reading|dosingEvent|leaving)\.(create|createMany|update|updateMany|upsert|delete|deleteMany)\(|(INSERT INTO|UPDATE|DELETE FROM) (patient|course|course_session|assessment|baseline_choice|safety_prompt|dose_record|reading|dosing_event|leaving) /;
  const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith(".ts") && !/\.(test|fixture)\.ts$/.test(name));
  const writing = files.filter((name) => writes.test(readFileSync(path.join(import.meta.dirname, name), "utf8")));
  expect(writing.length).toBeGreaterThan(10);
  expect(writing.filter((name) => !readFileSync(path.join(import.meta.dirname, name), "utf8").includes("deriveFacts("))).toEqual([]);
});
