import { CohortFilters } from "@/components/cohort/cohort-filters";
import { Card } from "@/components/ui/card";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { may } from "@/lib/auth/rights";
import type { Viewer } from "@/lib/auth/viewer";
import { readCohortChoices } from "@/lib/records/cohort-choices";
import { definitionOf, type TypedAsk } from "@/lib/schemas/cohort";
import styles from "../reading.module.css";
import { choicesFor } from "./choices";

/** What was asked for cannot be understood whole: everything stands as it was typed, and no group is shown in place of the one meant. */
export async function WrongAsk({ viewer, ask, typed, errors }: TypedAsk & { viewer: Viewer }) {
  const choices = choicesFor(viewer, ask, await readCohortChoices(viewer));
  const { recall, ruleId } = definitionOf(ask, viewer.organisation.settings);
  return (
    <div className={styles.page}>
      <PageHead title="Cohort" />
      <ErrorSummary errors={Object.entries(errors).map(([name, message]) => (Object.hasOwn(ask, name) ? { id: name, message } : { message }))} attempt={0} />
      <Card title="The group">
        <CohortFilters ask={{ ...ask, recall, rule: ruleId ?? "", ...typed }} errors={errors} forResearch={may(viewer, "research")} {...choices} />
      </Card>
      <Notice>No figures are shown until every filter is right.</Notice>
    </div>
  );
}
