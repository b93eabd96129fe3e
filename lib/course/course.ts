/**
 * A course of treatment and the sessions it is made of: what was planned, what was done, and the words for
 * it. A course joins one trauma-focused psychotherapy, or none, with ketamine, esketamine or no medicine. It
 * holds no scores. A route is checked against its medicine here and nowhere else; doses, milligrams and
 * observation come with later measures of care and are not part of this type.
 */
export type Therapy = "pe" | "cpt" | "other" | "none";
export type Medicine = "ketamine" | "esketamine" | "none";
export type Route = "intravenous" | "intranasal" | "none";
export type SessionKind = "dose" | "therapy" | "assessment";
export type SessionStatus = "planned" | "done" | "missed" | "cancelled";

export interface Course {
  /** Calendar day in `timeZone`. */
  readonly startDate: string;
  /** Whole weeks, 1 to 20. */
  readonly plannedWeeks: number;
  /** IANA zone that decides the calendar day. */
  readonly timeZone: string;
  readonly therapy: Therapy;
  /** The name of the therapy when it is "other". */
  readonly therapyName?: string | null;
  readonly medicine: Medicine;
  readonly route: Route;
  readonly endedAt?: Date | null;
}

export interface CourseSession {
  readonly id: string;
  readonly kind: SessionKind;
  readonly at: Date;
  readonly status: SessionStatus;
}

/** Weeks a course may be planned for, inclusive: fifteen weekly sessions of prolonged exposure, with room. */
export const PLANNED_WEEKS = { min: 1, max: 20 } as const;

/** The routes each medicine is recorded with: esketamine is a nasal spray only, no medicine has no route. */
export const routesOf: Readonly<Record<Medicine, readonly Route[]>> = {
  ketamine: ["intravenous", "intranasal"],
  esketamine: ["intranasal"],
  none: ["none"],
};

/**
 * Whether this route goes with this medicine. Example: isValidCombination("esketamine", "intranasal") is
 * true, isValidCombination("esketamine", "intravenous") false.
 */
export function isValidCombination(medicine: Medicine, route: Route): boolean {
  return routesOf[medicine].includes(route);
}

type Treatment = Pick<Course, "therapy" | "therapyName" | "medicine" | "route">;

const therapyShort = { pe: "PE", cpt: "CPT", none: null } as const;
const therapyLong = { pe: "prolonged exposure", cpt: "cognitive processing therapy", none: null } as const;
const routeShort = { intravenous: "IV", intranasal: "intranasal", none: null } as const;
const NAMELESS = "other therapy";

/** The therapy in a few letters, or null without one. Example: therapyWords({ therapy: "pe" }) is "PE". */
export function therapyWords(course: Pick<Course, "therapy" | "therapyName">): string | null {
  return course.therapy === "other" ? nameOf(course) : therapyShort[course.therapy];
}

/**
 * The treatment in a few words, for a table. Example: "IV ketamine + PE", "Intranasal esketamine + CPT", "PE"
 * for therapy alone, "IV ketamine" for medicine alone, "No treatment" for neither.
 */
export function courseWords(course: Treatment): string {
  const route = routeShort[course.route];
  const medicine = course.medicine === "none" ? null : [route, course.medicine].filter(Boolean).join(" ");
  const parts = [medicine, therapyWords(course)].filter((part) => part !== null);
  return parts.length === 0 ? "No treatment" : capital(parts.join(" + "));
}

/**
 * The treatment spelt out, for a heading. Example: "Intravenous ketamine with prolonged exposure", "Cognitive
 * processing therapy".
 */
export function courseInFull(course: Treatment): string {
  const route = course.route === "none" ? null : course.route;
  const medicine = course.medicine === "none" ? null : [route, course.medicine].filter(Boolean).join(" ");
  const therapy = course.therapy === "other" ? nameOf(course) : therapyLong[course.therapy];
  const parts = [medicine, therapy].filter((part) => part !== null);
  return parts.length === 0 ? "No treatment" : capital(parts.join(" with "));
}

/** Words for the kind of a session. Example: sessionKindWords.dose is "Dose". */
export const sessionKindWords: Readonly<Record<SessionKind, string>> = {
  dose: "Dose",
  therapy: "Therapy session",
  assessment: "Assessment visit",
};

/** Words for the status of a session. Example: sessionStatusWords.missed is "Missed". */
export const sessionStatusWords: Readonly<Record<SessionStatus, string>> = {
  planned: "Planned",
  done: "Done",
  missed: "Missed",
  cancelled: "Cancelled",
};

function nameOf(course: Pick<Course, "therapyName">): string {
  return course.therapyName?.trim() || NAMELESS;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
