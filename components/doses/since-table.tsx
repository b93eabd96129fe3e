import Link from "next/link";
import { DataTable } from "@/components/ui/data-table";
import { Pill } from "@/components/ui/pill";
import { signed } from "@/lib/change/signed";
import styles from "./since-table.module.css";
import type { SinceCell, SinceRow, SinceView } from "./since-view";

interface SinceTableProps {
  view: SinceView;
  base: string;
  shown: number | null;
  onShow: (number: number) => void;
}

/** The chart's twin: a row for each dose, the mean below. */
export function SinceTable({ view, base, shown, onShow }: SinceTableProps) {
  return (
    <div className={styles.twin}>
      <DataTable caption={`${view.short}, ${view.recall}, since each dose: total and change from the score before it`}>
        <thead>
          <tr>
            <th scope="col">Dose</th>
            <th scope="col" data-number>
              Before
            </th>
            {view.offsets.map((name) => (
              <th key={name} scope="col" data-number>
                {name}
              </th>
            ))}
            <th scope="col">
              Held until the next{" "}
              <Link prefetch={false} href="/how-it-counts#held">
                how counted
              </Link>
            </th>
          </tr>
        </thead>
        <tbody>
          {view.rows.map((row) => (
            <tr key={row.id} data-shown={row.number === shown || undefined} onPointerEnter={() => onShow(row.number)} onFocus={() => onShow(row.number)}>
              <th scope="row">
                <Link prefetch={false} href={`${base}/doses/${row.id}`}>
                  Dose {row.number}
                </Link>
                <small>{[row.date, row.amount].filter(Boolean).join(", ")}</small>
              </th>
              <td data-number>{row.before ?? "–"}</td>
              {row.cells.map((cell, index) => (
                <td key={view.offsets[index]} data-number>
                  {cell === null ? "–" : <Found cell={cell} />}
                </td>
              ))}
              <td className={styles.held}>
                <Held row={row} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              Mean change
            </th>
            {view.averages.map(({ offset, n, mean }) => (
              <td key={offset} data-number>
                {mean === null ? (
                  "–"
                ) : (
                  <>
                    <strong>{signed(mean, 1)}</strong>
                    <small>{n === 1 ? "1 dose" : `${n} doses`}</small>
                  </>
                )}
              </td>
            ))}
            <td>–</td>
          </tr>
        </tfoot>
      </DataTable>
    </div>
  );
}

function Found({ cell }: { cell: SinceCell }) {
  return (
    <>
      <strong>{cell.change ?? cell.total}</strong>
      <small>{cell.change === null ? "not counted" : `to ${cell.total}`}</small>
      {cell.overlap !== null && (
        <Pill tone="dose">{cell.overlap}</Pill>
      )}
    </>
  );
}

function Held({ row }: { row: SinceRow }) {
  return (
    <>
      {row.share !== null && (
        <svg width="100%" height={6} className={styles.bar} aria-hidden="true">
          <rect width="100%" height={6} rx={3} />
          <rect width={`${row.share * 100}%`} height={6} rx={3} className={styles.share} />
        </svg>
      )}
      {row.held}
    </>
  );
}
