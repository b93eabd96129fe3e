import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Pill } from "@/components/ui/pill";
import { durationWords, onsetWords, outcomeWords, readyTerms, relationWords, severityWords } from "@/lib/course/dosing/events";
import type { EventBody } from "@/lib/schemas/dosing";
import type { EventView } from "@/lib/schemas/dosing-view";
import { Chips } from "./chips";
import { EventForm } from "./event-form";
import { clockTime } from "./moment";
import styles from "./room.module.css";

interface EventsPanelProps {
  events: readonly EventView[];
  startedAt: string | null;
  zone: string;
  now: Date;
  onSave: (id: string, body: Omit<EventBody, "sessionId">) => void;
}

/** Begun by a term's tap, which is also its onset until another time is given. */
type Open = { event: EventView } | { term: string; pressedAt: string } | null;

export function EventsPanel({ events, startedAt, zone, now, onSave }: EventsPanelProps) {
  const [open, setOpen] = useState<Open>(null);
  const begin = (term: string) => setOpen({ term, pressedAt: new Date().toISOString() });
  return (
    <Card id="events" title="Events">
      <div className={styles.form}>
        {events.length > 0 && (
          <ul className={styles.events}>
            {events.map((event) => (
              <EventLine key={event.id} {...{ event, startedAt, zone, onSave }} onChange={() => setOpen({ event })} />
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
          <EventForm
            key={"event" in open ? open.event.id : open.pressedAt}
            event={"event" in open ? open.event : null}
            term={"event" in open ? open.event.term : open.term}
            pressedAt={"event" in open ? open.event.onsetAt : open.pressedAt}
            zone={zone}
            now={now}
            onSave={(id, body) => {
              onSave(id, body);
              setOpen(null);
            }}
            onClose={() => setOpen(null)}
          />
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
