import type { LineView } from "./view-shape";

/** The visits of a line from its reference on: what came before it has no change (lib/course/baseline.ts). */
export function sinceReference({ at, from }: LineView): number[] {
  return from === null ? [] : at.slice(Math.max(0, at.indexOf(from.at)));
}
