// The newest PCL-5 and what the clinic's rule says of its change: as a row of the caseload shows it and as it is kept
// beside the records, to be sorted by.
import { judge, type Judgement } from "@/lib/change/judge";
import type { Rule } from "@/lib/change/rule";
import { ruleFor } from "@/lib/change/rules";
import { isAfter, reference } from "@/lib/course/baseline";
import { byTime } from "@/lib/course/windows";
import { pcl5 } from "@/lib/measures/pcl-5/definition";
import type { ClinicSettings } from "@/lib/schemas/settings";
import type { PatientRecords } from "./caseload-records";

export interface Latest {
  score: PatientRecords["scores"][number];
  /** The scores of its recall window, in order of time. */
  line: PatientRecords["scores"];
  change: { since: "baseline" | "first" | "chosen"; judgement: Judgement; rule: Rule } | null;
}

export function latestOf({ scores, baselines }: Pick<PatientRecords, "scores" | "baselines">, t0: Date | null, zone: string, settings: ClinicSettings): Latest | null {
  const ofPcl5 = scores.filter(({ measure }) => measure === pcl5.id).toSorted(byTime);
  const score = ofPcl5.at(-1);
  if (score === undefined) return null;
  const line = ofPcl5.filter(({ recall }) => recall === score.recall);
  const rule = ruleFor(pcl5.id, settings);
  const chosen = baselines.find(({ measure, recall }) => measure === score.measure && recall === score.recall)?.assessmentId;
  const since = reference(line, t0, zone, chosen ?? undefined);
  if (since === null || rule === null || !isAfter(score, since) || !rule.recalls.includes(score.recall)) return { score, line, change: null };
  return { score, line, change: { since: since.kind, judgement: judge(rule, { from: since.assessment.total, to: score.total }), rule } };
}
