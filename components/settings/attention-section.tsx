import Link from "next/link";
import { useFormContext } from "react-hook-form";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { SideBySide } from "@/components/ui/side-by-side";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { attentionTitles } from "@/lib/change/attention-explained";
import { ATTENTION_IDS, type AttentionId } from "@/lib/change/attention-rules";
import { STARTING_SUDDEN, SUDDEN_POINTS_OFFERED } from "@/lib/change/sudden-gains";
import { useSettingsField } from "./settings-field";
import type { SettingsValues } from "./settings-values";
import styles from "./settings.module.css";

const numbers = {
  safety: [],
  worse: [],
  rise: [["attention.rise.points", "Points above the lowest score"]],
  "no-drop": [
    ["attention.no-drop.points", "Least fall on the PCL-5, in points"],
    ["attention.no-drop.session", "By therapy session"],
    ["attention.no-drop.dose", "Or by dose"],
  ],
  overdue: [["attention.overdue.days", "Days late"]],
} as const;

/** What calls for attention, from which numbers on, and the clinic's own words where it does. */
export function AttentionSection() {
  return (
    <Card id="attention" title="What calls for attention">
      <div className={styles.section}>
        <p className={styles.hint}>
          Each rule is written out under <Link href="/attention">Attention rules</Link>. Your text stands beside the rule on the patient’s page.
        </p>
        {ATTENTION_IDS.map((id) => (
          <AttentionFields key={id} id={id} />
        ))}
        <SuddenFields />
      </div>
    </Card>
  );
}

function AttentionFields({ id }: { id: AttentionId }) {
  const field = useSettingsField();
  return (
    <fieldset className={styles.rule}>
      <legend>{attentionTitles[id]}</legend>
      {id === "safety" ? <p className={styles.hint}>Always on.</p> : <Switch id={id} />}
      {numbers[id].length > 0 && (
        <SideBySide>
          {numbers[id].map(([path, label]) => (
            <TextField key={path} {...field(path, "number")} label={label} type="number" min={1} inputMode="decimal" short />
          ))}
        </SideBySide>
      )}
      <TextArea
        {...field(`guidance.${id}`)}
        label={`Your text for “${attentionTitles[id]}”`}
        optional
        hint={id === "safety" ? "Shown at once when such an answer is given: who is called, on which number, what is noted." : "What your clinic does then."}
        rows={3}
      />
    </fieldset>
  );
}

function Switch({ id }: { id: Exclude<AttentionId, "safety"> }) {
  const field = useSettingsField();
  const { getValues } = useFormContext<SettingsValues>();
  const { error: _, defaultValue: __, ...control } = field(`attention.${id}.on`);
  return <Checkbox {...control} defaultChecked={getValues(`attention.${id}.on`)} label="On" aria-label={`${attentionTitles[id]}: on`} />;
}

function SuddenFields() {
  const field = useSettingsField();
  return (
    <fieldset className={styles.rule}>
      <legend>Sudden gains and losses</legend>
      <TextField
        {...field("sudden.points", "number")}
        label="Least points on the PCL-5"
        hint={`To begin with ${STARTING_SUDDEN.points}; ${SUDDEN_POINTS_OFFERED.at(-1)} is the other usual choice. No published figure for the PCL-5 was found.`}
        type="number"
        min={1}
        inputMode="decimal"
        short
      />
    </fieldset>
  );
}
