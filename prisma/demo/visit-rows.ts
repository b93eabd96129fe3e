// What was written down of each therapy session that was held: attendance, homework, its number in the protocol, the distress
// of an exposure, and the questions about symptoms. Invented, from chance with a fixed seed; distress falls a little from
// session to session, and nothing here is a finding.
import type { Prisma } from "../generated/client";
import type { Owner } from "./form-rows";
import { chance, idFor } from "./seed";
import type { Story } from "./story";
import type { TimedSession, Timeline } from "./timeline";

export interface VisitRows {
  therapyRecords: Prisma.TherapyRecordCreateManyInput[];
  symptomChecks: Prisma.SymptomCheckCreateManyInput[];
}

/** How long a session lasts, until its record is written. */
const wholeMinutes = 75;
/** The first sessions of prolonged exposure have no exposure in them yet. */
const firstExposure = 3;
const minute = 60_000;

export function visitRows({ key, course }: Story, { sessions }: Timeline, { organisationId, patientId, clinicianId }: Owner, now: Date): VisitRows {
  if (course === null) return { therapyRecords: [], symptomChecks: [] };
  const held = sessions
    .filter(({ kind, status, at }) => kind === "therapy" && status === "done" && +at + wholeMinutes * minute <= +now)
    .toSorted((a, b) => +a.at - +b.at);
  const highest = 70 + Math.round(chance(`${key}, distress`)() * 25);
  const made = (session: TimedSession) => ({ organisationId, patientId, sessionId: session.id, byId: clinicianId, number: 1, at: new Date(+session.at + wholeMinutes * minute) });
  return {
    therapyRecords: held.map((session, index) => ({ ...made(session), ...recordOf(session, index, course.therapy === "pe", highest), key: idFor(`${session.id}, visit`) })),
    symptomChecks: held.map((session) => ({ ...made(session), psychotic: false, manic: false, key: idFor(`${session.id}, symptoms`) })),
  };
}

function recordOf(session: TimedSession, index: number, exposure: boolean, highest: number) {
  const next = chance(`${session.id}, visit`);
  const [late, worked] = [next(), next()];
  const peak = inFives(highest - 4 * index + (next() - 0.5) * 14);
  const suds = exposure && index + 1 >= firstExposure ? { sudsBefore: inFives(peak - 20 - next() * 20), sudsPeak: peak, sudsEnd: inFives(peak - 15 - next() * 35) } : {};
  return {
    protocolSession: index + 1,
    attendance: late < 0.1 ? ("late" as const) : ("attended" as const),
    homework: index === 0 ? ("none_set" as const) : worked < 0.55 ? ("done" as const) : worked < 0.85 ? ("partly" as const) : ("not_done" as const),
    ...suds,
  };
}

/** Ratings are said in fives. */
function inFives(value: number): number {
  return Math.max(0, Math.min(100, Math.round(value / 5) * 5));
}
