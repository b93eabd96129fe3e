import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { phq9 } from "@/lib/measures/phq-9/definition";
import { courseRecords, form, formOf, named, openClinic, recording, type Clinic } from "./clinic.fixture";

let clinic: Clinic;
const patientId = randomUUID();
const courseId = randomUUID();
const sessionId = randomUUID();
const assessmentId = randomUUID();
let acts: Record<string, (viewer: Viewer) => Promise<unknown>>;
let NotHere: typeof import("./problems").NotHere;

beforeAll(async () => {
  clinic = await openClinic();
  ({ NotHere } = await import("./problems"));
  const [patients, courses, assessments, drafts, chart] = await Promise.all([import("./patients"), courseRecords(), import("./assessments"), import("./drafts"), import("./chart")]);
  const [forms, baselines, plans, prompts] = await Promise.all([import("./forms"), import("./baselines"), import("./course-plan"), import("./safety-prompts")]);
  const course = { patientId, therapy: "pe" as const, medicine: "ketamine" as const, route: "intravenous" as const, startDate: "2026-01-05", plannedWeeks: 4, version: 0 };
  await patients.savePatient(clinic.ada, patientId, named("A-1"));
  await courses.startCourse(clinic.ada, courseId, course);
  await courses.addSessions(clinic.ada, courseId, { sessions: [{ id: sessionId, kind: "dose", at: "2026-01-05T09:00" }] });
  await assessments.saveAssessment(clinic.ada, assessmentId, form(patientId, 2));
  const { patientId: _, ...answers } = form(patientId, 1);
  void _;
  const choice = (id: string) => ({ id, measure: "pcl-5", recall: "week" as const, assessmentId, reason: "Moved house" });
  await baselines.chooseBaseline(clinic.ada, courseId, choice(randomUUID()));
  const positive = formOf(patientId, phq9, { ratings: [null, null, null, null, null, null, null, null, 2, null] });
  const { safety } = await drafts.saveDraft(recording(clinic.ada, ["phq-9"]), randomUUID(), { ...withoutKey(positive), step: 1 });
  acts = {
    "reads the patient": (viewer) => patients.readPatient(viewer, patientId).then(orNotHere),
    "opens the chart": (viewer) => chart.openChart(viewer, patientId).then(orNotHere),
    "reads the course": (viewer) => courses.readCourse(viewer, patientId).then(orNotHere),
    "edits the patient": (viewer) => patients.savePatient(viewer, patientId, { ...named("A-1"), version: 1 }),
    "makes a course": (viewer) => courses.startCourse(viewer, randomUUID(), course),
    "edits the course": (viewer) => courses.saveCourse(viewer, courseId, { ...course, version: 1 }),
    "adds sessions": (viewer) => courses.addSessions(viewer, courseId, { sessions: [{ id: randomUUID(), kind: "dose", at: "2026-01-06T09:00" }] }),
    "moves a session": (viewer) => courses.saveSession(viewer, sessionId, { kind: "dose", at: "2026-01-07T09:00", status: "planned", version: 1 }),
    "records a form": (viewer) => assessments.saveAssessment(viewer, randomUUID(), form(patientId, 1)),
    "drafts a form": (viewer) => drafts.saveDraft(viewer, randomUUID(), { ...withoutKey(form(patientId, 1)), step: 1 }),
    "corrects a form": (viewer) => assessments.correctAssessment(viewer, assessmentId, { ...answers, revision: 1, reason: "No" }),
    "opens a form": (viewer) => forms.openForm(viewer, patientId, "pcl-5").then(orNotHere),
    "chooses a baseline": (viewer) => baselines.chooseBaseline(viewer, courseId, choice(randomUUID())),
    "plans the measures": (viewer) => plans.saveCoursePlan(viewer, courseId, { plan: null, version: 1 }),
    "acknowledges a prompt": (viewer) => prompts.acknowledgePrompt(viewer, safety?.promptId ?? "", { done: "Nothing" }),
    "voids a form": (viewer) => assessments.voidAssessment(viewer, assessmentId, { key: randomUUID(), revision: 1, reason: "No" }),
  };
});
afterAll(() => clinic.close());

