"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import { DraftNotice } from "@/components/begun/draft-notice";
import { useFieldsDraft } from "@/components/begun/use-fields-draft";
import type { Keeper } from "@/components/begun/keeper";
import { SignInDialog } from "@/components/sign-in/sign-in-dialog";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FormFrame } from "@/components/ui/form-frame";
import { lazyResolver } from "@/components/ui/lazy-resolver";
import { LinkButton } from "@/components/ui/link-button";
import { RadioGroup } from "@/components/ui/radio-group";
import { SaveProblem } from "@/components/ui/save-problem";
import { SelectField } from "@/components/ui/select-field";
import { SideBySide } from "@/components/ui/side-by-side";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { useSave } from "@/components/ui/use-save";
import { VersionsDialog } from "@/components/ui/versions-dialog";
import { groupsWords } from "@/lib/cohort/studies/compare";
import { figureRows, figureWords, figuresOf, groupsOf, KINDS, kindWords, type Figure, type Kind } from "@/lib/cohort/studies/printed";
import type { StudyFields } from "@/lib/schemas/study";
import { effectTyped } from "./effect-words";

export type StudyTyped = Omit<StudyFields, "version">;

interface StudyFormProps {
  /** Made by the page: sending twice under one id stores one study. */
  studyId: string;
  /** What stands in the fields first; of a new study what every one begins with. */
  stored: StudyTyped;
  /** 0: a new one. */
  version: number;
  measures: readonly { id: string; short: string; min: number; max: number }[];
  zone: string;
  email: string;
  keeper: Keeper;
}

const loadRules = async () => (await import("./study-rules")).studyRules;
const order = ["name", "citation", "measure", "treatment", "time", "kind", "groups", ...Object.keys(figureWords).map((name) => `figures.${name}` as `figures.${Figure}`), "note", "reason"] as const;
const labels = {
  name: "Name", citation: "Citation", measure: "Measure", treatment: "Treatment", time: "Time of the later score", kind: "What the paper prints", groups: "Of what",
  ...Object.fromEntries(Object.entries(figureWords).map(([name, words]) => [`figures.${name}`, words])), note: "Note",
};

