// One invented patient as a story, from a seed and a number alone: who it is, which treatment, how it went, what was recorded.
// The stories of the demo clinic are told; these are drawn. Rows are made of both by the same code.
import { answersFor } from "../beside-rows";
import { phq9 } from "../../../lib/measures/phq-9/definition";
import { chance } from "../seed";
import { spreads, type SpreadName } from "../spreads";
import { everyWeek, type BesideForm, type EarlierCourse, type SessionRun, type Story, type StoryCourse, type StoryForm } from "../story";
import { familyNames, givenNames } from "./names";
import { totals, wayFor } from "./way";

/** Courses began evenly over so many days. */
const yearsBack = 3 * 365;
const clockTimes = ["08:15", "09:00", "09:45", "10:30", "11:15", "12:45", "13:30", "14:15", "15:00", "15:45"];

type Next = () => number;

const pick = <T>(next: Next, list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
const between = (next: Next, from: number, to: number): number => from + Math.floor(next() * (to - from + 1));

/** `weekday` is that of the day the data end with, 0 for Sunday: courses begin on Mondays to Thursdays. */
export function drawnStory(seed: number, number: number, weekday: number): Story {
  const key = `population ${seed}, ${number}`;
  const next = chance(key);
  const [sex, pronouns] = pick(next, [["female", "she/her"], ["female", "she/her"], ["male", "he/him"], ["male", "he/him"], ["female", "they/them"]] as const);
  const patient = {
    family: pick(next, familyNames),
    given: pick(next, givenNames),
    record: `S-${String(number + 1).padStart(7, "0")}`,
    age: between(next, 18, 74),
    birthday: `${String(between(next, 1, 12)).padStart(2, "0")}-${String(between(next, 1, 28)).padStart(2, "0")}`,
    sex,
    pronouns,
  };
  const told = { key, tells: "Drawn by chance.", patient, spread: pick(next, Object.keys(spreads) as SpreadName[]), given: pick(next, ["paper", "paper", "device", "aloud"] as const) };
  if (next() < 0.03) return { ...told, today: -7, course: null, sessions: [], forms: next() < 0.5 ? [] : [form("month", -9, "10:00", between(next, 28, 70))] };

  const today = startedOn(between(next, -5, yearsBack), weekday);
  const course = drawnCourse(next, today);
  const earlier = today > 0 && next() < 0.04 ? earlierCourse(next, key) : undefined;
  return { ...told, today, ...course, ...(earlier && { earlier }) };
}

/** Moved back to a day on which a course begins. */
function startedOn(today: number, weekday: number): number {
  const onDay = (((weekday - today) % 7) + 7) % 7;
  const back: Record<number, number> = { 0: 3, 5: 1, 6: 2 };
  return today + (back[onDay] ?? 0);
}

function earlierCourse(next: Next, key: string): EarlierCourse {
  const weeksBefore = between(next, 30, 60);
  const { course, sessions, forms } = drawnCourse(next, 10_000);
  if (course === null) throw new Error(`No earlier course of ${key}`);
  return { daysBefore: 7 * weeksBefore, course, sessions, forms };
}

function treatment(next: Next): Pick<StoryCourse, "therapy" | "therapyName" | "medicine" | "route"> {
  const [chosen, given, way] = [next(), next(), next()];
  const therapy = chosen < 0.48 ? ("pe" as const) : chosen < 0.94 ? ("cpt" as const) : ("other" as const);
  const named = therapy === "other" ? { therapy, therapyName: "EMDR" } : { therapy };
  if (given < 0.55) return { ...named, medicine: "none", route: "none" };
  if (given < 0.85) return { ...named, medicine: "ketamine", route: way < 0.85 ? "intravenous" : "intranasal" };
  return { ...named, medicine: "esketamine", route: "intranasal" };
}

interface Drawn {
  course: StoryCourse;
  sessions: readonly SessionRun[];
  forms: readonly StoryForm[];
  beside: readonly BesideForm[];
}

function drawnCourse(next: Next, today: number): Drawn {
  const treated = treatment(next);
  const dosed = treated.medicine !== "none";
  const weeks = pick(next, treated.therapy === "cpt" ? [8, 12, 12] : [8, 8, 10]);
  const at = pick(next, clockTimes);
  const way = wayFor(next());
  const first = Math.round(Math.min(74, Math.max(24, 48 + (next() + next() + next() - 1.5) * 24)));
  const stoppedOn = next() < (way === "worse" || way === "flat" ? 0.3 : 0.14) ? 7 * between(next, 1, 6) + 4 : null;
  const lastDay = Math.min(today - 1, stoppedOn ?? Infinity);
  const therapyDays = everyWeek(dosed ? 1 : 0, weeks);
  const missed = therapyDays.slice(1).filter((day) => next() < 0.06 && day < today);
  const why = Object.fromEntries(missed.filter(() => next() < 0.4).map((day) => [day, pick(next, reasonsMissed)]));
  const kept = (days: readonly number[]) => days.filter((day) => stoppedOn === null || day <= stoppedOn);
  const sessions: SessionRun[] = [
    { kind: "assessment", days: [-7], at },
    ...(dosed ? [{ kind: "dose" as const, days: kept(everyWeek(0, pick(next, [4, 4, 6]))), at }] : []),
    { kind: "therapy", days: kept(therapyDays), at, missed, why },
  ];
  return {
    course: { ...treated, weeks, plan: "pcl-5-mood", ...ending(next, { today, weeks, stoppedOn }) },
    sessions,
    ...drawnForms(next, { way, first, dosed, weeks, at, lastDay, missed }),
  };
}

const reasonsMissed = ["Ill", "No transport", "Forgot", "Work", "Child at home", "Called to say they could not face it today"];
const reasonsStopped = ["Moved away", "Work hours changed", "Did not wish to go on", "Could not be reached", "Felt worse and asked for another approach"];

function ending(next: Next, { today, weeks, stoppedOn }: { today: number; weeks: number; stoppedOn: number | null }): Pick<StoryCourse, "endedOn" | "discontinued"> {
  const [closedOn, reason] = [7 * weeks + between(next, 0, 4), pick(next, reasonsStopped)];
  if (stoppedOn !== null) return stoppedOn + 10 < today ? { endedOn: stoppedOn + 10, discontinued: reason } : {};
  return closedOn < today ? { endedOn: closedOn } : {};
}

interface Told {
  way: Parameters<typeof totals>[0]["way"];
  first: number;
  dosed: boolean;
  weeks: number;
  at: string;
  lastDay: number;
  missed: readonly number[];
}

/** The month form at intake, the week form from then on: before the first session, the day after a first dose, every week. */
function drawnForms(next: Next, { way, first, dosed, weeks, at, lastDay, missed }: Told): Pick<Drawn, "forms" | "beside"> {
  const total = totals({ way, first, dosed, next });
  const asked = [0, ...(dosed ? [1] : []), ...everyWeek(dosed ? 8 : 7, Math.min(weeks, 8) - 1)];
  const weekly = asked.filter((day) => day <= 1 || (!missed.includes(day) && next() < (day > 36 ? 0.62 : 0.88)));
  const days = [...weekly, 7 * weeks + (dosed ? 1 : 0)].filter((day, index, all) => day <= lastDay && all.indexOf(day) === index);
  const before = Math.min(80, first + between(next, -2, 5));
  const forms = [
    ...(lastDay >= -7 ? [form("month", -7, at, before)] : []),
    ...days.map((day) => flawed(next, form("week", day, day === 0 ? earlier(at) : at, total(day)), lastDay)),
  ];
  const mood = [-7, ...days.filter((day) => day >= 21 && day % 28 <= 1)].filter((day) => day <= lastDay);
  return { forms, beside: mood.map((day) => phq(next, day, at, Math.round(forms.findLast((each) => each.day <= day)!.total * 0.27 + between(next, -2, 3)), lastDay)) };
}

/** In the minutes before a session that gives the course its time zero. */
const earlier = (at: string): string => `${String(Number(at.slice(0, 2)) - 1).padStart(2, "0")}:50`;

const form = (recall: StoryForm["recall"], day: number, at: string, total: number): StoryForm => ({ recall, day, at, total });

/** Now and then an item was left blank, a typing mistake put right, or a form voided. */
function flawed(next: Next, given: StoryForm, lastDay: number): StoryForm {
  const [draw, item] = [next(), between(next, 1, 20)];
  const later = { day: Math.min(given.day + 1, lastDay), at: "17:30" };
  if (draw < 0.012) return { ...given, missing: [item] };
  if (draw < 0.018) return { ...given, corrected: { first: { [item]: 4 }, ...later, reason: "Typed beside the line" } };
  if (draw < 0.021) return { ...given, voided: { ...later, reason: "Another patient's form" } };
  return given;
}

/** A PHQ-9; where it is high its last item is sometimes positive, and what was done then is written down, or not yet. */
function phq(next: Next, day: number, at: string, wanted: number, lastDay: number): BesideForm {
  const total = Math.min(24, Math.max(0, wanted));
  const given = { measure: phq9.id, recall: "fortnight" as const, day, at };
  if (total < 12 || next() > 0.22) return { ...given, total };
  const answers = answersFor(phq9, total, `${next()}`);
  answers[8] = next() < 0.8 ? 1 : 2;
  const open = lastDay - day < 7 && next() < 0.3;
  const written = answers.map((answer) => (answer === null ? "-" : String(answer))).join("");
  return { ...given, answers: written, prompt: open ? null : { day, at: "16:40", done: "Asked directly: passing thoughts, no plan, no means at hand. Safety plan gone through together." } };
}

