import type { TrajectoryView } from "./view-shape";

/** The instants at which a dose was given: the faint lines of every small chart. */
export function dosesGiven({ sessions }: Pick<TrajectoryView, "sessions">): number[] {
  return sessions.filter(({ kind, status }) => kind === "dose" && status === "done").map(({ at }) => at);
}
