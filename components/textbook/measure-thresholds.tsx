import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import type { Measure } from "@/lib/measures/measure";
import { safetyInWords } from "./measure-words";
import { provisionalWords } from "./provisional-words";
import { Sourced } from "./sourced";
import styles from "./textbook.module.css";

/** What the literature says of one score: bands, cuts, the screening rule, the answer that calls for somebody. */
export function MeasureThresholds({ measure }: { measure: Measure }) {
  const { bands, thresholds, safety, provisional } = measure;
  return (
    <Card id="thresholds" title="Bands and thresholds">
      <div className={styles.blocks}>
        <div id="bands" className={styles.block}>
          <h3>Severity bands</h3>
          {bands === null ? <p>No source for bands of this measure was found, so none is shown anywhere.</p> : <Bands bands={bands} short={measure.short} />}
        </div>
        {thresholds.map(({ id, name, meaning, source }) => (
          <Sourced key={id} id={id} name={name} source={source}>
            {meaning}
          </Sourced>
        ))}
        {provisional !== null && (
          <Sourced id="provisional" name="Provisional rule" source={measure.sources[0]}>
            {provisionalWords(measure)}
          </Sourced>
        )}
        {safety !== null && (
          <Sourced id="safety" name="An answer that calls for a person at once" source={safety.source}>
            {safetyInWords(measure)}. {safety.meaning} The clinic’s own text is shown at once, also in a draft; saving
            is never blocked.
          </Sourced>
        )}
      </div>
    </Card>
  );
}

function Bands({ bands, short }: { bands: NonNullable<Measure["bands"]>; short: string }) {
  return (
    <>
      <DataTable caption={`Bands of the ${short}`}>
        <thead>
          <tr>
            <th scope="col">Total</th>
            <th scope="col">Band</th>
          </tr>
        </thead>
        <tbody>
          {bands.list.map(({ min, max, label }) => (
            <tr key={min}>
              <td>{min === max ? min : `${min} to ${max}`}</td>
              <td>{label}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      <p className={styles.source}>{bands.source}</p>
    </>
  );
}
