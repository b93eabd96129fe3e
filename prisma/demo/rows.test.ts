import { describe, expect, test } from "vitest";
import { calendarDay, daysBetween } from "../../lib/course/calendar";
import { readingProblems, type Reading } from "../../lib/course/dosing/reading";
import { distressQuestion } from "../../lib/course/therapy-session";
import { findMeasure } from "../../lib/measures/measures";
import { clinicSettings } from "../../lib/schemas/settings";
import { courseFields } from "../../lib/schemas/course";
import { patientFields } from "../../lib/schemas/patient";
import { clinic, demoPeople } from "./people";
import { clinicRows } from "./rows";
import { stories } from "./stories";

const passwordHashes = Object.fromEntries(
  demoPeople.map((person) => [person.email, `hash of ${person.name}`]),
);
const rowsAt = (now: string) => clinicRows({ passwordHashes, now: new Date(now) });
const day = (instant: Date | string) => calendarDay(new Date(instant), clinic.timeZone);
const dateOf = (column: Date | string) => new Date(column).toISOString().slice(0, 10);
const ratingsOf = (row: { ratings: unknown }) => row.ratings as (number | null)[];
const ids = (rows: { id: string }[]) => rows.map((row) => row.id);

// US daylight saving begins on 14 March 2027 and ends on 1 November 2026 (tz database, rule US).
const moments = [
  ["an ordinary morning", "2026-11-23T15:00:00Z"],
  ["just after midnight in the clinic", "2026-11-23T05:00:20Z"],
  ["midnight itself", "2026-11-23T05:00:00Z"],
  ["just before midnight", "2026-11-24T04:59:30Z"],
  ["the early hours, before the day's first visit", "2026-11-23T09:00:00Z"],
  ["an evening, when UTC is a day ahead", "2026-11-24T02:00:00Z"],
  ["the day of 25 hours", "2026-11-01T15:00:00Z"],
  ["its repeated hour", "2026-11-01T06:30:00Z"],
  ["the day after", "2026-11-02T15:00:00Z"],
  ["the day of 23 hours", "2027-03-14T15:00:00Z"],
  ["just before its skipped hour", "2027-03-14T06:59:00Z"],
  ["three weeks after it", "2027-04-05T15:00:00Z"],
  ["29 February", "2028-02-29T15:00:00Z"],
  ["1 March after it", "2028-03-01T15:00:00Z"],
  ["New Year", "2027-01-01T05:01:00Z"],
  ["a long time from now", "2041-07-15T15:00:00Z"],
] as const;

test("the same moment gives the same rows", () => {
  expect(rowsAt("2026-11-23T15:00:00Z")).toEqual(rowsAt("2026-11-23T15:00:00Z"));
});

test("on another day the same people, ids, totals and ratings, on other dates", () => {
  const [now, later] = [rowsAt("2026-11-23T15:00:00Z"), rowsAt("2031-05-06T09:00:00Z")];
  for (const table of ["patients", "courses", "sessions", "assessments", "drafts"] as const) {
    expect(ids(later[table])).toEqual(ids(now[table]));
  }
  const kept = (rows: typeof now) =>
    rows.assessments.map(({ recall, total, ratings }) => ({ recall, total, ratings }));
  expect(kept(later)).toEqual(kept(now));
  const statuses = (rows: typeof now) => rows.sessions.map((session) => session.status);
  expect(statuses(later)).toEqual(statuses(now));
  expect(later.courses.map((course) => course.startDate)).not.toEqual(
    now.courses.map((course) => course.startDate),
  );
});

test("a person without a password is refused by name", () => {
  const [first, ...rest] = demoPeople;
  const some = Object.fromEntries(rest.map((person) => [person.email, "hash"]));
  expect(() => clinicRows({ passwordHashes: some, now: new Date() })).toThrow(first?.email);
});

test("every role: those who see no patients outside the teams, two clinicians and an assistant on one, a clinician on the other", () => {
  const { users, teams, members, organisation } = rowsAt("2026-11-23T15:00:00Z");
  expect(organisation).toMatchObject({ synthetic: true, timeZone: "America/New_York" });
  expect(organisation.name).toMatch(/synthetic/);
  expect(users.map((user) => user.roles)).toEqual([["administrator"], ["clinician"], ["clinician"], ["clinician"], ["assistant"], ["auditor"], ["researcher"]]);
  expect(users.every((user) => user.email.endsWith("@courseline.example"))).toBe(true);
  expect(members.map((member) => member.userId)).toEqual(users.slice(1, 5).map((user) => user.id));
  const [north, south] = ids(teams as { id: string }[]);
  expect(members.map((member) => member.teamId)).toEqual([north, south, north, north]);
});

