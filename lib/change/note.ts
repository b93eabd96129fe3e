/**
 * The plain-text note for a health record: what the chart says, in the same sentences, as lines that survive any
 * copy and paste. A block for each measure: the latest total with its window and date, the sentences, the
 * clusters, the provisional rule where the measure has one, and the rule of change with its source. Whoever
 * copies it owns it; it names the patient only as the caller does. It describes what was recorded and makes no
 * claim about the treatment.
 */
import { calendarDay } from "../course/calendar";
import { courseInFull, type Course, type CourseSession } from "../course/course";
import { dated } from "../course/day-words";
import type { Measure } from "../measures/measure";
import { recallWords } from "../measures/recall";
import { latestWords } from "./form-words";
import { inWords } from "./sentences";
import type { Rule } from "./rule";
import type { Point } from "./series";
import { counted } from "./signed";
import type { SuddenSettings } from "./sudden-gains";
import type { Trajectory } from "./trajectory";

export interface NoteBlock {
  readonly measure: Measure;
  readonly trajectory: Trajectory;
  /** The one the trajectory was made with. */
  readonly rule: Rule | null;
  /** Where sudden gains are looked for on this measure. */
  readonly sudden: SuddenSettings | null;
}

export interface NoteInput {
  /** As the clinic wants it to stand there: a name, a record number. */
  readonly patient: string;
  /** Calendar day of the note in `zone`. */
  readonly date: string;
  readonly zone: string;
  readonly course: Pick<Course, "therapy" | "therapyName" | "medicine" | "route">;
  readonly sessions: readonly CourseSession[];
  readonly blocks: readonly NoteBlock[];
}

export const NOTE_END = "Observed change; it does not show an effect of treatment. Recorded with Courseline.";

/**
 * The note, lines joined by "\n", ending in a line break. Measures without a form say so. Example: a PCL-5 of 62
 * before the first dose and 29 on day 22 begins "PCL-5 (PTSD Checklist for DSM-5)\nLatest: 29 of 80 on 23 Nov 2026 (day 22), past week.\nTotal
 * fell 33 points (53 %) from baseline (62 on day 0) to 29 on day 22, past week."
 */
export function noteText(input: NoteInput): string {
  const { patient, date, zone, course, sessions, blocks } = input;
  const t0 = blocks[0]?.trajectory.t0 ?? null;
  const start = { dose: "first dose", therapy: "first therapy session" }[blocks[0]?.trajectory.startedBy ?? "dose"];
  const lines = [
    patient,
    `Measures as of ${dated(date)} (${zone}).`,
    `${courseInFull(course)}. ${countsOf(sessions)}.${t0 === null ? "" : ` Day 0 is ${dated(calendarDay(t0, zone))}, the ${start}.`}`,
    ...blocks.flatMap((block) => ["", ...blockLines(block, sessions)]),
    "",
    NOTE_END,
  ];
  return `${lines.join("\n")}\n`;
}

function blockLines({ measure, trajectory, rule, sudden }: NoteBlock, sessions: readonly CourseSession[]): readonly string[] {
  const { latest, zone } = trajectory;
  const said = inWords(trajectory, measure, rule, sudden === null ? null : { settings: sudden, sessions });
  const heading = `${measure.short} (${measure.title})`;
  if (latest === null) return [heading, ...said];
  const { recall, point } = latest;
  const provisional = provisionalLine(point, measure);
  return [
    heading,
    latestWords(measure, { recall, point }, zone),
    ...said,
    ...(point.clusters.length === 0 ? [] : [`Clusters: ${point.clusters.map(({ id, name, total, max }) => `${id} ${name} ${total} of ${max}`).join("; ")}.`]),
    ...(provisional === null ? [] : [provisional]),
    ...(rule === null || !rule.recalls.includes(recall) ? [] : [`Rule of change: ${rule.name}. ${rule.source.replace(/\.$/, "")}. Worked out on: ${rule.population.replace(/\.$/, "")}.`]),
    ...(measure.administration(recall).caution === null ? [] : [`On the ${recallWords[recall]} form: ${measure.administration(recall).caution}`]),
  ];
}

function provisionalLine({ provisional }: Point, measure: Measure): string | null {
  if (provisional === null) return null;
  const criteria = Object.entries(provisional.criteria).map(([id, { endorsed, needed }]) => `${id} ${endorsed} of ${needed} needed`);
  return `Provisional rule of the ${measure.short} ${provisional.met ? "met" : "not met"} on that form (symptoms endorsed: ${criteria.join(", ")}); not a diagnosis.`;
}

function countsOf(sessions: readonly CourseSession[]): string {
  const done = (kind: CourseSession["kind"]): number => sessions.filter((one) => one.kind === kind && one.status === "done").length;
  return `Done: ${counted(done("dose"), "dose")}, ${counted(done("therapy"), "therapy session")}`;
}
