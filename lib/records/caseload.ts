// The caseload: one row for each of the viewer's patients, as the page and the search show it. The facts are read
// in one statement, the textbook says what they mean, and here they are put in order.
import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { judge } from "@/lib/change/judge";
import type { Rule } from "@/lib/change/rule";
import { ruleFor } from "@/lib/change/rules";
import { judgementLabel, verdictTone } from "@/lib/change/verdict-words";
import { isAfter, reference, type Reference } from "@/lib/course/baseline";
import { calendarDay, localDay } from "@/lib/course/calendar";
import { courseWords } from "@/lib/course/course";
import { dayOfCourse } from "@/lib/course/day-of-course";
import { due, type Due } from "@/lib/course/due";
import { dueName } from "@/lib/course/due-words";
import { planFor } from "@/lib/course/measure-plan";
import { timeZero } from "@/lib/course/time-zero";
import { byTime } from "@/lib/course/windows";
import { dayInWords, weekdayInWords } from "@/lib/dates";
import { pcl5 } from "@/lib/measures/pcl-5/definition";
import { CUT_FROM } from "@/lib/measures/pcl-5/provisional";
import type { CaseloadAsk, CaseloadPage, CaseloadRow } from "@/lib/schemas/caseload";
import { readFacts, type Facts } from "./caseload-facts";
import { fullName } from "./patients";
import { audit, inScope } from "./scope";

export const rowsPerPage = 25;


interface Judged {
  row: CaseloadRow;
  dueDay: string | null;
}

export async function readCaseload(viewer: Viewer, ask: CaseloadAsk): Promise<CaseloadPage> {
  const facts = await readFacts(viewer, ask.query);
  await inScope(viewer, (tx) => audit(tx, viewer, ask.query === "" ? "listed" : "searched", { subject: "caseload" }));
  const now = new Date();
  const rule = ruleFor(pcl5.id, viewer.organisation.settings);
  const all = facts.map((patient) => rowOf(patient, viewer.organisation, rule, now));
  const of = (filter: CaseloadAsk["filter"]) => all.filter(({ row }) => passes[filter](row));
  const found = of(ask.filter).sort(inOrder(ask));
  const pages = Math.max(1, Math.ceil(found.length / rowsPerPage));
  const page = Math.min(ask.page, pages);
  return {
    rows: found.slice((page - 1) * rowsPerPage, page * rowsPerPage).map(({ row }) => row),
    found: found.length,
    page,
    pages,
    counts: { all: all.length, due: of("due").length, overdue: of("overdue").length, worse: of("worse").length },
  };
}

const passes: Record<CaseloadAsk["filter"], (row: CaseloadRow) => boolean> = {
  all: () => true,
  due: (row) => row.dueToday,
  overdue: (row) => row.overdue !== null,
  worse: (row) => row.change?.tone === "worse",
};

function rowOf(facts: Facts, clinic: Viewer["organisation"], rule: Rule | null, now: Date): Judged {
  const { course, sessions, drafts, baselines } = facts;
  const draft = drafts[0];
  const scores = facts.scores.filter(({ measure }) => measure === pcl5.id);
  const zone = course?.timeZone ?? clinic.timeZone;
  const plan = planFor(course?.measurePlan ?? null, clinic.settings);
  const today = calendarDay(now, zone);
  const t0 = timeZero(sessions)?.at ?? null;
  const inTime = scores.toSorted(byTime);
  const latest = inTime.at(-1) ?? null;
  const line = latest === null ? [] : inTime.filter(({ measure, recall }) => measure === latest.measure && recall === latest.recall);
  const chosen = baselines.find(({ measure, recall }) => measure === latest?.measure && recall === latest.recall)?.assessmentId ?? undefined;
  const expected = course && due({ course, sessions, scored: facts.scores, plan, today, now });
  const row: CaseloadRow = {
    id: facts.id,
    name: fullName(facts),
    recordNumber: facts.recordNumber,
    course: course && courseWords(course),
    ...(course ? dayOfCourse(course, t0, today) : { day: null, of: null }),
    latest: latest && { total: latest.total, recall: latest.recall, date: dayInWords(calendarDay(latest.at, zone)) },
    change: latest && changeOf(reference(line, t0, zone, chosen), latest, rule),
    spark: line.map(({ at, total }) => [localDay(at, line[0]?.at ?? at, zone), total]),
    cut: CUT_FROM,
    next: nextWords(expected, today),
    dueToday: expected?.dueToday ?? false,
    overdue: expected?.overdue ? `${dueName(expected.overdue)}, ${expected.overdue.days} ${expected.overdue.days === 1 ? "day" : "days"}` : null,
    draft: draft ? `${draft.answered} of ${draft.of}, continue` : null,
  };
  return { row, dueDay: expected?.overdue?.dueDay ?? expected?.next?.dueDay ?? null };
}

function changeOf(since: Reference<Facts["scores"][number]> | null, latest: Facts["scores"][number], rule: Rule | null): CaseloadRow["change"] {
  if (since === null || rule === null || !isAfter(latest, since) || !rule.recalls.includes(latest.recall)) return null;
  const judgement = judge(rule, { from: since.assessment.total, to: latest.total });
  const { change, verdict } = judgement;
  const tone = verdictTone[verdict];
  return { points: change, since: since.kind, verdict, words: judgementLabel(judgement, rule), tone: tone === "neutral" ? "plain" : tone };
}

function nextWords(expected: Due | null, today: string): string | null {
  if (!expected?.next) return null;
  const { dueDay } = expected.next;
  return `${dueName(expected.next)} · ${dueDay === today ? "today" : weekdayInWords(dueDay)}`;
}

// Rows without the value sorted by come last, whichever way it is sorted; names settle what is equal.
function inOrder({ sort, direction }: CaseloadAsk): (a: Judged, b: Judged) => number {
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
