"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState, type FormEvent } from "react";
import { SignInDialog } from "@/components/sign-in/sign-in-dialog";
import { Button } from "@/components/ui/button";
import { SaveProblem } from "@/components/ui/save-problem";
import { TextArea } from "@/components/ui/text-area";
import { useSave } from "@/components/ui/use-save";
import styles from "./safety-notice.module.css";

interface AcknowledgeFormProps {
  promptId: string;
  email: string;
  onClose: () => void;
}

/** What was done, in words, by whoever is signed in. */
export function AcknowledgeForm({ promptId, email, onClose }: AcknowledgeFormProps) {
  const router = useRouter();
  const [done, setDone] = useState("");
  const [empty, setEmpty] = useState<string>();
  const field = `done-${promptId}`;
  const save = useSave<{ done: string }, unknown>("POST", `/api/safety-prompts/${promptId}/acknowledge`, () => router.refresh(), { stays: true });
  const refused = save.problem?.kind === "fields" ? save.problem.fields?.done : undefined;

  useEffect(() => document.getElementById(field)?.focus(), [field]);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (done.trim() === "") {
      setEmpty("Enter what was done");
      document.getElementById(field)?.focus();
      return;
    }
    setEmpty(undefined);
    void save.run({ done });
  }

  return (
    <>
      <form className={styles.form} method="post" noValidate onSubmit={submit}>
        <TextArea
          id={field}
          label="What was done"
          hint="Kept with your name and the time. It cannot be changed afterwards."
          error={empty ?? refused}
          rows={2}
          value={done}
          onChange={(event) => setDone(event.target.value)}
        />
        <SaveProblem problem={save.problem} onAgain={() => void save.again()} />
        <div className={styles.actions}>
          <Button type="submit" busy={save.busy} busyWords="Saving">
            Acknowledge
          </Button>
          <Button look="quiet" onClick={onClose}>
            Not now
          </Button>
        </div>
      </form>
      <SignInDialog
        open={save.problem?.kind === "sign-in"}
        email={email}
        onSignedIn={() => void save.again()}
        onClose={save.dismiss}
      />
    </>
  );
}
