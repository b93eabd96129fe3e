"use client";

import { useState } from "react";
import { Field, fieldAttributes } from "@/components/ui/field";
import styles from "./sign-in.module.css";

interface PasswordFieldProps {
  id: string;
  error?: string | undefined;
}

export function PasswordField({ id, error }: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  return (
    <Field id={id} label="Password" error={error}>
      <div className={styles.password}>
        <input
          {...fieldAttributes({ id, error })}
          name="password"
          type={shown ? "text" : "password"}
          autoComplete="current-password"
          autoCapitalize="none"
          spellCheck={false}
        />
        <button
          type="button"
          aria-label={shown ? "Hide password" : "Show password"}
          onClick={() => setShown(!shown)}
        >
          {shown ? "Hide" : "Show"}
        </button>
      </div>
    </Field>
  );
}
