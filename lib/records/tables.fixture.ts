// WHO MAY DO WHAT TO WHICH ROWS, by the database alone: the application's role, with no query of ours in between. One line
// for every table; the test (tables.db.test.ts) tries each act as everybody on the rows of three worlds, and fails where
// there is a table without a line.

/** Whose a row is: a patient's, a person's, a clinic's, or of nobody in particular. */
export type Of = "patient" | "person" | "clinic" | "nothing";

export interface Asker {
  userId: string | null;
  clinic: "here" | "next door" | null;
  /** Roles that hold: none of a person who is disabled. */
  roles: readonly string[];
  /** The world whose care team they are on now. */
  team: World | null;
  /** A world opened in an emergency. */
  opened?: World;
}

export type World = "ada's" | "ben's" | "cleo's";
export interface Row {
  world: World;
  /** Who the row is of or by. */
  personId: string;
}

type May = (asker: Asker, row: Row) => boolean;

const clinicOf = (world: World) => (world === "cleo's" ? "next door" : "here");
const sees = (asker: Asker, { world }: Row, ...roles: string[]) => roles.some((role) => asker.roles.includes(role)) && (asker.team === world || asker.opened === world);

const anybody: May = () => true;
const nobody: May = () => false;
/** Everyone of the clinic who is not disabled. */
const clinic: May = (asker, { world }) => asker.clinic === clinicOf(world) && asker.roles.length > 0;
const administrators: May = (asker, row) => clinic(asker, row) && asker.roles.includes("administrator");
const auditors: May = (asker, row) => clinic(asker, row) && asker.roles.includes("auditor");
/** Of the clinic: they read what carries no name, and no patient. */
const researchers: May = (asker, row) => clinic(asker, row) && asker.roles.includes("researcher");
/** Who asks for figures of a group. */
const cohortAskers: May = (asker, row) => clinic(asker, row) && (asker.roles.includes("clinician") || asker.roles.includes("researcher"));
/** Clinicians and assistants of the patient's care team, and a clinician who opened the record in an emergency. */
const team: May = (asker, row) => sees(asker, row, "clinician", "assistant");
/** The clinicians of the care team: an emergency does not make one of them. */
const treating: May = (asker, { world }) => asker.roles.includes("clinician") && asker.team === world;
/** A clinician of the team, or one who opened the record in an emergency. */
const seeing: May = (asker, row) => sees(asker, row, "clinician");
const oneself: May = (asker, { personId }) => asker.userId === personId;
const either = (...these: May[]): May => (asker, row) => these.some((may) => may(asker, row));
const both = (...these: May[]): May => (asker, row) => these.every((may) => may(asker, row));

export const tables: Record<string, { of: Of; read: May; add: May; change: May; remove: May }> = {
  _prisma_migrations: { of: "nothing", read: anybody, add: nobody, change: nobody, remove: nobody },
  // Read by the session gate before anybody is known.
  organisation: { of: "clinic", read: anybody, add: nobody, change: administrators, remove: nobody },
  app_user: { of: "person", read: anybody, add: nobody, change: either(oneself, administrators), remove: nobody }, // which column: people.db.test.ts
  sign_in: { of: "person", read: anybody, add: anybody, change: anybody, remove: anybody },
  throttle: { of: "nothing", read: anybody, add: anybody, change: anybody, remove: anybody },

  second_factor: { of: "person", read: either(oneself, administrators), add: oneself, change: oneself, remove: either(oneself, administrators) },
  recovery_code: { of: "person", read: either(oneself, administrators), add: oneself, change: oneself, remove: either(oneself, administrators) },
  passkey: { of: "person", read: either(oneself, administrators), add: oneself, change: oneself, remove: either(oneself, administrators) },
  passkey_challenge: { of: "person", read: oneself, add: oneself, change: oneself, remove: oneself },
  care_team: { of: "clinic", read: clinic, add: administrators, change: administrators, remove: nobody },
  care_team_member: { of: "person", read: clinic, add: administrators, change: administrators, remove: nobody },
  invitation: { of: "clinic", read: administrators, add: administrators, change: administrators, remove: nobody },
  study_revision: { of: "clinic", read: cohortAskers, add: both(cohortAskers, oneself), change: nobody, remove: nobody },
  settings_revision: { of: "clinic", read: clinic, add: administrators, change: nobody, remove: nobody },

  patient: { of: "patient", read: team, add: treating, change: treating, remove: nobody },
  course: { of: "patient", read: team, add: treating, change: treating, remove: nobody },
  course_session: { of: "patient", read: team, add: treating, change: team, remove: nobody }, // a dose that begins marks its session done
  assessment: { of: "patient", read: team, add: team, change: treating, remove: nobody }, // all rows here are a clinician's
  assessment_revision: { of: "patient", read: team, add: team, change: nobody, remove: nobody },
  baseline_choice: { of: "patient", read: team, add: treating, change: nobody, remove: nobody },
  safety_prompt: { of: "patient", read: team, add: team, change: team, remove: nobody },
  draft: { of: "patient", read: both(team, oneself), add: both(team, oneself), change: both(team, oneself), remove: both(team, oneself) },
  therapy_record: { of: "patient", read: treating, add: treating, change: nobody, remove: nobody },
  symptom_check: { of: "patient", read: team, add: team, change: nobody, remove: nobody },
  dose_record: { of: "patient", read: team, add: team, change: nobody, remove: nobody },
  reading: { of: "patient", read: team, add: team, change: treating, remove: nobody },
  dosing_event: { of: "patient", read: team, add: team, change: nobody, remove: nobody },
  leaving: { of: "patient", read: team, add: treating, change: nobody, remove: nobody },

  // What follows from the records (facts.ts).
  patient_fact: { of: "patient", read: team, add: team, change: team, remove: team },
  due_item: { of: "patient", read: team, add: team, change: team, remove: team },
  session_fact: { of: "patient", read: team, add: team, change: team, remove: team },
  course_fact: { of: "patient", read: either(team, researchers), add: team, change: team, remove: team },
  placement: { of: "patient", read: either(team, researchers), add: team, change: team, remove: team },
  series_fact: { of: "patient", read: either(team, researchers), add: team, change: team, remove: team },

  // What was brought in from files: the import is its maker's, what it made the patient's.
  import_batch: { of: "person", read: oneself, add: oneself, change: oneself, remove: nobody },
  imported_row: { of: "patient", read: team, add: treating, change: nobody, remove: nobody },

  // A view of the caseload is its maker's, and so is what somebody began to enter.
  begun_form: { of: "person", read: oneself, add: oneself, change: oneself, remove: oneself },
  saved_view: { of: "person", read: oneself, add: oneself, change: oneself, remove: oneself },

  break_glass: { of: "person", read: either(oneself, auditors), add: nobody, change: oneself, remove: nobody },
  // What was done with a patient is its clinicians' to read. Nobody writes in another's name.
  audit_event: { of: "person", read: either(auditors, seeing), add: either(oneself, (asker) => asker.userId === null), change: nobody, remove: nobody },
  audit_seal: { of: "nothing", read: nobody, add: nobody, change: nobody, remove: nobody },
};
