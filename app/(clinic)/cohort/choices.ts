// What the group can be chosen by: the clinic's measures with their recall windows and rules, and what there is of protocols and teams.
import type { Choice } from "@/components/cohort/cohort-filters";
import type { Viewer } from "@/lib/auth/viewer";
import { rulesOf } from "@/lib/change/rules";
import { findMeasure } from "@/lib/measures/measures";
import { recallWords } from "@/lib/measures/recall";
import type { CohortAsk } from "@/lib/schemas/cohort";

export function choicesFor(viewer: Viewer, ask: CohortAsk, there: { protocols: readonly string[]; teams: readonly { id: string; name: string }[] }) {
  const { settings } = viewer.organisation;
  const measure = findMeasure(ask.measure);
  const upper = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
  return {
    measures: [...new Set([...settings.measures, ask.measure])].flatMap((id): Choice[] => {
      const known = findMeasure(id);
      return known ? [{ value: id, label: known.short }] : [];
    }),
    recalls: (measure?.recalls ?? []).map((recall): Choice => ({ value: recall, label: upper(recallWords[recall]) })),
    rules: rulesOf(ask.measure, settings).map(({ id, name }): Choice => ({ value: id, label: name })),
    protocols: there.protocols.map((name): Choice => ({ value: name, label: name })),
    teams: there.teams.map(({ id, name }): Choice => ({ value: id, label: name })),
  };
}
