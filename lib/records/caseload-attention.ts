// Why a row of the caseload calls for attention, the most urgent first, each in one sentence; the patient's page says
// the rest. The list needs totals alone, so answers are neither read nor scored again here.
import { attention, type Watched } from "@/lib/change/attention";
import { ruleFor } from "@/lib/change/rules";
import { seriesOf } from "@/lib/change/series";
import type { Due } from "@/lib/course/due";
import { dueName } from "@/lib/course/due-words";
import { timeZero } from "@/lib/course/time-zero";
import { assignWindows } from "@/lib/course/windows";
import type { Measure } from "@/lib/measures/measure";
import { findMeasure } from "@/lib/measures/measures";
import { RECALLS } from "@/lib/measures/recall";
import type { CaseloadRow } from "@/lib/schemas/caseload";
import type { ClinicSettings } from "@/lib/schemas/settings";
import type { PatientRecords } from "./caseload-records";

interface Considered {
  records: PatientRecords;
  expected: Due | null;
  settings: ClinicSettings;
  today: string;
  zone: string;
}

export function attentionOf({ records, expected, settings, today, zone }: Considered): CaseloadRow["attention"] {
  const ids = [...new Set(records.scores.map(({ measure }) => measure))];
  const found = attention({
    watched: measuresOf(ids).map((measure) => watchedOf(records, measure, settings, zone)),
    settings: settings.attention,
    sessions: records.sessions,
    overdue: expected?.overdue ? [{ what: dueName(expected.overdue), days: expected.overdue.days }] : [],
    prompts: records.openPrompts.flatMap(({ measure, ...prompt }) => measuresOf([measure]).map((each) => ({ ...prompt, measure: each }))),
    today,
    zone,
  });
  return found.map(({ id, words }) => ({ id, words: firstSentence(words) }));
}

function measuresOf(ids: readonly string[]): readonly Measure[] {
  return ids.flatMap((id) => findMeasure(id) ?? []);
}

function watchedOf({ scores, sessions, baselines }: PatientRecords, measure: Measure, settings: ClinicSettings, zone: string): Watched {
  const rule = ruleFor(measure.id, settings);
  const forms = scores
    .filter((score) => score.measure === measure.id)
    .map(({ id, recall, at, enteredAt, total }) => ({
      id, measure: measure.id, recall, at, enteredAt, ratings: [], corrected: false, score: { measure: measure.id, total, clusters: [], endorsed: [], missing: 0 },
    }));
  const start = timeZero(sessions);
  const t0 = start?.at ?? null;
  const chosenBaseline = Object.fromEntries(
    baselines.flatMap((choice) => (choice.measure === measure.id && choice.assessmentId !== null ? [[choice.recall, choice.assessmentId]] : [])),
  );
  const context = { measure: unruled(measure), sessions, zone, t0, windows: assignWindows(forms, t0, zone), rule, chosenBaseline };
  const series = RECALLS.flatMap((recall) => seriesOf(forms.filter((form) => form.recall === recall), context) ?? []);
  const trajectory = { measure: measure.id, ruleId: rule?.id ?? null, t0, startedBy: start?.kind ?? null, zone, series, latest: null, incomplete: [] };
  return { measure, trajectory, rule };
}

const kept = new Map<Measure, Measure>();

/** Without its provisional rule, which asks for answers. */
function unruled(measure: Measure): Measure {
  const known = kept.get(measure) ?? { ...measure, provisional: null };
  kept.set(measure, known);
  return known;
}

function firstSentence(words: string): string {
  return words.split(/(?<=\.)\s/)[0]?.replace(/\.$/, "") ?? words;
}
