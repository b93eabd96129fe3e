// WHO MAY ASK FOR WHAT. One line for every address and method of the build, and seven rules that make an expected answer
// of each line, person and id. The test (matrix.spec.ts) asks all of them of the running server, thousands of cells, and
// fails where the build has an address or a method without a line, or a line is about something that is not there.
//
// The rules, in order:
//   1. What `anyone` may ask answers everyone as its line says.
//   2. A page whose address holds something that cannot be an id is not there (404), whoever asks.
//   3. Who is not signed in (no cookie, a forged one, signed out, idle for 15 minutes, 12 hours old, disabled, still before
//      the second factor) is led from a page to the sign-in page (307) and told so by a route (401).
//   4. Whoever has none of the line's roles finds nothing there (404).
//   5. What is theirs answers as the line says. Theirs is: of a patient, what their care team treats; of a clinic, what
//      belongs to theirs; of themselves, their own.
//   6. What is not theirs is answered as what does not exist: 404, or what the line gives as `absent`, with the same bytes.
//   7. A method that is not on a line is not answered (405).

import type { Thing } from "./bodies";

export type Role = "administrator" | "clinician" | "assistant" | "researcher" | "auditor";
export type Standing = "nobody" | "factor" | "setup" | "in";

type Who = "anyone" | readonly Role[];
type By = Partial<Record<Standing, number>> & { otherwise: number };

export interface Line {
  address: string;
  method: string;
  who: Who;
  /** What the ids in the address are of, in order; null: there is none to ask for. */
  about: readonly Thing[];
  /** What the request's body says it is about, where the id in the address is of something new. */
  within?: Thing;
  answer: number | By;
  absent?: number;
}

/** Whatever their roles, and without any. */
const everyone: readonly Role[] = ["administrator", "clinician", "assistant", "researcher", "auditor"];
const administrators: readonly Role[] = ["administrator"];
const auditors: readonly Role[] = ["auditor"];
/** Who treats. */
const clinicians: readonly Role[] = ["clinician"];
/** Who treats or records for those who do. */
const teams: readonly Role[] = ["clinician", "assistant"];

const line = (method: string, address: string, who: Who, about: readonly Thing[], answer: number | By, more: Pick<Line, "within" | "absent"> = {}): Line => ({ method, address, who, about, answer, ...more });

