"use client";

import type { Keeper } from "@/components/begun/keeper";
import { SafetyNotice } from "./safety-notice";
import styles from "./safety-notice.module.css";

export interface OpenPrompt {
  id: string;
  /** "PHQ-9: item 9 was answered above zero." */
  title: string;
  /** When and by whom, as shown. */
  raised: string;
}

interface SafetyNoticesProps {
  prompts: readonly OpenPrompt[];
  /** The clinic's words. */
  guidance: string;
  /** Of the clinician who may say what was done; null for anybody else. */
  email: string | null;
  zone: string;
  keeper: Keeper;
}

/** Every answer that called for a person and about which nobody has said yet what was done. */
export function SafetyNotices({ prompts, guidance, email, zone, keeper }: SafetyNoticesProps) {
  return (
    <div className={styles.notices}>
      {prompts.map((prompt) => (
        <SafetyNotice key={prompt.id} prompt={prompt} guidance={guidance} {...{ email, zone, keeper }} />
      ))}
    </div>
  );
}