test("every name, record number and course is one that the app's own forms accept", () => {
  const { patients, courses } = rowsAt("2026-11-23T15:00:00Z");
  const records = patients.map((patient) => patient.recordNumber);
  expect(new Set(records).size).toBe(records.length);
  for (const { recordNumber, familyName, givenName, birthDate, sex, pronouns } of patients) {
    expect(recordNumber).toMatch(/^004-\d{4}$/);
    const typed = {
      recordNumber,
      familyName,
      givenName,
      birthDate: dateOf(birthDate),
      sex: sex ?? undefined,
      pronouns: pronouns ?? undefined,
    };
    expect(patientFields.safeParse(typed).error).toBeUndefined();
  }
  for (const { therapy, therapyName, medicine, route, startDate, plannedWeeks } of courses) {
    const typed = {
      therapy,
      therapyName: therapyName ?? undefined,
      medicine,
      route,
      startDate: dateOf(startDate),
      plannedWeeks,
    };
    expect(courseFields.safeParse(typed).error).toBeUndefined();
  }
});

test("a dose that was given has its record, four readings, the questions at the end, and every point met at leaving", () => {
  const { sessions, doseRecords, readings, symptomChecks, leavings } = rowsAt("2026-11-23T15:00:00Z");
  const given = sessions.filter(({ id }) => doseRecords.some((dose) => dose.sessionId === id));
  expect(given.length).toBeGreaterThan(20);
  for (const { id, kind, status } of given) {
    expect([kind, status]).toEqual(["dose", "done"]);
    const own = readings.filter(({ sessionId }) => sessionId === id);
    expect(own.flatMap((reading) => readingProblems(reading as Reading))).toEqual([]);
    expect(own).toHaveLength(4);
    expect([symptomChecks, leavings].map((rows) => rows.filter(({ sessionId }) => sessionId === id).length)).toEqual([1, 1]);
  }
  for (const { points } of leavings) expect((points as { met: boolean }[]).every(({ met }) => met)).toBe(true);
});

test("a therapy session that was held has its record and the questions about symptoms; exposures have distress with its peak on top", () => {
  const { sessions, therapyRecords, symptomChecks } = rowsAt("2026-11-23T15:00:00Z");
  const held = sessions.filter(({ kind, status, at }) => kind === "therapy" && status === "done" && day(at) < "2026-11-23");
  expect(held.length).toBeGreaterThan(60);
  for (const { id } of held) expect([therapyRecords, symptomChecks].map((rows) => rows.filter(({ sessionId }) => sessionId === id).length)).toEqual([1, 1]);
  const exposures = therapyRecords.filter(({ sudsPeak }) => sudsPeak != null);
  expect(exposures.length).toBeGreaterThan(20);
  for (const { sudsBefore, sudsPeak, sudsEnd } of exposures) expect(distressQuestion({ before: sudsBefore ?? null, peak: sudsPeak ?? null, end: sudsEnd ?? null })).toBeNull();
});

test("some sessions were late or in no plan, what was called off says why, and a course that was discontinued is followed by another", () => {
  const { sessions, courses } = rowsAt("2026-11-23T15:00:00Z");
  const done = sessions.filter(({ status }) => status === "done");
  expect(done.filter(({ at, plannedAt }) => plannedAt && day(at) > day(plannedAt)).length).toBeGreaterThan(2);
  expect(done.some(({ plannedAt }) => plannedAt === null)).toBe(true);
  expect(sessions.filter(({ status, reason }) => status === "cancelled" && !reason)).toEqual([]);
  const stopped = courses.filter(({ endReason }) => endReason === "discontinued");
  expect(stopped).not.toEqual([]);
  for (const { patientId, endNote, endedAt } of stopped) {
    expect(endNote).toMatch(/\w/);
    expect(courses.some((other) => other.patientId === patientId && !other.endedAt && new Date(other.startDate) > new Date(endedAt!))).toBe(true);
  }
});

