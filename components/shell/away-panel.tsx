"use client";

import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

const firstMs = 1_000;
const longestMs = 30_000;

const isBack = () => fetch("/api/health/ready", { cache: "no-store" }).then(({ ok }) => ok, () => false);

/** The page that was asked for, once more. */
function open(): void {
  if (location.pathname === "/away") location.replace("/");
  else location.reload();
}

/** Looks by itself, ever more rarely, whether the database is back, and opens the page then. */
export function AwayPanel() {
  const [asking, setAsking] = useState(false);
  const [tries, setTries] = useState(0);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let gone = false;
    async function look(waited: number): Promise<void> {
      if (await isBack()) return open();
      if (!gone) wait(Math.min(2 * waited, longestMs));
    }
    // Whoever waits does not ask in the same moment as everybody else.
    const wait = (ms: number) => (timer = setTimeout(() => void look(ms), ms * (0.75 + Math.random() / 2)));
    wait(firstMs);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, []);

  async function again(): Promise<void> {
    setAsking(true);
    if (await isBack()) return open();
    setAsking(false);
    setTries((count) => count + 1);
  }

  return (
    <>
      <p>Nothing that was saved is lost, and forms that were begun are kept. This page opens by itself as soon as the database answers.</p>
      {tries > 0 && <Notice live="status">{tries === 1 ? "Still not reached." : `Still not reached, after ${tries} tries.`}</Notice>}
      <Button busy={asking} busyWords="Trying" onClick={() => void again()}>
        Try again
      </Button>
    </>
  );
}
