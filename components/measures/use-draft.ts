import { useEffect, useEffectEvent, useRef, useState } from "react";
import { send } from "@/components/ui/send";
import type { Answers } from "./answers";
import {
  createDraftQueue,
  emptyQueue,
  unsent,
  type DraftQueue,
  type QueueState,
  type Trouble,
} from "@/components/begun/draft-queue";

export interface DraftBody extends Answers {
  patientId: string;
  measure: string;
  step: number;
}

export interface Draft {
  state: QueueState<DraftBody>;
  changed: (answers: Answers) => void;
  retry: () => void;
  /** After a change in another window: what is on this page counts. */
  keepThisPage: () => void;
  hold: () => Promise<void>;
  release: () => void;
  /** True while the server does not hold what is on the page. */
  isUnsent: () => boolean;
  end: () => void;
}

interface DraftOptions {
  /** Null where there are no drafts. */
  address: string | null;
  patientId: string;
  measure: string;
  initial: Answers & { step: number };
  /** How far an earlier page had counted whose answers this one goes on with. */
  leftStep: number;
  /** What the server does not have is kept on the device; null once it has everything. `had`: it has, while this page is being left. */
  keep: (unsent: DraftBody | null, had?: boolean) => void;
}

const patienceMs = 8_000;
const leap = 100;

/** Every change of the form on its way to the server, through offline, expiry and leaving the page. */
export function useDraft(options: DraftOptions): Draft {
  const [{ address, patientId, measure, initial, leftStep }] = useState(options);
  const keep = useEffectEvent(options.keep);
  const [state, setState] = useState<QueueState<DraftBody>>(() =>
    emptyQueue<DraftBody>(initial.step > 0 ? { ...initial, patientId, measure } : null),
  );
  const [first] = useState(state);
  const queue = useRef<DraftQueue<DraftBody> | null>(null);
  // The page that left it may have sent the same as it closed, with a leap: that may arrive yet, and is older.
  const step = useRef(Math.max(initial.step, leftStep > 0 ? leftStep + 2 * leap : 0));
  const newestElsewhere = useRef(0);
  const ended = useRef(false);
  const keeping = useRef<DraftBody | null>(null);
  const stored = useRef(false);
  const leaving = useRef(false);

  useEffect(() => {
    if (address === null) return;
    const made = createDraftQueue<DraftBody>(
      {
        send: async (body) => {
          const sent = await send<{ step: number; kept: boolean }>("PUT", address, body, { patience: patienceMs });
          if (!sent.ok && sent.error.stored === true) {
            stored.current = true;
            keep(null);
          }
          if (!sent.ok) return { ok: false, trouble: troubleFrom(sent.error) };
          const tie = sent.data.step === body.step && !sent.data.kept;
          if (sent.data.step <= step.current && !tie) return { ok: true };
          newestElsewhere.current = sent.data.step;
          return { ok: false, trouble: { kind: "elsewhere" } };
        },
        after: (ms, run) => {
          const timer = setTimeout(run, ms);
          return () => clearTimeout(timer);
        },
        now: () => Date.now(),
        onChange: (now) => {
          setState(now);
          const left = unsent(now);
          if (ended.current || stored.current || left === keeping.current) return;
          keeping.current = left;
          // The page that comes next may have been read before the server had this.
          if (left === null && leaving.current) keep(now.saved, true);
          else keep(left);
        },
      },
      queue.current?.state() ?? first,
    );
    queue.current = made;

    // The last state of a page that is being left. A reload may be answered before it arrives and then goes
    // on from older answers: the leap in step shows that to the server, which else took the two for one.
    const flush = () => {
      const left = unsent(made.state());
      const trouble = made.state().trouble?.kind;
      if (left === null || ended.current || trouble === "signed-out" || trouble === "elsewhere") return;
      step.current += leap;
      const last = { ...left, step: step.current };
      made.changed(last);
      void send("PUT", address, last, { keepalive: true });
    };
    const hidden = () => (document.visibilityState === "hidden" ? flush() : made.retry());
    const retry = () => made.retry();
    const leave = () => (leaving.current = true);
    window.addEventListener("beforeunload", leave);
    window.addEventListener("pagehide", flush);
    window.addEventListener("online", retry);
    window.addEventListener("pageshow", retry);
    document.addEventListener("visibilitychange", hidden);
    return () => {
      flush();
      made.stop();
      window.removeEventListener("beforeunload", leave);
      window.removeEventListener("pagehide", flush);
      window.removeEventListener("online", retry);
      window.removeEventListener("pageshow", retry);
      document.removeEventListener("visibilitychange", hidden);
    };
  }, [address, first]);

  const changed = (answers: Answers) => {
    step.current += 1;
    queue.current?.changed({ ...answers, patientId, measure, step: step.current });
  };

  return {
    state,
    changed,
    retry: () => queue.current?.retry(),
    keepThisPage: () => {
      step.current = Math.max(step.current, newestElsewhere.current);
      const left = queue.current && unsent(queue.current.state());
      if (left) changed(left);
      queue.current?.retry();
    },
    hold: () => queue.current?.hold() ?? Promise.resolve(),
    release: () => queue.current?.release(),
    isUnsent: () => !ended.current && queue.current !== null && unsent(queue.current.state()) !== null,
    end: () => {
      ended.current = true;
      queue.current?.stop();
      options.keep(null);
    },
  };
}

function troubleFrom(error: {
  kind: string;
  message: string;
  fields?: Record<string, string>;
  retryAfter?: number;
}): Trouble {
  switch (error.kind) {
    case "offline":
      return { kind: "offline" };
    case "sign-in":
      return { kind: "signed-out" };
    case "unavailable":
    case "throttled":
    case "broken":
    case "aborted":
      return {
        kind: "unavailable",
        ...(error.retryAfter !== undefined && { waitMs: error.retryAfter * 1_000 }),
      };
    default:
      return { kind: "refused", message: Object.values(error.fields ?? {})[0] ?? error.message };
  }
}
