"use client";

import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { DraftNotice } from "@/components/begun/draft-notice";
import { useFormDraft } from "@/components/begun/use-form-draft";
import type { Keeper } from "@/components/begun/keeper";
import { SignInDialog } from "@/components/sign-in/sign-in-dialog";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FormFrame } from "@/components/ui/form-frame";
import { SaveProblem } from "@/components/ui/save-problem";
import { SideBySide } from "@/components/ui/side-by-side";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { useSave } from "@/components/ui/use-save";
import type { GlassBreak } from "@/lib/schemas/break-glass";

const order = ["recordNumber", "birthDate", "reason"] as const;
type Name = (typeof order)[number];

interface GlassFormProps {
  /** Made by the page: sent twice, the record is opened once. */
  id: string;
  /** The latest date of birth there can be. */
  today: string;
  zone: string;
  email: string;
  /** Whose half-filled form this device may keep. */
  keeper: Keeper;
}

/** Which record, known exactly, and why. */
export function GlassForm({ id, today, zone, email, keeper }: GlassFormProps) {
  const router = useRouter();
  const draft = useFormDraft<GlassBreak>(keeper, "emergency", { recordNumber: "", birthDate: "", reason: "" });
  const { recordNumber, birthDate, reason } = draft.values;
  const set = (more: Partial<GlassBreak>) => draft.set({ ...draft.values, ...more });
  const [missing, setMissing] = useState<Partial<Record<Name, string>>>({});
  const [attempt, setAttempt] = useState(0);
  const save = useSave<GlassBreak, { href: string }>("PUT", `/api/break-glass/${id}`, ({ href }) => (draft.forget(), router.push(href)));
  const errorOf = (name: Name) => missing[name] ?? save.problem?.fields?.[name];
  const errors = order.flatMap((name) => {
    const message = errorOf(name);
    return message ? [{ id: `glass-${name}`, message }] : [];
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    const body = { recordNumber: recordNumber.trim(), birthDate, reason: reason.trim() };
    const found = {
      ...(body.recordNumber === "" && { recordNumber: "Enter the record number" }),
      ...(body.birthDate === "" && { birthDate: "Enter the date of birth" }),
      ...(body.reason === "" && { reason: "Enter the reason" }),
    };
    setMissing(found);
    if (Object.keys(found).length === 0) return void save.run(body);
    save.dismiss();
    setAttempt((count) => count + 1);
  }

  return (
    <>
      <FormFrame
        onSubmit={submit}
        onReady={(typed) => draft.set({ recordNumber: String(typed.get("recordNumber")), birthDate: String(typed.get("birthDate")), reason: String(typed.get("reason")) })}
        actions={
          <Button type="submit" look="danger" busy={save.busy} busyWords="Opening">
            Open the record for 60 minutes
          </Button>
        }
      >
        <ErrorSummary errors={errors} attempt={attempt + save.failures} />
        <SaveProblem problem={save.problem} onAgain={save.again} />
        {draft.leftAt && <DraftNotice at={draft.leftAt} zone={zone} onEmpty={draft.clear} />}
        <SideBySide>
          <TextField id="glass-recordNumber" name="recordNumber" label="Record number" hint="Exactly as in the record" autoComplete="off" spellCheck={false} error={errorOf("recordNumber")} value={recordNumber} onChange={(event) => set({ recordNumber: event.target.value })} />
          <TextField id="glass-birthDate" name="birthDate" label="Date of birth" type="date" min="1900-01-01" max={today} autoComplete="off" error={errorOf("birthDate")} value={birthDate} onChange={(event) => set({ birthDate: event.target.value })} />
        </SideBySide>
        <TextArea id="glass-reason" name="reason" label="Reason" hint="Kept for the auditors, with your name and the time" maxLength={500} error={errorOf("reason")} value={reason} onChange={(event) => set({ reason: event.target.value })} />
      </FormFrame>
      <SignInDialog open={save.problem?.kind === "sign-in"} email={email} onSignedIn={save.again} onClose={save.dismiss} />
    </>
  );
}
