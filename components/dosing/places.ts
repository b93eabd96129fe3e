// The pages of the dosing room that were opened on this tablet since it last loaded one, by their path. Without a
// connection they open again from here; what was told of each last is in told.ts. In memory alone, only in the browser.
import type { DosingBoardProps } from "./dosing-board";
import type { DosingRoomProps } from "./dosing-room";

export type Place = { kind: "board"; props: DosingBoardProps } | { kind: "room"; props: DosingRoomProps };

const places = new Map<string, Place>();

export function keepPlace(path: string, place: Place): void {
  places.set(path, place);
}

export function placeAt(path: string): Place | null {
  return places.get(path) ?? null;
}

/** Without a connection only these open: the board's words beside one that does not. */
export const needsConnection = "Opens once there is a connection";
