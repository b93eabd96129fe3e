"use client";

import { useRouter } from "next/navigation";
import { useRef, useState, type FormEvent } from "react";
import { DraftNotice } from "@/components/begun/draft-notice";
import { useFormDraft } from "@/components/begun/use-form-draft";
import type { Keeper } from "@/components/begun/keeper";
import { SignInDialog } from "@/components/sign-in/sign-in-dialog";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { send } from "@/components/ui/send";
import { TextArea } from "@/components/ui/text-area";
import { loadRules } from "./load-rules";
import styles from "./revise-form.module.css";

interface ReviseFormProps {
  act: "void" | "restore";
  /** Of what, for example "the past-week PCL-5 of 23 Nov 2026". */
  what: string;
  assessmentId: string;
  address: string;
  revision: number;
  zone: string;
  email: string;
  /** Whose half-filled form this device may keep. */
  keeper: Keeper;
}

const words = {
  void: {
    button: "Void this form",
    title: "Void",
    says: "It no longer counts in any score or chart. Its answers stay readable in its history. A clinician of the patient’s care team can restore it.",
    reason: "Reason for voiding",
    hint: "For example: entered for the wrong patient.",
    not: "Keep it",
    does: "Void",
    busy: "Voiding",
  },
  restore: {
    button: "Restore this form",
    title: "Restore",
    says: "It counts again in every score and chart, with the answers it had. That it was voided stays in its history.",
    reason: "Reason for restoring",
    hint: "For example: it was this patient’s after all.",
    not: "Leave it voided",
    does: "Restore",
    busy: "Restoring",
  },
} as const;

/** A button that asks for a reason. Voiding takes a form out of every score and keeps it in its history; restoring brings it back. */
export function ReviseForm({ act, what, assessmentId, address, revision: read, zone, email, keeper }: ReviseFormProps) {
  const say = words[act];
  const look = act === "void" ? "danger" : "primary";
  const router = useRouter();
  const [pressed, setPressed] = useState(false);
  const draft = useFormDraft(keeper, `${assessmentId}/${act}`, { reason: "", revision: read });
  const { reason, revision } = draft.values;
  const open = pressed || draft.leftAt !== null;
  const close = () => {
    setPressed(false);
    draft.clear();
  };
  const [error, setError] = useState<string>();
  const [problem, setProblem] = useState("");
  const [signIn, setSignIn] = useState(false);
  const [busy, setBusy] = useState(false);
  const underWay = useRef(false);
  const attempt = useRef({ reason: "", key: "" });

  async function submit(event?: FormEvent) {
    event?.preventDefault();
    if (underWay.current) return;
    if (attempt.current.key === "" || attempt.current.reason !== reason)
      attempt.current = { reason, key: crypto.randomUUID() };
    const body = { key: attempt.current.key, revision, reason };
    underWay.current = true;
    setBusy(true);
    setProblem("");
    const refused = (await loadRules())(act, body).reason;
    setError(refused);
    if (refused !== undefined) {
      underWay.current = false;
      setBusy(false);
      return document.getElementById(`${act}-reason`)?.focus();
    }
    const sent = await send<{ href: string }>("POST", address, body);
    if (sent.ok) {
      close();
      return router.push(sent.data.href);
    }
    underWay.current = false;
    setBusy(false);
    if (sent.error.kind === "sign-in") setSignIn(true);
    else if (sent.error.fields?.reason) setError(sent.error.fields.reason);
    else setProblem(sent.error.message);
  }

  return (
    <>
      <Button look={act === "void" ? "danger" : "secondary"} onClick={() => setPressed(true)}>
        {say.button}
      </Button>
      <Dialog open={open} title={`${say.title} ${what}?`} onClose={close}>
        <form className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
          {draft.leftAt && <DraftNotice at={draft.leftAt} zone={zone} onEmpty={close} />}
          <p>{say.says}</p>
          <TextArea
            id={`${act}-reason`}
            label={say.reason}
            hint={say.hint}
            error={error}
            value={reason}
            onChange={(event) => draft.set({ reason: event.target.value, revision })}
          />
          {problem && (
            <p role="alert" className={styles.problem}>
              {problem}
            </p>
          )}
          <div className={styles.actions}>
            <Button look="secondary" onClick={close}>
              {say.not}
            </Button>
            <Button look={look} type="submit" busy={busy} busyWords={say.busy}>
              {say.does}
            </Button>
          </div>
        </form>
      </Dialog>
      <SignInDialog
        open={signIn}
        email={email}
        onSignedIn={() => {
          setSignIn(false);
          void submit();
        }}
        onClose={() => setSignIn(false)}
      />
    </>
  );
}
