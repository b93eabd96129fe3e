"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { send } from "@/components/ui/send";
import type { Draft } from "./use-draft";
import styles from "./questionnaire.module.css";

interface DiscardDraftProps {
  address: string;
  draft: Draft;
  /** The answers are gone: the page may be left. */
  onDiscarded: () => void;
}

/** The only way in which answers given here are thrown away, and it asks. */
export function DiscardDraft({ address, draft, onDiscarded }: DiscardDraftProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");

  async function discard() {
    setBusy(true);
    await draft.hold();
    const sent = await send<{ href: string }>("DELETE", address);
    if (sent.ok) {
      onDiscarded();
      router.push(sent.data.href);
      return;
    }
    draft.release();
    setBusy(false);
    setProblem(sent.error.message);
  }

  return (
    <div className={styles.discard}>
      <Button look="quiet" onClick={() => setOpen(true)}>
        Discard the answers
      </Button>
      <Dialog
        open={open}
        title="Discard the answers?"
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button look="secondary" onClick={() => setOpen(false)}>
              Keep them
            </Button>
            <Button look="danger" busy={busy} busyWords="Discarding" onClick={() => void discard()}>
              Discard
            </Button>
          </>
        }
      >
        <p>What has been entered on this page is thrown away and cannot be brought back.</p>
        {problem && <p role="alert">{problem}</p>}
      </Dialog>
    </div>
  );
}
