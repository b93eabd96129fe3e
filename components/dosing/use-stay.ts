import { useLeaveWarning } from "@/components/ui/use-leave-warning";
import { waitingOf } from "./kept-queue";
import type { Kept } from "./use-kept";
import type { Look } from "./use-look";

const question = "There is no connection: another page cannot be opened just now, and this one not again until it is back. Leave all the same?";

/** Asks before a page is left that could not be opened again, or whose entries would go with it. */
export function useStay({ state, lasting }: Kept, trouble: Look<unknown>["trouble"]): void {
  useLeaveWarning(() => trouble === "offline" || (!lasting && waitingOf(state).length > 0), question);
}
