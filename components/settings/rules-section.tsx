import Link from "next/link";
import { useFormContext, useWatch } from "react-hook-form";
import { Card } from "@/components/ui/card";
import { SelectField } from "@/components/ui/select-field";
import { OwnRules } from "./own-rules";
import { useSettingsField } from "./settings-field";
import type { MeasureChoice, SettingsValues } from "./settings-values";
import styles from "./settings.module.css";

/** Which rule judges change on each measure, and the rules the clinic has added. */
export function RulesSection({ measures }: { measures: readonly MeasureChoice[] }) {
  const field = useSettingsField();
  const { control } = useFormContext<SettingsValues>();
  const own = useWatch({ control, name: "ownRules" });
  const judged = measures
    .map((measure) => ({
      ...measure,
      options: [...measure.rules, ...own.filter((rule) => rule.measure === measure.id)].map(({ id, name }) => ({ value: id, label: name || "Rule of your own, not named yet" })),
    }))
    .filter(({ options }) => options.length > 0);
  return (
    <Card id="rules" title="Rules for change">
      <div className={styles.section}>
        <p className={styles.hint}>
          Every verdict names its rule. A change here changes the verdicts shown from now on, for past scores too; no score is changed. The rules stand with
          their sources under <Link href="/measures">Measures</Link>.
        </p>
        <div className={styles.fields}>
          {judged.map(({ id, short, options }) => (
            <SelectField key={`${id} ${options.length}`} {...field(`rules.${id}`)} label={`Rule for the ${short}`} options={options} />
          ))}
        </div>
        <OwnRules measures={measures.filter(({ recalls }) => recalls.length > 0)} />
      </div>
    </Card>
  );
}
