// A visit and the dose before it in words.
import { attendanceWords, distressWords, homeworkWords, type Attendance, type Homework } from "@/lib/course/therapy-session";

interface Dose {
  days: number;
  givenMg: number | null;
  medicine: string | null;
  events: readonly { term: string; severity: string; serious: boolean }[];
}

/** "the day before: 35 mg ketamine; headache (mild), nausea (severe, serious)" */
export function doseBeforeWords({ days, givenMg, medicine, events }: Dose): string {
  const when = days === 0 ? "earlier the same day" : days === 1 ? "the day before" : `${days} days before`;
  const given = givenMg === null ? "amount not recorded" : `${givenMg} mg ${medicine ?? ""}`.trim();
  const told = events.map(({ term, severity, serious }) => `${term} (${severity}${serious ? ", serious" : ""})`);
  return `${when}: ${given}; ${told.length === 0 ? "no event recorded" : told.join(", ")}`;
}

export interface VisitRecord {
  attendance: Attendance;
  protocolSession: number | null;
  homework: Homework | null;
  sudsBefore: number | null;
  sudsPeak: number | null;
  sudsEnd: number | null;
  note: string | null;
}

/** One version of a visit in a line. */
export function recordWords({ attendance, protocolSession, homework, sudsBefore, sudsPeak, sudsEnd, note }: VisitRecord): string {
  const distress = distressWords({ before: sudsBefore, peak: sudsPeak, end: sudsEnd });
  const parts = [
    attendanceWords[attendance],
    protocolSession === null ? null : `protocol session ${protocolSession}`,
    homework === null ? null : `homework ${homeworkWords[homework].toLowerCase()}`,
    distress === null ? null : `SUDS ${distress}`,
    note,
  ];
  return parts.filter((part) => part !== null).join("; ");
}

export interface VisitCheck {
  psychotic: boolean;
  manic: boolean;
  note: string | null;
}

/** One answer about symptoms in a line. */
export function checkWords({ psychotic, manic, note }: VisitCheck): string {
  const word = (given: boolean) => (given ? "yes" : "no");
  return `Psychotic symptoms ${word(psychotic)}; manic symptoms ${word(manic)}${note === null ? "" : `; ${note}`}`;
}
