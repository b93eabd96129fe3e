"use client";

import { useEffect, useState } from "react";
import { useWatch, type Control } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { optionsOf } from "@/lib/measures/measure";
import { answersApart, answersOf, type FormValues } from "./answers";
import { standing } from "./asked-items";
import { draftWords } from "./draft-words";
import type { FormMeasure } from "./form-measure";
import type { Draft } from "./use-draft";
import styles from "./save-bar.module.css";

interface SaveBarProps {
  control: Control<FormValues>;
  /** Null where there are no drafts. */
  draft: Draft | null;
  /** False: what the server does not have would not outlive the page. */
  lasting: boolean;
  /** Whose form this is: the head of the page may be out of sight. */
  name: string;
  measure: FormMeasure;
  busy: boolean;
  words: string;
  onSignIn: () => void;
}

/** Always in view: how far one is, where the answers stand, and Save. No total: a patient may be looking. */
export function SaveBar({ control, draft, lasting, name, measure, busy, words, onSignIn }: SaveBarProps) {
  const values = useWatch({ control }) as FormValues;
  const now = useSeconds();
  const { answered, of } = standing(measure, values.ratings);
  const state = draft?.state;
  const slow = useSlow(state !== undefined && (state.sending !== null || state.waiting !== null));
  const saved = state && draftWords(state, answersApart(state.saved, answersOf(values)), now, slow, lasting);
  const kind = saved?.trouble ? state?.trouble?.kind : undefined;
  return (
    <div className={styles.bar} data-bar="bottom">
      <div className={styles.standing}>
        <p className={styles.words}>
          <span className={styles.name}>{name}</span>
          {of > 0 && (
            <span>
              {answered} of {of} answered
            </span>
          )}
          {saved && (
            <span className={styles.saved} data-trouble={saved.trouble || undefined}>
              {saved.words}
            </span>
          )}
          {!saved?.trouble && <span className={styles.keys}>{keysWords(measure)}</span>}
        </p>
        {/* Said once when it begins and once when it is over, not every second. */}
        <output className="visually-hidden">{saved?.trouble ? spoken(saved.words) : ""}</output>
        {kind === "signed-out" && (
          <Button look="secondary" onClick={onSignIn}>
            Sign in to go on
          </Button>
        )}
        {kind === "elsewhere" && (
          <div className={styles.choice}>
            <Button look="secondary" onClick={() => location.reload()}>
              Show those
            </Button>
            <Button look="secondary" onClick={() => draft?.keepThisPage()}>
              Keep these
            </Button>
          </div>
        )}
      </div>
      {/* Before the script runs there is nothing that could save: no answer may end up in the address. */}
      <Button type="submit" id="save" disabled={now === 0} busy={busy} busyWords="Saving">
        {words}
      </Button>
    </div>
  );
}

/** A reminder of the keys, with the answers' lowest and highest value. */
function keysWords(measure: FormMeasure): string {
  if (measure.entry !== "items") return "Enter saves";
  const values = measure.items.flatMap((item) => optionsOf(measure, item).map(({ value }) => value));
  return `${Math.min(...values)}–${Math.max(...values)} answers, ↑ ↓ moves, Enter saves`;
}

/** The kind of trouble without its count, which changes with every answer. */
function spoken(words: string): string {
  return words.replace(/: \d+ answers? /, ": answers ");
}

/** The time, a second at a time; 0 on the server and in the first picture, so that both are the same. */
function useSeconds(): number {
  const [now, setNow] = useState(0);
  useEffect(() => {
    const tick = () => setNow(Date.now());
    tick();
    const timer = setInterval(tick, 1_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** True once something has been going on for longer than one would notice. */
function useSlow(going: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!going) return;
    const timer = setTimeout(() => setSlow(true), 700);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [going]);
  return slow;
}
