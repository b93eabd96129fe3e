// The patients a caseload has to show, each recognised by what the rows say, not by what the story claims.
import { describe, expect, test } from "vitest";
import { calendarDay, localDay } from "../../lib/course/calendar";
import { STARTING_SUDDEN, suddenChanges } from "../../lib/change/sudden-gains";
import { clinic, demoPeople, teamId } from "./people";
import { clinicRows } from "./rows";

const now = new Date("2026-11-23T15:00:00Z");
const rows = clinicRows({
  passwordHashes: Object.fromEntries(demoPeople.map(({ email }) => [email, "hash"])),
  now,
});

type Row<Table extends "sessions" | "assessments"> = (typeof rows)[Table][number];

interface Case {
  name: string;
  course: (typeof rows.courses)[number] | undefined;
  sessions: Row<"sessions">[];
  /** PCL-5. */
  forms: Row<"assessments">[];
  /** Of the other measures. */
  others: Row<"assessments">[];
  prompts: (typeof rows.prompts)[number][];
  /** Past-week totals with their day, counted from the first dose, else the first therapy session. */
  weeks: { day: number; total: number }[];
}

const cases = rows.patients.map((patient): Case => {
  const sessions = rows.sessions.filter((row) => row.patientId === patient.id);
  const ofPatient = rows.assessments.filter((row) => row.patientId === patient.id);
  const forms = ofPatient.filter((row) => row.measure === "pcl-5");
  const done = sessions
    .filter((session) => session.status === "done")
    .toSorted((a, b) => +new Date(a.at) - +new Date(b.at));
  const start =
    done.find((session) => session.kind === "dose") ?? done.find((session) => session.kind === "therapy");
  const weeks = forms.flatMap(({ recall, total, voidedAt, answeredAt }) =>
    recall === "week" && total != null && voidedAt === null && start !== undefined
      ? [{ day: localDay(new Date(answeredAt), new Date(start.at), clinic.timeZone), total }]
      : [],
  );
  return {
    name: patient.familyName,
    course: rows.courses.find((row) => row.patientId === patient.id),
    sessions,
    forms,
    others: ofPatient.filter((row) => row.measure !== "pcl-5"),
    prompts: rows.prompts.filter((row) => row.patientId === patient.id),
    weeks,
  };
});

const first = ({ weeks }: Case) => weeks[0]?.total ?? Number.NaN;
const last = ({ weeks }: Case) => weeks.at(-1)?.total ?? Number.NaN;
const on = ({ weeks }: Case, day: number) => weeks.find((form) => form.day === day)?.total ?? Number.NaN;
const alone = ({ course }: Case, therapy: string) =>
  course?.therapy === therapy && course.medicine === "none";
const daysOf = ({ sessions }: Case, kind: string) => {
  const own = sessions.filter((session) => session.kind === kind);
  const start = sessions.find((session) => session.kind === "dose");
  return own.map((session) =>
    localDay(new Date(session.at), new Date((start ?? own[0]!).at), clinic.timeZone),
  );
};

const ratingsOf = (row: Row<"assessments">) => row.ratings as (number | null)[];
const gainsOf = ({ weeks }: Case) =>
  suddenChanges(weeks.map(({ day, total }) => ({ id: String(day), at: new Date(day * 86_400_000), total })), STARTING_SUDDEN);

