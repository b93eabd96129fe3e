import { useState } from "react";
import { Button } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { Dialog } from "@/components/ui/dialog";
import { Pill } from "@/components/ui/pill";
import { TextField } from "@/components/ui/text-field";
import { outsideLimits, type ObservationLimits } from "@/lib/course/dosing/limits";
import { clockWords, minuteOf } from "@/lib/course/dosing/observation";
import { cadssWords } from "@/lib/course/dosing/reading";
import type { ReadingView } from "@/lib/schemas/dosing-view";
import { clockTime } from "./moment";
import styles from "./room.module.css";

interface ReadingsTableProps {
  readings: readonly ReadingView[];
  startedAt: string | null;
  limits: ObservationLimits;
  zone: string;
  /** Ids of those that only this device has. */
  kept: ReadonlySet<string>;
  /** The name of somebody who voids only their own; null: every one. */
  mine?: string | null;
  onVoid: (id: string, reason: string) => void;
}

/** What was read, the newest on top; a wrong one is crossed out with a reason and stays readable. */
export function ReadingsTable({ readings, startedAt, limits, zone, kept, mine = null, onVoid }: ReadingsTableProps) {
  const [voiding, setVoiding] = useState<ReadingView | null>(null);
  if (readings.length === 0) return <p className={styles.soft}>No reading yet.</p>;
  return (
    <>
      <DataTable caption="Readings">
        <thead>
          <tr>
            <th scope="col">Time</th>
            <th scope="col" data-number>
              Pressure
            </th>
            <th scope="col" data-number>
              Pulse
            </th>
            <th scope="col" data-number>
              SpO₂
            </th>
            <th scope="col" data-number>
              MOAA/S
            </th>
            <th scope="col" data-number>
              Dissoc.
            </th>
            <th scope="col">Notes</th>
          </tr>
        </thead>
        <tbody>
          {readings.toReversed().map((reading) => (
            <Row key={reading.id} {...{ reading, startedAt, limits, zone, mine }} kept={kept.has(reading.id)} onVoid={() => setVoiding(reading)} />
          ))}
        </tbody>
      </DataTable>
      <VoidDialog key={voiding?.id} reading={voiding} zone={zone} onClose={() => setVoiding(null)} onVoid={onVoid} />
    </>
  );
}

const shown = (value: number | null) => value ?? "–";

function Row({ reading, startedAt, limits, zone, kept, mine, onVoid }: Omit<ReadingsTableProps, "readings" | "kept" | "onVoid"> & { reading: ReadingView; kept: boolean; onVoid: () => void }) {
  const { systolic, diastolic, pulse, spo2, sedation, dissociation, cadss, done, voided, by } = reading;
  const at = new Date(reading.at);
  const minute = startedAt === null ? null : minuteOf(at, new Date(startedAt));
  const outside = outsideLimits(reading, limits, minute === null || minute < 0 ? "before" : "during");
  const notes = [...outside.map(({ words }) => words), done].filter(Boolean);
  return (
    <tr className={voided ? styles.voided : undefined}>
      <th scope="row">
        <time dateTime={reading.at}>{clockTime(at, zone)}</time>
        <span className={styles.minute}>{minute === null ? "before the start" : clockWords(minute)}</span>
      </th>
      <td data-number>
        {shown(systolic)}/{shown(diastolic)}
      </td>
      <td data-number>{shown(pulse)}</td>
      <td data-number>{shown(spo2)}</td>
      <td data-number>{shown(sedation)}</td>
      <td data-number>
        {shown(dissociation)}
        {cadss && <span className={styles.minute}>{cadssWords(cadss)}</span>}
      </td>
      <td className={styles.notes}>
        {kept && <Pill tone="event">kept on this device</Pill>} {voided ? `Voided by ${voided.by}: ${voided.reason}` : notes.join(" ")} <span className={styles.by}>
          {by}
          {!voided && (mine === null || mine === by) && (
            <Button look="quiet" aria-label={`Void the reading of ${clockTime(at, zone)}`} onClick={onVoid}>
              Void
            </Button>
          )}
        </span>
      </td>
    </tr>
  );
}

function VoidDialog({ reading, zone, onClose, onVoid }: { reading: ReadingView | null; zone: string; onClose: () => void; onVoid: ReadingsTableProps["onVoid"] }) {
  const [reason, setReason] = useState("");
  const [error, setError] = useState<string>();
  function confirm() {
    if (reason.trim() === "") return setError("Enter the reason for voiding");
    if (reading) onVoid(reading.id, reason.trim());
    onClose();
  }
  return (
    <Dialog
      open={reading !== null}
      title={`Void the reading of ${reading ? clockTime(reading.at, zone) : ""}?`}
      onClose={onClose}
      actions={
        <>
          <Button look="secondary" onClick={onClose}>
            Keep it
          </Button>
          <Button look="danger" onClick={confirm}>
            Void
          </Button>
        </>
      }
    >
      <p>It stays readable, crossed out, and no longer counts. Take it again afterwards if need be.</p>
      <TextField id="void-reason" label="Reason" error={error} value={reason} onChange={(event) => setReason(event.target.value)} />
    </Dialog>
  );
}
