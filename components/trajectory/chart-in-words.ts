// What the chart shows, in one breath, for those who hear it; every number of it stands in the table.
import { shownDate } from "./shown-date";
import type { TrajectoryView } from "./view-shape";

export function chartInWords(view: TrajectoryView): string {
  const scored = view.visits.filter((visit) => visit.total !== null);
  const first = scored[0];
  const last = scored.at(-1);
  const title = `${view.measure.short} total over time, 0 to ${view.measure.max}`;
  if (first === undefined || last === undefined) return `${title}. No score yet.`;
  if (scored.length === 1) return `${title}. One score: ${last.total} on ${shownDate(last.wall)}.`;
  const lines = view.lines.map((line) => {
    const totals = line.at.map((index) => view.visits[index]!.total);
    return totals.length === 1
      ? `${line.name}: ${totals[0]}`
      : `${line.name}: ${totals.length} scores from ${totals[0]} to ${totals.at(-1)}`;
  });
  const events = view.events.length === 0 ? "" : ` Adverse events: ${view.events.length}.`;
  const dates = `${shownDate(first.wall)} to ${shownDate(last.wall)}`;
  return `${title}, ${dates}. ${lines.join("; ")}. The table gives every value.${events}`;
}
