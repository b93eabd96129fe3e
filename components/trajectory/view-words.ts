// The course in sentences: those of the large chart's measure, then where each other measure stands.
import { changeSentence } from "@/lib/change/change-sentence";
import { inWords } from "@/lib/change/sentences";
import { suddenSentence } from "@/lib/change/sudden-words";
import type { SuddenFinding } from "@/lib/change/weekly-series";
import { small } from "@/lib/change/wording";
import type { CourseSession } from "@/lib/course/course";
import type { Track } from "./view-visits";

export function wordsOf(
  { trajectory, measure, rule }: Track,
  others: readonly Track[],
  finding: SuddenFinding,
  sessions: readonly CourseSession[],
): string[] {
  const sudden = finding.state === "tested" ? finding.met : [];
  return [
    ...inWords(trajectory, measure, rule),
    ...sudden.map((each) => suddenSentence(each, sessions, trajectory.zone)),
    ...others.flatMap(besideWords),
  ];
}

function besideWords({ trajectory: { latest, zone }, measure, rule }: Track): string[] {
  if (latest === null) return [];
  return [`${measure.short}: ${small(changeSentence(latest.series, latest.point, rule, zone))}`];
}
