import { useFormContext, useWatch } from "react-hook-form";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import type { MeasureChoice, SettingsValues } from "./settings-values";
import styles from "./settings.module.css";

export function MeasuresSection({ measures }: { measures: readonly MeasureChoice[] }) {
  const { setValue, control } = useFormContext<SettingsValues>();
  const on = useWatch({ control, name: "measures" });
  const always = measures[0]?.id;

  function turn(id: string, wanted: boolean) {
    const next = measures.map((measure) => measure.id).filter((each) => (each === id ? wanted : on.includes(each)));
    setValue("measures", next, { shouldDirty: true });
  }

  return (
    <Card id="measures" title="Measures recorded here">
      <fieldset className={styles.section}>
        <legend className="visually-hidden">Measures recorded here</legend>
        <p className={styles.hint}>What is recorded already stays, and stays visible, when a measure is switched off.</p>
        <div className={styles.choices}>
          {measures.map(({ id, short, title }) => (
            <Checkbox
              key={id}
              id={id === always ? "settings-measures" : `settings-measures-${id}`}
              label={
                <>
                  <strong>{short}</strong> {title !== short && title}
                  {id === always && <span className={styles.hint}> always</span>}
                </>
              }
              checked={on.includes(id)}
              disabled={id === always}
              onChange={(event) => turn(id, event.target.checked)}
            />
          ))}
        </div>
      </fieldset>
    </Card>
  );
}
