"use client";

import { useEffect, useState, type FormEvent } from "react";
import { NewPasswordField } from "@/components/account/new-password-field";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Notice } from "@/components/ui/notice";
import { SaveProblem } from "@/components/ui/save-problem";
import { send } from "@/components/ui/send";
import { useSave } from "@/components/ui/use-save";
import type { InvitationAccept } from "@/lib/schemas/invitation";
import styles from "./sign-in.module.css";

interface Invited {
  name: string;
  email: string;
  clinic: string;
}

const id = "invitation-next";

/** Reads the token from the part of the address that no server sees, and takes it out of the address at once. */
export function InvitationPanel({ fewest }: { fewest: number }) {
  const [token, setToken] = useState("");
  const [invited, setInvited] = useState<Invited | null>(null);
  const [over, setOver] = useState("");
  const save = useSave<InvitationAccept, { href: string }>("POST", "/api/invitation/accept", ({ href }) => location.assign(href));
  const message = save.problem?.fields?.next;

  useEffect(() => {
    const carried = location.hash.slice(1);
    if (carried === "") return;
    history.replaceState(null, "", location.pathname);
    void send<Invited>("POST", "/api/invitation/look", { token: carried }).then((answer) => {
      setToken(carried);
      if (answer.ok) setInvited(answer.data);
      else setOver(answer.error.message);
    });
  }, []);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    void save.run({ token, next: String(new FormData(event.currentTarget).get("next") ?? "") });
  }

  const ended = over || save.problem?.fields?.form;
  if (ended) return <Notice tone="warning" live="alert">{ended}</Notice>;
  if (!invited) return <p>Open the whole link you were given.</p>;
  return (
    <form className={styles.form} method="post" noValidate onSubmit={submit}>
      <p>
        {invited.name}, you are invited to {invited.clinic}. You will sign in as {invited.email}.
      </p>
      <ErrorSummary errors={message ? [{ id, message }] : []} attempt={save.failures} />
      <SaveProblem problem={save.problem} onAgain={save.again} />
      <input type="hidden" name="username" autoComplete="username" value={invited.email} readOnly />
      <NewPasswordField id={id} fewest={fewest} error={message} />
      <Button type="submit" busy={save.busy} busyWords="Joining">
        Join
      </Button>
    </form>
  );
}