function withoutKey({ key, allow, ...rest }: ReturnType<typeof form>) {
  void [key, allow];
  return rest;
}

function orNotHere<T>(found: T | null): T {
  if (found === null) throw new NotHere();
  return found;
}

const everything = () =>
  Promise.all([clinic.owner.patient.findMany(), clinic.owner.course.findMany(), clinic.owner.courseSession.findMany(), clinic.owner.assessment.findMany(), clinic.owner.draft.findMany(), clinic.owner.baselineChoice.findMany(), clinic.owner.safetyPrompt.findMany()]);

describe.each(["ben", "adam", "cleo"] as const)("%s, who is not on the patient's team", (who) => {
  it.each([
    "reads the patient", "opens the chart", "reads the course", "edits the patient", "makes a course", "edits the course", "adds sessions",
    "moves a session", "records a form", "drafts a form", "corrects a form", "voids a form",
    "opens a form", "chooses a baseline", "plans the measures", "acknowledges a prompt",
  ])("%s: nothing here, nothing changed", async (act) => {
    const before = await everything();
    await expect(acts[act]?.(clinic[who])).rejects.toBeInstanceOf(NotHere);
    expect(await everything()).toEqual(before);
  });

  it("leaves a line for each attempt that was refused", async () => {
    const count = await clinic.owner.auditEvent.count({ where: { userId: clinic[who].userId, action: "denied" } });
    expect(count).toBe(16);
  });
});

it("leaves a line where a role has nothing to do at an address: what kind of thing was asked for, and its id", async () => {
  const { recordDenied } = await import("@/lib/auth/denied");
  const requestId = randomUUID();
  const asked = { ...clinic.adam, requestId };
  await recordDenied(asked, `/patients/${patientId}/course`);
  await recordDenied(asked, "/api/settings");
  const lines = await clinic.owner.auditEvent.findMany({ where: { requestId }, orderBy: { id: "asc" } });
  expect(lines).toMatchObject([
    { action: "denied", userId: clinic.adam.userId, organisationId: clinic.adam.organisation.id, subject: "patients", subjectId: patientId },
    { action: "denied", userId: clinic.adam.userId, subject: "settings", subjectId: null },
  ]);
});

