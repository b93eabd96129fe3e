"use client";

import { useState } from "react";
import { Card } from "@/components/ui/card";
import { SinceChart } from "./since-chart";
import { SinceTable } from "./since-table";
import styles from "./since-board.module.css";
import type { SinceView } from "./since-view";

interface SinceBoardProps {
  view: SinceView;
  /** "/patients/…". */
  base: string;
}

/** The curves and their table; the dose under pointer, finger or focus is drawn strong and said in a sentence. */
export function SinceBoard({ view, base }: SinceBoardProps) {
  const [shown, setShown] = useState<number | null>(view.rows.findLast(({ points }) => points.length > 0)?.number ?? null);
  const row = view.rows.find(({ number }) => number === shown);
  return (
    <Card title={`Since the dose: ${view.short}, ${view.recall}`}>
      <div className={styles.board}>
        <SinceChart view={view} shown={shown} onShow={setShown} />
        <output className={styles.sentence}>{row?.sentence ?? "No dose has a score before it and one since."}</output>
        <SinceTable view={view} base={base} shown={shown} onShow={setShown} />
      </div>
    </Card>
  );
}
