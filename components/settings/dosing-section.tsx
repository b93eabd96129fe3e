import { useFormContext } from "react-hook-form";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { DataTable } from "@/components/ui/data-table";
import { Disclosure } from "@/components/ui/disclosure";
import { TextField } from "@/components/ui/text-field";
import { limitSources, PHASES, type Phase } from "@/lib/course/dosing/limits";
import { vitalUnits, VITALS, vitalWords, type Vital } from "@/lib/course/dosing/reading";
import { phaseTitles } from "./dosing-changes";
import { useSettingsField } from "./settings-field";
import type { SettingsValues } from "./settings-values";
import styles from "./settings.module.css";

/** Minutes typed with commas; anything that is no number is said to be wrong when it is saved. */
const minutesFrom = (given: unknown) =>
  Array.isArray(given) ? given : String(given).split(",").map((part) => part.trim()).filter((part) => part !== "").map(Number);

/** What the dosing room asks about: the limits of readings, when they are due, the highest amounts without a reason. */
export function DosingSection() {
  const field = useSettingsField();
  const { register, getValues } = useFormContext<SettingsValues>();
  const { id, error } = field("dosing.minutes");
  const { error: _, defaultValue: __, ...sound } = field("dosing.sound");
  void [_, __];
  return (
    <Card id="dosing" title="Dosing room">
      <div className={styles.section}>
        <p className={styles.hint}>A value outside a limit is said in words and asks what was done. It stops nobody. An empty field is no limit.</p>
        <DataTable caption="Limits of readings">
          <thead>
            <tr>
              <th scope="col">Reading</th>
              {PHASES.map((phase) => (
                <th key={phase} scope="col">
                  {phaseTitles[phase]}, from and to
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {VITALS.map((vital) => (
              <tr key={vital}>
                <th scope="row">
                  {vitalWords[vital]} <span className={styles.hint}>{vitalUnits[vital]}</span>
                </th>
                {PHASES.map((phase) => (
                  <td key={phase}>
                    <BoundsFields phase={phase} vital={vital} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </DataTable>
        <Disclosure summary="Where the starting limits come from">
          <ul>
            {limitSources.map(({ what, source }) => (
              <li key={what}>
                {what}: {source}
              </li>
            ))}
          </ul>
        </Disclosure>
        <div className={styles.fields}>
          <TextField {...register("dosing.minutes", { setValueAs: minutesFrom })} id={id} error={error} defaultValue={getValues("dosing.minutes").join(", ")} label="Readings due, in minutes" hint="From the start: 0, 40, 80, 120" inputMode="numeric" />
          <TextField {...field("dosing.amounts.maxMgPerKg.intravenous", "number")} label="Most IV ketamine, mg/kg" hint="Above it a reason is asked" type="number" step="any" inputMode="decimal" short />
          <TextField {...field("dosing.amounts.maxMgPerKg.intranasal", "number")} label="Most nasal ketamine, mg/kg" hint="Above it a reason is asked" type="number" step="any" inputMode="decimal" short />
          <TextField {...field("dosing.amounts.maxDevices", "number")} label="Most esketamine devices" hint="Above it a reason is asked" type="number" min={1} inputMode="numeric" short />
        </div>
        <Checkbox {...sound} defaultChecked={getValues("dosing.sound")} label="A late reading sounds, unless it is switched off on the device" />
      </div>
    </Card>
  );
}

function BoundsFields({ phase, vital }: { phase: Phase; vital: Vital }) {
  const field = useSettingsField();
  return (
    <span className={styles.bounds}>
      {(["min", "max"] as const).map((end) => {
        const { error, id, ...control } = field(`dosing.limits.${phase}.${vital}.${end}`, "number or nothing");
        return (
          <span key={end}>
            <input {...control} id={id} type="number" inputMode="numeric" aria-label={`${vitalWords[vital]}, ${phaseTitles[phase].toLowerCase()}, ${end === "min" ? "from" : "to"}`} aria-invalid={error ? true : undefined} aria-describedby={error ? `${id}-error` : undefined} />
            {error && <span id={`${id}-error`}>{error}</span>}
          </span>
        );
      })}
    </span>
  );
}
