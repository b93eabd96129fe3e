import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import type { DoseBody } from "@/lib/schemas/dosing";
import type { DosingSettings } from "@/lib/schemas/dosing-settings";
import type { DoseView, RoomView } from "@/lib/schemas/dosing-view";
import { DoseForm } from "./dose-form";
import { DoseHappenings } from "./dose-happenings";
import { milligrams } from "./dose-values";
import { clockTime } from "./moment";
import type { Keeper } from "@/components/begun/keeper";
import styles from "./room.module.css";

interface DosePanelProps {
  view: RoomView;
  settings: DosingSettings;
  team: readonly string[];
  me: string;
  now: Date;
  keeper: Keeper;
  onSave: (body: DoseBody) => void;
}

/** The dose: prepared and confirmed in a form until it begins; after that its facts, and the few things that happen to it. */
export function DosePanel({ view, settings, team, me, now, keeper, onSave }: DosePanelProps) {
  const { dose, course } = view;
  const form = <DoseForm view={view} settings={settings} team={team} me={me} now={now} keeper={keeper} onSave={onSave} />;
  if (!dose?.startedAt) {
    return (
      <Card id="dose" title="Dose" aside={dose && <span className={styles.soft}>Saved by {dose.by}, {clockTime(dose.at, course.timeZone)}</span>}>
        {form}
      </Card>
    );
  }
  return (
    <Card id="dose" title="Dose">
      <div className={styles.form}>
        <Facts dose={dose} zone={course.timeZone} />
        {dose.stoppedAt === null && <DoseHappenings {...{ dose, view, settings, now, keeper, onSave }} />}
        <Disclosure summary="Change the dose record" beside={`saved by ${dose.by}`}>
          {form}
        </Disclosure>
      </div>
    </Card>
  );
}

function Facts({ dose, zone }: { dose: DoseView; zone: string }) {
  const { medicine, route, weightKg, mgPerKg, devices, computedMg, givenMg, givenDevices, interruptions } = dose;
  const planned = medicine === "esketamine" ? devices !== null && `${devices} devices planned` : mgPerKg !== null && weightKg !== null && `${mgPerKg} mg/kg at ${weightKg} kg`;
  const given = medicine === "esketamine" ? givenDevices !== null && `${givenDevices} devices given` : givenMg !== null && `${milligrams(givenMg)} given`;
  const lines = [
    [`${medicine === "ketamine" ? "Ketamine" : "Esketamine"}, ${route}`, given, planned, computedMg !== null && `${milligrams(computedMg)} computed`],
    [dose.lot && `Lot ${dose.lot}`, dose.expiry && `expires ${dose.expiry}`, `prepared by ${dose.preparedBy}`, dose.checkedBy ? `checked by ${dose.checkedBy}` : "not checked by a second person"],
    [dose.startedAt && `Started ${clockTime(dose.startedAt, zone)}`, dose.stoppedAt && `stopped ${clockTime(dose.stoppedAt, zone)}`],
    ...interruptions.map(({ from, to, reason }) => [`Interrupted ${clockTime(from, zone)} to ${to ? clockTime(to, zone) : "now"}`, reason]),
    ...Object.values(dose.reasons).map((reason) => [`Reason: ${reason}`]),
    [dose.notes],
  ];
  return (
    <ul className={styles.facts}>
      {lines.map((line) => line.filter(Boolean).join(" · ")).filter(Boolean).map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
