import { useLeaveWarning } from "@/components/ui/use-leave-warning";
import { waitingOf } from "./kept-queue";
import { placeAt } from "./places";
import type { Kept } from "./use-kept";
import type { Look } from "./use-look";

const question = "There is no connection. The board and the dosing pages already opened on this tablet still open; this one does not, and you could not come back. Leave all the same?";

/**
 * Asks before a page is left that could not be opened again, or whose entries would go with it. A page of the dosing
 * room that was opened before is opened in place meanwhile (dosing-place.tsx), and nothing is left.
 */
export function useStay({ state, lasting }: Kept, trouble: Look<unknown>["trouble"]): void {
  const within = (path: string) => trouble === "offline" && placeAt(path) !== null;
  useLeaveWarning(() => trouble === "offline" || (!lasting && waitingOf(state).length > 0), question, within);
}
