// One fault for each defence: what it would be to leave it out, and the test that must then fail. A fault is a change of
// one place in a source file, made while a test loads it, or SQL run on the database of the tests. Nothing of this is in
// the sources that are built, so there is nothing to switch on.

/** @typedef {{ defence: string, test: string, file?: string, from?: string, to?: string, sql?: string }} Fault */

const wrapper = "app/api/route.db.test.ts";
const access = "lib/records/access.db.test.ts";
const tables = "lib/records/tables.db.test.ts";
const restored = "lib/records/restored-forms.db.test.ts";

/** @type {Fault[]} */
export const faults = [
  { defence: "the query asks for the care team", file: "lib/records/scope.ts", from: ": onTeam) };", to: ": {}) };", test: access },
  { defence: "so does the query in SQL", file: "lib/records/scope.ts", from: "AND (${team} = ANY (ARRAY(", to: "AND (true OR ${team} = ANY (ARRAY(", test: access },
  { defence: "whoever left a team is off it", file: "lib/records/scope.ts", from: "userId: viewer.userId, leftAt: null,", to: "userId: viewer.userId,", test: access },
  { defence: "whoever is disabled is off every team", file: "lib/records/scope.ts", from: "user: { roles, disabledAt: null }", to: "user: { roles }", test: access },
  { defence: "row-level security of patients", sql: "ALTER TABLE patient DISABLE ROW LEVEL SECURITY", test: tables },
  { defence: "row-level security of what hangs on a patient", sql: "ALTER TABLE reading DISABLE ROW LEVEL SECURITY", test: tables },
  { defence: "it binds the owner of the tables too", sql: "ALTER TABLE assessment NO FORCE ROW LEVEL SECURITY", test: tables },
  { defence: "the database asks whether a team was left", sql: "CREATE OR REPLACE FUNCTION app_team_ids() RETURNS uuid[] LANGUAGE sql STABLE AS $$ SELECT coalesce(array_agg(m.team_id), '{}') FROM care_team_member m JOIN app_user u ON u.id = m.user_id WHERE m.user_id = app_user_id() AND u.disabled_at IS NULL AND u.roles::text[] && ARRAY['clinician', 'assistant'] $$", test: tables },
  { defence: "the application's role deletes nothing", sql: "GRANT DELETE ON assessment TO courseline_app", test: access },
  { defence: "what is only ever added is not changed", sql: "DROP TRIGGER only_added ON assessment_revision", test: access },
  { defence: "a total is the sum of its ratings", sql: "ALTER TABLE assessment DROP CONSTRAINT assessment_total", test: access },
  { defence: "a rating is 0 to 4", sql: "ALTER TABLE assessment DROP CONSTRAINT assessment_ratings, DROP CONSTRAINT assessment_total", test: access },
  { defence: "the audit line is in the act's transaction", file: "lib/records/scope.ts", from: "  return recordAct(tx, {", to: "  if (tx !== null) return Promise.resolve();\n  return recordAct(tx, {", test: "lib/records/assessments.db.test.ts" },
  { defence: "an attempt that was refused leaves its line", file: "lib/records/scope.ts", from: "if (error instanceof NotHere) await", to: "if (error === null) await", test: access },
  { defence: "what is older does not overwrite", file: "lib/records/patients.ts", from: "where: { id, version, ...theirs", to: "where: { id, ...theirs", test: wrapper },
  { defence: "a request comes from our own pages", file: "app/api/answer.ts", from: "    refuseForeign(request);\n", to: "", test: wrapper },
  { defence: "by the browser's word too", file: "app/api/answer.ts", from: ` || (site !== null && site !== "same-origin")`, to: "", test: wrapper },
  { defence: "a body has a limit", file: "app/api/answer.ts", from: "if (size > largest)", to: "if (size < 0)", test: wrapper },
  { defence: "a body is what only our pages can send", file: "app/api/answer.ts", from: "if (!/^application\\/json\\b/.test(", to: "if (/^never$/.test(", test: wrapper },
  { defence: "what cannot be stored is refused", file: "app/api/answer.ts", from: "if (parsed.success && isStorable(given))", to: "if (parsed.success)", test: wrapper },
  { defence: "a form has its own keys and no others", file: "lib/schemas/patient.ts", from: "z.strictObject(", to: "z.object(", test: wrapper },
  { defence: "a route asks for a right", file: "app/api/answer.ts", from: "if (right !== null && !may(viewer, right))", to: "if (right === undefined)", test: wrapper },
  { defence: "a session ends when nobody uses it", file: "lib/auth/sign-ins.ts", from: " AND last_seen_at > now() - make_interval(mins => $2)", to: " AND $2::int > 0", test: wrapper },
  { defence: "a session ends after twelve hours", file: "lib/auth/sign-ins.ts", from: "AND stage = 'full' AND expires_at > now()", to: "AND stage = 'full'", test: wrapper },
  { defence: "a password alone is no session", file: "lib/auth/sign-ins.ts", from: "WHERE token_hash = $1 AND stage = 'full' AND", to: "WHERE token_hash = $1 AND", test: wrapper },
  { defence: "the gate asks whether a person is disabled", file: "lib/auth/sign-ins.ts", from: "    WHERE u.disabled_at IS NULL`,", to: "    WHERE true`,", test: wrapper },
  { defence: "disabling a person, or another role, ends their sessions", sql: "DROP TRIGGER end_sign_ins ON app_user", test: "lib/records/people.db.test.ts" },
  { defence: "nobody changes their own role", sql: "DROP TRIGGER person_guarded ON app_user", test: "lib/records/people.db.test.ts" },
  { defence: "guesses are counted", file: "lib/auth/throttle.ts", from: `limiter("account", 10)`, to: `limiter("account", 1_000_000)`, test: "lib/auth/throttle.db.test.ts" },
  { defence: "a code works once", file: "lib/auth/factors.ts", from: "where: { userId, lastStep: { lt: step } }", to: "where: { userId }", test: "lib/auth/factors.db.test.ts" },
  { defence: "a recovery code works once", file: "lib/auth/factors.ts", from: "codeHash: hashOf(code), usedAt: null }", to: "codeHash: hashOf(code) }", test: "lib/auth/factors.db.test.ts" },
  { defence: "what is sealed for one purpose opens for no other", file: "lib/auth/second-step.ts", from: "`offered second factor of ${userId} in ${signInId}`", to: "`offered second factor ${userId && signInId ? '' : ''}`", test: "lib/auth/factors.db.test.ts" },
  { defence: "what is grave wants a fresh sign-in", file: "lib/auth/fresh.ts", from: "if (!viewer.fresh) throw", to: "if (viewer === null) throw", test: "lib/auth/fresh.db.test.ts" },
  { defence: "a voided form is restored by who treats the patient", file: "lib/records/restored-forms.ts", from: `{ patient: theirs(viewer, "treat") }`, to: "{ patient: theirs(viewer) }", test: restored },
  { defence: "and by who confirmed just now", file: "lib/records/restored-forms.ts", from: "      await requireFresh(viewer);\n", to: "", test: restored },
  { defence: "a voided form is not changed", sql: "DROP TRIGGER voided_form_guarded ON assessment", test: restored },
  { defence: "nor restored without saying so", sql: "DROP TRIGGER restored_form_complete ON assessment", test: restored },
];
