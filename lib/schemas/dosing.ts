// What the dosing room sends. Ids and keys are made on the device before anything is sent, so that a repeat stores
// nothing new; `number` is the newest one the page knew. Instants travel as ISO text, true to the second they happened.
import { z } from "zod";
import { calendarDate, id, text } from "./fields";
import { medicines, routes } from "./course";

const instant = z.iso.datetime({ error: "Enter a date and a time" }).transform((given) => new Date(given));
const words = (name: string, longest: number) => z.string().trim().max(longest, `Use at most ${longest} characters for the ${name}`).default("");
const amount = z.number("Enter a number").finite().nullable();
const count = z.int("Enter a whole number").min(0).max(1000).nullable();
const reasons = z.record(z.string().max(40), z.string().trim().max(500, "Use at most 500 characters for a reason")).default({});
const numbered = { key: id, number: z.int32().min(0) };

export const doseSave = z.strictObject({
  ...numbered,
  medicine: z.enum(medicines, "Choose the medicine"),
  route: z.enum(routes, "Choose the route"),
  weightKg: amount,
  mgPerKg: amount,
  devices: count,
  givenMg: amount,
  givenDevices: count,
  confirmedAt: instant.nullable(),
  lot: words("lot", 60),
  expiry: calendarDate.nullable(),
  preparedBy: words("name of who prepared it", 120),
  checkedBy: words("name of who checked it", 120),
  startedAt: instant.nullable(),
  stoppedAt: instant.nullable(),
  interruptions: z.array(z.strictObject({ from: instant, to: instant.nullable(), reason: words("reason", 300) })).max(20),
  notes: words("observations", 4000),
  reasons,
});

export const readingSave = z.strictObject({
  sessionId: id,
  at: instant,
  systolic: count,
  diastolic: count,
  pulse: count,
  spo2: count,
  sedation: count,
  dissociation: count,
  /** The total of a CADSS read aloud with it; it becomes a form of its own under the same id. */
  cadss: z.strictObject({ measure: z.enum(["cadss", "cadss-6"]), total: z.int("Enter a whole number").min(0).max(1000) }).nullable(),
  /** What was done about a value outside the limits, or why the dose goes ahead. */
  done: words("answer", 1000),
  /** Said outright: it was taken before the dose began. */
  beforeStart: z.boolean(),
});

export const readingVoid = z.strictObject({ reason: text("reason", 500) });

export const severities = ["mild", "moderate", "severe"] as const;
export const relations = ["unrelated", "possible", "probable", "definite"] as const;
export const outcomes = ["resolved", "resolving", "ongoing", "lasting", "fatal", "unknown"] as const;
export const eventActs = ["entered", "corrected", "voided"] as const;

export const eventSave = z.strictObject({
  ...numbered,
  sessionId: id,
  act: z.enum(eventActs),
  why: words("reason", 500),
  term: text("event", 120),
  severity: z.enum(severities, "Choose how severe it was"),
  serious: z.boolean("Say whether it was serious"),
  relation: z.enum(relations, "Choose the relation to the dose"),
  onsetAt: instant,
  endedAt: instant.nullable(),
  action: words("action", 1000),
  outcome: z.enum(outcomes, "Choose the outcome"),
});

export const checkSave = z.strictObject({
  ...numbered,
  psychotic: z.boolean("Answer yes or no"),
  manic: z.boolean("Answer yes or no"),
  note: words("note", 2000),
});

export const leavingSave = z.strictObject({
  ...numbered,
  leftAt: instant,
  escort: words("name of the escort", 120),
  advice: z.boolean(),
  overrides: reasons,
  /** Again, as a signature. Checked before anything is stored, and kept nowhere. */
  password: z.string().min(1, "Enter your password").max(1024),
});

/** Nothing is answered with if it would be what the page has already. */
export const look = z.strictObject({ mark: z.string().max(64).nullable() });

export type DoseSave = z.output<typeof doseSave>;
export type DoseBody = z.input<typeof doseSave>;
export type ReadingSave = z.output<typeof readingSave>;
export type ReadingBody = z.input<typeof readingSave>;
export type EventSave = z.output<typeof eventSave>;
export type EventBody = z.input<typeof eventSave>;
export type CheckSave = z.output<typeof checkSave>;
export type CheckBody = z.input<typeof checkSave>;
export type LeavingSave = z.output<typeof leavingSave>;
export type LeavingBody = z.input<typeof leavingSave>;