const wanted: Record<string, (one: Case) => boolean> = {
  "recovers: 62 to 29, 50 the day after": (one) => first(one) === 62 && on(one, 1) === 50 && last(one) === 29,
  "late responder: nothing in four weeks, then 20 or more": (one) =>
    one.weeks.filter(({ day }) => day <= 28).every(({ total }) => Math.abs(total - first(one)) < 5) &&
    last(one) <= first(one) - 20,
  "early drop, lost between doses": (one) =>
    on(one, 1) <= first(one) - 15 &&
    on(one, 7) >= first(one) - 5 &&
    on(one, 15) <= on(one, 14) - 10 &&
    on(one, 21) >= on(one, 15) + 10,
  "worsens by 15": (one) => last(one) - first(one) >= 15,
  "no change over four weeks": (one) =>
    one.weeks.length >= 5 &&
    first(one) < 80 &&
    first(one) > 0 &&
    one.weeks.every(({ total }) => Math.abs(total - first(one)) < 5),
  "one visit only, the rest missed": ({ forms, sessions }) =>
    forms.length === 1 &&
    sessions.filter((session) => session.status === "missed").length >= 2 &&
    sessions.filter((session) => session.status === "done").length === 1,
  "a gap of more than two weeks, with sessions missed": ({ weeks, sessions }) =>
    weeks.some(({ day }, index) => day - (weeks[index - 1]?.day ?? day) > 14) &&
    sessions.filter((session) => session.status === "missed").length >= 2,
  "an incomplete form, 17 of 20": ({ forms }) =>
    forms.some(
      ({ ratings, total }) =>
        total === null && (ratings as unknown[]).filter((rating) => rating !== null).length === 17,
    ),
  "all zeros": ({ forms }) => forms.length > 1 && forms.every(({ total }) => total === 0),
  "all fours": ({ forms }) => forms.length > 1 && forms.every(({ total }) => total === 80),
  "the window switch: month, then week without a baseline": ({ forms, weeks }) =>
    forms[0]?.recall === "month" && weeks.length > 1 && weeks.every(({ day }) => day > 0),
  "eight weeks of nasal esketamine with therapy the day after": (one) =>
    one.course?.medicine === "esketamine" &&
    one.course.plannedWeeks === 8 &&
    one.weeks.some(({ day }) => day > 40) &&
    daysOf(one, "therapy").every((day) => daysOf(one, "dose").includes(day - 1)),
  "prolonged exposure alone": (one) => alone(one, "pe") && one.weeks.length > 3,
  "cognitive processing therapy alone": (one) => alone(one, "cpt") && last(one) < first(one) - 15,
  "just starting: nothing recorded, the first dose in two days": ({ course, forms, sessions }) =>
    forms.length === 0 &&
    course !== undefined &&
    calendarDay(new Date(sessions[0]!.at), clinic.timeZone) === "2026-11-25",
  "a corrected form": ({ forms }) =>
    forms.some(({ revision, voidedAt }) => revision === 2 && voidedAt === null),
  "a voided form, with the right one beside it": ({ forms }) => {
    const voided = forms.find((form) => form.voidedAt !== null);
    return forms.some((form) => form.voidedAt === null && form.sessionId === voided?.sessionId);
  },
  "a long name with diacritics": ({ name }) => name.length > 40 && name.normalize("NFD") !== name,
  "a finished course, followed up for two months and more": ({ course, forms }) =>
    course?.endedAt != null &&
    forms.some(({ answeredAt }) => +new Date(answeredAt) - +new Date(course.endedAt!) > 60 * 86_400_000),
  "no course yet": ({ course }) => course === undefined,
  "stopped coming: sessions missed and cancelled, the last form two weeks old": ({
    sessions,
    weeks,
    forms,
  }) =>
    sessions.some(({ status }) => status === "cancelled") &&
    weeks.length > 1 &&
    forms.every(({ answeredAt }) => +now - +new Date(answeredAt) > 14 * 86_400_000),
  "depression, anxiety, alcohol, function and an interview beside the PCL-5, by a plan of its own": ({ others, course }) =>
    ["phq-9", "gad-7", "audit-c", "b-ipf", "caps-5"].every((id) => others.some(({ measure }) => measure === id)) &&
    course?.measurePlan != null,
  "an answer above 0 to item 9, and a prompt nobody has answered": ({ others, prompts }) =>
    others.some((row) => row.measure === "phq-9" && (ratingsOf(row)[8] ?? 0) > 0) &&
    prompts.some(({ acknowledgedAt }) => acknowledgedAt === null),
  "one acknowledged with what was done, and a screener's result": ({ others, prompts }) =>
    others.some(({ measure }) => measure === "c-ssrs") && prompts.length > 0 && prompts.every(({ done }) => done != null),
  "a PHQ-9 scored with one answer missing, by its published rule": ({ others }) =>
    others.some((row) => row.measure === "phq-9" && row.total !== null && ratingsOf(row).slice(0, 9).includes(null)),
  "a screen with its gate": ({ others }) => others.some(({ measure, ratings }) => measure === "pc-ptsd-5" && (ratings as number[]).length === 6),
  "a past-day form on the day after a dose": ({ forms, sessions }) =>
    forms.some(
      ({ recall, answeredAt }) =>
        recall === "day" &&
        sessions.some(({ kind, status, at }) => kind === "dose" && status === "done" && localDay(new Date(answeredAt), new Date(at), clinic.timeZone) === 1),
    ),
  "a baseline that was chosen, with its reason": ({ course, forms }) =>
    rows.baselines.some(({ courseId, assessmentId, reason }) => courseId === course?.id && reason !== "" && forms.some(({ id }) => id === assessmentId)),
  "a sudden gain by the three criteria, between therapy sessions a week apart": (one) =>
    alone(one, "cpt") && gainsOf(one).some(({ kind, state }) => kind === "gain" && state === "met"),
  "too few scores to test for a sudden gain": (one) =>
    one.weeks.length === 3 && gainsOf(one).every(({ state }) => state === "not-testable"),
  "no fall of 10 by the sixth therapy session": (one) =>
    one.sessions.filter(({ kind, status }) => kind === "therapy" && status === "done").length === 6 && first(one) - Math.min(...one.weeks.map(({ total }) => total)) < 10,
  "a rise of 15 or more since the last dose": (one) => {
    const lastDose = one.sessions.filter(({ kind, status }) => kind === "dose" && status === "done").at(-1);
    const since = one.weeks.filter(({ day }) => lastDose !== undefined && day >= Math.max(...daysOf(one, "dose")));
    return since.length > 1 && last(one) - Math.min(...since.map(({ total }) => total)) >= 15;
  },
  "a session left unmarked": ({ sessions }) =>
    sessions.some(({ at, status }) => status === "planned" && new Date(at) < now),
};

