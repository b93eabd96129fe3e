"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { DataTable } from "@/components/ui/data-table";
import { OCCASIONS, occasionWords, type MeasurePlan } from "@/lib/course/measure-plan";
import { marked, movedUp, ordered, rowsOf } from "./plan-rows";
import styles from "./plan-grid.module.css";

interface PlanGridProps {
  /** Names the schedule for those who cannot see where it stands. */
  caption: string;
  plan: MeasurePlan;
  /** The measures that are recorded here; others stay only if the plan already has them. */
  measures: readonly { id: string; short: string }[];
  /** What a measure is called that is not recorded here. */
  nameOf: (id: string) => string;
  onChange: (plan: MeasurePlan) => void;
}

/** Which measures when, as a trial's schedule of assessments shows it. The rows' order is the order of entry. */
export function PlanGrid({ caption, plan, measures, nameOf, onChange }: PlanGridProps) {
  const offered = measures.map(({ id }) => id);
  const [order, setOrder] = useState(() => rowsOf(plan, offered));
  const rows = order.concat(offered.filter((id) => !order.includes(id)));
  const inPlan = OCCASIONS.flatMap((occasion) => plan[occasion]);
  const shown = rows.filter((id) => offered.includes(id) || inPlan.includes(id));

  function moveUp(id: string) {
    const next = movedUp(shown, id);
    setOrder(next);
    onChange(ordered(plan, next));
  }

  return (
    <DataTable caption={caption}>
      <thead className={styles.grid}>
        <tr>
          <th scope="col">Measure</th>
          {OCCASIONS.map((occasion) => (
            <th key={occasion} scope="col">
              {occasionWords[occasion]}
            </th>
          ))}
          <th scope="col">Order of entry</th>
        </tr>
      </thead>
      <tbody className={styles.grid}>
        {shown.map((id, place) => (
          <tr key={id}>
            <th scope="row">
              <span className={styles.row}>
                {nameOf(id)}
                {!offered.includes(id) && <span className={styles.note}>not recorded here, left out</span>}
              </span>
            </th>
            {OCCASIONS.map((occasion) => (
              <td key={occasion}>
                <Checkbox
                  label={<span className="visually-hidden">{`${nameOf(id)}, ${occasionWords[occasion]}`}</span>}
                  checked={plan[occasion].includes(id)}
                  onChange={(event) => onChange(marked(plan, occasion, id, event.target.checked, shown))}
                />
              </td>
            ))}
            <td>
              {place > 0 && (
                <Button look="quiet" aria-label={`Move ${nameOf(id)} up`} onClick={() => moveUp(id)}>
                  ↑ Up
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
