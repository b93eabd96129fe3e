// What is checked before a form is kept: that its answers are ones the measure offers, that its time and session are
// possible, and two questions worth asking first. The textbook scores it; a total that was sent counts only where the
// total is what is entered.
import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { calendarDay } from "@/lib/course/calendar";
import type { Measure } from "@/lib/measures/measure";
import { findMeasure } from "@/lib/measures/measures";
import { recallWords, type Recall } from "@/lib/measures/recall";
import { readRecorded, type Stored } from "@/lib/measures/recorded";
import { readResponses } from "@/lib/measures/responses";
import type { AssessmentSave } from "@/lib/schemas/assessment";
import type { PlainTx } from "@/lib/db";
import type { Patient } from "@/prisma/generated/client";
import { instantFrom } from "./clinic-time";
import { Ask, Unfit } from "./problems";
import { currentCourseJoin } from "./rows";

export type Answers = Pick<AssessmentSave, "measure" | "recall" | "sessionId" | "answeredAt" | "mode" | "ratings" | "total" | "allow"> & {
  /** The instant itself, where it is known to the second. */
  instant?: Date;
};
export type Examined = Awaited<ReturnType<typeof examine>>;

/** The fields of a form as they are stored; throws where one is wrong or a question has to be answered first. */
export async function examine(tx: PlainTx, viewer: Viewer, patient: Pick<Patient, "id" | "birthDate">, id: string, given: Answers) {
  const { sessionId, recall, mode, ratings, allow } = given;
  const measure = measureNamed(given.measure);
  checkAnswers(measure, given);
  const recorded = readRecorded(measure, given);
  if (recorded.state === "invalid") throw new Unfit({ total: totalWords(measure) });

  const { course, session, near, now } = await around(tx, patient.id, id, given);
  if (sessionId !== null && !session) throw new Unfit({ sessionId: "Choose one of this patient's sessions" });
  const zone = course?.timeZone ?? viewer.organisation.timeZone;
  const answeredAt = given.instant ?? instantFrom(given.answeredAt, zone, "answeredAt");
  if (answeredAt.getTime() > now + aMinute) throw new Unfit({ answeredAt: "Enter a date and time that is not in the future" });
  if (answeredAt < patient.birthDate) throw new Unfit({ answeredAt: "Enter a date after the patient was born" });

  const total = recorded.state === "scored" ? recorded.score.total : null;
  if (measure.entry === "items" && ratings.every((rating) => rating === null)) throw new Unfit({ ratings: "Answer at least one item" });
  if (!allow.includes("incomplete")) askAboutMissing(measure, given, total);
  if (!allow.includes("same-day")) askAboutSameDay(near, { measure, recall, answeredAt, zone });
  return { courseId: session?.courseId ?? course?.id ?? null, sessionId, recall, answeredAt, mode, ratings, total };
}

interface Around {
  course: { id: string; timeZone: string } | null;
  session: { courseId: string } | null;
  /** Forms of the same measure and recall window that may be of the same day, in order of time. */
  near: { at: number; total: number | null }[] | null;
  /** By the database's clock, in milliseconds: this process's own may be wrong. */
  now: number;
}

const twoDays = 2 * 86_400_000;

/** What the checks look at, in one statement. No zone is more than a day from UTC: two days either way hold the day. */
async function around(tx: PlainTx, patientId: string, id: string, { sessionId, measure, recall, answeredAt, instant }: Answers): Promise<Around> {
  const about = instant?.getTime() ?? Date.parse(`${answeredAt}Z`);
  const [from, until] = [about - twoDays, about + twoDays].map((at) => new Date(at).toISOString());
  const [found] = await tx.$queryRaw<Around[]>`
    SELECT
      (extract(epoch FROM now()) * 1000)::float AS now,
      CASE WHEN c.id IS NOT NULL THEN json_build_object('id', c.id, 'timeZone', c.time_zone) END AS course,
      (SELECT json_build_object('courseId', s.course_id) FROM course_session s WHERE s.id = ${sessionId}::uuid AND s.patient_id = p.id) AS session,
      (SELECT json_agg(json_build_object('at', extract(epoch FROM a.answered_at) * 1000, 'total', a.total) ORDER BY a.answered_at)
         FROM assessment a
         WHERE a.patient_id = p.id AND a.id <> ${id}::uuid AND a.measure = ${measure} AND a.recall = ${recall}::"Recall" AND a.voided_at IS NULL
           AND a.answered_at BETWEEN ${from}::timestamptz AND ${until}::timestamptz) AS near
    FROM patient p ${currentCourseJoin}
    WHERE p.id = ${patientId}::uuid`;
  return found ?? { course: null, session: null, near: null, now: Date.now() };
}

