import dynamic from "next/dynamic";
import { useId, useRef, useState, type KeyboardEvent } from "react";
import { Card } from "@/components/ui/card";
import { ScoreTables } from "./score-tables";
import { TrajectoryChart } from "./trajectory-chart";
import styles from "./trajectory-views.module.css";
import type { TrajectoryView } from "./view-shape";

interface TrajectoryViewsProps {
  view: TrajectoryView;
}

// Neither is printed, and what they show stands on the page in small: they are fetched when a hand is near the tabs.
const clusters = () => import("./clusters-panel");
const others = () => import("./measure-stack");
const ClustersPanel = dynamic(clusters);
const MeasureStack = dynamic(others);
const fetchAhead = () => void Promise.all([clusters(), others()]);

/** The same scores several ways. The chart and the measure's own table are in the page from the start. */
export function TrajectoryViews({ view }: TrajectoryViewsProps) {
  const id = useId();
  const [shown, setShown] = useState(0);
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const strip = useRef<HTMLDivElement>(null);
  const panels = [
    { name: "Total", of: "total", panel: <TrajectoryChart view={view} /> },
    { name: "Clusters", of: "clusters", panel: seen.has("clusters") && <ClustersPanel view={view} /> },
    ...(view.others.length === 0 ? [] : [{ name: othersName(view), of: "others", panel: seen.has("others") && <MeasureStack view={view} /> }]),
    { name: "Table", of: "table", panel: <ScoreTables view={view} all={seen.has("table")} /> },
  ];

  function show(index: number) {
    setShown(index);
    setSeen(new Set([...seen, panels[index]!.of]));
  }

  function move(event: KeyboardEvent) {
    const to = { ArrowRight: shown + 1, ArrowLeft: shown - 1, Home: 0, End: panels.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = (to + panels.length) % panels.length;
    show(next);
    strip.current?.querySelectorAll<HTMLButtonElement>("[role=tab]")[next]?.focus();
  }

  const strips = (
    <div ref={strip} role="tablist" aria-label="Ways to see the trajectory" className={styles.strip} onPointerEnter={fetchAhead} onFocus={fetchAhead}>
      {panels.map(({ name, of }, index) => (
        <button
          key={of}
          type="button"
          role="tab"
          id={`${id}-tab-${index}`}
          aria-controls={`${id}-panel-${index}`}
          aria-selected={index === shown}
          tabIndex={index === shown ? 0 : -1}
          onClick={() => show(index)}
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

/** "PHQ-9 · GAD-7", as long as it fits a tab. */
function othersName({ others: tracks }: TrajectoryView): string {
  return tracks.length > 2 ? "Other measures" : tracks.map(({ measure }) => measure.short).join(" · ");
}
