import { RowList } from "@/components/ui/row-list";
import { groupsWords } from "@/lib/cohort/studies/compare";
import { figuresFrom, figureWords, kindWords, type Figure } from "@/lib/cohort/studies/printed";
import type { StudyContent } from "@/lib/schemas/study";

interface StudyHistoryProps {
  /** Newest first. */
  revisions: readonly { number: number; when: string; by: string; reason: string | null; study: StudyContent | null }[];
  shortOf: (measure: string) => string;
}

/** What a study ever said, each time whole. */
export function StudyHistory({ revisions, shortOf }: StudyHistoryProps) {
  const rows = revisions.map(({ number, when, by, reason, study }) => ({ key: number, title: `${by}, ${when}`, facts: [reason ?? "Entered", ...(study === null ? ["Removed"] : said(study, shortOf))] }));
  return <RowList name="What it said, and who entered it" rows={rows} />;
}

function said({ name, measure, groups, treatment, time, reported, citation, note }: StudyContent, shortOf: (measure: string) => string): string[] {
  const figures = Object.entries(figuresFrom(reported)).flatMap(([figure, value]) => (value == null ? [] : [`${figureWords[figure as Figure]} ${value}`]));
  return [name, shortOf(measure), groupsWords[groups], treatment, time, `${kindWords[reported.kind]}: ${figures.join(", ")}`, citation, ...(note === null ? [] : [note])];
}
