import { useEffect, useEffectEvent, useRef, useState } from "react";
import { nameOnDevice } from "@/components/begun/device-names";
import type { Keeper } from "@/components/begun/keeper";
import { keepLeft, readLeft, takenUp, type Left, type LeftForm, type Opened, type Unsent } from "./left-answers";

export interface LeftOver {
  /** Undefined while it is being read: nothing may be entered yet. Null: nothing was left. */
  left: Left | null | undefined;
  /** Null: the server has everything. */
  keep: (unsent: Unsent | null) => void;
}

/** What an earlier page left of this form; of a correction also on another device. */
export function useLeft({ keeper, form, opened }: { keeper: Keeper; form: LeftForm; opened: Opened }): LeftOver {
  const [left, setLeft] = useState<Left | null | undefined>(() => (form.corrects || liesHere(keeper, form.name) ? undefined : null));
  const entered = useRef(false);
  const keep = (next: Unsent | null) => {
    entered.current = true;
    keepLeft(keeper, form, next);
  };
  const read = useEffectEvent(async () => {
    const found = await readLeft(keeper, form);
    const taken = found && takenUp(opened, found);
    // Where nothing could be read nothing is taken away, and of a form that nobody began nothing is said: it would count as newer than
    // what another device has yet to send.
    if (taken === null && found !== null) keepLeft(keeper, form, null);
    // Whoever already writes here goes on: a form that is drawn anew takes the focus from under their fingers.
    return entered.current ? null : taken;
  });
  const waiting = left === undefined;
  useEffect(() => {
    if (waiting) void read().then(setLeft, () => setLeft(null));
  }, [waiting]);
  return { left, keep };
}

function liesHere({ userId }: Keeper, name: string): boolean {
  try {
    return typeof localStorage !== "undefined" && localStorage.getItem(nameOnDevice("draft", userId, name)) !== null;
  } catch {
    return false;
  }
}
