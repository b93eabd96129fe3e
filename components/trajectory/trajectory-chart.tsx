"use client";

import dynamic from "next/dynamic";
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import { ChartFrame } from "./chart-frame";
import { chartLayout } from "./chart-layout";
import { chartInWords } from "./chart-in-words";
import { VisitDetail } from "./visit-detail";
import styles from "./trajectory-chart.module.css";
import type { TrajectoryView } from "./view-shape";

const TrajectoryLines = dynamic(() => import("./trajectory-lines"));

export interface PlotBox {
  width: number;
  height: number;
  left: number;
  plotWidth: number;
}

/**
 * The total over true time. The server sends the finished drawing; once the live lines are in place above it,
 * its own lines are hidden, so nothing appears, moves or changes size.
 */
export function TrajectoryChart({ view }: { view: TrajectoryView }) {
  const layout = useMemo(() => chartLayout(view), [view]);
  const chart = useRef<HTMLDivElement>(null);
  const box = usePlotBox(chart);
  const [drawn, setDrawn] = useState(false);
  const onDrawn = useCallback(() => setDrawn(true), []);
  return (
    <>
      <div ref={chart} className={styles.chart} data-drawn={drawn || undefined}>
        <ChartFrame view={view} layout={layout} label={chartInWords(view)} />
        {view.visits.length > 0 && (
          <TrajectoryLines view={view} layout={layout} box={box} onDrawn={onDrawn} detail={VisitDetail} />
        )}
      </div>
      {layout.notes.length > 0 && <p className={styles.notes}>{layout.notes.join(" ")}</p>}
    </>
  );
}

function usePlotBox(chart: React.RefObject<HTMLDivElement | null>): PlotBox | null {
  const [box, setBox] = useState<PlotBox | null>(null);
  useLayoutEffect(() => {
    const outer = chart.current;
    const ground = outer?.querySelector("[data-ground]");
    if (!outer || !ground) return;
    const measure = () => {
      const [frame, plot] = [outer.getBoundingClientRect(), ground.getBoundingClientRect()];
      if (plot.width > 0) {
        const svg = outer.querySelector("svg")!.getBoundingClientRect();
        setBox({
          width: frame.width,
          height: svg.height,
          left: plot.left - frame.left,
          plotWidth: plot.width,
        });
      }
    };
    const observer = new ResizeObserver(measure);
    observer.observe(outer);
    measure();
    return () => observer.disconnect();
  }, [chart]);
  return box;
}
