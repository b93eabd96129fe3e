"use client";

import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { SaveProblem } from "@/components/ui/save-problem";
import { useSave } from "@/components/ui/use-save";
import styles from "./glass-banner.module.css";

/** On every page of a patient whose record was opened in an emergency: what it is, and how long it stays. */
export function GlassBanner({ id, secondsLeft }: { id: string; secondsLeft: number }) {
  const [left, setLeft] = useState(secondsLeft);
  const save = useSave<undefined, { href: string }>("DELETE", `/api/break-glass/${id}`, ({ href }) => location.assign(href));
  useEffect(() => {
    const began = performance.now();
    const timer = setInterval(() => setLeft(Math.max(0, secondsLeft - (performance.now() - began) / 1000)), 5_000);
    return () => clearInterval(timer);
  }, [secondsLeft]);
  const minutes = Math.ceil(left / 60);
  return (
    <section className={styles.banner} aria-label="Opened in an emergency">
      <p>
        <strong>Opened in an emergency.</strong> This patient is on none of your teams. Everything you open or record here is marked and listed for review.{" "}
        <strong>{minutes > 0 ? `${minutes} min left.` : "The time is over."}</strong>
      </p>
      <Button look="secondary" busy={save.busy} busyWords="Closing" onClick={() => save.run(undefined)}>
        Close the record now
      </Button>
      <SaveProblem problem={save.problem} onAgain={() => save.run(undefined)} />
    </section>
  );
}
