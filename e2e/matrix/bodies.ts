// For every write something the form itself could have sent, so that an answer of "nothing here" or "not yours" is about
// who asks and for what, and never about the form. Whose things it names is in `ids`; `password` is the asker's own.

import { randomUUID } from "node:crypto";
import { clinicDay } from "../clinic-days";

export type Thing = "patient" | "course" | "dose" | "visit" | "form" | "draft" | "reading" | "event" | "prompt" | "person" | "colleague" | "signIn" | "passkey" | "invitation" | "team" | "glass" | "measure" | "study";
export type Ids = Record<Thing, string>;

const yesterday = clinicDay(-1);
const at = `${yesterday}T09:00`;
const instant = new Date(Date.now() - 6 * 3_600_000).toISOString();

const answers = () => ({ measure: "pcl-5", recall: "week", sessionId: null, answeredAt: at, mode: "paper", ratings: Array.from({ length: 20 }, (_, item) => item % 5), total: null });
const course = { therapy: "pe", medicine: "ketamine", route: "intravenous", startDate: clinicDay(-8), plannedWeeks: 4 };
export const study = () => ({
  name: `Vale ${randomUUID().slice(0, 8)}`, citation: "A paper nobody wrote", measure: "pcl-5", treatment: "None", time: "after treatment", kind: "mean-change", figures: { n: "20", change: "-12", se: "2.5" }, groups: "within",
});
const wrong = "not the password of anybody";

const credential = { id: "AAAA", rawId: "AAAA", type: "public-key" };
const made = () => ({ passkey: { ...credential, response: { clientDataJSON: "AAAA", attestationObject: "AAAA" } } });
const shown = () => ({ passkey: { ...credential, response: { clientDataJSON: "AAAA", authenticatorData: "AAAA", signature: "AAAA" } } });

