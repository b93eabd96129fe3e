"use client";

import { useEffect, useRef, useState, type ComponentType, type RefObject } from "react";
import { Line, LineChart, Tooltip, usePlotArea, XAxis, YAxis } from "recharts";
import type { ChartLayout } from "./chart-layout";
import { chartRows, type Row } from "./chart-rows";
import { plot } from "./chart-scale";
import { Mark, Stretches, type Dot } from "./live-marks";
import type { PlotBox } from "./trajectory-chart";
import styles from "./trajectory-chart.module.css";
import type { TrajectoryView } from "./view-shape";

interface TrajectoryLinesProps {
  view: TrajectoryView;
  layout: ChartLayout;
  box: PlotBox | null;
  onDrawn: () => void;
  /** What is known of the forms at one moment; given, so that its styles are in the page already. */
  detail: ComponentType<{ view: TrajectoryView; visits: number[] }>;
}

/** On a phone the detail would hide the line it is about, so it stands below the axis. */
const narrow = 560;
/** The live area reaches past both ends of the scale: a point at 0 is whole, and a finger just below it still means it. */
const reach = 10;
const underPlot = { y: plot.top + plot.height + plot.axis };

/** The live chart: lines and points over the frame, with a detail under pointer, finger or arrow key. */
export default function TrajectoryLines({
  view,
  layout,
  box,
  onDrawn,
  detail: Detail,
}: TrajectoryLinesProps) {
  const live = useRef<HTMLDivElement>(null);
  const hushed = useHush(live, box !== null);
  if (box === null) return null;
  const margin = {
    left: box.left,
    right: box.width - box.left - box.plotWidth,
    top: plot.top - reach,
    bottom: box.height - plot.top - plot.height - reach,
  };
  return (
    <div ref={live} className={styles.live}>
      <LineChart
        width={box.width}
        height={box.height}
        margin={margin}
        data={chartRows(view)}
        aria-label={`${view.measure.short} scores. Left and right arrow keys go from score to score.`}
      >
        <XAxis dataKey="at" type="number" domain={[layout.from, layout.to]} hide allowDataOverflow />
        <YAxis domain={[0, view.measure.max]} padding={{ top: reach, bottom: reach }} hide allowDataOverflow />
        {layout.series.map((series) => (
          <Line
            key={series.line.recall}
            dataKey={series.line.recall}
            isAnimationActive={false}
            connectNulls
            shape={<Stretches series={series} />}
            dot={(dot: Dot) => <Mark key={dot.payload.at} {...dot} series={series} />}
            activeDot={(dot: Dot) => <Mark key={dot.payload.at} {...dot} series={series} active />}
          />
        ))}
        <Line
          dataKey="open"
          stroke="none"
          dot={false}
          isAnimationActive={false}
          activeDot={{ r: 9, className: styles.ring }}
        />
        <Tooltip
          trigger={hasNoHover() ? "click" : "hover"}
          isAnimationActive={false}
          position={box.width < narrow ? underPlot : undefined}
          allowEscapeViewBox={{ y: box.width < narrow }}
          cursor={hushed ? false : { className: styles.cursor }}
          content={({ active, payload }) => {
            const row = payload?.[0]?.payload as Row | undefined;
            return active && row && !hushed ? <Detail view={view} visits={row.visits} /> : null;
          }}
        />
        <Drawn onDrawn={onDrawn} />
      </LineChart>
    </div>
  );
}

/** Where nothing hovers a tap must stay: the mouse a browser makes up for a finger leaves at once. Asked in the browser only. */
function hasNoHover(): boolean {
  return window.matchMedia("(hover: none)").matches;
}

/** Escape puts the detail away until the pointer or another key moves on. */
function useHush(live: RefObject<HTMLElement | null>, there: boolean): boolean {
  const [hushed, setHushed] = useState(false);
  useEffect(() => {
    const element = live.current;
    if (element === null || !there) return;
    const moved = () => setHushed(false);
    const pressed = (event: KeyboardEvent) => setHushed(event.key === "Escape");
    element.addEventListener("pointermove", moved);
    document.addEventListener("keydown", pressed);
    return () => {
      element.removeEventListener("pointermove", moved);
      document.removeEventListener("keydown", pressed);
    };
  }, [live, there]);
  return hushed;
}

/** Says when the lines stand on their final place. */
function Drawn({ onDrawn }: { onDrawn: () => void }) {
  const area = usePlotArea();
  const ready = area !== undefined;
  useEffect(() => {
    if (ready) onDrawn();
  }, [ready, onDrawn]);
  return null;
}
