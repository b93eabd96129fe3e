import { Pill } from "@/components/ui/pill";
import { dosesGiven } from "./doses-given";
import styles from "./measure-multiple.module.css";
import { Multiple } from "./multiple";
import { shownDate, shownDay } from "./shown-date";
import { SmallLines } from "./small-lines";
import type { TrackView, TrajectoryView, Visit } from "./view-shape";

interface MeasureMultipleProps {
  view: TrajectoryView;
  track: TrackView;
  large?: boolean;
}

/** One measure on the chart's time axis and its own full range, with where it stands and by which rule. */
export function MeasureMultiple({ view, track, large = false }: MeasureMultipleProps) {
  const { measure, lines, visits } = track;
  const latest = visits[lines[0]?.at.at(-1) ?? -1];
  return (
    <Multiple
      label={`${measure.short} over time`}
      title={
        <a href={measure.page}>
          <b>{measure.short}</b>
        </a>
      }
      value={latest?.shown ?? "–"}
      of={latest === undefined || latest.shown !== String(latest.total) ? "" : `/${measure.max}`}
      lines={
        <SmallLines
          range={view.range}
          max={measure.max}
          high={large ? 96 : 40}
          doses={dosesGiven(view)}
          lines={lines.map(({ recall, at }) => ({
            recall,
            points: at.map((visit) => ({ at: visits[visit]!.at, value: visits[visit]!.total ?? 0 })),
          }))}
          dots={large}
        />
      }
    >
      {latest === undefined && <p>{visits.length === 1 ? "one incomplete form, not scored" : `${visits.length} incomplete forms, not scored`}</p>}
      {lines.map((line) => (
        <Standing key={line.recall} track={track} name={line.name} visit={visits[line.at.at(-1)!]!} named={lines.length > 1} />
      ))}
    </Multiple>
  );
}

interface StandingProps {
  track: TrackView;
  /** "last 2 weeks". */
  name: string;
  visit: Visit;
  /** Says the total as well: a measure recorded in several recall windows has several. */
  named: boolean;
}

function Standing({ track: { measure, rule }, name, visit, named }: StandingProps) {
  const { band, change } = visit;
  const when = visit.day === null ? shownDate(visit.wall) : shownDay(visit.day);
  return (
    <p className={styles.standing}>
      <span>
        {named && <b>{visit.shown} </b>}
        {band !== null && (
          <>
            <a href={`${measure.page}#bands`}>{band}</a>,{" "}
          </>
        )}
        {name}, {when}
      </span>
      {change === null ? (
        <span>no earlier score to compare with</span>
      ) : (
        <>
          <span>
            was {change.from} at {change.since}
          </span>
          {rule !== null && (
            <a href={`${measure.page}#${rule.id}`} className={styles.rule}>
              <Pill tone={change.tone}>{change.words}</Pill>
            </a>
          )}
        </>
      )}
    </p>
  );
}
