"use client";

import { useEffect, useRef, useState, type ChangeEvent, type ReactNode } from "react";
import { FieldNotes, fieldAttributes } from "./field";
import styles from "./stepper.module.css";

interface StepperProps {
  id: string;
  label: string;
  unit?: string;
  hint?: ReactNode;
  error?: string | undefined;
  /** Null is nothing, which is not 0. */
  value: number | null;
  onChange: (value: number | null) => void;
  min: number;
  max: number;
  step?: number;
  /** Where the first tap begins while there is no value. */
  start: number;
}

const holdMs = 450;
const repeatMs = 90;

/** A number for one thumb: taps step, holding runs, the number itself can be typed. Empty until it is touched. */
export function Stepper({ id, label, unit, hint, error, value, onChange, min, max, step = 1, start }: StepperProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  }, [value]);

  function by(direction: 1 | -1) {
    const from = latest.current;
    const next = from === null ? start : round(from + direction * step);
    latest.current = Math.min(max, Math.max(min, next));
    setTyped(null);
    onChange(latest.current);
  }

  function type({ target }: ChangeEvent<HTMLInputElement>) {
    const text = target.value;
    const given = text.replace(",", ".").trim();
    const number = Number(given);
    // What is typed stands as it is until the number is left; typed before this listened, it may have been left already.
    setTyped(document.activeElement === target ? text : null);
    onChange(given === "" ? null : Number.isFinite(number) ? number : latest.current);
  }

  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label} {unit && <span className={styles.unit}>{unit}</span>}
      </label>
      <FieldNotes id={id} hint={hint} error={error} />
      <div className={styles.row} data-error={error ? true : undefined}>
        <Step words={`${label}: less`} controls={id} sign="−" onStep={() => by(-1)} />
        <input
          {...fieldAttributes({ id, hint, error })}
          className={styles.value}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          placeholder="–"
          value={typed ?? (value === null ? "" : String(value))}
          onChange={type}
          onBlur={() => setTyped(null)}
          onKeyDown={(event) => {
            if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
            event.preventDefault();
            by(event.key === "ArrowUp" ? 1 : -1);
          }}
        />
        <Step words={`${label}: more`} controls={id} sign="+" onStep={() => by(1)} />
      </div>
    </div>
  );
}

/** Not a stop for the keyboard, which has the arrows in the number itself. */
function Step({ words, controls, sign, onStep }: { words: string; controls: string; sign: string; onStep: () => void }) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const ran = useRef(false);
  const step = useRef(onStep);
  useEffect(() => {
    step.current = onStep;
  });
  const stop = () => clearTimeout(timer.current);
  useEffect(() => stop, []);

  function run() {
    ran.current = true;
    step.current();
    timer.current = setTimeout(run, repeatMs);
  }

  return (
    <button
      type="button"
      className={styles.step}
      tabIndex={-1}
      aria-label={words}
      aria-controls={controls}
      onPointerDown={() => {
        ran.current = false;
        timer.current = setTimeout(run, holdMs);
      }}
      onPointerUp={stop}
      onPointerLeave={stop}
      onPointerCancel={stop}
      onContextMenu={(event) => event.preventDefault()}
      onClick={() => {
        if (!ran.current) onStep();
        ran.current = false;
      }}
    >
      {sign}
    </button>
  );
}

/** Steps of 0.05 without the dust of binary fractions. */
function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
