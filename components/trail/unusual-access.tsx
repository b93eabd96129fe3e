"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { RowList } from "@/components/ui/row-list";
import { SaveProblem } from "@/components/ui/save-problem";
import { useSave } from "@/components/ui/use-save";
import type { UnusualLine } from "@/lib/schemas/trail";
import { limits } from "@/lib/trail/unusual";
import styles from "./trail.module.css";

/** Access worth a look, read when it is asked for. Nothing here says that anything wrong was done. */
export function UnusualAccess() {
  const [lines, setLines] = useState<readonly UnusualLine[] | null>(null);
  const look = useSave<undefined, UnusualLine[]>("POST", "/api/trail/unusual", setLines, { stays: true });
  return (
    <Card title="Unusual access">
      <p>
        In the last {limits.days} days: {limits.patientsAnHour} or more records within one hour, a record under one&apos;s own name or family name, a record opened in an emergency, {limits.denialsADay} or
        more refusals in one day. Each may have a good reason.
      </p>
      <div className={styles.actions}>
        <Button look="secondary" busy={look.busy} busyWords="Looking" onClick={() => look.run(undefined)}>
          {lines === null ? "List unusual access" : "Look again"}
        </Button>
      </div>
      <SaveProblem problem={look.problem} onAgain={() => look.run(undefined)} />
      <output className={styles.said}>{lines?.length === 0 && "Nothing unusual was found."}</output>
      {lines !== null && lines.length > 0 && (
        <RowList name="Unusual access" rows={lines.map(({ key, who, when, recordNumber, reason }) => ({ key, title: `${who}: ${reason}`, facts: [...(recordNumber === null ? [] : [`record ${recordNumber}`]), when] }))} />
      )}
    </Card>
  );
}
