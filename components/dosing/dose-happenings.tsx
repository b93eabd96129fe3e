import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { DoseBody } from "@/lib/schemas/dosing";
import type { DosingSettings } from "@/lib/schemas/dosing-settings";
import type { DoseView, RoomView } from "@/lib/schemas/dosing-view";
import { DraftNotice } from "@/components/begun/draft-notice";
import { unanswered } from "./dose-errors";
import { doseValues, problemsOf } from "./dose-values";
import { instantOf, type Moment } from "./moment";
import { MomentField } from "./moment-field";
import { ReasonFields } from "./reason-fields";
import { useFormDraft } from "@/components/begun/use-form-draft";
import type { Keeper } from "@/components/begun/keeper";
import styles from "./room.module.css";

interface DoseHappeningsProps {
  dose: DoseView;
  view: RoomView;
  settings: DosingSettings;
  now: Date;
  keeper: Keeper;
  onSave: (body: DoseBody) => void;
}

interface DoseEnd {
  over: Moment;
  /** By the id of what is unusual. */
  reasons: Record<string, string>;
}

/** The few things that happen to a dose that has begun. Its end is now, or when it was if nobody said so then; what is unusual is asked here. */
export function DoseHappenings({ dose, view, settings, now, keeper, onSave }: DoseHappeningsProps) {
  const draft = useFormDraft<DoseEnd>(keeper, `${view.session.id}/over`, { over: null, reasons: {} });
  const { over, reasons } = draft.values;
  const [tried, setTried] = useState(false);
  const zone = view.course.timeZone;
  const open = dose.interruptions.find(({ to }) => to === null);
  const endedAt = (at: string) => dose.interruptions.map((each) => (each.to === null ? { ...each, to: at } : each));
  const change = (more: Partial<DoseBody>) => onSave({ ...doseValues(view), ...more, number: dose.number, key: crypto.randomUUID() });

  const ended = (moment: Date) => {
    const at = moment.toISOString();
    const body = { ...doseValues(view), stoppedAt: at, interruptions: endedAt(at), reasons: { ...dose.reasons, ...reasons } };
    return { body, left: unanswered(problemsOf(body, view, settings.amounts, new Date()), body.reasons) };
  };
  const chosen = instantOf(over, zone, now);
  // Asked as soon as it is known: a dose that has run for hours has no end to note without a reason.
  const found = chosen === null ? [] : problemsOf(ended(chosen).body, view, settings.amounts, now).filter(({ id }) => !dose.reasons[id]);

  function end() {
    const at = instantOf(over, zone, new Date());
    if (at === null) return setTried(true);
    const { body, left } = ended(at);
    if (left.length > 0) return setTried(true);
    onSave({ ...body, number: dose.number, key: crypto.randomUUID() });
    draft.clear();
  }

  return (
    <>
      {draft.leftAt && <DraftNotice at={draft.leftAt} zone={zone} onEmpty={draft.clear} />}
      <MomentField id="dose-over" label="The dose was over" value={over} onChange={(moment) => draft.set({ over: moment, reasons })} zone={zone} now={now} error={chosen === null ? "Enter a date and time that exist" : undefined} />
      {found.filter(({ overridable }) => !overridable).map(({ id, words }) => (
        <Notice key={id} tone="problem" live="status">
          {words}
        </Notice>
      ))}
      <ReasonFields problems={found.filter(({ overridable }) => overridable)} reasons={reasons} tried={tried} onChange={(given) => draft.set({ over, reasons: { ...reasons, ...given } })} />
      <div className={styles.actions}>
        <Button onClick={end}>Dose is over</Button>
        {open ? (
          <Button look="secondary" onClick={() => change({ interruptions: endedAt(new Date().toISOString()) })}>
            Goes on
          </Button>
        ) : (
          <Button look="secondary" onClick={() => change({ interruptions: [...dose.interruptions, { from: new Date().toISOString(), to: null, reason: "" }] })}>
            Interrupted
          </Button>
        )}
      </div>
    </>
  );
}
