import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { wallTime } from "@/lib/course/calendar";
import type { DoseValues } from "./dose-values";
import { instantOf } from "./moment";
import { MomentField } from "./moment-field";
import styles from "./room.module.css";

interface DoseTimesProps {
  values: DoseValues;
  zone: string;
  now: Date;
  onChange: (more: Partial<DoseValues>) => void;
}

/** Start, stop and interruptions as they were noted, to be put right. */
export function DoseTimes({ values, zone, now, onChange }: DoseTimesProps) {
  const { startedAt, stoppedAt, interruptions } = values;
  return (
    <>
      <div className={styles.actions}>
        <TimeOf id="dose-start" label="Start" at={startedAt} onChange={(at) => onChange({ startedAt: at })} {...{ zone, now }} />
        <Button look="quiet" onClick={() => onChange({ startedAt: null, stoppedAt: null, interruptions: [] })}>
          Not started after all
        </Button>
      </div>
      {startedAt !== null && stoppedAt === null && (
        <div>
          <Button look="quiet" onClick={() => onChange({ stoppedAt: now.toISOString() })}>
            Enter the stop
          </Button>
        </div>
      )}
      {stoppedAt !== null && <TimeOf id="dose-stop" label="Stop" at={stoppedAt} onChange={(at) => onChange({ stoppedAt: at })} {...{ zone, now }} />}
      {stoppedAt !== null && (
        <div>
          <Button look="quiet" onClick={() => onChange({ stoppedAt: null })}>
            Not stopped after all
          </Button>
        </div>
      )}
      {interruptions.map((each, index) => (
        <TextField
          key={each.from}
          id={`dose-interruption-${index}`}
          label={`Why it was interrupted at ${wallTime(new Date(each.from), zone).slice(11)}`}
          optional
          value={each.reason ?? ""}
          onChange={(event) => onChange({ interruptions: interruptions.map((other, place) => (place === index ? { ...other, reason: event.target.value } : other)) })}
        />
      ))}
    </>
  );
}

/** The field shows minutes; an instant is only replaced when another minute is chosen. */
function TimeOf({ id, label, at, zone, now, onChange }: { id: string; label: string; at: string | null; zone: string; now: Date; onChange: (at: string) => void }) {
  if (at === null) return null;
  return (
    <MomentField
      id={id} label={label} fixed zone={zone} now={now} value={wallTime(new Date(at), zone)}
      onChange={(moment) => {
        const chosen = moment === null ? null : instantOf(moment, zone, now);
        if (chosen !== null) onChange(chosen.toISOString());
      }}
    />
  );
}
