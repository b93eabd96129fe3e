// What is checked before a form is kept: that its answers are ones the measure offers, that its time and session are
// possible, and two questions worth asking first. The textbook scores it; a total that was sent counts only where the
// total is what is entered.
import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { addDays, calendarDay } from "@/lib/course/calendar";
import type { Measure } from "@/lib/measures/measure";
import { findMeasure } from "@/lib/measures/measures";
import { recallWords } from "@/lib/measures/recall";
import { readRecorded, type Stored } from "@/lib/measures/recorded";
import { readResponses } from "@/lib/measures/responses";
import type { AssessmentSave } from "@/lib/schemas/assessment";
import type { Assessment, Patient } from "@/prisma/generated/client";
import { instantFrom } from "./clinic-time";
import { currentCourse } from "./courses";
import { Ask, Unfit } from "./problems";
import type { Tx } from "./scope";

export type Answers = Pick<AssessmentSave, "measure" | "recall" | "sessionId" | "answeredAt" | "mode" | "ratings" | "total" | "allow"> & {
  /** The instant itself, where it is known to the second. */
  instant?: Date;
};
export type Examined = Awaited<ReturnType<typeof examine>>;

/** The fields of a form as they are stored; throws where one is wrong or a question has to be answered first. */
export async function examine(tx: Tx, viewer: Viewer, patient: Pick<Patient, "id" | "birthDate">, id: string, given: Answers) {
  const { sessionId, recall, mode, ratings, allow } = given;
  const measure = measureNamed(given.measure);
  checkAnswers(measure, given);
  const recorded = readRecorded(measure, given);
  if (recorded.state === "invalid") throw new Unfit({ total: totalWords(measure) });

  const session = sessionId === null ? null : await tx.courseSession.findFirst({ where: { id: sessionId, patientId: patient.id } });
  if (sessionId !== null && !session) throw new Unfit({ sessionId: "Choose one of this patient's sessions" });
  const course = await currentCourse(tx, patient.id);
  const zone = course?.timeZone ?? viewer.organisation.timeZone;
  const answeredAt = given.instant ?? instantFrom(given.answeredAt, zone, "answeredAt");
  if (answeredAt.getTime() > Date.now() + aMinute) throw new Unfit({ answeredAt: "Enter a date and time that is not in the future" });
  if (answeredAt < patient.birthDate) throw new Unfit({ answeredAt: "Enter a date after the patient was born" });

  const total = recorded.state === "scored" ? recorded.score.total : null;
  if (measure.entry === "items" && ratings.every((rating) => rating === null)) throw new Unfit({ ratings: "Answer at least one item" });
  if (!allow.includes("incomplete")) askAboutMissing(measure, given, total);
  if (!allow.includes("same-day")) await askAboutSameDay(tx, patient.id, id, { measure, recall, answeredAt, zone });
  return { courseId: session?.courseId ?? course?.id ?? null, sessionId, recall, answeredAt, mode, ratings, total };
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

async function askAboutSameDay(tx: Tx, patientId: string, id: string, form: { measure: Measure; recall: Assessment["recall"]; answeredAt: Date; zone: string }) {
  const { measure, recall, zone } = form;
  const day = calendarDay(form.answeredAt, zone);
  const near = await tx.assessment.findMany({
    where: {
      patientId,
      id: { not: id },
      measure: measure.id,
      recall,
      voidedAt: null,
      answeredAt: { gte: new Date(`${addDays(day, -1)}T00:00:00Z`), lt: new Date(`${addDays(day, 3)}T00:00:00Z`) },
    },
    select: { answeredAt: true, total: true },
    orderBy: { answeredAt: "asc" },
  });
  const existing = near.filter((other) => calendarDay(other.answeredAt, zone) === day).map((other) => ({ at: other.answeredAt.toISOString(), total: other.total }));
  if (existing.length === 0) return;
  throw new Ask("same-day", `There is already a ${measure.short} (${recallWords[recall]}) of this day. Keep both?`, { existing });
}
