import { useEffect, useRef, useState } from "react";
import { send, type SendError } from "@/components/ui/send";
import type { TodayListName } from "@/lib/schemas/today";
import type { TodayPart } from "./today-view";

/** A list of the day as far as it has been shown. The focus goes on to the first row that came. */
export function useMoreToday(list: TodayListName, first: TodayPart) {
  const [shown, setShown] = useState({ first, part: first });
  const [error, setError] = useState<SendError | null>(null);
  const [waiting, setWaiting] = useState(false);
  const [newest, setNewest] = useState<string | null>(null);
  const link = useRef<HTMLAnchorElement>(null);
  if (shown.first !== first) setShown({ first, part: first }); // the page was read anew

  useEffect(() => link.current?.focus(), [newest]);

  async function more() {
    setWaiting(true);
    const answer = await send<TodayPart>("POST", "/api/today", { list, after: shown.part.after });
    setWaiting(false);
    if (!answer.ok) {
      if (answer.error.kind === "sign-in") location.reload();
      else setError(answer.error);
      return;
    }
    setError(null);
    // What has moved since stands once, where it was.
    const known = new Set(shown.part.rows.map(({ key }) => key));
    const added = answer.data.rows.filter(({ key }) => !known.has(key));
    setShown({ first, part: { ...answer.data, rows: [...shown.part.rows, ...added] } });
    setNewest(added[0]?.key ?? null);
  }

  return { part: shown.part, error, waiting, more, newest: { key: newest, ref: link } };
}
