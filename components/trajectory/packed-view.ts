// The view as one string, the way it travels from server to browser: the engine's own JSON writes and reads it many times
// faster than the framework, which looks at each of its two thousand values on the server, while rendering and in the browser.
import { useMemo } from "react";
import type { TrajectoryView } from "./view-shape";

export type PackedView = string & { readonly holds: TrajectoryView };

export function packView(view: TrajectoryView): PackedView {
  return JSON.stringify(view) as PackedView;
}

export function useView(packed: PackedView): TrajectoryView {
  return useMemo(() => JSON.parse(packed) as TrajectoryView, [packed]);
}