describe("the database by itself, as the application role", () => {
  const tables = ["patient", "course", "course_session", "assessment", "assessment_revision", "baseline_choice", "safety_prompt"] as const;
  const as = async <T>(userId: string | null, work: (query: (sql: string, values?: unknown[]) => Promise<T[]>) => Promise<void>) => {
    const client = await clinic.app.pool.connect();
    try {
      await client.query("BEGIN");
      if (userId !== null) await client.query("SELECT set_config('app.user_id', $1, true)", [userId]);
      await work(async (sql, values) => (await client.query(sql, values)).rows as T[]);
    } finally {
      await client.query("ROLLBACK");
      client.release();
    }
  };

  it.each(tables)("shows %s to the team and to nobody else", async (table) => {
    const seen: Record<string, number> = {};
    for (const [who, userId] of [["ada", clinic.ada.userId], ["ben", clinic.ben.userId], ["adam", clinic.adam.userId], ["cleo", clinic.cleo.userId], ["nobody", null]] as const) {
      await as<{ count: number }>(userId, async (query) => {
        seen[who] = (await query(`SELECT count(*)::int AS count FROM ${table}`))[0]?.count ?? -1;
      });
    }
    expect(seen).toEqual({ ada: 1, ben: 0, adam: 0, cleo: 0, nobody: 0 });
  });

  it("refuses a row put into another team's patient", async () => {
    await as(clinic.ben.userId, async (query) => {
      await expect(
        query(`INSERT INTO course_session (id, organisation_id, patient_id, course_id, kind, at, created_by_id) VALUES ($1, $2, $3, $4, 'dose', now(), $5)`, [randomUUID(), clinic.ada.organisation.id, patientId, courseId, clinic.ben.userId]),
      ).rejects.toThrow(/row-level security/);
    });
  });

  it.each([
    ["a forged total", "UPDATE assessment SET total = 3", /assessment_total/],
    ["a rating of 5", `UPDATE assessment SET ratings = jsonb_set(ratings, '{0}', '5'), total = 43`, /assessment_ratings/],
    ["a rating as text", `UPDATE assessment SET ratings = jsonb_set(ratings, '{0}', '"2"')`, /assessment_ratings/],
    ["nineteen ratings", `UPDATE assessment SET ratings = ratings - 19, total = 38`, /assessment_ratings/],
    ["a deleted assessment", "DELETE FROM assessment", /permission denied/],
    ["a changed revision", "UPDATE assessment_revision SET reason = 'x'", /permission denied/],
    ["a changed audit line", "UPDATE audit_event SET action = 'x'", /permission denied/],
    ["a deleted audit line", "DELETE FROM audit_event", /permission denied/],
    ["an emptied audit trail", "TRUNCATE audit_event", /permission denied/],
    ["a table of its own", "CREATE TABLE mine (id int)", /permission denied/],
    ["a table of its own in place of who is on which team", "CREATE TEMP TABLE care_team_member AS SELECT id AS team_id, app_user_id() AS user_id FROM care_team", /permission denied to create temporary tables/],
    ["the same by another way", "SELECT 1 AS id INTO TEMP app_user", /permission denied to create temporary tables/],
    ["another reason for a baseline", "UPDATE baseline_choice SET reason = 'x'", /permission denied/],
    ["a deleted choice of a baseline", "DELETE FROM baseline_choice", /permission denied/],
    ["a deleted prompt", "DELETE FROM safety_prompt", /permission denied/],
    ["a prompt of another patient's", "UPDATE safety_prompt SET patient_id = gen_random_uuid()", /permission denied/],
    ["a prompt acknowledged without a word", "UPDATE safety_prompt SET acknowledged_at = now(), acknowledged_by_id = raised_by_id, done = ' '", /safety_prompt_acknowledged/],
    ["a prompt acknowledged by nobody", "UPDATE safety_prompt SET acknowledged_at = now(), done = 'x'", /safety_prompt_acknowledged/],
    ["a plan that is no plan", "UPDATE course SET measure_plan = '[]'", /course_measure_plan/],
    ["a clinic of another name", "UPDATE organisation SET name = 'x'", /permission denied/],
    ["a deleted clinic", "DELETE FROM organisation", /permission denied/],
    ["other settings of the past", "UPDATE settings_revision SET settings = '{}'", /permission denied/],
    ["a promotion", "UPDATE app_user SET roles = '{administrator}'", /another administrator/],
  ])("refuses %s", async (_, sql, message) => {
    await as(clinic.ada.userId, async (query) => {
      await expect(query(sql)).rejects.toThrow(message);
    });
  });

  it.each(["audit_event", "assessment_revision", "baseline_choice", "settings_revision"])("keeps %s even from the owner of the tables", async (table) => {
    for (const act of ["DELETE FROM", "TRUNCATE"]) await expect(clinic.owner.$executeRawUnsafe(`${act} ${table}`)).rejects.toThrow(/only ever added/);
  });

  it("lets a clinic's settings be changed by its own administrators alone", async () => {
    const changed: Record<string, number> = {};
    for (const who of ["ada", "ben", "cleo", "adam"] as const) {
      await as<{ name: string }>(clinic[who].userId, async (query) => {
        changed[who] = (await query("UPDATE organisation SET settings = '{}', settings_version = settings_version + 1 RETURNING name")).length;
      });
    }
    expect(changed).toEqual({ ada: 0, ben: 0, cleo: 0, adam: 1 });
  });

  it("lets revisions of the settings be written by administrators of that clinic alone, and read by that clinic", async () => {
    const insert = "INSERT INTO settings_revision (organisation_id, number, settings, by_id) VALUES ($1, 2, '{}', $2) RETURNING number";
    const { organisation, userId: adam } = clinic.adam;
    for (const who of ["ada", "cleo"] as const) {
      await as(clinic[who].userId, async (query) => {
        await expect(query(insert, [organisation.id, clinic[who].userId])).rejects.toThrow(/row-level security/);
      });
    }
    await as(adam, async (query) => {
      await expect(query(insert, [clinic.cleo.organisation.id, adam])).rejects.toThrow(/row-level security/);
    });
    await clinic.owner.settingsRevision.create({ data: { organisationId: organisation.id, number: 1, settings: {}, byId: null } });
    const seen: Record<string, number> = {};
    for (const who of ["ada", "adam", "cleo"] as const) {
      await as(clinic[who].userId, async (query) => {
        seen[who] = (await query("SELECT number FROM settings_revision")).length;
      });
    }
    expect(seen).toEqual({ ada: 1, adam: 1, cleo: 0 });
  });

  it("refuses a prompt or a baseline put into another team's patient", async () => {
    const ids = [randomUUID(), clinic.ada.organisation.id, patientId];
    await as(clinic.ben.userId, async (query) => {
      await expect(query("INSERT INTO safety_prompt (id, organisation_id, patient_id, form_id, measure, value, raised_by_id) VALUES ($1, $2, $3, $1, 'phq-9', 1, $4)", [...ids, clinic.ben.userId])).rejects.toThrow(/row-level security/);
    });
    await as(clinic.ben.userId, async (query) => {
      await expect(query("INSERT INTO baseline_choice (id, organisation_id, patient_id, course_id, measure, recall, reason, by_id) VALUES ($1, $2, $3, $4, 'pcl-5', 'week', 'x', $5)", [...ids, courseId, clinic.ben.userId])).rejects.toThrow(/row-level security/);
    });
  });
});

