import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { requireViewer } from "@/lib/auth/gate";
import { rulesFor } from "@/lib/change/rules";
import { pcl5 } from "@/lib/measures/pcl-5/definition";
import styles from "../../reading.module.css";

export const metadata: Metadata = { title: "The PCL-5 and its rules" };

export default async function Pcl5Page() {
  const viewer = await requireViewer("/measures/pcl-5");
  return (
    <div className={styles.page}>
      <h1>
        {pcl5.title} <span className={styles.short}>{pcl5.short}</span>
      </h1>
      <p>
        {pcl5.items.length} items, total {pcl5.range.min} to {pcl5.range.max}; higher is worse. It screens and follows the course; it does not
        diagnose. No official severity bands, no missing-item rule and no minimum interval have been published, so none is used here: fewer
        than {pcl5.items.length} answers are kept but not scored.
      </p>
      <Card id="forms" title="Forms and their recall windows">
        {pcl5.recalls.map(pcl5.administration).filter(({ offered }) => offered).map((form) => (
          <div key={form.recall} className={styles.form}>
            <h3>{form.label}</h3>
            <p>{form.instruction}</p>
            <p>{form.stem}</p>
            {form.caution && <p>{form.caution}</p>}
            <p className={styles.source}>{form.source}</p>
          </div>
        ))}
        <p>Scores of two windows are never joined by a line and never compared.</p>
      </Card>
      <Card id="thresholds" title="Thresholds">
        <dl className={styles.terms}>
          {pcl5.thresholds.map(({ id, name, meaning, source }) => (
            <div key={id} id={id}>
              <dt>{name}</dt>
              <dd>{meaning}</dd>
              <dd className={styles.source}>{source}</dd>
            </div>
          ))}
          <div id="provisional">
            <dt>Provisional PTSD rule</dt>
            <dd>
              At least one item of cluster B, one of C, two of D and two of E rated {pcl5.endorsedFrom} or more. A screening rule for the
              past-month form, not a diagnosis; on the past-week form it is shown as the same count over a week.
            </dd>
            <dd className={styles.source}>{pcl5.sources[0]}</dd>
          </div>
        </dl>
      </Card>
      <Card id="rules" title="Rules for change">
        <p>
          No one threshold is right for every clinic. {viewer.organisation.name} uses the rule marked below; every verdict names its rule.
        </p>
        <DataTable caption="Rules for change">
          <thead>
            <tr>
              <th scope="col">Rule</th>
              <th scope="col">Population</th>
              <th scope="col">What it says</th>
              <th scope="col">Source</th>
            </tr>
          </thead>
          <tbody>
            {rulesFor(pcl5.id).map(({ id, name, population, note, source }) => (
              <tr key={id} id={id}>
                <th scope="row">
                  {name}
                  {id === viewer.organisation.settings.rules["pcl-5"] && <strong className={styles.used}> used here</strong>}
                </th>
                <td>{population}</td>
                <td>{note}</td>
                <td className={styles.source}>{source}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      </Card>
      <Card id="items" title="Items and clusters">
        {pcl5.clusters.map((cluster) => (
          <div key={cluster.id} className={styles.form}>
            <h3>
              {cluster.id} {cluster.name} (0 to {cluster.max})
            </h3>
            <ol start={cluster.items[0]}>
              {cluster.items.map((number) => (
                <li key={number}>{pcl5.items[number - 1]?.text}</li>
              ))}
            </ol>
          </div>
        ))}
      </Card>
      <Card id="sources" title="Sources and rights">
        <ul className={styles.list}>
          {pcl5.sources.map((source) => (
            <li key={source}>{source}</li>
          ))}
        </ul>
        <p>{pcl5.rights}</p>
      </Card>
    </div>
  );
}
