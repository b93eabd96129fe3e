import { useCallback, useEffect, useSyncExternalStore } from "react";
import type { Keeper } from "@/components/begun/keeper";
import { createKeptQueue, keptState, type KeptEntry, type KeptKind, type KeptQueue, type KeptState } from "./kept-queue";
import { sendKept } from "./kept-send";
import { namesOnDevice } from "@/components/begun/device-names";
import { openKeptStore, type OpenedStore } from "./kept-store";

export interface Kept {
  state: KeptState;
  /** False while what an earlier page left is being read. */
  ready: boolean;
  lasting: boolean;
  /** Entries of other people on this device. */
  others: number;
  add: (entry: { kind: KeptKind; sessionId: string; subject: string; body: Record<string, unknown> }) => void;
  retry: () => void;
  again: (id: string) => void;
  discard: (id: string) => void;
}

interface Opened {
  userId: string;
  queue: KeptQueue;
  store: OpenedStore;
  others: number;
}

// One for the whole page, so that an entry under way outlives a change of address within it. Another person's sign-in
// loads the page anew.
let opened: Opened | null = null;
const listeners = new Set<() => void>();
const tellAll = () => listeners.forEach((listener) => listener());

function open({ userId, key }: Keeper): void {
  const store = openKeptStore(userId, key);
  const queue = createKeptQueue(
    {
      send: sendKept,
      store,
      after: (ms, run) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    },
    keptState(store.found),
  );
  queue.subscribe(tellAll);
  opened = { userId, queue, store, others: namesOnDevice("kept").length - namesOnDevice("kept", userId).length };
  tellAll();
  queue.dispatch({ type: "retry" });
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
const nothing = keptState();
const current = () => opened?.queue.state() ?? nothing;

/**
 * What this person records on this device, on its way. `onStored` runs for each entry the server has taken; once the
 * server can be `reached` again, in whatever way that came about, what waits is tried again.
 */
export function useKept(keeper: Keeper, onStored: (entry: KeptEntry) => void, reached: boolean): Kept {
  const { userId, key } = keeper;
  const state = useSyncExternalStore(subscribe, current, () => nothing);
  const ready = useSyncExternalStore(subscribe, () => opened?.userId === userId, () => false);

  useEffect(() => {
    if (opened?.userId !== userId) open({ userId, key });
    const retry = () => opened?.queue.dispatch({ type: "retry" });
    const seen = () => document.visibilityState === "visible" && retry();
    window.addEventListener("online", retry);
    window.addEventListener("pageshow", retry);
    document.addEventListener("visibilitychange", seen);
    return () => {
      window.removeEventListener("online", retry);
      window.removeEventListener("pageshow", retry);
      document.removeEventListener("visibilitychange", seen);
    };
  }, [userId, key]);

  useEffect(() => {
    if (ready) return opened?.queue.subscribe((stored) => stored && onStored(stored));
  }, [ready, onStored]);

  useEffect(() => {
    if (ready && reached) opened?.queue.dispatch({ type: "retry" });
  }, [ready, reached]);

  const add = useCallback<Kept["add"]>((given) => {
    const last = current().entries.at(-1)?.sequence ?? 0;
    opened?.queue.dispatch({ type: "added", entry: { ...given, id: crypto.randomUUID(), sequence: Math.max(Date.now(), last + 1) } });
  }, []);
  return {
    state,
    ready,
    lasting: opened?.store.lasting() ?? true,
    others: opened?.others ?? 0,
    add,
    retry: () => opened?.queue.dispatch({ type: "retry" }),
    again: (id) => opened?.queue.dispatch({ type: "again", id }),
    discard: (id) => opened?.queue.dispatch({ type: "discarded", id }),
  };
}
