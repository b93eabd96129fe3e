import type { LaneState } from "./lanes-view";

interface LaneShapeProps {
  lane: "dose" | "therapy" | "after" | "event";
  state: LaneState;
}

const shapes = {
  dose: "M0-7 7 0 0 7-7 0Z",
  therapy: "M-6-6H6V6H-6Z",
  after: "M5 0A5 5 0 1 1-5 0A5 5 0 1 1 5 0Z",
  event: "M0-6 6 5H-6Z",
} as const;

/** One mark around its own middle: told apart by shape, and its state by fill and strokes, never by colour alone. */
export function LaneShape({ lane, state }: LaneShapeProps) {
  return (
    <>
      <path d={shapes[lane]} />
      {(state === "missed" || state === "without") && <path d="M-3-3 3 3M3-3-3 3" />}
      {state === "late" && <path d="M-6-10H6" />}
      {state === "serious" && <path d="M-6-9H6" />}
    </>
  );
}
