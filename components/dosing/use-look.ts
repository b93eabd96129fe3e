import { useCallback, useEffect, useRef, useState } from "react";
import { send } from "@/components/ui/send";
import type { Looked } from "@/lib/schemas/dosing-view";
import { later, remember } from "./told";

export interface Look<T> {
  view: T;
  /** Changes what is shown until the next look, which starts at once and not from what was under way. */
  amend: (change: (view: T) => T) => void;
  /** Null while looking works. */
  trouble: "offline" | "signed-out" | "gone" | null;
  /** How far this device's clock is ahead of the server's, in milliseconds; null until it has been compared. */
  aheadMs: number | null;
  again: () => void;
}

const everyMs = 3_000;
const patienceMs = 8_000;

/**
 * What the server has now, looked at again every few seconds while the page is in sight, so that two people at one
 * session see each other's work. Only a person's touch keeps the sign-in from ending; the looks by themselves do not.
 */
export function useLook<T>(address: string, first: Looked<T> & { view: T }): Look<T> {
  const [start] = useState(() => later(address, first));
  const [view, setView] = useState(start.view);
  const [trouble, setTrouble] = useState<Look<T>["trouble"]>(null);
  const [aheadMs, setAheadMs] = useState<number | null>(null);
  const mark = useRef<string | null>(start.mark);
  const told = useRef(start.now);
  const round = useRef(0);
  const touched = useRef(false);
  const look = useRef<() => Promise<void>>(async () => {});

  useEffect(() => {
    let stopped = false;
    let timer: ReturnType<typeof setTimeout>;
    look.current = async () => {
      clearTimeout(timer);
      const mine = (round.current += 1);
      const began = Date.now();
      const unattended = !touched.current;
      touched.current = false;
      const sent = await send<Looked<T>>("POST", address, { mark: mark.current }, { patience: patienceMs, unattended });
      // A look that began before something was amended would take it away again.
      if (stopped || mine !== round.current) return;
      if (sent.ok) {
        mark.current = sent.data.mark;
        told.current = sent.data.now;
        if (sent.data.view !== null) setView(sent.data.view);
        setTrouble(null);
        setAheadMs((known) => known ?? (began + Date.now()) / 2 - Date.parse(sent.data.now));
      } else setTrouble(sent.error.kind === "sign-in" ? "signed-out" : sent.error.kind === "not-found" ? "gone" : "offline");
      clearTimeout(timer);
      if (document.visibilityState === "visible") timer = setTimeout(() => void look.current(), everyMs);
    };
    const seen = () => document.visibilityState === "visible" && void look.current();
    const touch = () => {
      touched.current = true;
    };
    void look.current();
    for (const change of ["online", "offline"]) window.addEventListener(change, seen);
    window.addEventListener("pageshow", seen);
    document.addEventListener("visibilitychange", seen);
    for (const act of ["pointerdown", "keydown"]) document.addEventListener(act, touch);
    return () => {
      stopped = true;
      clearTimeout(timer);
      for (const change of ["online", "offline"]) window.removeEventListener(change, seen);
      window.removeEventListener("pageshow", seen);
      document.removeEventListener("visibilitychange", seen);
      for (const act of ["pointerdown", "keydown"]) document.removeEventListener(act, touch);
    };
  }, [address]);

  // Its mark is left out: what was amended here is looked at whole the next time.
  useEffect(() => remember(address, { now: told.current, mark: "", view }), [address, view]);

  const amend = useCallback((change: (view: T) => T) => {
    setView(change);
    mark.current = null;
    void look.current();
  }, []);
  const again = useCallback(() => void look.current(), []);
  return { view, amend, trouble, aheadMs, again };
}
