// The whole page of doses, put together once from what was read: the series that is shown, the scores since each dose,
// what followed the last one, and the windows.
import { calendarDay } from "@/lib/course/calendar";
import { dated } from "@/lib/course/day-words";
import { durability, durabilityWords } from "@/lib/course/durability";
import { askedIn } from "@/lib/course/asked-in";
import type { MeasurePlan } from "@/lib/course/measure-plan";
import type { TrackedSession } from "@/lib/course/adherence";
import type { Course } from "@/lib/course/course";
import type { EventSeverity } from "@/lib/course/dosing/events";
import { doneDoses } from "@/lib/course/done-doses";
import { timeZero } from "@/lib/course/time-zero";
import { recallWords } from "@/lib/measures/recall";
import { lanesView } from "./lanes-view";
import { chosenSeries, readForms, seriesOfForms, type FormRead } from "./series-of-forms";
import { sinceView } from "./since-view";
import { windowsView } from "./windows-view";

interface DosesInput {
  course: Course | null;
  /** The measures its course asks for; null without one. */
  plan: MeasurePlan | null;
  sessions: readonly TrackedSession[];
  assessments: readonly FormRead[];
  baselines: readonly { measure: string; recall: string; assessmentId: string | null }[];
  given: readonly { sessionId: string; givenMg: number | null; startedAt: Date | null }[];
  events: readonly { id: string; term: string; severity: EventSeverity; serious: boolean; onsetAt: Date }[];
  /** "pcl-5 week", as the address asks; the fullest of the first measure otherwise. */
  asked: string | undefined;
  /** The clinic's, where there is no course. */
  timeZone: string;
  now: Date;
}

export function dosesView({ course, plan, sessions, assessments, baselines, given, events, asked, timeZone, now }: DosesInput) {
  const zone = course?.timeZone ?? timeZone;
  // What was felt at one moment of a dose stands on that dose's page: between doses it says nothing.
  const { scored, incomplete } = readForms(assessments.filter((form) => form.recall !== "moment"));
  const all = seriesOfForms(scored);
  const series = chosenSeries(all, asked);
  const doses = doneDoses(sessions);
  const amounts = new Map(given.flatMap(({ sessionId, givenMg }) => (givenMg === null ? [] : [[sessionId, `${givenMg} mg`] as const])));
  const t0 = timeZero(sessions)?.at ?? null;
  const after = series && durability(series.forms, doses, zone);
  const chosen = (measure: string, recall: string) =>
    baselines.find((choice) => choice.measure === measure && choice.recall === recall)?.assessmentId ?? undefined;
  return {
    zone,
    all,
    chosen: series?.key ?? null,
    doses: doses.length,
    since: series && doses.length > 0 ? sinceView(series, doses, amounts, zone) : null,
    after:
      series === null || after === null
        ? null
        : `Last dose ${dated(calendarDay(after.lastDoseAt, zone))}. ${series.measure.short}, ${recallWords[series.recall]}: ${durabilityWords(after)}`,
    windows: windowsView({ forms: scored, incomplete, t0, zone, now, chosen, asked: course && plan ? askedIn(course, sessions, plan) : undefined }),
    lanes: sessions.length === 0 ? null : lanesView({ sessions, events, series, t0, zone, now }),
    recall: series?.recall ?? null,
  };
}
