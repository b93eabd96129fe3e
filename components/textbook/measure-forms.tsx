import { Card } from "@/components/ui/card";
import type { Administration, Code, Measure } from "@/lib/measures/measure";
import { Facts } from "./facts";
import styles from "./textbook.module.css";

const loincNotice =
  "This material contains content from LOINC (http://loinc.org). LOINC is copyright © Regenstrief Institute, Inc. and the Logical " +
  "Observation Identifiers Names and Codes (LOINC) Committee and is available at no cost under the license at http://loinc.org/license. " +
  "LOINC® is a registered United States trademark of Regenstrief Institute, Inc.";

/** The printed forms, each with its recall window, its words, its codes and what a reader must know. */
export function MeasureForms({ measure }: { measure: Measure }) {
  const forms = measure.recalls.map(measure.administration);
  const coded = forms.some(({ codes }) => codes.panel !== null || codes.total !== null);
  return (
    <Card id="forms" title="Forms and their recall windows">
      <div className={styles.blocks}>
        {forms.map((form) => (
          <Form key={form.recall} form={form} />
        ))}
        {forms.length > 1 && <p>Scores of two recall windows are never joined by a line and never compared.</p>}
        {coded && (
          <p id="codes" className={styles.source}>
            {loincNotice}
          </p>
        )}
      </div>
    </Card>
  );
}

function Form({ form }: { form: Administration }) {
  const { panel, total } = form.codes;
  return (
    <div id={`form-${form.recall}`} className={styles.block}>
      <h3 className={styles.name}>
        {form.label}
        {!form.offered && <span className={styles.short}>not offered here</span>}
      </h3>
      {form.instruction && <p>{form.instruction}</p>}
      {form.stem && <p>{form.stem}</p>}
      {form.caution && (
        <p>
          <strong>{form.caution}</strong>
        </p>
      )}
      <Facts
        facts={[
          ["LOINC, whole form", panel === null ? "None verified for this form" : words(panel)],
          ["LOINC, total", total === null ? "None verified for this form" : words(total)],
          ["Source", <span key="source" className={styles.source}>{form.source}</span>],
        ]}
      />
    </div>
  );
}

function words({ code, display }: Code): string {
  return `${code} ${display}`;
}
