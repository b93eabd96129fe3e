import { useState, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { Dialog } from "@/components/ui/dialog";
import { Pill } from "@/components/ui/pill";
import { TextField } from "@/components/ui/text-field";
import { outsideLimits, type ObservationLimits } from "@/lib/course/dosing/limits";
import { clockWords, minuteOf } from "@/lib/course/dosing/observation";
import { cadssWords } from "@/lib/course/dosing/reading";
import type { ReadingView } from "@/lib/schemas/dosing-view";
import { DraftNotice } from "@/components/begun/draft-notice";
import { clockTime } from "./moment";
import { useFormDraft } from "@/components/begun/use-form-draft";
import type { Keeper } from "@/components/begun/keeper";
import styles from "./room.module.css";

interface ReadingsTableProps {
  sessionId: string;
  keeper: Keeper;
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
export function ReadingsTable({ sessionId, keeper, readings, startedAt, limits, zone, kept, mine = null, onVoid }: ReadingsTableProps) {
  const draft = useFormDraft<{ id: string; reason: string } | null>(keeper, `${sessionId}/void`, null, { id: "", reason: "" });
  const voiding = readings.find(({ id, voided }) => id === draft.values?.id && voided === null) ?? null;
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
            <Row key={reading.id} {...{ reading, startedAt, limits, zone, mine }} kept={kept.has(reading.id)} onVoid={() => draft.set({ id: reading.id, reason: "" })} />
          ))}
        </tbody>
      </DataTable>
      <VoidDialog key={voiding?.id} reading={voiding} reason={draft.values?.reason ?? ""} zone={zone} onReason={(reason) => voiding && draft.set({ id: voiding.id, reason })} onClose={draft.clear} onVoid={onVoid}>
        {draft.leftAt && <DraftNotice at={draft.leftAt} zone={zone} onEmpty={draft.clear} />}
      </VoidDialog>
    </>
  );
}

const shown = (value: number | null) => value ?? "–";

function Row({ reading, startedAt, limits, zone, kept, mine, onVoid }: Pick<ReadingsTableProps, "startedAt" | "limits" | "zone" | "mine"> & { reading: ReadingView; kept: boolean; onVoid: () => void }) {
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

interface VoidDialogProps extends Pick<ReadingsTableProps, "zone" | "onVoid"> {
  /** Null while none is being voided. */
  reading: ReadingView | null;
  reason: string;
  onReason: (reason: string) => void;
  onClose: () => void;
  children: ReactNode;
}

function VoidDialog({ reading, reason, zone, onReason, onClose, onVoid, children }: VoidDialogProps) {
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
      {children}
      <p>It stays readable, crossed out, and no longer counts. Take it again afterwards if need be.</p>
      <TextField id="void-reason" label="Reason" error={error} value={reason} onChange={(event) => onReason(event.target.value)} />
    </Dialog>
  );
}