export const bodies: Record<string, (ids: Ids, password: string) => Record<string, unknown>> = {
  "PUT /api/account/password": () => ({ password: wrong, next: "a lantern on the quay" }),
  "POST /api/account/factor": () => ({ password: wrong, offer: "none", code: "000000" }),
  "DELETE /api/account/factor": () => ({ password: wrong }),
  "PUT /api/account/fresh": () => ({ password: wrong }),
  "PUT /api/account/passkeys": made,
  "PUT /api/account/passkeys/[id]": () => ({ name: "Tablet" }),
  "POST /api/patients/[id]/taken": () => ({ act: "printed", of: "chart" }),
  "POST /api/trail": () => ({ recordNumber: "A-1" }),
  "POST /api/trail/export": () => ({ action: "denied" }),
  "PUT /api/assessments/[id]": ({ patient }) => ({ ...answers(), patientId: patient, key: randomUUID(), allow: ["incomplete", "same-day"] }),
  "POST /api/assessments/[id]/corrections": () => ({ ...answers(), answeredAt: `${yesterday}T10:30`, key: randomUUID(), revision: 1, reason: "Misread", allow: ["incomplete", "same-day"] }),
  "POST /api/assessments/[id]/void": () => ({ key: randomUUID(), revision: 2, reason: "Entered for another patient" }),
  "POST /api/assessments/[id]/restore": () => ({ key: randomUUID(), revision: 3, reason: "It was this patient's after all" }),
  "PUT /api/break-glass/[id]": () => ({ recordNumber: "nobody's", birthDate: "1985-04-12", reason: "Collapsed in the waiting room" }),
  "PUT /api/begun": () => ({ name: `${randomUUID()}/visit`, step: 1, entered: "{}" }),
  "POST /api/begun/look": () => ({ names: [`${randomUUID()}/visit`] }),
  "POST /api/caseload": () => ({ query: "" }),
  "POST /api/today": () => ({ list: "measures", after: { rank: 0, day: yesterday, at: null, patientId: randomUUID(), sessionId: null } }),
  "PUT /api/caseload/views/[id]": () => ({ name: `View ${randomUUID().slice(0, 8)}`, view: {} }),
  "POST /api/cohort": () => ({ ask: {}, as: "json" }),
  "POST /api/courses/[id]": ({ patient }) => ({ ...course, patientId: patient }),
  "PUT /api/courses/[id]": ({ patient }) => ({ ...course, patientId: patient, version: 1, allow: ["index-event"] }),
  "POST /api/courses/[id]/baselines": () => ({ id: randomUUID(), measure: "pcl-5", recall: "week", assessmentId: null, reason: "Moved house" }),
  "PUT /api/courses/[id]/plan": () => ({ plan: null, version: 2 }),
  "POST /api/courses/[id]/sessions": () => ({ sessions: [{ id: randomUUID(), kind: "assessment", at }] }),
  "PUT /api/courses/[id]/end": () => ({ end: { on: yesterday, how: "completed" }, version: 3 }),
  "PUT /api/dosing-events/[id]": ({ dose }) => ({ sessionId: dose, key: randomUUID(), number: 0, act: "entered", term: "Nausea", severity: "mild", serious: false, relation: "possible", onsetAt: instant, endedAt: null, outcome: "resolved" }),
  "PUT /api/dosing/[id]/dose": () => ({
    key: randomUUID(), number: 0, medicine: "ketamine", route: "intravenous", weightKg: 70, mgPerKg: 0.5, devices: null, givenMg: null, givenDevices: null,
    confirmedAt: null, expiry: null, startedAt: null, stoppedAt: null, interruptions: [], notes: "",
  }),
  "POST /api/dosing/[id]/leaving": (_, password) => ({ key: randomUUID(), number: 0, leftAt: instant, escort: "A friend", advice: true, password }),
  "POST /api/dosing/[id]/look": () => ({ mark: null }),
  "PUT /api/drafts/[id]": ({ patient }) => ({ ...answers(), patientId: patient, step: 1 }),
  "POST /api/invitation/accept": () => ({ token: randomUUID(), next: "a lantern on the quay" }),
  "POST /api/invitation/look": () => ({ token: randomUUID() }),
  "PUT /api/imports/[id]": () => ({ kind: "patients", text: "record_number,family_name,given_name,birth_date\nM-1,Vale,Ines,1985-03-09\n", dryRun: true }),
  "POST /api/records/export": () => ({ kind: "patients" }),
  "PUT /api/invitations/[id]": ({ team }) => ({ name: "Ines Vale", email: `${randomUUID()}@matrix.example`, roles: ["clinician"], teamIds: [team] }),
  "PUT /api/patients/[id]": () => ({ recordNumber: randomUUID(), familyName: "Vale", givenName: "Ines", birthDate: "1985-03-09", version: 1, allow: [] }),
  "PUT /api/people/[id]": ({ team }) => ({ roles: ["clinician"], teamIds: [team], was: { roles: ["clinician"], teamIds: [team] } }),
  "PUT /api/people/[id]/access": () => ({ disabled: false }),
  "PUT /api/readings/[id]": ({ dose }) => ({ sessionId: dose, at: instant, systolic: 120, diastolic: 80, pulse: 70, spo2: 98, sedation: null, dissociation: null, cadss: null, done: "", beforeStart: true }),
  "POST /api/readings/[id]/void": () => ({ reason: "Cuff slipped" }),
  "POST /api/room/look": () => ({ mark: null }),
  "POST /api/safety-prompts/[id]/acknowledge": () => ({ done: "Spoke with the patient" }),
  "PUT /api/sessions/[id]": () => ({ kind: "therapy", at: `${yesterday}T15:30`, status: "done", version: 1 }),
  "PUT /api/sessions/[id]/symptoms": () => ({ key: randomUUID(), number: 0, psychotic: false, manic: false, note: "" }),
  "PUT /api/sessions/[id]/therapy": () => ({
    key: randomUUID(), number: 0, checkNumber: 0, at: `${yesterday}T15:30`, attendance: "attended", protocolSession: 1, homework: null,
    sudsBefore: null, sudsPeak: null, sudsEnd: null, note: "", psychotic: false, manic: false, symptomNote: "",
  }),
  "PUT /api/settings": () => ({ settings: {}, version: 1 }),
  "POST /api/sign-in/code": () => ({ code: "000000" }),
  "POST /api/sign-in/passkey": () => ({}),
  "PUT /api/sign-in/passkey": shown,
  "POST /api/sign-in/setup/passkey": () => ({}),
  "PUT /api/sign-in/setup/passkey": made,
  "POST /api/sign-in/setup": () => ({ offer: "none", code: "000000" }),
  "PUT /api/studies/[id]": () => ({ ...study(), version: 1, reason: "The paper was corrected" }),
  "POST /api/studies/[id]/removal": () => ({ version: 2, reason: "Retracted" }),
  "PUT /api/teams/[id]": () => ({ name: "Another name", was: "Not its name" }),
};
