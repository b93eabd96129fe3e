import { useEffect, useRef, useState } from "react";
import { send, type SendError } from "@/components/ui/send";
import type { CaseloadPage } from "@/lib/schemas/caseload";
import { fromTheStart, viewAddress, type CaseloadView } from "./caseload-view";

interface Asked {
  query: string;
  view: CaseloadView;
}

/** The list as last answered, and what is being asked: every question replaces the one before it. */
export function useCaseload(first: CaseloadPage, firstView: CaseloadView) {
  const [asked, setAsked] = useState<Asked>({ query: "", view: firstView });
  const [answered, setAnswered] = useState({ page: first, query: "" });
  const [error, setError] = useState<SendError | null>(null);
  const [waiting, setWaiting] = useState(false);
  const request = useRef<AbortController>(null);

  useEffect(() => () => request.current?.abort(), []);

  async function ask(next: Asked) {
    setAsked(next);
    setWaiting(true);
    history.replaceState(null, "", location.pathname + viewAddress(next.view));
    request.current?.abort();
    const mine = new AbortController();
    request.current = mine;
    const body = { query: next.query.trim(), ...next.view };
    const answer = await send<CaseloadPage>("POST", "/api/caseload", body, { signal: mine.signal });
    if (mine.signal.aborted) return;
    setWaiting(false);
    if (answer.ok) {
      setAnswered({ page: answer.data, query: next.query.trim() });
      setError(null);
    } else if (answer.error.kind === "sign-in") location.reload();
    else setError(answer.error);
  }

  return {
    page: answered.page,
    answeredQuery: answered.query,
    query: asked.query,
    view: asked.view,
    error,
    waiting,
    search: (query: string) => ask({ query, view: { ...asked.view, ...fromTheStart } }),
    look: (view: CaseloadView) => ask({ query: asked.query, view }),
    again: () => ask(asked),
  };
}
