import { Card } from "@/components/ui/card";
import { plain } from "@/lib/change/signed";
import { recallWords } from "@/lib/measures/recall";
import styles from "./scores-on-paper.module.css";
import { shownDate } from "./shown-date";
import type { TrackView } from "./view-shape";

/** Every score of the other measures, a line for each recall window: their tables do not fit the sheet. */
export function ScoresOnPaper({ tracks }: { tracks: readonly TrackView[] }) {
  if (tracks.length === 0) return null;
  return (
    <div className={styles.paper}>
      <Card title="Other measures, every score">
        <ul className={styles.list}>
          {tracks.flatMap(({ measure, lines, visits }) =>
            lines.map((line) => (
              <li key={`${measure.id} ${line.recall}`}>
                <strong>
                  {measure.short}, {recallWords[line.recall]}:
                </strong>{" "}
                {line.at.map((index) => scoreWords(visits[index])).join(" · ")}
              </li>
            )),
          )}
        </ul>
      </Card>
    </div>
  );
}

/** "18 on day −5", or with the date before there is a course. */
function scoreWords(visit: TrackView["visits"][number] | undefined): string {
  if (visit === undefined) return "";
  return `${visit.shown} on ${visit.day === null ? shownDate(visit.wall) : `day ${plain(visit.day)}`}`;
}
