"use client";

import { useState, type ComponentProps } from "react";
import { Field, fieldAttributes } from "@/components/ui/field";
import styles from "./sign-in.module.css";

interface PasswordFieldProps extends Pick<ComponentProps<"input">, "onInput"> {
  id: string;
  name?: string;
  label?: string;
  hint?: string;
  autoComplete?: "current-password" | "new-password";
  error?: string | undefined;
}

export function PasswordField({ id, name = "password", label = "Password", hint, autoComplete = "current-password", error, onInput }: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <div className={styles.password}>
        <input
          {...fieldAttributes({ id, hint, error })}
          name={name}
          type={shown ? "text" : "password"}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          onInput={onInput}
        />
        <button
          type="button"
          aria-label={`${shown ? "Hide" : "Show"} ${label.toLowerCase()}`}
          onClick={() => setShown(!shown)}
        >
          {shown ? "Hide" : "Show"}
        </button>
      </div>
    </Field>
  );
}
