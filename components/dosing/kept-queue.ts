// What is recorded in the dosing room on its way to the server: every reading, event and dose record is an entry, sent
// once, in order, one at a time, with the ids and times its device gave it. An entry is kept on the device until the
// server has it. One that the server refuses is set aside for a person to mend or discard, and does not hold up the
// rest. `next` is the whole rule, pure; `createKeptQueue` gives it a sender, a store and a clock.

import type { Newer } from "@/components/ui/versions";

export type KeptKind = "reading" | "void" | "dose" | "event" | "check";

export interface KeptEntry {
  /** Made on the device; the order of entries is that of `sequence`. */
  id: string;
  sequence: number;
  sessionId: string;
  kind: KeptKind;
  /** Of the reading or the event. */
  subject: string;
  body: Record<string, unknown>;
  /** What the server said against it. */
  refused?: string;
  /** What somebody else saved meanwhile, where that is why. */
  newer?: Newer;
}

export type KeptTrouble = { kind: "offline" } | { kind: "unavailable"; waitMs?: number } | { kind: "signed-out" };

export interface KeptState {
  entries: readonly KeptEntry[];
  /** The id of the entry under way. */
  sending: string | null;
  trouble: KeptTrouble | null;
  failures: number;
}

export type KeptEvent =
  | { type: "added"; entry: KeptEntry }
  | { type: "stored" }
  | { type: "failed"; trouble: KeptTrouble }
  | { type: "refused"; message: string; newer?: Newer | undefined }
  | { type: "again"; id: string }
  | { type: "discarded"; id: string }
  | { type: "retry" };

export interface KeptMove {
  state: KeptState;
  send?: KeptEntry;
  retryAfterMs?: number;
}

const firstRetryMs = 1_000;
const longestRetryMs = 15_000;

export function keptState(entries: readonly KeptEntry[] = []): KeptState {
  return { entries: inOrder(entries), sending: null, trouble: null, failures: 0 };
}

/** Entries that only wait; those set aside are counted apart. */
export function waitingOf({ entries }: KeptState): readonly KeptEntry[] {
  return entries.filter(({ refused }) => refused === undefined);
}

/** How many of one session's entries wait here, and how many the server refused. */
export function keptOf({ entries }: KeptState, sessionId: string): { waiting: number; refused: number } {
  const own = entries.filter((entry) => entry.sessionId === sessionId);
  const refused = own.filter((entry) => entry.refused !== undefined).length;
  return { waiting: own.length - refused, refused };
}

export function next(state: KeptState, event: KeptEvent): KeptMove {
  const without = (id: string | null) => state.entries.filter((entry) => entry.id !== id);
  switch (event.type) {
    case "added": {
      const added = { ...state, entries: inOrder([...without(event.entry.id), event.entry]) };
      return state.trouble === null ? start(added) : { state: added };
    }
    case "stored":
      return start({ ...state, entries: without(state.sending), sending: null, trouble: null, failures: 0 });
    case "failed": {
      const failures = state.failures + 1;
      const failed = { ...state, sending: null, trouble: event.trouble, failures };
      return event.trouble.kind === "signed-out" ? { state: failed } : { state: failed, retryAfterMs: pause(event.trouble, failures) };
    }
    case "refused":
      return start({ ...state, ...marked(state, state.sending, event.message, event.newer), sending: null, trouble: null, failures: 0 });
    case "again":
      return start({ ...state, ...marked(state, event.id, undefined) });
    case "discarded":
      return state.sending === event.id ? { state } : { state: { ...state, entries: without(event.id) } };
    case "retry":
      return start({ ...state, trouble: null });
  }
}

function marked({ entries }: KeptState, id: string | null, message: string | undefined, newer?: Newer): Pick<KeptState, "entries"> {
  return {
    entries: entries.map((entry) => {
      if (entry.id !== id) return entry;
      const { refused: _, newer: __, ...rest } = entry;
      void [_, __];
      return message === undefined ? rest : { ...rest, refused: message, ...(newer && { newer }) };
    }),
  };
}

function start(state: KeptState): KeptMove {
  const first = waitingOf(state)[0];
  if (state.sending !== null || first === undefined) return { state };
  return { state: { ...state, sending: first.id }, send: first };
}

function pause(trouble: KeptTrouble, failures: number): number {
  const doubled = Math.min(longestRetryMs, firstRetryMs * 2 ** Math.min(failures - 1, 10));
  return trouble.kind === "unavailable" && trouble.waitMs !== undefined ? Math.max(doubled, trouble.waitMs) : doubled;
}

function inOrder(entries: readonly KeptEntry[]): readonly KeptEntry[] {
  return entries.toSorted((a, b) => a.sequence - b.sequence || (a.id < b.id ? -1 : 1));
}

/** Where entries outlive the page. */
export interface KeptStore {
  put: (entry: KeptEntry) => void;
  remove: (id: string) => void;
}

export type KeptAnswer = { ok: true } | { ok: false; refused: string; newer?: Newer | undefined } | { ok: false; trouble: KeptTrouble };

export interface KeptTools {
  send: (entry: KeptEntry) => Promise<KeptAnswer>;
  store: KeptStore;
  /** Starts a timer and returns what stops it. */
  after: (ms: number, run: () => void) => () => void;
}

export interface KeptQueue {
  state: () => KeptState;
  dispatch: (event: Exclude<KeptEvent, { type: "stored" | "failed" | "refused" }>) => void;
  /** Runs at every change; `stored` is the entry the server has just taken. Returns what ends it. */
  subscribe: (listener: (stored: KeptEntry | null) => void) => () => void;
}

export function createKeptQueue({ send, store, after }: KeptTools, initial: KeptState = keptState()): KeptQueue {
  let state = initial;
  let stopTimer: (() => void) | null = null;
  const listeners = new Set<(stored: KeptEntry | null) => void>();

  function handle(event: KeptEvent, stored: KeptEntry | null = null) {
    const before = state.entries;
    const move = next(state, event);
    state = move.state;
    for (const entry of before) if (!state.entries.some(({ id }) => id === entry.id)) store.remove(entry.id);
    for (const entry of state.entries) if (!before.includes(entry)) store.put(entry);
    if (move.send !== undefined || move.retryAfterMs !== undefined) {
      stopTimer?.();
      stopTimer = null;
    }
    if (move.retryAfterMs !== undefined) stopTimer = after(move.retryAfterMs, () => handle({ type: "retry" }));
    if (move.send !== undefined) deliver(move.send);
    for (const listener of listeners) listener(stored);
  }

  function deliver(entry: KeptEntry) {
    send(entry).then(
      (answer) => {
        if (answer.ok) handle({ type: "stored" }, entry);
        else if ("refused" in answer) handle({ type: "refused", message: answer.refused, newer: answer.newer });
        else handle({ type: "failed", trouble: answer.trouble });
      },
      () => handle({ type: "failed", trouble: { kind: "offline" } }),
    );
  }

  return {
    state: () => state,
    dispatch: (event) => handle(event),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
