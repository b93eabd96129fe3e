import { Card } from "@/components/ui/card";
import { Pill } from "@/components/ui/pill";
import styles from "./result-panel.module.css";
import type { ResultView } from "./result-view";

/** One form's result, with the rules that were used and where they are explained. */
export function ResultPanel({ result }: { result: ResultView }) {
  const { total, change } = result;
  return (
    <Card title="Result">
      <div className={styles.panel}>
        <p className={styles.figure}>
          <strong className={styles.total}>{result.named ?? total ?? "–"}</strong>
          {total !== null && <span className={styles.soft}>{result.named === null && ` of ${result.max}`}, </span>}
          <span className={styles.soft}>{result.recall}</span>
          {change !== null && (
            <>
              {" "}
              <span className={styles.soft}>
                was {change.from} at {change.since}
              </span>{" "}
              <Pill tone={change.tone}>{change.words}</Pill>
            </>
          )}
        </p>
        <p>{result.sentence}</p>
        {result.band !== null && <p>Band: {result.band}.</p>}
        {result.byRule !== null && <p>{result.byRule}</p>}
        {result.clusters.length > 0 && <Clusters result={result} />}
        {result.endorsed !== null && <Endorsed endorsed={result.endorsed} items={result.items} />}
        {result.sources.length > 0 && (
          <p className={styles.soft}>
            Sources:{" "}
            {result.sources.map(({ words, href }, index) => (
              <span key={href}>
                {index > 0 && " · "}
                <a href={href}>{words}</a>
              </span>
            ))}
          </p>
        )}
      </div>
    </Card>
  );
}

function Clusters({ result }: { result: ResultView }) {
  const judged = result.provisional !== null;
  return (
    <table className={styles.clusters}>
      <caption>
        {judged
          ? `Provisional PTSD: ${result.provisional ? "yes" : "no"}. A provisional rule, not a diagnosis.`
          : "Clusters"}
      </caption>
      <thead>
        <tr>
          <th scope="col">Cluster</th>
          <th scope="col" data-number>
            Points
          </th>
          {judged && <th scope="col">Symptoms endorsed</th>}
          {judged && <th scope="col">Criterion</th>}
        </tr>
      </thead>
      <tbody>
        {result.clusters.map(({ id, name, total, max, criterion }) => (
          <tr key={id}>
            <th scope="row">
              {id} {name}
            </th>
            <td data-number>
              {total ?? "–"} of {max}
            </td>
            {criterion !== null && (
              <td>
                {criterion.endorsed}, {criterion.needed} needed
              </td>
            )}
            {criterion !== null && (
              <td>
                <span aria-hidden="true">{criterion.met ? "✓" : "✗"}</span>{" "}
                {criterion.met ? "met" : "not met"}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Endorsed({ endorsed, items }: { endorsed: NonNullable<ResultView["endorsed"]>; items: number }) {
  if (endorsed.length === 0) return <p>No item endorsed.</p>;
  return (
    <p>
      {endorsed.length} of {items} items endorsed:{" "}
      {endorsed
        .map(({ number, label }) => `${number} ${label.charAt(0).toLowerCase()}${label.slice(1)}`)
        .join(", ")}
      .
    </p>
  );
}
