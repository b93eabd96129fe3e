// Why a row of the caseload calls for attention, the most urgent first, each in words.
import "server-only";
import type { AttentionSettings } from "@/lib/change/attention-rules";
import type { Due } from "@/lib/course/due";
import { dueName, measureNames } from "@/lib/course/due-words";
import type { CaseloadRow } from "@/lib/schemas/caseload";

interface Considered {
  /** Measures with a safety prompt that nobody has acknowledged. */
  openPrompts: readonly string[];
  change: CaseloadRow["change"];
  expected: Due | null;
  settings: AttentionSettings;
}

export function attentionOf({ openPrompts, change, expected, settings }: Considered): CaseloadRow["attention"] {
  const late = expected?.overdue ?? null;
  return [
    ...(openPrompts.length > 0 ? [{ id: "safety" as const, words: `Safety prompt open: ${measureNames(openPrompts)}` }] : []),
    ...(settings.worse.on && change?.tone === "worse" ? [{ id: "worse" as const, words: `PCL-5: ${change.words}` }] : []),
    ...(settings.overdue.on && late !== null && late.measures.length > 0 && late.days >= settings.overdue.days ? [{ id: "overdue" as const, words: `Overdue: ${dueName(late)}` }] : []),
  ];
}
