"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { AcknowledgeForm } from "./acknowledge-form";
import type { OpenPrompt } from "./safety-notices";
import styles from "./safety-notice.module.css";

interface SafetyNoticeProps {
  prompt: OpenPrompt;
  guidance: string;
  email: string | null;
}

/** The clinic's words about one answer, until somebody says what was done. It holds nothing up. */
export function SafetyNotice({ prompt, guidance, email }: SafetyNoticeProps) {
  const [open, setOpen] = useState(false);
  return (
    <section className={styles.notice} aria-label={prompt.title}>
      <p role="alert">
        <strong>{prompt.title}</strong> <span className={styles.guidance}>{guidance}</span>
      </p>
      <p className={styles.soft}>
        {prompt.raised}. Open until {email === null ? "a clinician" : "somebody"} writes down what was done.
      </p>
      {email === null ? null : open ? (
        <AcknowledgeForm promptId={prompt.id} email={email} onClose={() => setOpen(false)} />
      ) : (
        <div>
          <Button look="secondary" onClick={() => setOpen(true)}>
            Write down what was done
          </Button>
        </div>
      )}
    </section>
  );
}
