"use client";

import { useEffect, useEffectEvent, useRef, useState, type FormEvent, type ReactNode } from "react";
import { useLeaveWarning } from "./use-leave-warning";
import styles from "./form-frame.module.css";

interface FormFrameProps {
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  /** Somebody began to fill it in: the moment to fetch what saving will need. A failure waits until then. */
  onFocus?: () => Promise<unknown>;
  /**
   * What stands in the fields when the script takes over: on a slow line somebody may have filled in some.
   */
  onReady?: (given: FormData) => void;
  /** Whether leaving would lose something; by default, once anything has been typed or chosen. */
  unsaved?: boolean;
  /** For a form of tables and cards. */
  wide?: boolean;
  /** Buttons at the end. */
  actions: ReactNode;
  children: ReactNode;
}

/** Fields one below the other. Sent before its script has loaded, nothing typed gets into the address. */
export function FormFrame({ onSubmit, onFocus, onReady, unsaved, wide = false, actions, children }: FormFrameProps) {
  const [typed, setTyped] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const ready = useEffectEvent((given: FormData) => onReady?.(given));
  const fetchAhead = useEffectEvent(() => void onFocus?.().catch(() => null));
  useLeaveWarning(() => unsaved ?? typed);
  useEffect(() => {
    const element = form.current;
    if (!element) return;
    ready(new FormData(element));
    const begin = () => fetchAhead();
    element.addEventListener("focusin", begin, { once: true });
    return () => element.removeEventListener("focusin", begin);
  }, []);
  return (
    <form ref={form} className={wide ? `${styles.form} ${styles.wide}` : styles.form} method="post" noValidate onInput={() => setTyped(true)} onSubmit={onSubmit}>
      {children}
      <div className={styles.actions}>{actions}</div>
    </form>
  );
}
