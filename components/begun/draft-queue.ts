// Sends a half-filled form to the server, change by change, so that leaving the page loses nothing.
// One request is under way at a time and always carries the whole form, so a form changed five times
// meanwhile is sent once more, in its newest state. What the server has not acknowledged is never let go.
// `next` below is the whole rule, pure; `createDraftQueue` gives it a sender and a clock.

export type Trouble =
  | { kind: "offline" }
  | { kind: "unavailable"; waitMs?: number }
  | { kind: "signed-out" }
  | { kind: "elsewhere" }
  | { kind: "refused"; message: string };

export interface QueueState<T> {
  /** The newest state the server has acknowledged, and when. */
  saved: T | null;
  savedAt: number | null;
  sending: T | null;
  /** The newest change that is not under way. */
  waiting: T | null;
  trouble: Trouble | null;
  failures: number;
  /** While the finished form is being saved no draft may overtake it. */
  held: boolean;
}

export type QueueEvent<T> =
  | { type: "changed"; value: T }
  | { type: "stored"; at: number }
  | { type: "failed"; trouble: Trouble }
  | { type: "retry" }
  | { type: "hold" }
  | { type: "release" };

export interface Move<T> {
  state: QueueState<T>;
  send?: T;
  retryAfterMs?: number;
}

const firstRetryMs = 1_000;
const longestRetryMs = 15_000;

export function emptyQueue<T>(saved: T | null = null, savedAt: number | null = null): QueueState<T> {
  return { saved, savedAt, sending: null, waiting: null, trouble: null, failures: 0, held: false };
}

/** The newest state the page knows: whatever else happens, this is what must reach the server. */
export function newest<T>(state: QueueState<T>): T | null {
  return state.waiting ?? state.sending ?? state.saved;
}

export function unsent<T>(state: QueueState<T>): T | null {
  return state.waiting ?? state.sending;
}

export function next<T>(state: QueueState<T>, event: QueueEvent<T>): Move<T> {
  switch (event.type) {
    case "changed": {
      const changed = { ...state, waiting: event.value };
      return state.trouble === null || state.trouble.kind === "refused" ? start(changed) : { state: changed };
    }
    case "stored":
      return start({
        ...state,
        saved: state.sending,
        savedAt: event.at,
        sending: null,
        trouble: null,
        failures: 0,
      });
    case "failed": {
      const failures = state.failures + 1;
      const waiting = state.waiting ?? state.sending;
      const move = { state: { ...state, sending: null, waiting, trouble: event.trouble, failures } };
      if (event.trouble.kind === "refused" && state.waiting !== null) return start(move.state);
      return mendsItself(event.trouble) ? { ...move, retryAfterMs: pause(event.trouble, failures) } : move;
    }
    case "retry":
      return start(state);
    case "hold":
      return { state: { ...state, held: true } };
    case "release":
      return start({ ...state, held: false });
  }
}

function start<T>(state: QueueState<T>): Move<T> {
  if (state.held || state.sending !== null || state.waiting === null) return { state };
  return { state: { ...state, sending: state.waiting, waiting: null }, send: state.waiting };
}

function mendsItself(trouble: Trouble): boolean {
  return trouble.kind === "offline" || trouble.kind === "unavailable";
}

function pause(trouble: Trouble, failures: number): number {
  const doubled = Math.min(longestRetryMs, firstRetryMs * 2 ** Math.min(failures - 1, 10));
  return trouble.kind === "unavailable" && trouble.waitMs !== undefined
    ? Math.max(doubled, trouble.waitMs)
    : doubled;
}

export interface QueueTools<T> {
  send: (value: T) => Promise<{ ok: true } | { ok: false; trouble: Trouble }>;
  /** Starts a timer and returns what stops it. */
  after: (ms: number, run: () => void) => () => void;
  now: () => number;
  onChange: (state: QueueState<T>) => void;
}

export interface DraftQueue<T> {
  state: () => QueueState<T>;
  changed: (value: T) => void;
  retry: () => void;
  /** Stops sending; resolves when nothing is under way any more. */
  hold: () => Promise<void>;
  release: () => void;
  stop: () => void;
}

export function createDraftQueue<T>(
  tools: QueueTools<T>,
  initial: QueueState<T> = emptyQueue<T>(),
): DraftQueue<T> {
  let state = initial;
  let stopTimer: (() => void) | null = null;
  let stopped = false;
  let quiet: (() => void)[] = [];

  function handle(event: QueueEvent<T>) {
    if (stopped) return;
    const move = next(state, event);
    state = move.state;
    if (move.send !== undefined || move.retryAfterMs !== undefined) {
      stopTimer?.();
      stopTimer = null;
    }
    if (move.retryAfterMs !== undefined)
      stopTimer = tools.after(move.retryAfterMs, () => handle({ type: "retry" }));
    if (move.send !== undefined) deliver(move.send);
    if (state.sending === null) {
      quiet.forEach((resolve) => resolve());
      quiet = [];
    }
    tools.onChange(state);
  }

  function deliver(value: T) {
    tools.send(value).then(
      (answer) =>
        handle(answer.ok ? { type: "stored", at: tools.now() } : { type: "failed", trouble: answer.trouble }),
      () => handle({ type: "failed", trouble: { kind: "offline" } }),
    );
  }

  return {
    state: () => state,
    changed: (value) => handle({ type: "changed", value }),
    retry: () => handle({ type: "retry" }),
    hold: () => {
      handle({ type: "hold" });
      return state.sending === null ? Promise.resolve() : new Promise((resolve) => quiet.push(resolve));
    },
    release: () => handle({ type: "release" }),
    stop: () => {
      stopped = true;
      stopTimer?.();
    },
  };
}
