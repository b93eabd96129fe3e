"use client";

import { useCallback, useRef, useState, type ReactNode } from "react";
import { sessionHref } from "@/components/course/session-href";
import { SignInDialog } from "@/components/sign-in/sign-in-dialog";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { useFocusKept } from "@/components/ui/use-focus-kept";
import type { DosingSettings } from "@/lib/schemas/dosing-settings";
import type { Looked, RoomView } from "@/lib/schemas/dosing-view";
import { DosePanel } from "./dose-panel";
import { EventsPanel } from "./events-panel";
import { KeptBar } from "./kept-bar";
import { waitingOf, type KeptEntry } from "./kept-queue";
import { clockOffWords } from "./kept-words";
import { LeavingPanel } from "./leaving-panel";
import { LeavingSigned } from "./leaving-signed";
import { ReadingForm, type CadssForm } from "./reading-form";
import { mendReading, standing, type ReadingValues } from "./reading-values";
import { ReadingsTable } from "./readings-table";
import { RoomClock } from "./room-clock";
import { SetAside } from "./set-aside";
import { SymptomPanel } from "./symptom-panel";
import { useKept, type Keeper } from "./use-kept";
import { useLook } from "./use-look";
import { useNow } from "./use-now";
import { useStay } from "./use-stay";
import { withEntry, withKept } from "./with-kept";
import styles from "./room.module.css";

interface DosingRoomProps {
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
  const off = clockOffWords(aheadMs);
  const add = (kind: KeptEntry["kind"], subject: string, body: object) => kept.add({ kind, sessionId, subject, body: body as Record<string, unknown> });

  function whatIsFirst(): string | null {
    if (dose?.stoppedAt === null) return "Note first when the dose was over.";
    if (view.check === null) return "Answer the questions above first.";
    if (mine.length > 0) return "What waits on this device is sent first; then the leaving can be signed.";
    return trouble === null ? null : "The leaving is signed on the server: it takes a connection.";
  }

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
        entries={kept.state.entries.filter((entry) => entry.sessionId === sessionId)}
        zone={zone}
        onAgain={kept.again}
        onDiscard={kept.discard}
        onMend={({ id, body }) => {
          setMending({ id, values: mendReading(body, zone) });
          kept.discard(id);
        }}
        onTop={({ id, body }) => {
          kept.discard(id);
          add("dose", sessionId, { ...body, number: view.dose?.number ?? 0, key: crypto.randomUUID() });
        }}
      />
      {startedAt === null && <DosePanel {...{ view, settings, team, now }} me={me.name} onSave={(body) => add("dose", sessionId, body)} />}
      <Card id="reading" title={startedAt === null ? "Reading before the start" : "New reading"}>
        <ReadingForm key={mending?.id ?? "new"} {...{ startedAt, settings, cadss, zone, now }} readings={standing(view.readings)} {...(mending ? { initial: mending.values } : {})} onSave={(body) => add("reading", crypto.randomUUID(), { ...body, sessionId })} />
      </Card>
      <Card id="readings" title="Readings">
        <ReadingsTable readings={view.readings} startedAt={startedAt} limits={settings.limits} zone={zone} kept={new Set(mine.map(({ subject }) => subject))} mine={me.signs ? null : me.name} onVoid={(id, reason) => add("void", id, { reason })} />
      </Card>
      {startedAt !== null && <DosePanel {...{ view, settings, team, now }} me={me.name} onSave={(body) => add("dose", sessionId, body)} />}
      <EventsPanel events={view.events} {...{ startedAt, zone, now }} onSave={(id, body) => add("event", id, { ...body, sessionId })} />
      {startedAt !== null && (
        <Card id="leaving" title="End of the session">
          <div className={styles.form}>
            <SymptomPanel check={view.check} zone={zone} onSave={(body) => add("check", sessionId, body)} />
            {leaving && <LeavingSigned leaving={leaving} zone={zone} />}
            <Again when={leaving !== null} key={leaving?.number ?? 0}>
              {me.signs ? <LeavingPanel {...{ view, startedAt, now }} limits={settings.limits} email={me.email} first={whatIsFirst()} onSigned={again} /> : <p className={styles.soft}>A clinician of the patient’s team signs the leaving.</p>}
            </Again>
          </div>
        </Card>
      )}
      <KeptBar kept={kept} looking={trouble} onSignIn={() => setAsking(true)} />
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

/** A leaving that was signed can be signed anew; the earlier one is kept. */
function Again({ when, children }: { when: boolean; children: ReactNode }) {
  return when ? <Disclosure summary="Sign it again">{children}</Disclosure> : children;
}
