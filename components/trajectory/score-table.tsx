import { plain, signed } from "@/lib/change/signed";
import { recallWords } from "@/lib/measures/recall";
import { DataTable } from "@/components/ui/data-table";
import { Pill } from "@/components/ui/pill";
import styles from "./score-table.module.css";
import { shownDate, shownTime } from "./shown-date";
import { missingInWords, provisionalInWords, stateInWords } from "./visit-in-words";
import type { TrackView, TrajectoryView, Visit } from "./view-shape";

interface ScoreTableProps {
  view: Pick<TrajectoryView, "base" | "zone">;
  track: TrackView;
}

/** One measure's twin: every form with every fact, newest first. */
export function ScoreTable({ view, track }: ScoreTableProps) {
  const { measure, rule, visits } = track;
  if (visits.length === 0) return <p>No {measure.short} yet.</p>;
  return (
    <div className={styles.twin}>
      <DataTable
        caption={`${measure.short} scores, newest first, ${view.zone} time; change is from baseline if not said`}
      >
        <thead>
          <tr>
            <th scope="col">Date and time</th>
            <th scope="col" data-number>
              Total
            </th>
            <th scope="col" data-number>
              Day
            </th>
            <th scope="col">Recall</th>
            <th scope="col" className={styles.screen}>
              Session
            </th>
            {measure.banded && <th scope="col">Band</th>}
            {measure.clusters.map(({ id, name }) => (
              <th key={id} scope="col" data-number>
                <abbr title={name}>{id}</abbr>
              </th>
            ))}
            {measure.provisional && <th scope="col">Provisional rule</th>}
            <th scope="col" data-number>
              Change
            </th>
            <th scope="col">Verdict{rule && `, ${rule.name}`}</th>
            <th scope="col">Window</th>
            <th scope="col">Overlap with the last dose</th>
            <th scope="col">State</th>
            <th scope="col" className={styles.screen}>
              Given and entered
            </th>
          </tr>
        </thead>
        <tbody>
          {visits.toReversed().map((visit) => (
            <Row key={visit.id} base={view.base} track={track} visit={visit} />
          ))}
        </tbody>
      </DataTable>
    </div>
  );
}

function Row({ base, track, visit }: { base: string; track: TrackView; visit: Visit }) {
  const { measure } = track;
  return (
    <tr>
      <th scope="row">
        <a href={`${base}/assessments/${visit.id}`}>
          {shownDate(visit.wall)}, {shownTime(visit.wall)}
        </a>
      </th>
      <td data-number>{visit.total === null ? "–" : <strong>{visit.shown}</strong>}</td>
      <td data-number>{visit.day === null ? "–" : plain(visit.day)}</td>
      <td className={styles.short}>{recallWords[visit.recall]}</td>
      <td className={`${styles.short} ${styles.screen}`}>{visit.session ?? "–"}</td>
      {measure.banded && <td>{visit.band ?? "–"}</td>}
      {measure.clusters.map(({ id }, index) => (
        <td key={id} data-number>
          {visit.clusters[index] ?? "–"}
        </td>
      ))}
      {visit.total === null ? (
        <td colSpan={measure.provisional ? 5 : 4}>Not scored: {missingInWords(track, visit)}</td>
      ) : (
        <Judged judgesProvisionally={measure.provisional} visit={visit} />
      )}
      <td>{stateInWords(visit) ?? "–"}</td>
      <td className={`${styles.given} ${styles.screen}`}>{visit.by}</td>
    </tr>
  );
}

function Judged({ judgesProvisionally, visit }: { judgesProvisionally: boolean; visit: Visit }) {
  return (
    <>
      {judgesProvisionally && (
        <td>{visit.provisional === null ? "–" : provisionalInWords(visit.provisional)}</td>
      )}
      <td data-number>{visit.change === null ? "–" : signed(visit.change.points)}</td>
      <td className={styles.words}>{verdictInWords(visit)}</td>
      <td className={styles.short}>{visit.window ?? "–"}</td>
      <td>{visit.overlap === null ? "–" : <Pill>{visit.overlap} before</Pill>}</td>
    </>
  );
}

/** The rule stands in the column's head; only a reference other than the baseline is named. */
function verdictInWords({ change }: Visit): string {
  if (change === null) return "–";
  return change.since === "baseline" ? change.verdict : `${change.verdict}, since ${change.since}`;
}
