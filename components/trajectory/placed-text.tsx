import type { ReactNode } from "react";
import type { Placed } from "./chart-places";

interface PlacedTextProps {
  wide: Placed | null | undefined;
  narrow: Placed | null | undefined;
  className?: string;
  /** The words, and the words where there is less room. */
  children: ReactNode;
  short?: ReactNode;
  /** A second row in the wide layout, or in both. */
  under?: ReactNode;
  underNarrow?: boolean;
}

/** One label in the two places that were found for it; the style sheet shows the one that fits. */
export function PlacedText({
  wide,
  narrow,
  className,
  children,
  short,
  under,
  underNarrow = false,
}: PlacedTextProps) {
  const row = (at: Placed | null | undefined, fits: "wide" | "narrow", words: ReactNode, second: ReactNode) =>
    at && (
      <text
        x={`${at.x}%`}
        y={at.y}
        dx={at.dx}
        dy={at.dy}
        textAnchor={at.anchor}
        className={className}
        data-fits={fits}
      >
        <tspan>{words}</tspan>
        {second && (
          <tspan x={`${at.x}%`} dx={at.dx} dy={14}>
            {second}
          </tspan>
        )}
      </text>
    );
  return (
    <>
      {row(wide, "wide", children, under)}
      {row(narrow, "narrow", short ?? children, underNarrow && under)}
    </>
  );
}
