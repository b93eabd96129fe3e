import type { Metadata } from "next";
import { CohortFiles } from "@/components/cohort/cohort-files";
import { CohortFilters } from "@/components/cohort/cohort-filters";
import { CohortReport } from "@/components/cohort/cohort-report";
import { CompareCard } from "@/components/cohort/compare-card";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { requireViewer } from "@/lib/auth/gate";
import { windowWords } from "@/lib/course/windows";
import { findMeasure } from "@/lib/measures/measures";
import { pcl5 } from "@/lib/measures/pcl-5/definition";
import { readCohort } from "@/lib/records/cohort";
import { readAsk, recallAsked } from "@/lib/schemas/cohort";
import styles from "../reading.module.css";
import { choicesFor } from "./choices";
import { WrongAsk } from "./wrong-ask";

export const metadata: Metadata = { title: "Cohort" };

export default async function CohortPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const viewer = await requireViewer("/cohort", "cohort");
  const { ask, typed, errors } = readAsk(await searchParams);
  if (Object.keys(errors).length > 0) return <WrongAsk viewer={viewer} ask={ask} typed={typed} errors={errors} />;
  const { result, lines, comparison, protocols, teams, deidentified } = await readCohort(viewer, ask);
  const { short, range } = findMeasure(ask.measure) ?? pcl5;
  const choices = choicesFor(viewer, ask, { protocols, teams });
  return (
    <div className={styles.page}>
      <PageHead title="Cohort" facts={[result.caution, deidentified ? "groups of fewer than 5 are withheld" : "the patients of your care teams"]} actions={<CohortFiles ask={ask} />} />
      <Card title="The group">
        <CohortFilters ask={{ ...ask, recall: recallAsked(ask), rule: result.rule?.id ?? "" }} errors={{}} forResearch={deidentified} {...choices} />
      </Card>
      {result.withheld?.includes("all") && <Notice>Withheld: this group, or one that differs from it in what was done alone, is of fewer than five patients.</Notice>}
      <CohortReport result={result} lines={lines} measure={{ short, ...range }} />
      <CompareCard kinds={comparison.kinds} withheld={comparison.withheld} at={windowWords[comparison.window]} shortOf={(id) => findMeasure(id)?.short ?? id} />
    </div>
  );
}