// Last, for it takes away what the tests above rely on.
describe("with row-level security taken away, the query refuses by itself", () => {
  beforeAll(async () => {
    const tables = await clinic.owner.$queryRaw<{ name: string }[]>`SELECT relname AS name FROM pg_class WHERE relrowsecurity AND relkind = 'r' AND relnamespace = 'public'::regnamespace`;
    for (const { name } of tables) await clinic.owner.$executeRawUnsafe(`ALTER TABLE "${name}" DISABLE ROW LEVEL SECURITY`);
    const [left, disabled, others] = [await clinic.hire("Lena", ["clinician"], clinic.ada), await clinic.hire("Dora", ["clinician"], clinic.ada), await clinic.hire("Otto", ["auditor", "researcher"], clinic.ada)];
    await clinic.owner.careTeamMember.updateMany({ where: { userId: left.userId }, data: { leftAt: new Date() } });
    await clinic.owner.user.update({ where: { id: disabled.userId }, data: { disabledAt: new Date() } });
    Object.assign(who, { ben: clinic.ben, adam: clinic.adam, cleo: clinic.cleo, "who left the team": left, "who is disabled": disabled, "whose roles treat nobody": others });
  });
  const who: Record<string, Viewer> = {};

  it.each(["ben", "adam", "cleo", "who left the team", "who is disabled", "whose roles treat nobody"])("%s finds nothing and changes nothing", async (name) => {
    const before = await everything();
    for (const [act, attempt] of Object.entries(acts)) await expect(attempt(who[name]!), act).rejects.toBeInstanceOf(NotHere);
    expect(await everything()).toEqual(before);
  });
});
