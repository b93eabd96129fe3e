// The caseload: one row for each of the viewer's patients, as the page and the search show it. The facts are read
// in one statement, the textbook says what they mean, and here they are put in order.
import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import type { CaseloadAsk, CaseloadPage, CaseloadRow } from "@/lib/schemas/caseload";
import { readFacts } from "./caseload-facts";
import { judged, type Judged } from "./caseload-row";

export const rowsPerPage = 25;

export async function readCaseload(viewer: Viewer, ask: CaseloadAsk): Promise<CaseloadPage> {
  const facts = await readFacts(viewer, ask.query);
  const now = new Date();
  const all = facts.map((patient) => judged(patient, viewer.organisation, now));
  const of = (filter: CaseloadAsk["filter"]) => all.filter(({ row }) => passes[filter](row));
  const found = of(ask.filter).sort(inOrder(ask));
  const pages = Math.max(1, Math.ceil(found.length / rowsPerPage));
  const page = Math.min(ask.page, pages);
  return {
    rows: found.slice((page - 1) * rowsPerPage, page * rowsPerPage).map(({ row }) => row),
    found: found.length,
    page,
    pages,
    counts: { all: all.length, due: of("due").length, overdue: of("overdue").length, attention: of("attention").length },
  };
}

const passes: Record<CaseloadAsk["filter"], (row: CaseloadRow) => boolean> = {
  all: () => true,
  due: (row) => row.dueToday,
  overdue: (row) => row.overdue !== null,
  attention: (row) => row.attention.length > 0,
};

// An open safety prompt stands first, whatever the order. Rows without the value sorted by come last, whichever way it
// is sorted; names settle what is equal.
function inOrder(ask: CaseloadAsk): (a: Judged, b: Judged) => number {
  const chosen = byChosen(ask);
  const calls = ({ row }: Judged) => Number(row.attention[0]?.id === "safety");
  return (a, b) => calls(b) - calls(a) || chosen(a, b);
}

function byChosen({ sort, direction }: CaseloadAsk): (a: Judged, b: Judged) => number {
  const value: Record<CaseloadAsk["sort"], (judged: Judged) => string | number | null> = {
    name: () => null,
    latest: ({ row }) => row.latest?.total ?? null,
    change: ({ row }) => row.change?.points ?? null,
    due: ({ dueDay }) => dueDay,
    day: ({ row }) => row.day,
  };
  const turn = direction === "asc" ? 1 : -1;
  const byName = (a: Judged, b: Judged) => names.compare(a.row.name, b.row.name) || (a.row.recordNumber < b.row.recordNumber ? -1 : 1);
  if (sort === "name") return (a, b) => turn * byName(a, b);
  return (a, b) => {
    const [x, y] = [value[sort](a), value[sort](b)];
    if (x === null || y === null) return x === y ? byName(a, b) : x === null ? 1 : -1;
    return x === y ? byName(a, b) : turn * (x < y ? -1 : 1);
  };
}

const names = new Intl.Collator("en");