describe.each(moments)("loaded on %s", (_, moment) => {
  const now = new Date(moment);
  const rows = rowsAt(moment);
  const today = day(now);

  test("every row hangs on one that is there, and no id comes twice", () => {
    const people = new Set(ids(rows.users));
    const patients = new Map(rows.patients.map((patient) => [patient.id, patient]));
    const courses = new Map(rows.courses.map((course) => [course.id, course]));
    const sessions = new Map(rows.sessions.map((session) => [session.id, session]));
    const all = [
      rows.users,
      rows.teams,
      rows.patients,
      rows.courses,
      rows.sessions,
      rows.assessments,
      rows.drafts,
    ].flat();
    expect(new Set(all.map((row) => row.id)).size).toBe(all.length);
    expect(new Set(rows.revisions.map((revision) => revision.key)).size).toBe(rows.revisions.length);
    for (const row of [...rows.patients, ...rows.courses, ...rows.sessions, ...rows.assessments]) {
      expect(people.has(row.createdById)).toBe(true);
      expect(row.organisationId).toBe(rows.organisation.id);
    }
    for (const row of [...rows.courses, ...rows.sessions, ...rows.assessments, ...rows.drafts]) {
      expect(patients.has(row.patientId)).toBe(true);
    }
    for (const row of [...rows.sessions, ...rows.assessments]) {
      expect(row.courseId == null ? null : courses.get(row.courseId)?.patientId).toBe(
        row.courseId == null ? null : row.patientId,
      );
    }
    const belonging = [...rows.assessments, ...rows.drafts].filter((row) => row.sessionId != null);
    expect(belonging.length).toBeGreaterThan(100);
    for (const row of belonging) expect(sessions.get(row.sessionId!)?.patientId).toBe(row.patientId);
  });

  test("every total is the sum of its twenty ratings, and there is none while one is missing", () => {
    for (const row of [...rows.assessments, ...rows.revisions].filter(({ measure }) => measure === "pcl-5")) {
      const ratings = ratingsOf(row);
      expect(ratings).toHaveLength(20);
      expect(ratings.every((rating) => rating === null || [0, 1, 2, 3, 4].includes(rating))).toBe(true);
      const sum = ratings.reduce<number | null>(
        (all, rating) => (all === null || rating === null ? null : all + rating),
        0,
      );
      expect(row.total).toBe(sum);
    }
  });

  test("the totals are the ones that the stories tell", () => {
    const told = stories.flatMap(({ forms, earlier }) => [...forms, ...(earlier?.forms ?? [])].map((form) => (form.missing ? null : form.total)));
    expect(rows.assessments.filter(({ measure }) => measure === "pcl-5").map((row) => row.total)).toEqual(told);
    const others = rows.assessments.filter(({ measure }) => measure !== "pcl-5");
    const toldBeside = stories.flatMap((story) => story.beside ?? []);
    expect(others.map(({ measure }) => measure)).toEqual(toldBeside.map(({ measure }) => measure));
    for (const [index, { total }] of toldBeside.entries()) expect([total, null, undefined]).toContain(total === undefined ? null : others[index]?.total);
  });

  test("every other form is one that its measure and this clinic take, with a rating for each item or none at all", () => {
    const { measures: recorded } = clinicSettings.parse(rows.organisation.settings);
    for (const row of rows.assessments) {
      const measure = findMeasure(row.measure);
      expect(recorded).toContain(row.measure);
      expect(measure?.recalls).toContain(row.recall);
      expect(ratingsOf(row)).toHaveLength(measure?.items.length ?? -1);
    }
  });

  test("a prompt hangs on a form, was raised after it was answered, and says what was done only once acknowledged", () => {
    expect(rows.prompts.length).toBeGreaterThan(0);
    for (const { formId, patientId, measure, value, raisedAt, acknowledgedAt, done } of rows.prompts) {
      const form = rows.assessments.find(({ id }) => id === formId);
      expect(form).toMatchObject({ patientId, measure });
      expect(value).toBeGreaterThan(0);
      expect(new Date(raisedAt!) >= new Date(form!.answeredAt)).toBe(true);
      expect(new Date(acknowledgedAt ?? now) <= now && new Date(acknowledgedAt ?? now) > new Date(raisedAt!)).toBe(true);
      expect(done === null).toBe(acknowledgedAt === null);
    }
  });

  test("an assessment says what its last revision says", () => {
    for (const row of rows.assessments) {
      const revisions = rows.revisions.filter((revision) => revision.assessmentId === row.id);
      expect(revisions.map((revision) => revision.number)).toEqual(revisions.map((__, index) => index + 1));
      expect(revisions[0]?.act).toBe("entered");
      const { number, ratings, total, recall, answeredAt, mode, sessionId, act, at } =
        revisions.at(-1) ?? revisions[0]!;
      expect({ number, ratings, total, recall, answeredAt, mode, sessionId }).toEqual({
        number: row.revision,
        ratings: row.ratings,
        total: row.total,
        recall: row.recall,
        answeredAt: row.answeredAt,
        mode: row.mode,
        sessionId: row.sessionId,
      });
      expect(row.voidedAt).toEqual(act === "voided" ? at : null);
      for (const revision of revisions.slice(1)) expect(revision.reason).toMatch(/\w/);
    }
  });

  test("nothing that has happened lies in the future, and it was written down after it happened", () => {
    for (const { answeredAt, createdAt } of rows.assessments) {
      expect(new Date(answeredAt) <= new Date(createdAt!) && new Date(createdAt!) <= now).toBe(true);
    }
    for (const { assessmentId, number, at } of rows.revisions) {
      const before = rows.revisions.find(
        (other) => other.assessmentId === assessmentId && other.number === number - 1,
      );
      expect(new Date(at!) <= now && (before === undefined || new Date(before.at!) < new Date(at!))).toBe(
        true,
      );
    }
    for (const patient of rows.patients) {
      const first = rows.assessments
        .filter((row) => row.patientId === patient.id)
        .map((row) => +new Date(row.answeredAt));
      expect(+new Date(patient.createdAt!)).toBeLessThan(Math.min(+now, ...first));
      expect(dateOf(patient.birthDate) < today).toBe(true);
    }
    for (const draft of rows.drafts) {
      expect(new Date(draft.updatedAt!) <= now).toBe(true);
      expect(draft.answeredAt?.slice(0, 10)).toBe(today);
    }
  });

  test("sessions behind us are settled and sessions ahead are planned, but for the one left unmarked", () => {
    const odd = rows.sessions.filter(
      (session) => new Date(session.at) <= now === (session.status === "planned"),
    );
    expect(odd).toHaveLength(1);
    expect(day(odd[0]!.at) < today).toBe(true);
    expect(rows.sessions.some((session) => session.status === "planned" && day(session.at) > today)).toBe(
      true,
    );
  });

  test("courses stand on the day that their story says", () => {
    const told = stories.flatMap(({ course, today: since, earlier }) => (course === null ? [] : [since, ...(earlier ? [since + earlier.daysBefore] : [])]));
    expect(rows.courses.map((course) => daysBetween(dateOf(course.startDate), today))).toEqual(told);
  });

  test("ages are the ones that the stories say", () => {
    const ages = rows.patients.map(({ birthDate }) => {
      const birthday = dateOf(birthDate);
      return (
        Number(today.slice(0, 4)) -
        Number(birthday.slice(0, 4)) -
        (today.slice(5) < birthday.slice(5) ? 1 : 0)
      );
    });
    expect(ages).toEqual(stories.map((story) => story.patient.age));
  });

  test("visits of other days lie in working hours", () => {
    const clockOf = new Intl.DateTimeFormat("en-GB", {
      timeZone: clinic.timeZone,
      hour: "2-digit",
      minute: "2-digit",
    });
    const visits = [
      ...rows.sessions.map((session) => session.at),
      ...rows.assessments.map((row) => row.answeredAt),
    ];
    for (const at of visits.filter((visit) => day(visit) !== today)) {
      const clock = clockOf.format(new Date(at));
      expect(clock >= "08:30" && clock <= "17:30").toBe(true);
    }
  });

  test("a form belongs to a session held on its day, where there was one", () => {
    const away = rows.assessments.filter((row) => {
      const held = rows.sessions.filter(
        ({ patientId, status, at }) =>
          patientId === row.patientId && status === "done" && day(at) === day(row.answeredAt),
      );
      return held.length === 0 ? row.sessionId !== null : held.every(({ id }) => id !== row.sessionId);
    });
    expect(away).toEqual([]);
  });
});
