import { ATTENTION_IDS, type AttentionId } from "@/lib/change/attention-rules";
import type { CaseloadPage } from "@/lib/schemas/caseload";
import { fromTheStart, type CaseloadView } from "./caseload-view";
import styles from "./caseload-toolbar.module.css";

interface CaseloadChoicesProps extends Pick<CaseloadPage, "teams" | "protocols"> {
  view: CaseloadView;
  onLook: (view: CaseloadView) => void;
}

const reasons: Record<AttentionId, string> = {
  safety: "Safety answer",
  worse: "Reliably worse",
  rise: "Rise after a dose",
  "no-drop": "No fall yet",
  overdue: "Long overdue",
};

/** What narrows the list further, where there is a choice. */
export function CaseloadChoices({ view, teams, protocols, onLook }: CaseloadChoicesProps) {
  const choose = (change: Partial<CaseloadView>) => onLook({ ...view, ...fromTheStart, ...change });
  return (
    <>
      {view.filter === "attention" && (
        <Choice label="Reason" value={view.reason} of={ATTENTION_IDS.map((id) => [id, reasons[id]])} onChoose={(reason) => choose({ reason: reason as AttentionId | null })} />
      )}
      {(protocols.length > 0 || view.protocol !== null) && (
        <Choice label="Protocol" value={view.protocol} of={protocols.map((name) => [name, name])} onChoose={(protocol) => choose({ protocol })} />
      )}
      {teams.length > 1 && <Choice label="Team" value={view.team} of={teams.map(({ id, name }) => [id, name])} onChoose={(team) => choose({ team })} />}
    </>
  );
}

function Choice({ label, value, of, onChoose }: { label: string; value: string | null; of: readonly (readonly [value: string, words: string])[]; onChoose: (value: string | null) => void }) {
  const known = value === null || of.some(([id]) => id === value) ? of : [...of, [value, value] as const];
  return (
    <label className={styles.choice}>
      {label}
      <select value={value ?? ""} onChange={(event) => onChoose(event.target.value === "" ? null : event.target.value)}>
        <option value="">All</option>
        {known.map(([id, words]) => (
          <option key={id} value={id}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
