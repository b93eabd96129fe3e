import { VersionsDialog } from "@/components/ui/versions-dialog";
import { optionsOf } from "@/lib/measures/measure";
import { recallWords, type Recall } from "@/lib/measures/recall";
import { modeWords, type Mode } from "./answers";
import type { FormMeasure } from "./form-measure";
import type { Save } from "./use-save";

interface CorrectionVersionsProps {
  measure: FormMeasure;
  sessions: readonly { id: string; label: string }[];
  save: Save;
}

/** Two corrections of one form: both are laid out item by item. */
export function CorrectionVersions({ measure, sessions, save }: CorrectionVersionsProps) {
  const items = measure.items.map(({ number, label }, index) => [`ratings.${index}`, number > 0 ? `${number}. ${label}` : label] as const);
  const labels = { recall: "Period", answeredAt: "Answered on", sessionId: "Session", mode: "How it was given", ...Object.fromEntries(items), total: measure.entry === "result" ? "Result" : "Total" };

  function say(path: string, value: unknown) {
    const item = path.startsWith("ratings.") ? measure.items[Number(path.slice(8))] : undefined;
    if (item) return value === null ? "no answer" : optionsOf(measure, item).find((option) => option.value === value)?.label;
    if (path === "recall") return recallWords[value as Recall];
    if (path === "mode") return modeWords[value as Mode];
    return path === "sessionId" ? sessions.find(({ id }) => id === value)?.label : null;
  }

  return <VersionsDialog problem={save.late} mine={save.sent()} labels={labels} say={say} busy={save.busy} onSave={(body) => void save.run(body)} onClose={save.dismiss} />;
}
