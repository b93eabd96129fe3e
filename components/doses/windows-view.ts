// The windows of the course for every measure and recall window that has a score: a row for each window, a column for each
// series, and in an empty cell the reason.
import { signed } from "@/lib/change/signed";
import { shortDay } from "@/lib/course/day-words";
import { calendarDay } from "@/lib/course/calendar";
import { WINDOWS, windowsTable, type TotalForm, type WindowRow, type WindowSpan, type WindowsQuestion } from "@/lib/course/windows-table";
import { windowWords } from "@/lib/course/windows";
import { findMeasure } from "@/lib/measures/measures";
import { recallWords } from "@/lib/measures/recall";

export interface WindowCell {
  key: string;
  formId: string | null;
  /** "38"; a result by its name; null where nothing was found. */
  total: string | null;
  /** "6 Nov". */
  when: string | null;
  /** "−14"; null where there is none. */
  change: string | null;
  reason: string | null;
}

export interface WindowsTableView {
  columns: { key: string; short: string; recall: string; from: string }[];
  rows: { what: string; due: string | null; cells: WindowCell[] }[];
}

export function windowsView(question: WindowsQuestion<TotalForm>): WindowsTableView {
  const told = windowsTable(question);
  const keyOf = ({ measure, recall }: { measure: string; recall: string }) => `${measure} ${recall}`;
  return {
    columns: told.map((series) => ({
      key: keyOf(series),
      short: findMeasure(series.measure)?.short ?? series.measure,
      recall: recallWords[series.recall],
      from: { baseline: "from baseline", first: "from the first score", chosen: "from the chosen baseline" }[series.reference],
    })),
    rows: WINDOWS.map((window, index) => ({
      what: windowWords[window],
      due: dueWords(told[0]?.rows[index]?.span ?? null),
      cells: told.map((series) => cellOf(keyOf(series), series.measure, series.rows[index]!, question.zone)),
    })),
  };
}

function cellOf(key: string, measure: string, { found, change, reason }: WindowRow<TotalForm>, zone: string): WindowCell {
  const results = findMeasure(measure);
  const isResult = results?.entry === "result";
  const label = isResult ? results.options.find(({ value }) => value === found?.total)?.label : undefined;
  return {
    key,
    formId: found?.id ?? null,
    total: found === null ? null : (label ?? String(found.total)),
    when: found === null ? null : shortDay(calendarDay(found.at, zone)),
    change: change === null || isResult ? null : signed(change),
    reason,
  };
}

/** "16 to 22 Nov". */
function dueWords(span: WindowSpan | null): string | null {
  if (span === null) return null;
  const [from, to] = [shortDay(span.opens), shortDay(span.closes)];
  if (from === to) return from;
  return from.split(" ")[1] === to.split(" ")[1] ? `${from.split(" ")[0]} to ${to}` : `${from} to ${to}`;
}
