"use client";

import { useCallback, useRef, useState } from "react";
import { sessionHref } from "@/components/course/session-href";
import { SignInDialog } from "@/components/sign-in/sign-in-dialog";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { useFocusKept } from "@/components/ui/use-focus-kept";
import type { DosingSettings } from "@/lib/schemas/dosing-settings";
import type { Looked, RoomView } from "@/lib/schemas/dosing-view";
import { DosePanel } from "./dose-panel";
import { EventsPanel } from "./events-panel";
import { Folded } from "./folded";
import { KeptBar } from "./kept-bar";
import { waitingOf, type KeptEntry } from "./kept-queue";
import { clockOffWords } from "./kept-words";
import { ReadingForm, type CadssForm } from "./reading-form";
import { mendReading, standing, type ReadingValues } from "./reading-values";
import { ReadingsTable } from "./readings-table";
import { RoomClock } from "./room-clock";
import { SessionEnd } from "./session-end";
import { SetAside } from "./set-aside";
import type { Keeper } from "@/components/begun/keeper";
import { useKept } from "./use-kept";
import { useLook } from "./use-look";
import { useNow } from "./use-now";
import { useStay } from "./use-stay";
import { withEntry, withKept } from "./with-kept";
import styles from "./room.module.css";

export interface DosingRoomProps {
  first: Looked<RoomView> & { view: RoomView };
  settings: DosingSettings;
  cadss: readonly CadssForm[];
  team: readonly string[];
  /** `signs`: voids what others read, and signs the leaving. */
  me: { name: string; email: string; signs: boolean };
  keeper: Keeper;
}

/** One dosing session, from the preparation to the leaving. What is recorded here goes through one queue (kept-queue.ts). */
export function DosingRoom({ first, settings, cadss, team, me, keeper }: DosingRoomProps) {
  const sessionId = first.view.session.id;
  const now = useNow(first.now);
  const { view: told, amend, trouble, aheadMs, again } = useLook(`/api/dosing/${sessionId}/look`, first);
  const arrived = useCallback((entry: KeptEntry) => entry.sessionId === sessionId && amend((so) => withEntry(so, entry, me.name)), [amend, sessionId, me.name]);
  const kept = useKept(keeper, arrived, trouble === null);
  const [asking, setAsking] = useState(false);
  const [mending, setMending] = useState<{ id: string; values: ReadingValues } | null>(null);
  const waiting = waitingOf(kept.state);
  useStay(kept, trouble);
  const frame = useRef<HTMLDivElement>(null);
  useFocusKept(frame);

  const view = withKept(told, kept.state.entries, me.name);
  const { course, dose, leaving } = view;
  const zone = course.timeZone;
  const startedAt = dose?.startedAt ?? null;
  const mine = waiting.filter((entry) => entry.sessionId === sessionId);
  const aside = kept.state.entries.filter((entry) => entry.sessionId === sessionId && entry.refused !== undefined);
  const off = clockOffWords(aheadMs);
  const add = (kind: KeptEntry["kind"], subject: string, body: object) => kept.add({ kind, sessionId, subject, body: body as Record<string, unknown> });

  return (
    <div ref={frame} className={styles.room}>
      <RoomClock view={view} minutes={settings.minutes} now={now} />
      {off && (
        <Notice tone="warning" live="status" title="Check the clock.">
          {off}
        </Notice>
      )}
      {view.symptoms && leaving === null && (
        <Notice tone="warning" action={<LinkButton look="secondary" href={sessionHref(`/patients/${view.patient.id}`, view.symptoms)}>Read it</LinkButton>}>
          {view.symptoms.words}
        </Notice>
      )}
      <SetAside
        entries={aside}
        zone={zone}
        onAgain={kept.again}
        onDiscard={kept.discard}
        onMend={({ id, body }) => {
          setMending({ id, values: mendReading(body, zone) });
          kept.discard(id);
        }}
        onChosen={({ id, kind, subject }, body) => {
          kept.discard(id);
          add(kind, subject, { ...body, key: crypto.randomUUID() });
        }}
      />
      <Card id="reading" title={startedAt === null ? "Reading before the start" : "New reading"}>
        <Folded when={startedAt === null && standing(view.readings).length > 0} summary="Another reading before the start">
          <ReadingForm key={mending?.id ?? "new"} {...{ sessionId, keeper, startedAt, settings, cadss, zone, now }} readings={standing(view.readings)} {...(mending ? { initial: mending.values } : {})} onSave={(body) => add("reading", crypto.randomUUID(), { ...body, sessionId })} />
        </Folded>
      </Card>
      <Card id="readings" title="Readings">
        <ReadingsTable {...{ sessionId, keeper }} readings={view.readings} startedAt={startedAt} limits={settings.limits} zone={zone} kept={new Set(mine.map(({ subject }) => subject))} mine={me.signs ? null : me.name} onVoid={(id, reason) => add("void", id, { reason })} />
      </Card>
      <DosePanel {...{ view, settings, team, now, keeper }} me={me.name} onSave={(body) => add("dose", sessionId, body)} />
      <EventsPanel events={view.events} {...{ sessionId, keeper, startedAt, zone, now }} onSave={(id, body) => add("event", id, { ...body, sessionId })} />
      {startedAt !== null && (
        <SessionEnd {...{ view, keeper, startedAt, now }} limits={settings.limits} email={me.email} signs={me.signs} waiting={mine.length} reached={trouble === null} onCheck={(body) => add("check", sessionId, body)} onSigned={again} />
      )}
      <KeptBar kept={kept} refused={aside.length > 0} looking={trouble} onSignIn={() => setAsking(true)} />
      <SignInDialog
        open={asking}
        email={me.email}
        onClose={() => setAsking(false)}
        onSignedIn={() => {
          setAsking(false);
          kept.retry();
          again();
        }}
      />
    </div>
  );
}
