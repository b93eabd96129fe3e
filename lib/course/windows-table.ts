/**
 * The table of windows: for each measure and recall window, what was due when, what was found, its change, and why
 * a window is empty. The windows and the score that fills each are windows.ts; the reference of change is
 * baseline.ts. A reason says what is known (not yet, not planned, no form between two days, a form of another recall window, an
 * incomplete form) and blames nobody.
 */
import { recallWords, RECALLS, type Recall } from "../measures/recall";
import { isAfter, reference } from "./baseline";
import { addDays, calendarDay } from "./calendar";
import { daysWords, shortDay } from "./day-words";
import { assignWindows, BASELINE_FROM_DAY, HOURS_24, WEEK_REACH_DAYS, WINDOW_WEEKS, windowWords, type AssessmentWindow, type Timed } from "./windows";

/** A scored form. */
export interface TotalForm extends Timed {
  readonly total: number;
}

/** When a window is open: calendar days, and for 24 h and the baseline the instants that narrow them. */
export interface WindowSpan {
  readonly window: AssessmentWindow;
  readonly opens: string;
  readonly closes: string;
  readonly from: Date | null;
  readonly until: Date | null;
}

export interface WindowRow<F extends TotalForm> {
  readonly window: AssessmentWindow;
  /** "Baseline", "24 h", "Week 3". */
  readonly what: string;
  /** Null without t0. */
  readonly span: WindowSpan | null;
  readonly found: F | null;
  /** Points since the reference of the same recall window; null at the reference, before it and where nothing was found. */
  readonly change: number | null;
  /** Why nothing was found; null where something was. */
  readonly reason: string | null;
}

export interface WindowsOfSeries<F extends TotalForm> {
  readonly measure: string;
  readonly recall: Recall;
  /** What change is counted from: "first" is no baseline, and its changes say so. */
  readonly reference: "baseline" | "first" | "chosen";
  readonly rows: readonly WindowRow<F>[];
}

export interface WindowsQuestion<F extends TotalForm> {
  readonly forms: readonly F[];
  /** Incomplete forms, which are not scored; they only explain a gap. */
  readonly incomplete?: readonly { readonly measure: string; readonly recall: Recall; readonly at: Date }[];
  readonly t0: Date | null;
  readonly zone: string;
  readonly now: Date;
  /** The assessment a clinician chose as baseline, by measure and recall window. */
  readonly chosen?: (measure: string, recall: Recall) => string | undefined;
  /** Whether the course's plan asks for the measure in a window (asked-in.ts); without a course everything counts as asked for. */
  readonly asked?: ((measure: string, span: WindowSpan) => boolean) | undefined;
}

export const WINDOWS: readonly AssessmentWindow[] = ["baseline", "24h", ...WINDOW_WEEKS.map((week): AssessmentWindow => `week-${week}`)];

const HOUR = 3_600_000;

/**
 * When each window is open, in order; empty without t0. Example: with t0 at noon on 12 November, week 1 is open from
 * 16 to 22 November and 24 h from 06:00 to midnight of the 13th.
 */
export function windowSpans(t0: Date | null, zone: string): readonly WindowSpan[] {
  if (t0 === null) return [];
  const day0 = calendarDay(t0, zone);
  const [from, until] = [HOURS_24.from, HOURS_24.to].map((hours) => new Date(+t0 + hours * HOUR)) as [Date, Date];
  return [
    { window: "baseline", opens: addDays(day0, BASELINE_FROM_DAY), closes: day0, from: null, until: t0 },
    { window: "24h", opens: calendarDay(from, zone), closes: calendarDay(until, zone), from, until },
    ...WINDOW_WEEKS.map((week): WindowSpan => ({
      window: `week-${week}`,
      opens: addDays(day0, 7 * week - WEEK_REACH_DAYS),
      closes: addDays(day0, 7 * week + WEEK_REACH_DAYS),
      from: null,
      until: null,
    })),
  ];
}

/**
 * A table for each measure and recall window that has a score, measures in the order in which they first occur,
 * recall windows longest first. RangeError as for calendarDay. Example: PCL-5 week forms of 52 before the first dose
 * and 38 on day 7 fill baseline and week 1 (−14); asked on day 9, 24 h says "no form between 6 Nov and 7 Nov 2026"
 * and week 2 "not yet: opens 16 Nov".
 */
export function windowsTable<F extends TotalForm>(question: WindowsQuestion<F>): readonly WindowsOfSeries<F>[] {
  const { forms, t0, zone, chosen } = question;
  const filled = assignWindows(forms, t0, zone);
  const spans = windowSpans(t0, zone);
  const measures = [...new Set(forms.map(({ measure }) => measure))];
  return measures.flatMap((measure) =>
    RECALLS.flatMap((recall): WindowsOfSeries<F>[] => {
      const series = forms.filter((form) => form.measure === measure && form.recall === recall);
      const base = reference(series, t0, zone, chosen?.(measure, recall));
      if (base === null) return [];
      const rows = WINDOWS.map((window): WindowRow<F> => {
        const span = spans.find((each) => each.window === window) ?? null;
        const found = series.find(({ id }) => filled.get(id) === window) ?? null;
        const change = found !== null && isAfter(found, base) ? found.total - base.assessment.total : null;
        const reason = found === null ? reasonFor(span, measure, recall, question) : null;
        return { window, what: windowWords[window], span, found, change, reason };
      });
      return [{ measure, recall, reference: base.kind, rows }];
    }),
  );
}

/** Why a window holds no score. */
function reasonFor<F extends TotalForm>(span: WindowSpan | null, measure: string, recall: Recall, question: WindowsQuestion<F>): string {
  const { forms, incomplete = [], zone, now, asked = () => true } = question;
  if (span === null) return "no dose or session done yet";
  const planned = asked(measure, span);
  if (calendarDay(now, zone) < span.opens || (span.from !== null && now < span.from)) return planned ? `not yet: opens ${shortDay(span.opens)}` : "not planned";
  const here = (form: { readonly measure: string; readonly at: Date }) => form.measure === measure && inSpan(span, form.at, zone);
  if (incomplete.some((form) => here(form) && form.recall === recall)) return "only an incomplete form here, not scored";
  const other = forms.find((form) => here(form) && form.recall !== recall);
  if (other !== undefined) return `only a form of another recall here: ${recallWords[other.recall]}`;
  if (!planned) return "not planned";
  const open = calendarDay(now, zone) <= span.closes && (span.until === null || now <= span.until);
  if (open) return `no form yet: open until ${shortDay(span.closes)}`;
  return span.opens === span.closes ? `no form on ${shortDay(span.opens)}` : `no form between ${daysWords(span.opens, span.closes)}`;
}

function inSpan({ opens, closes, from, until }: WindowSpan, at: Date, zone: string): boolean {
  const day = calendarDay(at, zone);
  return day >= opens && day <= closes && (from === null || at >= from) && (until === null || at <= until);
}
