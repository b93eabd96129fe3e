import { useEffect, useEffectEvent, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { liesHere } from "@/components/begun/device-draft";
import { fitting } from "@/components/begun/fitting";
import type { Keeper } from "@/components/begun/keeper";
import { successorOf } from "@/components/ui/successor";
import { keepLeft, readLeft, takenUp, under, type Left, type LeftForm, type Opened, type Unsent } from "./left-answers";

export interface LeftOver {
  /** Undefined while it is being read. Null: nothing was left. */
  left: Left | null | undefined;
  /** Null: the server has everything. */
  keep: (unsent: Unsent | null) => void;
  /** False: what is kept would not outlive the page. */
  lasting: boolean;
}

/** What an earlier page left of this form; of a correction also on another device. */
export function useLeft({ keeper, form, opened }: { keeper: Keeper; form: LeftForm; opened: Opened }): LeftOver {
  const [left, setLeft] = useState<Left | null | undefined>(() => (form.corrects || liesHere(keeper, form.name) ? undefined : null));
  const [lasting, setLasting] = useState(true);
  const known = useRef(left !== undefined);
  // While it is being read: kept now, it would count as newer than what an earlier page left, and that would be gone.
  const entered = useRef<Unsent | null>(null);
  const keep = (next: Unsent | null) => {
    if (known.current) setLasting(keepLeft(keeper, form, next));
    else entered.current = next;
  };
  const read = useEffectEvent(async () => {
    const found = await readLeft(keeper, form).catch(() => null);
    const taken = found && takenUp(opened, { ...found, answers: fitting(opened.initial, found.answers) });
    known.current = true;
    const both = taken && entered.current ? under(taken, entered.current, opened) : taken;
    // Where nothing could be read nothing is taken away, and of a form that nobody began nothing is said: it would count as newer than
    // what another device has yet to send.
    if (entered.current) keepLeft(keeper, form, both ?? entered.current);
    else if (taken === null && found !== null) keepLeft(keeper, form, null);
    return both;
  });
  const waiting = left === undefined;
  useEffect(() => {
    if (waiting) void read().then((found) => keepingFocus(() => setLeft(found)));
  }, [waiting]);
  return { left, keep, lasting };
}

/** A form that is drawn anew takes the focus with it. */
function keepingFocus(draw: () => void): void {
  const before = document.activeElement;
  flushSync(draw);
  if (!before || before.isConnected) return;
  const after = successorOf(before as HTMLElement);
  after?.focus({ preventScroll: true });
  if (after instanceof HTMLTextAreaElement) after.setSelectionRange(after.value.length, after.value.length);
}
