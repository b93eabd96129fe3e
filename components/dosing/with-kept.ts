// The dosing session as the server last told it, with what this device has recorded and the server does not have yet.
// The same step is taken once more when an entry has arrived, until the next look brings it from the server.
import type { CheckBody, DoseBody, EventBody, ReadingBody } from "@/lib/schemas/dosing";
import type { BoardRow, ReadingView, RoomView } from "@/lib/schemas/dosing-view";
import { computedMg } from "./dose-values";
import type { KeptEntry } from "./kept-queue";

/** Entries of other sessions, and those set aside, change nothing. */
export function withKept(view: RoomView, entries: readonly KeptEntry[], by: string): RoomView {
  return entries.filter(({ refused, sessionId }) => refused === undefined && sessionId === view.session.id).reduce((so, entry) => withEntry(so, entry, by), view);
}

export function withEntry(view: RoomView, entry: KeptEntry, by: string): RoomView {
  const at = new Date(entry.sequence).toISOString();
  switch (entry.kind) {
    case "reading":
      return { ...view, readings: withReading(view.readings, entry.subject, entry.body as unknown as ReadingBody, by) };
    case "void": {
      const { reason } = entry.body as { reason: string };
      return { ...view, readings: view.readings.map((reading) => (reading.id === entry.subject ? { ...reading, voided: reading.voided ?? { reason, by } } : reading)) };
    }
    case "dose": {
      const { key: _, ...given } = entry.body as unknown as Required<DoseBody>;
      void _;
      if ((view.dose?.number ?? 0) > given.number) return view;
      return { ...view, dose: { ...given, number: given.number + 1, computedMg: computedMg(given), by, at } };
    }
    case "event": {
      const { key: _, sessionId: __, why: ___, ...given } = entry.body as unknown as Required<EventBody>;
      void [_, __, ___];
      const known = view.events.find(({ id }) => id === entry.subject);
      if ((known?.number ?? 0) > given.number) return view;
      const others = view.events.filter(({ id }) => id !== entry.subject);
      return { ...view, events: given.act === "voided" ? others : [...others, { ...given, id: entry.subject, number: given.number + 1, by }].toSorted((a, b) => (a.onsetAt < b.onsetAt ? -1 : 1)) };
    }
    case "check": {
      const { key: _, ...given } = entry.body as unknown as Required<CheckBody>;
      void _;
      if ((view.check?.number ?? 0) > given.number) return view;
      return { ...view, check: { ...given, number: given.number + 1, by, at } };
    }
  }
}

/** The board with the readings that still wait on this device, so that no kept reading counts as late. */
export function boardWithKept(rows: readonly BoardRow[], entries: readonly KeptEntry[]): BoardRow[] {
  return rows.map((row) => {
    const own = entries.filter(({ kind, refused, sessionId }) => kind === "reading" && refused === undefined && sessionId === row.session.id);
    const readings = own.reduce((so, { subject, body }) => withReading(so, subject, body as unknown as ReadingBody, ""), row.readings as ReadingView[]);
    const started = entries.findLast(({ kind, refused, sessionId }) => kind === "dose" && refused === undefined && sessionId === row.session.id)?.body as unknown as DoseBody | undefined;
    return { ...row, readings, startedAt: started?.startedAt ?? row.startedAt, stoppedAt: started?.stoppedAt ?? row.stoppedAt };
  });
}

function withReading(readings: readonly ReadingView[], id: string, body: ReadingBody, by: string): ReadingView[] {
  if (readings.some((reading) => reading.id === id)) return [...readings];
  const { systolic, diastolic, pulse, spo2, sedation, dissociation, at, cadss, done = "" } = body;
  const reading = { id, at, systolic, diastolic, pulse, spo2, sedation, dissociation, cadss, done, by, voided: null };
  return [...readings, reading].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1));
}
