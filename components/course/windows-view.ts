// The windows of a course as a table: a row for each window, a column for each measure the plan asks for, and in a cell
// the total, or in a word how it stands.
import type { Standing, WindowStanding } from "@/lib/course/standing";
import { standingWords } from "@/lib/course/standing";
import { dayInWords, weekdayInWords } from "@/lib/dates";
import { findMeasure } from "@/lib/measures/measures";

export interface Scored {
  measure: string;
  at: Date;
  total: number;
}

export interface WindowCell {
  measure: string;
  /** Null where this window does not ask for the measure. */
  standing: Standing | null;
  /** "29", "Due", "Missed"; a screener's result by its name. */
  words: string;
}

export interface WindowsView {
  columns: { id: string; short: string }[];
  rows: { what: string; due: string; open: string; cells: WindowCell[] }[];
}

export function windowsView(windows: readonly WindowStanding<Scored>[]): WindowsView {
  const ids = [...new Set(windows.flatMap(({ measures }) => measures.map(({ measure }) => measure)))];
  return {
    columns: ids.map((id) => ({ id, short: findMeasure(id)?.short ?? id })),
    rows: windows.map(({ what, kind, dueDay, opens, closes, measures }) => ({
      what: kind === "end" ? `${what}, the end` : what,
      due: weekdayInWords(dueDay),
      open: between(opens, closes),
      cells: ids.map((id): WindowCell => {
        const found = measures.find(({ measure }) => measure === id);
        return { measure: id, standing: found?.standing ?? null, words: found === undefined ? "" : wordsOf(found) };
      }),
    })),
  };
}

function wordsOf({ measure, standing, form }: WindowStanding<Scored>["measures"][number]): string {
  if (form === null) return standingWords[standing];
  const results = findMeasure(measure);
  const result = results?.entry === "result" ? results.options.find(({ value }) => value === form.total) : undefined;
  return result?.label ?? String(form.total);
}

/** "12 to 18 Nov", "30 Nov to 6 Dec", "24 Nov": a course is over within the year. */
function between(opens: string, closes: string): string {
  const [first, last] = [opens, closes].map((day) => dayInWords(day).split(" ").slice(0, 2)) as [string[], string[]];
  if (opens === closes) return last.join(" ");
  return `${(first[1] === last[1] ? first.slice(0, 1) : first).join(" ")} to ${last.join(" ")}`;
}
