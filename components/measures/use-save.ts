import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { send, type SendError } from "@/components/ui/send";

export type SaveAsk =
  /** `scored`: by a published rule for missing items. */
  | { ask: "incomplete"; missing: readonly number[]; scored: boolean }
  | { ask: "same-day"; existing: readonly { at: string; total: number | null }[] };

interface SaveOptions {
  method: "PUT" | "POST";
  address: string;
  /** Runs before anything is sent and after it failed: drafts must not overtake the save. */
  hold: () => Promise<void>;
  release: () => void;
  /** The next form of a sitting; where there is none the server says where to go. */
  next: string | null;
  onSaved: () => void;
  onError: (error: SendError) => void;
}

export interface Save {
  busy: boolean;
  ask: SaveAsk | null;
  signIn: boolean;
  /** Somebody else corrected the form meanwhile; and what was sent, without key and questions. */
  late: SendError | null;
  sent: () => Record<string, unknown>;
  /** A second call while one is under way does nothing. */
  run: (body: Record<string, unknown>, asked?: SaveAsk["ask"]) => Promise<void>;
  /** The question is answered with yes. */
  confirm: () => void;
  dismiss: () => void;
  /** Asks what the server would ask, without going there. */
  askFirst: (ask: SaveAsk, body: Record<string, unknown>) => void;
  again: () => void;
}

const holdMs = 1_500;

/** One finished form on its way: sent once, under one key for as long as its content stays the same. */
export function useSave(options: SaveOptions): Save {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [ask, setAsk] = useState<SaveAsk | null>(null);
  const [signIn, setSignIn] = useState(false);
  const [late, setLate] = useState<SendError | null>(null);
  const underWay = useRef(false);
  const attempt = useRef({ content: "", key: "", allow: new Set<string>() });
  const pending = useRef<Record<string, unknown>>({});

  async function run(body: Record<string, unknown>, asked?: SaveAsk["ask"]): Promise<void> {
    if (underWay.current) return;
    underWay.current = true;
    setBusy(true);
    setAsk(null);
    setLate(null);
    // Changed answers are another form: they get a key of their own and are asked about again.
    const content = JSON.stringify(body);
    if (attempt.current.content !== content)
      attempt.current = { content, key: crypto.randomUUID(), allow: new Set() };
    pending.current = body;
    const { key, allow } = attempt.current;
    if (asked) allow.add(asked);
    await Promise.race([options.hold(), new Promise((resolve) => setTimeout(resolve, holdMs))]);
    const sent = await send<{ href: string }>(options.method, options.address, {
      ...body,
      key,
      allow: [...allow],
    });
    if (sent.ok) {
      options.onSaved();
      // Back must not lead to a form that is saved.
      if (options.next === null) router.push(sent.data.href);
      else router.replace(options.next);
      return;
    }
    underWay.current = false;
    setBusy(false);
    options.release();
    if (sent.error.kind === "ask") setAsk(sent.error as unknown as SaveAsk);
    else if (sent.error.kind === "sign-in") setSignIn(true);
    else if (sent.error.kind === "stale" && sent.error.newer) setLate(sent.error);
    else options.onError(sent.error);
  }

  return {
    busy,
    ask,
    signIn,
    late,
    sent: () => pending.current,
    run,
    confirm: () => {
      if (ask) void run(pending.current, ask.ask);
    },
    dismiss: () => {
      setAsk(null);
      setSignIn(false);
      setLate(null);
    },
    askFirst: (question, body) => {
      pending.current = body;
      setAsk(question);
    },
    again: () => void run(pending.current),
  };
}
