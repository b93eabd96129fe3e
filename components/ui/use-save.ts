import { useRef, useState } from "react";
import { send, type Method, type SendError } from "./send";

export interface Save<Body> {
  busy: boolean;
  /** What the last attempt was answered with; null while it is under way and after a success. */
  problem: SendError | null;
  /** Counts the failures, so that a summary takes the focus each time. */
  failures: number;
  /** A second call while one is under way does nothing. */
  run: (body: Body) => Promise<void>;
  /** What was last sent. */
  sent: () => Body | null;
  /** The last body once more: after signing in, or when the connection is back. */
  again: () => Promise<void>;
  dismiss: () => void;
}

/**
 * One form's way to one address. After a success it stays busy, for the page is about to be left, unless it
 * `stays`.
 */
export function useSave<Body, Answer>(
  method: Method,
  url: string,
  onSaved: (answer: Answer, body: Body) => void,
  { stays = false } = {},
): Save<Body> {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<SendError | null>(null);
  const [failures, setFailures] = useState(0);
  const underWay = useRef(false);
  const last = useRef<Body>(null);

  async function run(body: Body) {
    if (underWay.current) return;
    underWay.current = true;
    last.current = body;
    setBusy(true);
    setProblem(null);
    const answer = await send<Answer>(method, url, body);
    if (answer.ok && !stays) return onSaved(answer.data, body);
    underWay.current = false;
    setBusy(false);
    if (answer.ok) return onSaved(answer.data, body);
    setProblem(answer.error);
    setFailures((count) => count + 1);
  }

  return {
    busy,
    problem,
    failures,
    run,
    sent: () => last.current,
    again: async () => {
      if (last.current !== null) await run(last.current);
    },
    dismiss: () => setProblem(null),
  };
}
