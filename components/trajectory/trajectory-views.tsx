"use client";

import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { ClustersPanel } from "./clusters-panel";
import { ScoreTables } from "./score-tables";
import { TrajectoryChart } from "./trajectory-chart";
import styles from "./trajectory-views.module.css";
import type { TrajectoryView } from "./view-shape";

interface TrajectoryViewsProps {
  view: TrajectoryView;
  /** The other measures, and what their tab is called; null where there are none. */
  others: { name: string; panel: ReactNode } | null;
}

/** The same scores several ways. All are in the page from the start; a tab only shows one. */
export function TrajectoryViews({ view, others }: TrajectoryViewsProps) {
  const id = useId();
  const [shown, setShown] = useState(0);
  const strip = useRef<HTMLDivElement>(null);
  const panels = [
    { name: "Total", of: "total", panel: <TrajectoryChart view={view} /> },
    { name: "Clusters", of: "clusters", panel: <ClustersPanel view={view} /> },
    ...(others === null ? [] : [{ ...others, of: "others" }]),
    { name: "Table", of: "table", panel: <ScoreTables view={view} /> },
  ];

  function move(event: KeyboardEvent) {
    const to = { ArrowRight: shown + 1, ArrowLeft: shown - 1, Home: 0, End: panels.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = (to + panels.length) % panels.length;
    setShown(next);
    strip.current?.querySelectorAll<HTMLButtonElement>("[role=tab]")[next]?.focus();
  }

  const strips = (
    <div ref={strip} role="tablist" aria-label="Ways to see the trajectory" className={styles.strip}>
      {panels.map(({ name, of }, index) => (
        <button
          key={of}
          type="button"
          role="tab"
          id={`${id}-tab-${index}`}
          aria-controls={`${id}-panel-${index}`}
          aria-selected={index === shown}
          tabIndex={index === shown ? 0 : -1}
          onClick={() => setShown(index)}
          onKeyDown={move}
        >
          {name}
        </button>
      ))}
    </div>
  );
  return (
    <div className={styles.views}>
      <Card title="Trajectory" aside={strips}>
        {panels.map(({ of, panel }, index) => (
          <div
            key={of}
            role="tabpanel"
            id={`${id}-panel-${index}`}
            aria-labelledby={`${id}-tab-${index}`}
            className={styles.panel}
            data-view={of}
            data-shown={index === shown || undefined}
          >
            {panel}
          </div>
        ))}
      </Card>
    </div>
  );
}
