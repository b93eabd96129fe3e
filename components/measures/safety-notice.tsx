"use client";

import type { Keeper } from "@/components/begun/keeper";
import { AcknowledgeForm } from "./acknowledge-form";
import type { OpenPrompt } from "./safety-notices";
import styles from "./safety-notice.module.css";

interface SafetyNoticeProps {
  prompt: OpenPrompt;
  guidance: string;
  email: string | null;
  zone: string;
  keeper: Keeper;
}

/** The clinic's words about one answer, until somebody says what was done. It holds nothing up. */
export function SafetyNotice({ prompt, guidance, email, zone, keeper }: SafetyNoticeProps) {
  return (
    <section className={styles.notice} aria-label={prompt.title}>
      <p role="alert">
        <strong>{prompt.title}</strong> <span className={styles.guidance}>{guidance}</span>
      </p>
      <p className={styles.soft}>
        {prompt.raised}. Open until {email === null ? "a clinician" : "somebody"} writes down what was done.
      </p>
      {email !== null && <AcknowledgeForm promptId={prompt.id} {...{ zone, email, keeper }} />}
    </section>
  );
}
