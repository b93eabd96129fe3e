// Who may do what, in one table. A page or a route names a right, never a role; row-level security says the same again
// (prisma/migrations, app_team_ids and app_treats). A person with several roles has the rights of each.
import type { Role } from "@/prisma/generated/enums";
import type { Viewer } from "./viewer";

const rights = {
  /** See the patients of one's care teams, or one opened in an emergency; record scores, doses, readings, events. */
  care: ["clinician", "assistant"],
  /** What takes a clinician's judgement: patients and courses, therapy sessions, other people's forms, leaving, safety prompts. */
  treat: ["clinician"],
  /** People, care teams and the clinic's settings. No patients. */
  administer: ["administrator"],
  /** The trail of who did and saw what. No patients. */
  audit: ["auditor"],
  /** Cohorts of the whole clinic, without names. No patients. */
  research: ["researcher"],
  /** Figures of a group: of one's own patients, or without names. */
  cohort: ["clinician", "researcher"],
} as const satisfies Record<string, readonly Role[]>;

export type Right = keyof typeof rights;

export function may(viewer: Pick<Viewer, "roles">, right: Right): boolean {
  return rights[right].some((role) => viewer.roles.includes(role));
}

/** Whether what takes a clinician's judgement is theirs for this patient: not where they opened the record in an emergency. */
export function treats(viewer: Pick<Viewer, "roles" | "brokenGlass">, patientId: string): boolean {
  return may(viewer, "treat") && viewer.brokenGlass.every((opened) => opened.patientId !== patientId);
}

/** The roles that carry a right, for the where clauses of lib/records. */
export function rolesWith(right: Right): readonly Role[] {
  return rights[right];
}
