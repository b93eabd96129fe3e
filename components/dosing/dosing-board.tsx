"use client";

import { useCallback, useState } from "react";
import { SignInDialog } from "@/components/sign-in/sign-in-dialog";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import type { DosingSettings } from "@/lib/schemas/dosing-settings";
import type { BoardRow, Looked } from "@/lib/schemas/dosing-view";
import { boardOf, lateOnes } from "./board-order";
import { BoardInRoom } from "./board-in-room";
import { BoardLine } from "./board-line";
import { BoardReading } from "./board-reading";
import { KeptBar } from "./kept-bar";
import { clockOffWords } from "./kept-words";
import { keptOf, type KeptEntry } from "./kept-queue";
import type { CadssForm } from "./reading-form";
import type { Keeper } from "@/components/begun/keeper";
import { useKept } from "./use-kept";
import { useLook } from "./use-look";
import { useNow } from "./use-now";
import { useSound } from "./use-sound";
import { useStay } from "./use-stay";
import { boardWithKept } from "./with-kept";
import styles from "./board.module.css";

export interface DosingBoardProps {
  first: Looked<BoardRow[]> & { view: BoardRow[] };
  settings: DosingSettings;
  cadss: readonly CadssForm[];
  today: string;
  zone: string;
  email: string;
  keeper: Keeper;
}

/** Everybody who has a dose today, on one board: the reading that is late stands on top. */
export function DosingBoard({ first, settings, cadss, today, zone, email, keeper }: DosingBoardProps) {
  const now = useNow(first.now);
  const { view, amend, trouble, aheadMs, again } = useLook("/api/room/look", first);
  const kept = useKept(keeper, useCallback((entry: KeptEntry) => amend((rows) => boardWithKept(rows, [entry])), [amend]), trouble === null);
  const [asking, setAsking] = useState(false);
  const [reading, setReading] = useState<string | null>(null);
  useStay(kept, trouble);
  const rows = boardWithKept(view, kept.state.entries);
  const board = boardOf(rows, settings.minutes, now);
  const sound = useSound(lateOnes(board).join(","), settings.sound);
  const off = clockOffWords(aheadMs);
  return (
    <>
      <PageHead title="Dosing room" facts={[today]} actions={
          <div className="screen-only">
            <Checkbox label="Sound for a late reading, on this device" checked={sound.on} onChange={(event) => sound.set(event.target.checked)} />
          </div>
        } />
      {off && (
        <Notice tone="warning" live="status" title="Check the clock.">
          {off}
        </Notice>
      )}
      <Card title={`In the room (${board.inRoom.length})`}>
        {board.inRoom.length === 0 ? (
          <p className={styles.none}>Nobody just now.</p>
        ) : (
          <ul className={styles.list}>
            {board.inRoom.map((each) => (
              <BoardInRoom key={each.row.session.id} {...each} kept={keptOf(kept.state, each.row.session.id)} offline={trouble === "offline"} now={now} limits={settings.limits} onRead={() => setReading(each.row.session.id)} />
            ))}
          </ul>
        )}
      </Card>
      <Card title={`Expected (${board.expected.length})`}>
        {board.expected.length === 0 ? (
          <p className={styles.none}>No other dose is planned today.</p>
        ) : (
          <ul className={styles.list}>
            {board.expected.map((row) => (
              <BoardLine key={row.session.id} row={row} zone={zone} offline={trouble === "offline"} />
            ))}
          </ul>
        )}
      </Card>
      {board.gone.length > 0 && (
        <Card title={`Over for today (${board.gone.length})`}>
          <ul className={styles.list}>
            {board.gone.map((row) => (
              <BoardLine key={row.session.id} row={row} zone={zone} offline={trouble === "offline"} />
            ))}
          </ul>
        </Card>
      )}
      <BoardReading
        row={rows.find(({ session }) => session.id === reading) ?? null}
        {...{ settings, cadss, zone, now, keeper }}
        onSave={(body) => {
          if (reading !== null) kept.add({ kind: "reading", sessionId: reading, subject: crypto.randomUUID(), body: { ...body, sessionId: reading } });
          setReading(null);
        }}
        onClose={() => setReading(null)}
      />
      <KeptBar kept={kept} refused={false} looking={trouble} onSignIn={() => setAsking(true)} />
      <SignInDialog
        open={asking}
        email={email}
        onClose={() => setAsking(false)}
        onSignedIn={() => {
          setAsking(false);
          kept.retry();
          again();
        }}
      />
    </>
  );
}
