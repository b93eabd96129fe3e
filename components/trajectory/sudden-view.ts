// Sudden gains and losses as the page shows them: those that are met as marks on the chart, and every interval
// with the value of each criterion for whoever wants to check.
import type { SuddenChange } from "@/lib/change/sudden-gains";
import { between, criteriaWords, suddenSentence, whyNotWords } from "@/lib/change/sudden-words";
import type { SuddenFinding, WeeklyPoint } from "@/lib/change/weekly-series";
import { capital } from "@/lib/change/wording";
import type { CourseSession } from "@/lib/course/course";
import { recallWords } from "@/lib/measures/recall";
import type { SuddenMark } from "./view-shape";
import type { Track } from "./view-visits";

export interface SuddenView {
  measure: string;
  /** "past week"; null where nothing could be tested. */
  recall: string | null;
  /** In one line: what was found, or why nothing could be. */
  answer: string;
  intervals: { where: string; totals: string; answer: string; met: boolean; criteria: readonly string[] }[];
}

/** Null without a score. */
export function suddenView(finding: SuddenFinding, track: Track, sessions: readonly CourseSession[]): SuddenView | null {
  const { trajectory, measure } = track;
  if (trajectory.latest === null) return null;
  if (finding.state === "cannot-be-tested") return { measure: measure.short, recall: null, answer: finding.reason, intervals: [] };
  const all = finding.runs.flat();
  const tested = all.filter(({ state }) => state !== "not-testable").length;
  const found = finding.met.map((each) => suddenSentence(each, sessions, trajectory.zone));
  return {
    measure: measure.short,
    recall: recallWords[finding.recall],
    answer: found.length > 0 ? found.join(" ") : `None in ${tested} ${tested === 1 ? "step" : "steps"} that could be tested.`,
    intervals: all.map((each) => ({
      where: each.from === null || each.to === null ? `Step ${each.n}` : capital(between(each, sessions, trajectory.zone)),
      totals: `${each.from?.total ?? "–"} to ${each.to?.total ?? "–"}`,
      answer: answerOf(each),
      met: each.state === "met",
      criteria: criteriaWords(each),
    })),
  };
}

/** "Sudden gain, session 3 to 4": short enough for the chart. */
export function suddenMarks(finding: SuddenFinding, place: ReadonlyMap<string, number>, sessions: readonly CourseSession[], zone: string): SuddenMark[] {
  if (finding.state === "cannot-be-tested") return [];
  return finding.met.flatMap((each) => {
    const [from, to] = [place.get(each.from?.id ?? ""), place.get(each.to?.id ?? "")];
    if (from === undefined || to === undefined) return [];
    const where = between(each, sessions, zone).replace("between ", "").replace(" and ", " to ");
    return [{ from, to, name: `Sudden ${each.kind}`, where }];
  });
}

function answerOf({ state, kind, why }: SuddenChange<WeeklyPoint>): string {
  if (state === "met") return `Sudden ${kind}`;
  return state === "not-met" ? "Not met" : `Cannot be tested: ${why === null ? "a score is missing" : whyNotWords[why]}`;
}

