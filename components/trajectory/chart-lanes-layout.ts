// The lanes under the axis: a mark for each dose and each therapy session that was not cancelled, and for each adverse event.
import { leastWidth, type Width } from "./chart-labels";
import { plot, type Scale } from "./chart-scale";
import { laneName, type LaneName } from "./lane-name";
import type { TrajectoryView } from "./view-shape";

export interface LaneMark {
  id: string;
  x: number;
  status: "planned" | "done" | "missed" | "event" | "serious";
  number: number | null;
}

export interface Lane {
  kind: "dose" | "therapy" | "event";
  name: LaneName;
  y: number;
  marks: LaneMark[];
  /** Room for a mark: with its number, slim, or as a stroke. */
  crowded: Record<Width, 0 | 1 | 2>;
}

export function layLanes(view: TrajectoryView, { x }: Pick<Scale, "x">): Lane[] {
  const kinds = [
    { kind: "dose", name: "Doses" },
    { kind: "therapy", name: view.therapyLane },
    { kind: "event", name: "Events" },
  ] as const;
  const events = view.events.map(({ id, at, serious }): LaneMark => ({ id, x: x(at), status: serious ? "serious" : "event", number: null }));
  const sessionsOf = (kind: "dose" | "therapy") =>
    view.sessions.flatMap(({ id, at, status, number, ...session }): LaneMark[] =>
      session.kind !== kind || status === "cancelled" ? [] : [{ id, x: x(at), status, number }],
    );
  const lanes = kinds.map(({ kind, name }): Omit<Lane, "y"> => {
    const marks = kind === "event" ? events : sessionsOf(kind);
    const closest = Math.min(...marks.slice(1).map((mark, index) => mark.x - marks[index]!.x));
    return {
      kind,
      name: laneName(name),
      marks,
      // Events of one dose lie upon each other, and are still triangles.
      crowded: kind === "event" ? { wide: 0, narrow: 0 } : { wide: crowding(closest, "wide"), narrow: crowding(closest, "narrow") },
    };
  });
  const top = plot.top + plot.height + plot.axis;
  return lanes
    .filter((lane) => lane.marks.length > 0)
    .map((lane, index) => ({ ...lane, y: top + plot.lane * index + plot.lane / 2 }));
}

function crowding(percent: number, width: Width): 0 | 1 | 2 {
  const pixels = (percent * leastWidth[width]) / 100;
  if (pixels >= 17) return 0;
  return pixels >= 7.5 ? 1 : 2;
}
