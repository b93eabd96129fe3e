import { useState } from "react";
import { flushSync } from "react-dom";
import { Button } from "@/components/ui/button";
import { Stepper } from "@/components/ui/stepper";
import { MG_PER_DEVICE, WEIGHT_DIAL_START, WEIGHT_RANGE } from "@/lib/course/dosing/amount";
import { computedMg, milligrams, type DoseValues } from "./dose-values";
import { clockTime } from "./moment";
import styles from "./room.module.css";

interface AmountFieldsProps {
  values: DoseValues;
  lastWeightKg: number | null;
  zone: string;
  /** What is wrong with the amount to give. */
  error: string | undefined;
  onChange: (more: Partial<DoseValues>) => void;
}

/** What is planned, what that comes to, and, apart from it, the amount that is confirmed. */
export function AmountFields({ values, lastWeightKg, zone, error, onChange }: AmountFieldsProps) {
  const { medicine, weightKg, mgPerKg, devices, confirmedAt } = values;
  const spray = medicine === "esketamine";
  const computed = computedMg(values);
  const given = spray ? values.givenDevices : values.givenMg;
  const started = values.startedAt !== null;
  // A changed amount has to be confirmed anew, but not while the dose runs: what was given is then put right.
  const set = (more: Partial<DoseValues>) => onChange(started ? more : { ...more, confirmedAt: null });
  const give = (value: number | null) => set(spray ? { givenDevices: value } : { givenMg: value });
  const inWords = (value: number) => (spray ? `${value} ${value === 1 ? "device" : "devices"} (${milligrams(value * MG_PER_DEVICE)})` : milligrams(value));
  const proposed = spray ? devices : computed;
  const [asked, setAsked] = useState(false);
  const missing = asked && given === null ? `Enter the amount ${started ? "given" : "to give"}` : undefined;

  function confirm() {
    if (given !== null) return onChange({ confirmedAt: new Date().toISOString() });
    flushSync(() => setAsked(true)); // the sentence is there when the field takes the focus
    document.getElementById("dose-given")?.focus();
  }
  return (
    <>
      <div className={styles.dials}>
        <Stepper
          id="dose-weight" label="Weight" unit="kg" step={0.5} {...WEIGHT_RANGE} start={lastWeightKg ?? WEIGHT_DIAL_START} value={weightKg}
          hint={lastWeightKg === null ? "No earlier weight" : `Last ${lastWeightKg} kg`} onChange={(value) => set({ weightKg: value })}
        />
        {spray ? (
          <Stepper id="dose-devices" label="Devices planned" hint={`${MG_PER_DEVICE} mg each`} min={1} max={9} start={1} value={devices} onChange={(value) => set({ devices: value })} />
        ) : (
          <Stepper id="dose-mg-per-kg" label="Planned" unit="mg/kg" step={0.05} min={0.05} max={10} start={0.05} value={mgPerKg} hint="As prescribed" onChange={(value) => set({ mgPerKg: value })} />
        )}
      </div>
      <p className={styles.computed}>
        Computed <output data-number>{computed === null ? "–" : milligrams(computed)}</output>{" "}
        {computed !== null && <span className={styles.soft}>{spray ? `${devices} × ${MG_PER_DEVICE} mg` : `${weightKg} kg × ${mgPerKg} mg/kg`}</span>}
      </p>
      <div className={styles.confirm}>
        <Stepper
          id="dose-given" label={started ? "Given" : "To give"} unit={spray ? "devices" : "mg"} step={spray ? 1 : 0.5} min={0} max={1000} start={proposed ?? 0} value={given}
          hint={proposed === null ? "Compute first" : spray ? `Planned ${proposed}` : `Computed ${milligrams(proposed)}`} error={missing ?? error} onChange={give}
        />
        {confirmedAt === null ? (
          <Button look="secondary" onClick={confirm}>
            {given === null ? "Confirm the amount" : `Confirm ${inWords(given)}`}
          </Button>
        ) : (
          <p>
            <strong>Confirmed</strong> {given !== null && inWords(given)} at {clockTime(confirmedAt, zone)}
          </p>
        )}
      </div>
    </>
  );
}
