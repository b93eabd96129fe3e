// What a line of the trail may say was done: the whole list, each with the words a reader of the trail sees. A new act is written
// here first; nothing else can be recorded, filtered by or exported.

const looks = {
  opened: "Opened", listed: "Listed", searched: "Searched", exported: "Exported", "import-tried": "Looked at what a file would bring in", printed: "Printed", copied: "Copied as text", broke_glass: "Opened in an emergency", glass_ended: "Emergency access ended", looked_a_lot: "A thousand looks in ten minutes",
} as const;

const writes = {
  created: "Created", changed: "Changed", recorded: "Recorded", corrected: "Corrected", voided: "Voided", restored: "Restored", planned: "Planned", chosen: "Chose a baseline", drafted: "Began a form",
  discarded: "Discarded a form", prompted: "Safety prompt raised", acknowledged: "Safety prompt answered", signed: "Signed", ended: "Ended", reopened: "Reopened", imported: "Brought in from a file", "import-undone": "Undid an import", removed: "Removed",
} as const;

const signIns = {
  "signed-in": "Signed in", "signed-in-by-recovery-code": "Signed in by recovery code", "signed-out": "Signed out", "password-accepted": "Password accepted", "sign-in-failed": "Sign-in failed",
  "sign-in-throttled": "Sign-in made to wait", "code-failed": "Code failed", "code-throttled": "Code made to wait", glass_throttled: "Kept from guessing at records", confirmed: "Confirmed who they are", "signature-failed": "Confirmation failed",
  "signature-throttled": "Confirmation made to wait", "sign-in-ended": "Ended a session", "sign-ins-ended": "Ended all other sessions", "password-changed": "Changed password", "factor-set-up": "Set up a second factor",
  "factor-removed": "Removed an authenticator app", "passkey-added": "Added a passkey", "passkey-renamed": "Renamed a passkey", "passkey-removed": "Removed a passkey",
  "passkey-failed": "Passkey failed", "recovery-codes-renewed": "Made new recovery codes", "factor-reset": "Reset another's second factor", denied: "Denied",
} as const;

const people = {
  invited: "Invited", "invitation-withdrawn": "Withdrew an invitation", "invitation-accepted": "Accepted an invitation", "user-created": "Person made at the command line", role_changed: "Changed roles",
  disabled: "Disabled a person", enabled: "Enabled a person", member_added: "Added to a care team", member_removed: "Removed from a care team",
  team_created: "Made a care team", team_renamed: "Renamed a care team", "demo-loaded": "Demonstration loaded",
} as const;

export const actions = { ...looks, ...writes, ...signIns, ...people };

export type Action = keyof typeof actions;

export const actionNames = Object.keys(actions) as [Action, ...Action[]];

export const actionGroups: readonly { title: string; names: readonly Action[] }[] = [
  { title: "Looks", names: Object.keys(looks) as Action[] },
  { title: "Writes", names: Object.keys(writes) as Action[] },
  { title: "Signing in", names: Object.keys(signIns) as Action[] },
  { title: "People", names: Object.keys(people) as Action[] },
];

const subjects: Readonly<Record<string, string>> = {
  chart: "chart", patient: "patient", patients: "patient", course: "course", course_session: "session", assessment: "form", form: "form", sitting: "sitting", draft: "unfinished form", begun_form: "unfinished form", doses: "doses", dose: "dose",
  dose_record: "dose", dosing_room: "dosing room", dosing_board: "dosing board", reading: "reading", dosing_event: "adverse event", leaving: "leaving", symptom_check: "symptom check", therapy_record: "therapy session",
  baseline_choice: "baseline", safety_prompt: "safety prompt", caseload: "caseload", cohort: "cohort", today: "today", people: "people", app_user: "person", invitation: "invitation", care_team: "care team", organisation: "settings",
  settings_revision: "earlier settings", settings: "settings", sign_in: "session", passkey: "passkey", audit_event: "trail", unusual_access: "unusual access", import_batch: "import", saved_view: "saved view", study: "study", records: "the clinic's records", openings: "who has opened", note: "note",
};

/** "Corrected: form"; the table's own name where we have no word for it, nothing where the act says it all. */
export function actInWords(action: string, subject: string | null): string {
  const done = Object.hasOwn(actions, action) ? actions[action as Action] : action;
  if (subject === null) return done;
  return `${done}: ${Object.hasOwn(subjects, subject) ? subjects[subject] : subject.replaceAll("_", " ")}`;
}
