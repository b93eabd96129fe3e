/**
 * Which attention rules fire for one patient, and why: each with the numbers, the days and the rule that made
 * it fire, so that nobody has to guess. The rules and their sources stand in attention-rules.ts. A rule looks
 * at one measure in one recall window, at scored forms only, and never at the past-day form, for which no
 * threshold is validated. Where it cannot be judged (no score since, a baseline too low to fall from, nothing
 * recorded near the session it asks about) it does not fire; that nothing fires is no all-clear. What fires
 * says what to look at. It names no cause and advises no treatment, and none advises stopping one.
 */
import { calendarDay, daysBetween } from "../course/calendar";
import type { CourseSession } from "../course/course";
import { dated } from "../course/day-words";
import type { Measure } from "../measures/measure";
import { ATTENTION_IDS, type AttentionId, type AttentionSettings } from "./attention-rules";
import { noDropIn, riseIn, worseIn } from "./attention-scores";
import type { Rule } from "./rule";
import { counted } from "./signed";
import type { Trajectory } from "./trajectory";

/** What one measure's rules look at. */
export interface Watched {
  readonly measure: Measure;
  /** Its series in every recall window. */
  readonly trajectory: Pick<Trajectory, "series" | "zone">;
  /** The one the trajectory was made with. */
  readonly rule: Rule | null;
}

export interface OpenPrompt {
  readonly measure: Measure;
  /** The answer given. */
  readonly value: number;
  readonly raisedAt: Date;
}

export interface OverdueMeasure {
  /** "Week 4: PCL-5, PHQ-9". */
  readonly what: string;
  readonly days: number;
  /** Where it is one measure's. */
  readonly measure?: string;
  /** A session nobody has marked: no form is late. */
  readonly unmarked?: boolean;
}

export interface AttentionInput {
  readonly watched: readonly Watched[];
  readonly settings: AttentionSettings;
  readonly sessions: readonly CourseSession[];
  readonly overdue: readonly OverdueMeasure[];
  /** Those nobody has acknowledged. */
  readonly prompts: readonly OpenPrompt[];
  /** Calendar day in `zone`. */
  readonly today: string;
  readonly zone: string;
}

export interface Attention {
  readonly id: AttentionId;
  /** Id of the measure; null where it is about no single one. */
  readonly measure: string | null;
  /** Why it fired; sentences. */
  readonly words: string;
  /** The score, session or answer that made it fire. */
  readonly since: Date | null;
  /** A session nobody has marked: the clinic's guidance, which is about a late form, does not speak to it. */
  readonly unmarked?: boolean;
}

/** The measure on which "no drop" and "rise" are defined. */
const PCL5 = "pcl-5";

/**
 * What calls for attention, most urgent first; empty where nothing fires. Example: with 62 at baseline and 58 on
 * day 41, the day of the sixth therapy session, "no-drop" fires: "PCL-5: no fall of 10 points or more by
 * therapy session 6: 62 at baseline, 58 on day 41, past week. …".
 */
export function attention(input: AttentionInput): readonly Attention[] {
  const { watched, settings, sessions, prompts, overdue, today, zone } = input;
  const pcl5 = watched.filter(({ measure }) => measure.id === PCL5);
  const fired: readonly Attention[] = [
    ...prompts.map((prompt) => promptAttention(prompt, today, zone)),
    ...(settings.worse.on ? watched.flatMap(worseIn) : []),
    ...(settings.rise.on ? pcl5.flatMap((each) => riseIn(each, sessions, settings.rise)) : []),
    ...(settings["no-drop"].on ? pcl5.flatMap((each) => noDropIn(each, sessions, settings["no-drop"])) : []),
    ...(settings.overdue.on ? overdueAttention(overdue, settings.overdue.days) : []),
  ];
  return fired.toSorted((a, b) => ATTENTION_IDS.indexOf(a.id) - ATTENTION_IDS.indexOf(b.id));
}

function promptAttention({ measure, value, raisedAt }: OpenPrompt, today: string, zone: string): Attention {
  const day = calendarDay(raisedAt, zone);
  const days = daysBetween(day, today);
  const ago = days > 0 ? `, ${counted(days, "day")} ago` : "";
  const label = measure.options.find((option) => option.value === value)?.label ?? null;
  const answer = measure.entry === "items" ? `item ${measure.safety?.item ?? "?"} answered ${value}` : `result ${label === null ? value : `“${label}”`}`;
  const words = `${measure.short}: ${answer} on ${dated(day)}${ago}. Nobody has noted yet what was done. It is one answer, not an assessment of risk.`;
  return { id: "safety", measure: measure.id, words, since: raisedAt };
}

function overdueAttention(overdue: readonly OverdueMeasure[], from: number): readonly Attention[] {
  return overdue
    .filter(({ days }) => days >= from)
    .toSorted((a, b) => b.days - a.days)
    .map(({ what, days, measure, unmarked = false }) => ({
      id: "overdue",
      measure: measure ?? null,
      words: `${what}: overdue by ${counted(days, "day")} (looked at from ${counted(from, "day")}).`,
      since: null,
      unmarked,
    }));
}
