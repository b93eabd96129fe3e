// What the time axis spans: everything dated that must be on the chart, with a little air on both sides. One
// axis for every measure, so that what happened on one day stands in one place.
import type { TrajectoryView } from "./view-shape";

const day = 86_400_000;

export function chartRange(
  { now, weeks, plannedEnd, sessions }: Pick<TrajectoryView, "now" | "weeks" | "plannedEnd" | "sessions">,
  forms: readonly number[],
): TrajectoryView["range"] {
  const shown = sessions.filter(({ status }) => status !== "cancelled").map(({ at }) => at);
  const times = [now, ...forms, ...shown];
  if (plannedEnd !== null) times.push(plannedEnd);
  const start = weeks[0];
  if (start !== undefined && start.number !== null) times.push(start.at);
  const first = Math.min(...times);
  const last = Math.max(...times);
  const air = Math.max((last - first) * 0.02, day / 2);
  return { from: first - air, to: last + air };
}
