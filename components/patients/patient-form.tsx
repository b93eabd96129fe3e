"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { DraftNotice } from "@/components/begun/draft-notice";
import { useFieldsDraft } from "@/components/begun/use-fields-draft";
import type { Keeper } from "@/components/begun/keeper";
import { SignInDialog } from "@/components/sign-in/sign-in-dialog";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FormFrame } from "@/components/ui/form-frame";
import { lazyResolver } from "@/components/ui/lazy-resolver";
import { LinkButton } from "@/components/ui/link-button";
import { SaveProblem } from "@/components/ui/save-problem";
import { SelectField } from "@/components/ui/select-field";
import { SideBySide } from "@/components/ui/side-by-side";
import { TextField } from "@/components/ui/text-field";
import { useSave } from "@/components/ui/use-save";
import { VersionsDialog } from "@/components/ui/versions-dialog";
import type { PatientFields } from "@/lib/schemas/patient";
import { DuplicatesDialog, type Duplicate } from "./duplicates-dialog";
import { sexOptions } from "./sex-options";

interface PatientFormProps {
  /** Made by the page: sending twice under one id stores one patient. */
  patientId: string;
  /** What is stored now; null for a new patient. */
  patient: (PatientFields & { version: number }) | null;
  /** The clinic's calendar day: nobody is born after it. */
  today: string;
  zone: string;
  cancelHref: string;
  /** Who is signed in, should the session end while the form is open. */
  email: string;
  /** Whose half-filled form this device may keep. */
  keeper: Keeper;
}

const order = ["recordNumber", "familyName", "givenName", "birthDate", "sex", "pronouns"] as const;
type FieldName = (typeof order)[number];
type Body = PatientFields & { version: number; allow: string[] };

const loadRules = async () => (await import("./patient-rules")).patientRules;

const labels = { recordNumber: "Record number", familyName: "Family name", givenName: "Given name", birthDate: "Date of birth", sex: "Sex", pronouns: "Pronouns" };

export function PatientForm({ patientId, patient, today, zone, cancelHref, email, keeper }: PatientFormProps) {
  const router = useRouter();
  const stored = Object.fromEntries(order.map((name) => [name, patient?.[name] ?? ""])) as Record<FieldName, string>;
  const form = useForm<PatientFields>({
    resolver: lazyResolver(loadRules),
    shouldFocusError: false,
    reValidateMode: "onSubmit", // a sentence that went as its field is left would move the button away under the click
  });
  const [known, setKnown] = useState({ id: patientId, version: patient?.version ?? 0 });
  const draft = useFieldsDraft(form, keeper, `${patient ? patientId : "new"}/patient`, { initial: stored, known, onLeft: setKnown });
  const save = useSave<Body, { href: string }>("PUT", `/api/patients/${known.id}`, ({ href }) => {
    draft.forget();
    router.push(href);
  });

  const submit = (allow: string[]) =>
    form.handleSubmit(
      (fields) => save.run({ ...fields, version: known.version, allow }),
      () => save.dismiss(),
    );

  const errorOf = (name: FieldName) =>
    form.formState.errors[name]?.message ??
    (save.problem?.kind === "fields" ? save.problem.fields?.[name] : undefined);
  // The browser's own values stand in the fields from the start, so what is typed before the script runs
  // stays.
  const field = (name: FieldName) => ({
    ...form.register(name),
    id: `patient-${name}`,
    defaultValue: stored[name],
    error: errorOf(name),
  });
  const errors = order.flatMap((name) => {
    const message = errorOf(name);
    return message ? [{ id: `patient-${name}`, message }] : [];
  });
  const duplicates = save.problem?.kind === "ask" ? (save.problem.patients as Duplicate[]) : [];

  return (
    <>
      <FormFrame
        onFocus={loadRules}
        onSubmit={submit([])}
        actions={
          <>
            <Button type="submit" busy={save.busy} busyWords="Saving">
              {patient ? "Save changes" : "Add patient"}
            </Button>
            <LinkButton href={cancelHref} look="quiet" onClick={() => draft.forget()}>
              Cancel
            </LinkButton>
          </>
        }
      >
        <ErrorSummary errors={errors} attempt={form.formState.submitCount + save.failures} />
        <SaveProblem problem={save.problem} onAgain={save.again} />
        {draft.leftAt && <DraftNotice at={draft.leftAt} zone={zone} onEmpty={draft.empty} />}
        <TextField
          {...field("recordNumber")}
          label="Record number"
          hint="As in your clinic's record, for example 004-2217. Each patient has their own."
          autoComplete="off"
          spellCheck={false}
          short
        />
        <SideBySide>
          <TextField {...field("familyName")} label="Family name" autoComplete="off" spellCheck={false} />
          <TextField {...field("givenName")} label="Given name" autoComplete="off" spellCheck={false} />
        </SideBySide>
        <TextField
          {...field("birthDate")}
          label="Date of birth"
          type="date"
          min="1900-01-01"
          max={today}
          autoComplete="off"
          short
        />
        <SideBySide>
          <SelectField {...field("sex")} label="Sex" optional options={sexOptions(patient?.sex)} />
          <TextField {...field("pronouns")} label="Pronouns" optional autoComplete="off" />
        </SideBySide>
      </FormFrame>
      <DuplicatesDialog duplicates={duplicates} onBack={save.dismiss} onSaveAnyway={submit(["duplicates"])} />
      <VersionsDialog problem={save.problem} mine={save.sent()} labels={labels} busy={save.busy} onSave={save.run} onClose={save.dismiss} />
      <SignInDialog
        open={save.problem?.kind === "sign-in"}
        email={email}
        onSignedIn={save.again}
        onClose={save.dismiss}
      />
    </>
  );
}