describe("the clinic has a patient who shows", () => {
  test.each(Object.entries(wanted))("%s", (_, shows) => {
    const found = cases.filter(shows).map((one) => one.name);
    expect(found.length).toBeGreaterThanOrEqual(1);
    // What everybody shows, nobody shows.
    expect(found.length).toBeLessThan(cases.length / 3);
  });
});

test("the form left half-way is the first clinician's: 12 answers, 8 to go, for a session today", () => {
  const [draft, ...others] = rows.drafts;
  const answered = ((draft?.ratings ?? []) as (number | null)[]).map((rating) => rating !== null);
  const clinician = rows.users.find((user) => user.email === demoPeople[1]?.email);
  expect(others).toEqual([]);
  expect(draft?.userId).toBe(clinician?.id);
  expect(answered).toEqual([...Array(12).fill(true), ...Array(8).fill(false)]);
  expect(rows.sessions.find((session) => session.id === draft?.sessionId)?.status).toBe("planned");
});

test("at least fourteen patients are the first clinician's, and some the second's", () => {
  const count = (team: "north" | "south") =>
    rows.patients.filter((patient) => patient.teamId === teamId(team)).length;
  expect(count("north")).toBeGreaterThanOrEqual(14);
  expect(count("south")).toBeGreaterThanOrEqual(3);
  expect(count("north") + count("south")).toBe(rows.patients.length);
});

test("the corrected form said something else first, in the rows that its reason names", () => {
  const [before, after] = rows.revisions
    .filter((revision) =>
      rows.revisions.some(
        (other) => other.assessmentId === revision.assessmentId && other.act === "corrected",
      ),
    )
    .map((revision) => revision.ratings as number[]);
  const changed = after?.flatMap((rating, item) =>
    rating === before?.[item] ? [] : [`item ${item + 1} is marked ${rating}`],
  );
  const reason = rows.revisions.find((revision) => revision.act === "corrected")?.reason;
  expect(changed).toHaveLength(2);
  for (const words of changed ?? []) expect(reason).toContain(words);
});

test("the patient of the sketch ends with intrusion 7, avoidance 3, mood 12 and arousal 7", () => {
  const ratings = cases[0]?.forms.at(-1)?.ratings as number[];
  const sum = (from: number, to: number) =>
    ratings.slice(from - 1, to).reduce((all, rating) => all + rating, 0);
  expect([sum(1, 5), sum(6, 7), sum(8, 14), sum(15, 20)]).toEqual([7, 3, 12, 7]);
});
