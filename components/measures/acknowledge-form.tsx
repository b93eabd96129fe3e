"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState, type FormEvent } from "react";
import { DraftNotice } from "@/components/begun/draft-notice";
import { useFormDraft } from "@/components/begun/use-form-draft";
import type { Keeper } from "@/components/begun/keeper";
import { SignInDialog } from "@/components/sign-in/sign-in-dialog";
import { Button } from "@/components/ui/button";
import { SaveProblem } from "@/components/ui/save-problem";
import { TextArea } from "@/components/ui/text-area";
import { useSave } from "@/components/ui/use-save";
import styles from "./safety-notice.module.css";

interface AcknowledgeFormProps {
  promptId: string;
  zone: string;
  email: string;
  /** Whose half-filled form this device may keep. */
  keeper: Keeper;
}

/** What was done, in words, by whoever is signed in: asked for, then written. */
export function AcknowledgeForm({ promptId, zone, email, keeper }: AcknowledgeFormProps) {
  const router = useRouter();
  const [pressed, setPressed] = useState(false);
  const draft = useFormDraft(keeper, `${promptId}/done`, "");
  const done = draft.values;
  const [empty, setEmpty] = useState<string>();
  const field = `done-${promptId}`;
  const save = useSave<{ done: string }, unknown>("POST", `/api/safety-prompts/${promptId}/acknowledge`, () => (draft.forget(), router.refresh()), { stays: true });
  const refused = save.problem?.kind === "fields" ? save.problem.fields?.done : undefined;

  useEffect(() => {
    if (pressed) document.getElementById(field)?.focus();
  }, [pressed, field]);

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

  if (!pressed && draft.leftAt === null) {
    return (
      <div>
        <Button look="secondary" onClick={() => setPressed(true)}>
          Write down what was done
        </Button>
      </div>
    );
  }
  function close() {
    setPressed(false);
    draft.clear();
  }
  return (
    <>
      <form className={styles.form} method="post" noValidate onSubmit={submit}>
        {draft.leftAt && <DraftNotice at={draft.leftAt} zone={zone} onEmpty={close} />}
        <TextArea
          id={field}
          label="What was done"
          hint="Kept with your name and the time. It cannot be changed afterwards."
          error={empty ?? refused}
          rows={2}
          value={done}
          onChange={(event) => draft.set(event.target.value)}
        />
        <SaveProblem problem={save.problem} onAgain={() => void save.again()} />
        <div className={styles.actions}>
          <Button type="submit" busy={save.busy} busyWords="Saving">
            Acknowledge
          </Button>
          <Button look="quiet" onClick={close}>
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