// Clocks of two machines may differ by a little; a form answered just now is not from the future.
const aMinute = 60_000;

export function measureNamed(id: string): Measure {
  const measure = findMeasure(id);
  if (!measure) throw new Unfit({ measure: "This measure is not known here" });
  return measure;
}

/** A measure that the clinic has switched off takes no new forms; those there are can be finished and corrected. */
export function checkOffered(viewer: Viewer, measure: Measure): void {
  if (!viewer.organisation.settings.measures.includes(measure.id)) throw new Unfit({ measure: `The ${measure.short} is not recorded in this clinic. An administrator can switch it on.` });
}

/** Each answer is one the measure offers, on a form that is offered; missing ones may still come. */
export function checkAnswers(measure: Measure, { recall, ratings, total }: Stored & Pick<Answers, "recall">): void {
  if (!measure.recalls.includes(recall) || !measure.administration(recall).offered) throw new Unfit({ recall: "This form is not offered here" });
  if (measure.entry !== "items") {
    if (ratings.length > 0) throw new Unfit({ ratings: `The ${measure.short} is entered without its items` });
    const recorded = total === null ? null : readRecorded(measure, { ratings, total });
    if (recorded?.state === "invalid") throw new Unfit({ total: totalWords(measure) });
    return;
  }
  if (total !== null) throw new Unfit({ total: `The total of the ${measure.short} is worked out from its items` });
  const responses = readResponses(measure, ratings);
  if (responses.state === "invalid") throw new Unfit(Object.fromEntries(responses.problems.map(({ item, reason }) => [`ratings.${placeIn(measure, item)}`, `${itemWords(item)}: ${reason}`])));
}

/** Where the item's answer stands in the list; what follows the last item counts on from there. */
function placeIn(measure: Measure, item: number): number {
  const place = measure.items.findIndex(({ number }) => number === item);
  return place < 0 ? item - 1 : place;
}

const itemWords = (item: number) => (item === 0 ? "First question" : `Item ${item}`);

const totalWords = ({ entry, range: { min, max } }: Measure) => (entry === "result" ? "Choose one of the results" : `Enter a whole number from ${min} to ${max}`);

function askAboutMissing(measure: Measure, { ratings }: Stored, total: number | null): void {
  if (measure.entry !== "items") return;
  const responses = readResponses(measure, ratings);
  const missing = responses.state === "incomplete" ? responses.missing : [];
  const scored = total !== null;
  if (missing.length === 0 && scored) return;
  const rule = scored ? measure.missingRule : null;
  throw new Ask("incomplete", rule ? `Not every item is answered. The form is scored all the same, by its published rule: ${rule.words}` : kept, { missing, scored });
}

const kept = "Not every item is answered. Saved as it is, the form is kept but not scored.";

function askAboutSameDay(near: Around["near"], { measure, recall, answeredAt, zone }: { measure: Measure; recall: Recall; answeredAt: Date; zone: string }): void {
  const day = calendarDay(answeredAt, zone);
  const existing = (near ?? []).map(({ at, total }) => ({ at: new Date(at), total })).filter(({ at }) => calendarDay(at, zone) === day);
  if (existing.length === 0) return;
  throw new Ask("same-day", `There is already a ${measure.short} (${recallWords[recall]}) of this day. Keep both?`, { existing: existing.map(({ at, total }) => ({ at: at.toISOString(), total })) });
}