export const lines: readonly Line[] = [
  // Before anybody is known --------------------------------------------------------------------------------------
  line("GET", "/sign-in", "anyone", [], { in: 307, otherwise: 200 }),
  line("GET", "/sign-in/setup", "anyone", [], { setup: 200, otherwise: 307 }),
  line("GET", "/invitation", "anyone", [], 200),
  line("GET", "/away", "anyone", [], 200),
  line("GET", "/icon.svg", "anyone", [], 200),
  line("GET", "/_not-found", "anyone", [], 404),
  line("GET", "/_global-error", "anyone", [], 500),
  line("GET", "/api/health/live", "anyone", [], 200),
  line("GET", "/api/health/ready", "anyone", [], 200),
  line("GET", "/api/auth/[...nextauth]", "anyone", [], 404), // of next-auth only what the form needs
  line("POST", "/api/auth/[...nextauth]", "anyone", [], 404),
  line("POST", "/api/invitation/look", "anyone", [], 422), // with a token that is nobody's
  line("POST", "/api/invitation/accept", "anyone", [], 422),
  line("POST", "/api/sign-in/code", "anyone", [], { factor: 422, otherwise: 401 }), // with a wrong code
  line("POST", "/api/sign-in/passkey", "anyone", [], { factor: 422, otherwise: 401 }), // they have no passkey
  line("PUT", "/api/sign-in/passkey", "anyone", [], { factor: 422, otherwise: 401 }), // nothing was asked
  line("POST", "/api/sign-in/setup/passkey", "anyone", [], { setup: 200, otherwise: 401 }),
  line("PUT", "/api/sign-in/setup/passkey", "anyone", [], { setup: 422, otherwise: 401 }), // signed by nothing
  line("POST", "/api/sign-in/setup", "anyone", [], { setup: 422, otherwise: 401 }),

  // Everyone who is signed in, about themselves and the textbook ------------------------------------------------
  line("GET", "/", everyone, [], 307),
  line("GET", "/account", everyone, [], 200),
  line("GET", "/account/factor", everyone, [], 200),
  line("GET", "/attention", everyone, [], 200),
  line("GET", "/how-it-counts", everyone, [], 200),
  line("GET", "/measures", everyone, [], 200),
  line("GET", "/measures/[id]", everyone, ["measure"], 200),
  line("POST", "/api/session", everyone, [], 200),
  line("PUT", "/api/begun", everyone, [], 200),
  line("POST", "/api/begun/look", everyone, [], 200),
  line("DELETE", "/api/account/sign-ins/[id]", everyone, ["signIn"], 200),
  line("DELETE", "/api/account/sign-ins", everyone, [], 200),
  line("PUT", "/api/account/password", everyone, [], 422), // with a wrong password, as the next two
  line("POST", "/api/account/fresh", everyone, [], 200),
  line("PUT", "/api/account/fresh", everyone, [], 422), // with a wrong password
  line("POST", "/api/account/fresh/passkey", everyone, [], 422), // nobody here has one
  line("POST", "/api/account/passkeys", everyone, [], 200),
  line("PUT", "/api/account/passkeys", everyone, [], 422), // signed by nothing
  line("PUT", "/api/account/passkeys/[id]", everyone, ["passkey"], 404), // nobody here has one; whose they are: passkeys.db.test.ts
  line("DELETE", "/api/account/passkeys/[id]", everyone, ["passkey"], 404),
  line("POST", "/api/account/recovery-codes", everyone, [], 422), // nor any factor at all
  line("POST", "/api/account/factor", everyone, [], 422),
  line("DELETE", "/api/account/factor", everyone, [], 422),

  // Administrators: people and settings, no patients -------------------------------------------------------------
  line("GET", "/admin", administrators, [], 200),
  line("GET", "/admin/settings", administrators, [], 200),
  line("GET", "/admin/invite", administrators, [], 200),
  line("PUT", "/api/settings", administrators, [], 200),
  line("PUT", "/api/invitations/[id]", administrators, [], 201, { within: "team" }),
  line("DELETE", "/api/invitations/[id]", administrators, ["invitation"], 200),
  line("DELETE", "/api/people/[id]/factor", administrators, ["person"], 200),
  line("GET", "/admin/people/[id]", administrators, ["colleague"], 200),
  line("PUT", "/api/people/[id]", administrators, ["colleague"], 200),
  line("PUT", "/api/people/[id]/access", administrators, ["colleague"], 200),
  line("GET", "/admin/teams/new", administrators, [], 200),
  line("GET", "/admin/teams/[id]", administrators, ["team"], 200),
  line("PUT", "/api/teams/[id]", administrators, ["team"], 409), // it is not called what the body says

  // Auditors: the trail, no patients ------------------------------------------------------------------------------
  line("GET", "/trail", auditors, [], 200),
  line("POST", "/api/trail", auditors, [], 200),
  line("POST", "/api/trail/export", auditors, [], 200),
  line("POST", "/api/trail/unusual", auditors, [], 200),
  // Emergencies are theirs to read too --------------------------------------
  line("GET", "/emergencies", auditors, [], 200),
  line("GET", "/cohort", ["clinician", "researcher"], [], 200),
  line("POST", "/api/cohort", ["clinician", "researcher"], [], 200),
  line("GET", "/cohort/studies", ["clinician", "researcher"], [], 200),
  line("GET", "/cohort/studies/new", ["clinician", "researcher"], [], 200),
  line("GET", "/cohort/studies/[id]", ["clinician", "researcher"], ["study"], 200),
  line("PUT", "/api/studies/[id]", ["clinician", "researcher"], ["study"], 200),
  line("POST", "/api/studies/[id]/removal", ["clinician", "researcher"], ["study"], 200), // as it was just changed

  // Care teams: what is recorded of their patients ----------------------------------------------------------------
  line("GET", "/caseload", teams, [], 200),
  line("GET", "/today", teams, [], 200),
  line("GET", "/room", teams, [], 200),
  line("GET", "/patients/[patientId]", teams, ["patient"], 200),
  line("GET", "/patients/[patientId]/record", teams, ["patient"], 200),
  line("GET", "/patients/[patientId]/record/choose", teams, ["patient"], 200),
  line("GET", "/patients/[patientId]/assessments/[assessmentId]", teams, ["patient", "form"], 200),
  line("GET", "/patients/[patientId]/assessments/[assessmentId]/correct", teams, ["patient", "form"], 200),
  line("GET", "/patients/[patientId]/doses", teams, ["patient"], 200),
  line("GET", "/patients/[patientId]/doses/[sessionId]", teams, ["patient", "dose"], 200),
  line("GET", "/patients/[patientId]/dosing/[sessionId]", teams, ["patient", "dose"], 200),
  line("POST", "/api/caseload", teams, [], 200),
  line("POST", "/api/today", teams, [], 200),
  line("PUT", "/api/caseload/views/[id]", teams, [], 200),
  line("DELETE", "/api/caseload/views/[id]", teams, [], 200), // what is gone is removed; whose they are: saved-views.db.test.ts
  line("POST", "/api/patients/[id]/taken", teams, ["patient"], 200),
  line("POST", "/api/room/look", teams, [], 200),
  line("PUT", "/api/assessments/[id]", teams, [], 201, { within: "patient" }),
  line("POST", "/api/assessments/[id]/corrections", teams, ["form"], 200),
  line("POST", "/api/assessments/[id]/void", teams, ["form"], 200),
  line("POST", "/api/assessments/[id]/restore", clinicians, ["form"], 200), // what was voided just before
  line("PUT", "/api/drafts/[id]", teams, [], 200, { within: "patient" }),
  line("DELETE", "/api/drafts/[id]", teams, ["draft"], 200, { absent: 200 }), // what is gone is discarded
  line("PUT", "/api/sessions/[id]/symptoms", teams, ["dose"], 200),
  line("PUT", "/api/dosing/[id]/dose", teams, ["dose"], 409), // the world's own record is newer
  line("POST", "/api/dosing/[id]/look", teams, ["dose"], 200),
  line("PUT", "/api/dosing-events/[id]", teams, [], 200, { within: "dose" }),
  line("PUT", "/api/readings/[id]", teams, [], 201, { within: "dose" }),
  line("POST", "/api/readings/[id]/void", teams, ["reading"], 200),

  // Clinicians: what takes their judgement ------------------------------------------------------------------------
  line("GET", "/patients/new", clinicians, [], 200),
  line("GET", "/patients/[patientId]/opened", clinicians, ["patient"], 200),
  line("GET", "/patients/emergency", clinicians, [], 200),
  line("PUT", "/api/break-glass/[id]", clinicians, [], 422), // with a record number that is nobody's
  line("DELETE", "/api/break-glass/[id]", clinicians, ["glass"], 200),
  line("GET", "/patients/[patientId]/edit", clinicians, ["patient"], 200),
  line("GET", "/patients/[patientId]/course", clinicians, ["patient"], 200),
  line("GET", "/patients/[patientId]/visits/[sessionId]", clinicians, ["patient", "visit"], 200),
  line("PUT", "/api/patients/[id]", clinicians, ["patient"], 200),
  line("POST", "/api/safety-prompts/[id]/acknowledge", clinicians, ["prompt"], 200),
  line("POST", "/api/courses/[id]", clinicians, [], 422, { within: "patient" }), // who is in a course already
  line("PUT", "/api/courses/[id]", clinicians, ["course"], 200),
  line("POST", "/api/courses/[id]/sessions", clinicians, ["course"], 201),
  line("PUT", "/api/courses/[id]/plan", clinicians, ["course"], 200),
  line("POST", "/api/courses/[id]/baselines", clinicians, ["course"], 201),
  line("PUT", "/api/sessions/[id]", clinicians, ["visit"], 200),
  line("PUT", "/api/sessions/[id]/therapy", clinicians, ["visit"], 200),
  line("POST", "/api/dosing/[id]/leaving", clinicians, ["dose"], 422), // of a dose that has not begun
  line("GET", "/import", clinicians, [], 200),
  line("PUT", "/api/imports/[id]", clinicians, [], 200), // a dry run
  line("DELETE", "/api/imports/[id]", clinicians, [], 404), // nobody here made one; whose they are: import.db.test.ts
  line("POST", "/api/records/export", clinicians, [], 200),
  line("PUT", "/api/courses/[id]/end", clinicians, ["course"], 200), // last: nothing is planned in a course that has ended
];

/** Whose the thing is that is asked for. */
export type Whose = "own" | "other team's" | "other clinic's" | "nobody's" | "malformed" | "own patient, other team's record" | "other team's patient, own record";

interface Asking {
  standing: Standing;
  roles: readonly Role[];
}

export function expected({ who, answer, absent = 404, address }: Line, { standing, roles }: Asking, whose: Whose | null): number {
  const said = typeof answer === "number" ? answer : (answer[standing] ?? answer.otherwise);
  const isPage = !address.startsWith("/api/");
  if (who === "anyone") return said;
  if (isPage && whose === "malformed") return 404;
  if (standing !== "in") return isPage ? 307 : 401;
  if (who !== everyone && !who.some((role) => roles.includes(role))) return 404;
  if (whose === "malformed") return 404;
  if (whose === null || whose === "own") return said;
  return absent;
}

/** Whose a thing can be: everybody's, one person's, a clinic's; all others are their patient's care team's. */
export const scopes: Partial<Record<Thing, "everybody" | "person" | "clinic">> = { measure: "everybody", signIn: "person", passkey: "person", glass: "person", person: "clinic", colleague: "clinic", invitation: "clinic", team: "clinic", study: "clinic" };
