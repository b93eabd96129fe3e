// The course in sentences: those of the large chart's measure, then where each other measure stands.
import { changeSentence } from "@/lib/change/change-sentence";
import { inWords, type Sudden } from "@/lib/change/sentences";
import { small } from "@/lib/change/wording";
import type { Track } from "./view-visits";

export function wordsOf({ trajectory, measure, rule }: Track, sudden: Sudden): string[] {
  return [...inWords(trajectory, measure, rule, sudden)];
}

/** The first sentence alone: the rest stands in the note and the table. */
export function besideWords({ trajectory, measure, rule }: Track): string[] {
  const { latest, zone } = trajectory;
  if (latest === null) return [];
  if (measure.entry === "result") return inWords(trajectory, measure, rule).slice(0, 1).map((words) => named(measure.short, words));
  return [named(measure.short, changeSentence(latest.series, latest.point, rule, zone))];
}

function named(short: string, words: string): string {
  return words.includes(short) ? words : `${short}: ${small(words)}`;
}
