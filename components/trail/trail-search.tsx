"use client";

import { useEffect, useRef, useState, type FormEvent } from "react";
import { SignInDialog } from "@/components/sign-in/sign-in-dialog";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { SaveProblem } from "@/components/ui/save-problem";
import { useSave } from "@/components/ui/use-save";
import type { TrailAsked, TrailFile, TrailLine, TrailPage } from "@/lib/schemas/trail";
import { TrailFilters } from "./trail-filters";
import { TrailTable } from "./trail-table";
import styles from "./trail.module.css";

interface TrailSearchProps {
  people: readonly { id: string; name: string }[];
  /** The first day asked about to begin with. */
  from: string;
  email: string;
}

/** Filters and lines; older lines are added below. What is asked travels in a body and stays out of the address. */
export function TrailSearch({ people, from, email }: TrailSearchProps) {
  const asked = useRef<TrailAsked>({ from });
  const [lines, setLines] = useState<readonly TrailLine[]>([]);
  const [more, setMore] = useState(false);
  const [said, setSaid] = useState("");
  const search = useSave<TrailAsked, TrailPage>("POST", "/api/trail", (page, { after }) => {
    setLines((before) => (after ? [...before, ...page.lines] : page.lines));
    setMore(page.more);
    setSaid(page.lines.length === 0 && !after ? "No line fits." : "");
  }, { stays: true });
  const save = useSave<TrailAsked, TrailFile>("POST", "/api/trail/export", (file) => {
    download(file);
    setSaid(`${file.lines} lines exported as ${file.name}.${file.more ? " There are more: narrow the dates for the rest." : ""}`);
  }, { stays: true });

  const first = useRef(false);
  const form = useRef<HTMLFormElement>(null);
  const { run } = search;
  useEffect(() => {
    if (first.current) return;
    first.current = true;
    if (form.current) asked.current = askedIn(form.current); // on a slow line it was filled in before this page could look
    void run(asked.current);
  }, [run]);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    asked.current = askedIn(event.currentTarget);
    void search.run(asked.current);
  }

  const last = lines.at(-1);
  return (
    <Card title="Lines">
      <form ref={form} onSubmit={submit} method="post" noValidate>
        <TrailFilters people={people} from={from} fields={search.problem?.fields ?? {}} attempt={search.failures} />
        <div className={styles.actions}>
          <Button type="submit" busy={search.busy} busyWords="Searching">Search</Button>
          <Button type="button" look="secondary" busy={save.busy} busyWords="Exporting" onClick={() => save.run(asked.current)}>Export as CSV</Button>
        </div>
      </form>
      <SaveProblem problem={search.problem} onAgain={search.again} />
      <SaveProblem problem={save.problem} onAgain={save.again} />
      <output className={styles.said}>{said}</output>
      {lines.length > 0 && <TrailTable caption="Lines of the trail, the newest first" lines={lines} />}
      {more && last && (
        <div className={styles.actions}>
          <Button look="secondary" busy={search.busy} busyWords="Reading" onClick={() => search.run({ ...asked.current, after: { at: last.at, line: last.line } })}>Older lines</Button>
        </div>
      )}
      <SignInDialog open={[search, save].some(({ problem }) => problem?.kind === "sign-in")} email={email} onSignedIn={() => location.reload()} onClose={search.dismiss} />
    </Card>
  );
}

function askedIn(form: HTMLFormElement): TrailAsked {
  return Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)])) as TrailAsked;
}

function download({ name, csv }: TrailFile) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([csv], { type: "text/csv" }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
