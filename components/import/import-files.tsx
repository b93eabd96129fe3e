"use client";

import { useRouter } from "next/navigation";
import { useState, type ChangeEvent, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Notice } from "@/components/ui/notice";
import { SaveProblem } from "@/components/ui/save-problem";
import { SelectField } from "@/components/ui/select-field";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { useSave } from "@/components/ui/use-save";
import { fileKinds, type FileKind, type ImportAnswer, type ImportAsked } from "@/lib/schemas/exchange";
import { headings } from "./headings";
import { ImportFates } from "./import-fates";
import { ImportMapping } from "./import-mapping";
import styles from "./import.module.css";

interface ImportFilesProps {
  /** The next import's. */
  id: string;
  columns: Readonly<Record<FileKind, readonly string[]>>;
  needed: Readonly<Record<FileKind, readonly string[]>>;
  /** By heading, the column it was taken for last. */
  remembered: Readonly<Record<string, string>>;
}

/** Rows from a file or a spreadsheet: looked at first, and brought in with a second press. */
export function ImportFiles({ id, columns, needed, remembered }: ImportFilesProps) {
  const router = useRouter();
  const [text, setText] = useState("");
  const [fault, setFault] = useState("");
  const [chosen, setChosen] = useState<FileKind | null>(null);
  const [own, setOwn] = useState<Readonly<Record<string, string | null>>>({});
  const [skip, setSkip] = useState<ReadonlySet<number>>(new Set());
  const [answer, setAnswer] = useState<ImportAnswer | null>(null);

  const names = headings(text);
  const taken = names.map((name) => own[name] ?? remembered[name] ?? name);
  const kind = chosen ?? (["assessments", "sessions", "courses", "patients"] as const).find((each) => needed[each].every((column) => taken.includes(column))) ?? "assessments";
  const unknown = names.filter((name) => !columns[kind].includes(name));
  const mapping = Object.fromEntries(unknown.map((name) => [name, name in own ? own[name]! : (remembered[name] ?? null)]));

  const save = useSave<ImportAsked, ImportAnswer>("PUT", `/api/imports/${id}`, (found) => {
    setAnswer(found);
    if (found.stored) router.refresh();
  }, { stays: true });
  const ask = (dryRun: boolean) => save.run({ kind, text, mapping, skip: [...skip], dryRun });
  const fresh = () => {
    setAnswer(null);
    setSkip(new Set());
  };

  async function readFile(event: ChangeEvent<HTMLInputElement>) {
    const [file] = event.target.files ?? [];
    if (!file) return;
    fresh();
    try {
      setText(new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer()));
      setFault("");
    } catch {
      setFault("This file is no text in UTF-8. Save it as “CSV UTF-8” and choose it again.");
    }
  }

  const wrong = save.problem?.kind === "fields" ? (save.problem.fields ?? {}) : {};
  const errors = [...(fault ? [{ id: "file", message: fault }] : []), ...Object.entries(wrong).map(([field, message]) => ({ id: field, message }))];
  const stored = answer?.stored === true;
  const wanted = answer === null ? 0 : answer.counts.new + answer.counts.incomplete - [...skip].length;
  return (
    <Card title="Files in">
      <form className={styles.form} method="post" noValidate onSubmit={(event: FormEvent) => { event.preventDefault(); void ask(true); }}>
        <ErrorSummary errors={errors} attempt={save.failures} />
        <TextField id="file" type="file" label="File" accept=".csv,.tsv,.txt,text/csv" optional hint="CSV in UTF-8, with headings in its first line; an exported file shows them" onChange={readFile} error={fault} />
        <TextArea id="text" label="Or paste rows from a spreadsheet" hint="With their headings" rows={6} spellCheck={false} value={text} error={wrong.text} onChange={(event) => { setText(event.target.value); fresh(); }} />
        <SelectField id="kind" label="These rows are" options={fileKinds.map((each) => ({ value: each, label: each.charAt(0).toUpperCase() + each.slice(1) }))} value={kind} error={wrong.kind} onChange={(event) => { setChosen(event.target.value as FileKind); fresh(); }} />
        <ImportMapping unknown={unknown} columns={columns[kind]} mapping={mapping} onChange={(heading, column) => { setOwn({ ...own, [heading]: column }); fresh(); }} />
        <div className={styles.actions}>
          <Button type="submit" look={answer === null ? "primary" : "secondary"} busy={save.busy} busyWords="Looking">Look at what would happen</Button>
        </div>
        <SaveProblem problem={save.problem} onAgain={save.again} />
      </form>
      <div className={styles.news} aria-live="polite">
        {stored && <Notice tone="good">Brought in. It stands under your imports, where it can be undone.</Notice>}
        {answer && !stored && <Notice>Nothing is stored yet.</Notice>}
        {answer && answer.prompts > 0 && <Notice tone="warning" title="Safety prompts:">{answer.prompts} {stored ? "wait" : "would wait"} for somebody. An answer in these forms calls for a person at once.</Notice>}
      </div>
      {answer && <ImportFates answer={answer} skip={skip} onSkip={stored ? null : (line, out) => setSkip(new Set(out ? [...skip, line] : [...skip].filter((each) => each !== line)))} />}
      {answer && !stored && wanted > 0 && (
        <div className={styles.actions}>
          <Button busy={save.busy} busyWords="Bringing in" onClick={() => void ask(false)}>{`Bring in ${wanted} ${wanted === 1 ? "row" : "rows"}`}</Button>
        </div>
      )}
    </Card>
  );
}
