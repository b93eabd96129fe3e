"use client";

import { useId, useRef, useState, type KeyboardEvent } from "react";
import { Card } from "@/components/ui/card";
import { ClusterMultiples } from "./cluster-multiples";
import { ScoreTable } from "./score-table";
import { TrajectoryChart } from "./trajectory-chart";
import styles from "./trajectory-views.module.css";
import type { TrajectoryView } from "./view-shape";

const tabs = ["Total", "Clusters", "Table"] as const;

/** The same scores three ways. All three are in the page from the start; a tab only shows one. */
export function TrajectoryViews({ view }: { view: TrajectoryView }) {
  const id = useId();
  const [shown, setShown] = useState(0);
  const strip = useRef<HTMLDivElement>(null);

  function move(event: KeyboardEvent) {
    const to = { ArrowRight: shown + 1, ArrowLeft: shown - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = (to + tabs.length) % tabs.length;
    setShown(next);
    strip.current?.querySelectorAll<HTMLButtonElement>("[role=tab]")[next]?.focus();
  }

  const strips = (
    <div ref={strip} role="tablist" aria-label="Ways to see the trajectory" className={styles.strip}>
      {tabs.map((name, index) => (
        <button
          key={name}
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
  const panels = [
    <TrajectoryChart key="total" view={view} />,
    <ClusterMultiples key="clusters" view={view} large />,
    <ScoreTable key="table" view={view} />,
  ];
  return (
    <div className={styles.views}>
      <Card title="Trajectory" aside={strips}>
        {panels.map((panel, index) => (
          <div
            key={tabs[index]}
            role="tabpanel"
            id={`${id}-panel-${index}`}
            aria-labelledby={`${id}-tab-${index}`}
            className={styles.panel}
            data-view={tabs[index]}
            data-shown={index === shown || undefined}
          >
            {panel}
          </div>
        ))}
      </Card>
    </div>
  );
}
