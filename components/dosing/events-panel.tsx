import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Pill } from "@/components/ui/pill";
import { durationWords, onsetWords, outcomeWords, readyTerms, relationWords, severityWords } from "@/lib/course/dosing/events";
import type { EventBody } from "@/lib/schemas/dosing";
import type { EventView } from "@/lib/schemas/dosing-view";
import { Chips } from "./chips";
import { DraftNotice } from "@/components/begun/draft-notice";
import { EventForm } from "./event-form";
import { newEvent, storedEvent, type EventValues } from "./event-values";
import { clockTime } from "./moment";
import { useFormDraft } from "@/components/begun/use-form-draft";
import type { Keeper } from "@/components/begun/keeper";
import styles from "./room.module.css";

interface EventsPanelProps {
  sessionId: string;
  keeper: Keeper;
  events: readonly EventView[];
  startedAt: string | null;
  zone: string;
  now: Date;
  onSave: (id: string, body: Omit<EventBody, "sessionId">) => void;
}

export function EventsPanel({ sessionId, keeper, events, startedAt, zone, now, onSave }: EventsPanelProps) {
  const draft = useFormDraft<EventValues | null>(keeper, `${sessionId}/event`, null, newEvent("", now.toISOString(), zone));
  const open = draft.values;
  const begin = (term: string) => draft.set(newEvent(term, new Date().toISOString(), zone));
  return (
    <Card id="events" title="Events">
      <div className={styles.form}>
        {events.length > 0 && (
          <ul className={styles.events}>
            {events.map((event) => (
              <EventLine key={event.id} {...{ event, startedAt, zone, onSave }} onChange={() => draft.set(storedEvent(event, zone))} />
            ))}
          </ul>
        )}
        {open === null ? (
          <>
            <Chips words={readyTerms} prefix="Record" onChoose={begin} />
            <div>
              <Button look="secondary" onClick={() => begin("")}>
                Another event
              </Button>
            </div>
          </>
        ) : (
          <>
            {draft.leftAt && <DraftNotice at={draft.leftAt} zone={zone} onEmpty={draft.clear} />}
            <EventForm
              key={open.of?.id ?? open.pressedAt}
              values={open}
              zone={zone}
              now={now}
              onChange={(more) => draft.set({ ...open, ...more })}
              onSave={(id, body) => {
                onSave(id, body);
                draft.clear();
              }}
              onClose={draft.clear}
            />
          </>
        )}
      </div>
    </Card>
  );
}

function EventLine({ event, startedAt, zone, onSave, onChange }: Pick<EventsPanelProps, "startedAt" | "zone" | "onSave"> & { event: EventView; onChange: () => void }) {
  const { id, by: _, ...body } = event;
  void _;
  const [onset, end] = [new Date(event.onsetAt), event.endedAt ? new Date(event.endedAt) : null];
  const over = () => onSave(id, { ...body, act: "corrected", why: "It is over", endedAt: new Date().toISOString(), outcome: "resolved", key: crypto.randomUUID() });
  const facts = [
    startedAt ? onsetWords(onset, new Date(startedAt)) : clockTime(onset, zone),
    durationWords(onset, end), relationWords[event.relation], outcomeWords[event.outcome], event.action, event.by,
  ];
  return (
    <li>
      <p>
        <strong>{event.term}</strong> <Pill tone="event">{severityWords[event.severity].split(":")[0]}</Pill> {event.serious && <Pill tone="worse">Serious</Pill>}
        <span className={styles.line}>{facts.filter(Boolean).join(" · ")}</span>
      </p>
      <span className={styles.actions}>
        {end === null && (
          <Button look="secondary" aria-label={`Over now: ${event.term}`} onClick={over}>
            Over now
          </Button>
        )}
        <Button look="quiet" aria-label={`Change ${event.term}`} onClick={onChange}>
          Change
        </Button>
      </span>
    </li>
  );
}