/** A study as its paper prints it, with the effect that follows beside what is typed. */
export function StudyForm({ studyId, stored: given, version, measures, zone, email, keeper }: StudyFormProps) {
  const router = useRouter();
  const stored = asShown(given, version);
  const [known, setKnown] = useState({ id: studyId, version });
  const form = useForm<StudyTyped>({
    resolver: lazyResolver(async () => {
      const rules = await loadRules();
      return (values, context, options) => rules({ ...values, version: known.version }, context as undefined, options as never) as never;
    }),
    shouldFocusError: false,
    reValidateMode: "onSubmit",
  });
  const draft = useFieldsDraft(form, keeper, `${version > 0 ? studyId : "new"}/study`, { initial: stored, known, onLeft: setKnown });
  const save = useSave<StudyFields, { href: string }>("PUT", `/api/studies/${known.id}`, ({ href }) => {
    draft.forget();
    router.push(href);
  });
  const seen = useWatch({ control: form.control });
  const kind = (seen.kind ?? stored.kind) as Kind;
  const range = measures.find(({ id }) => id === (seen.measure ?? stored.measure)) ?? measures[0];

  const errorOf = (path: (typeof order)[number]) => form.getFieldState(path, form.formState).error?.message ?? (save.problem?.kind === "fields" ? save.problem.fields?.[path] : undefined);
  const idOf = (path: string) => `study-${path.replace(".", "-")}`;
  const field = (path: (typeof order)[number], defaultValue: string | undefined) => ({ ...form.register(path), id: idOf(path), defaultValue, error: errorOf(path) });
  const errors = order.flatMap((path) => {
    const message = errorOf(path);
    return message ? [{ id: idOf(path), message }] : [];
  });
  const say = (path: string, value: unknown) => (path === "kind" ? kindWords[value as Kind] : path === "groups" ? groupsWords[value as "within"] : path === "measure" ? measures.find(({ id }) => id === value)?.short : null);
  const effect = range === undefined ? null : effectTyped(kind, seen.groups ?? stored.groups, { ...stored.figures, ...seen.figures }, range);

  return (
    <>
      <FormFrame
        onFocus={loadRules}
        onSubmit={form.handleSubmit(
          (fields) => save.run({ ...fields, version: known.version }),
          () => save.dismiss(),
        )}
        actions={
          <>
            <Button type="submit" busy={save.busy} busyWords="Saving">
              {version > 0 ? "Save changes" : "Enter the study"}
            </Button>
            <LinkButton href="/cohort/studies" look="quiet" onClick={() => draft.forget()}>
              Cancel
            </LinkButton>
          </>
        }
      >
        <ErrorSummary errors={errors} attempt={form.formState.submitCount + save.failures} />
        <SaveProblem problem={save.problem} onAgain={save.again} />
        {draft.leftAt && <DraftNotice at={draft.leftAt} zone={zone} onEmpty={draft.empty} />}
        <TextField {...field("name", stored.name)} label="Name" hint="First author and year, for example Abdallah 2022. It stands beside the effect." autoComplete="off" spellCheck={false} />
        <TextArea {...field("citation", stored.citation)} label="Citation" hint="Enough to find the paper again: authors, year, journal, DOI or PMID." rows={2} />
        <SelectField {...field("measure", stored.measure)} label="Measure" short options={measures.map(({ id, short }) => ({ value: id, label: short }))} />
        <TextField {...field("treatment", stored.treatment)} label="Treatment" hint="For example: IV ketamine 0.5 mg/kg, six infusions, with prolonged exposure." autoComplete="off" />
        <TextField {...field("time", stored.time)} label="Time of the later score" hint="For example: 24 h after the sixth infusion." autoComplete="off" />
        <RadioGroup {...form.register("kind")} id="study-kind" legend="What the paper prints" defaultValue={stored.kind} error={errorOf("kind")} options={KINDS.map((value) => ({ value, label: kindWords[value] }))} />
        {groupsOf(kind) === null && (
          <RadioGroup {...form.register("groups")} id="study-groups" legend="Of what" defaultValue={stored.groups ?? ""} error={errorOf("groups")} hint="These two are different questions and never share a mean."
            options={(["within", "between"] as const).map((value) => ({ value, label: groupsWords[value] }))} />
        )}
        {figureRows[kind].map((row) => (
          <SideBySide key={row.join()}>
            {row.map((name) => (
              <TextField key={name} {...field(`figures.${name}`, stored.figures[name] ?? "")} label={figureWords[name]} optional={name === "r"} autoComplete="off" spellCheck={false} short />
            ))}
          </SideBySide>
        ))}
        <p>Negative is improvement: type a fall in points, or an effect in favour of the treatment, with a minus.{kind === "paired-means" && " Where no correlation is printed, 0.5 is assumed and said."}</p>
        <output>{effect === null ? "The effect stands here once the figures are complete." : <strong>Effect: {effect}</strong>}</output>
        <TextArea {...field("note", stored.note)} label="Note" hint="What a reader must know: open label, how many dropped out. Nothing about a patient of yours." optional rows={2} />
        {version > 0 && <TextField {...field("reason", stored.reason)} label="Why it changes" autoComplete="off" />}
      </FormFrame>
      <VersionsDialog problem={save.problem} mine={save.sent()} labels={labels} say={say} busy={save.busy} onSave={save.run} onClose={save.dismiss} />
      <SignInDialog open={save.problem?.kind === "sign-in"} email={email} onSignedIn={save.again} onClose={save.dismiss} />
    </>
  );
}

/** The fields there are while nothing is typed, and no others. */
function asShown({ groups, reason, figures, ...rest }: StudyTyped, version: number): StudyTyped {
  const shown = Object.fromEntries(figuresOf[rest.kind].map((name) => [name, figures[name] ?? ""]));
  return { ...rest, figures: shown, ...(groupsOf(rest.kind) === null && { groups }), ...(version > 0 && { reason }) };
}
