// Forms of the other measures as rows, each entered once, with the safety prompt that a positive answer raised.
import { findMeasure } from "../../lib/measures/measures";
import { optionsOf, type Measure } from "../../lib/measures/measure";
import { readRecorded } from "../../lib/measures/recorded";
import { safetyFinding } from "../../lib/measures/safety";
import type { Prisma } from "../generated/client";
import { sessionOf, soonAfter, type FormRows, type Owner } from "./form-rows";
import { chance, idFor, roundedTo } from "./seed";
import type { BesideForm, Story } from "./story";
import type { Timeline } from "./timeline";

export interface BesideRows extends FormRows {
  prompts: Prisma.SafetyPromptCreateManyInput[];
}

export function besideRows(story: Story, timeline: Timeline, owner: Owner, now: Date): BesideRows {
  const rows = (story.beside ?? []).map((form, index) => oneForm(story, form, index, { timeline, owner, now }));
  return {
    assessments: rows.map(({ assessment }) => assessment),
    revisions: rows.map(({ revision }) => revision),
    prompts: rows.flatMap(({ prompt }) => prompt),
  };
}

interface Given {
  timeline: Timeline;
  owner: Owner;
  now: Date;
}

function oneForm(story: Story, form: BesideForm, index: number, { timeline, owner, now }: Given) {
  const { organisationId, patientId, courseId, clinicianId } = owner;
  const measure = findMeasure(form.measure);
  if (measure === null) throw new RangeError(`A story has a measure that is not known: ${form.measure}`);
  const id = idFor(`${story.key}, ${form.measure} ${index + 1}`);
  const answeredAt = timeline.held(form.day, form.at);
  const enteredAt = soonAfter(answeredAt, now);
  const entered = contents(measure, form, story.key);
  const shared = {
    organisationId,
    patientId,
    sessionId: sessionOf(form, answeredAt, timeline)?.id ?? null,
    measure: measure.id,
    recall: form.recall,
    answeredAt,
    mode: measure.entry === "items" ? story.given : ("aloud" as const),
    ...entered,
  };
  const assessment: Prisma.AssessmentCreateManyInput = {
    ...shared, id, courseId, revision: 1, voidedAt: null, createdAt: enteredAt, createdById: clinicianId,
  };
  const revision: Prisma.AssessmentRevisionCreateManyInput = {
    ...shared, assessmentId: id, number: 1, act: "entered", reason: null, key: idFor(`${id}, revision 1`), at: enteredAt, byId: clinicianId,
  };
  return { assessment, revision, prompt: promptRows(measure, form, { id, entered, enteredAt, timeline, owner }) };
}

/** The answers with the total that the measure's own rules give them. */
function contents(measure: Measure, form: BesideForm, key: string): { ratings: (number | null)[]; total: number | null } {
  const ratings = form.answers === undefined ? answersFor(measure, form.total ?? 0, key) : read(form.answers);
  const given = measure.entry === "items" ? { ratings, total: null } : { ratings: [], total: form.total ?? null };
  const recorded = readRecorded(measure, given);
  if (recorded.state === "invalid") throw new RangeError(`A story has answers the ${measure.short} does not offer: ${ratings.join(" ")}`);
  return { ratings: given.ratings, total: recorded.state === "scored" ? recorded.score.total : null };
}

/** Answers that sum to the total: a patient leans towards some items for good, and never to the one on safety. */
export function answersFor(measure: Measure, total: number, key: string): (number | null)[] {
  if (measure.entry !== "items") return [];
  const next = chance(`${key}, ${measure.id}`);
  const counted = measure.items.filter((item) => item.unscored !== true && item.number !== measure.safety?.item);
  const most = Math.max(...measure.options.map(({ value }) => value));
  const drawn = roundedTo(total, counted.map(() => (total / counted.length) * (0.6 + 0.8 * next())), most);
  return measure.items.map((item) => {
    const place = counted.indexOf(item);
    if (place >= 0) return drawn[place] ?? 0;
    if (item.unscored !== true) return 0;
    const answers = optionsOf(measure, item);
    return answers[Math.min(answers.length - 1, Math.floor((total / measure.range.max) * answers.length))]?.value ?? null;
  });
}

function read(answers: string): (number | null)[] {
  return [...answers.replaceAll(" ", "")].map((answer) => (answer === "-" ? null : Number(answer)));
}

interface Raised {
  id: string;
  entered: { ratings: (number | null)[]; total: number | null };
  enteredAt: Date;
  timeline: Timeline;
  owner: Owner;
}

function promptRows(measure: Measure, { prompt }: BesideForm, { id, entered, enteredAt, timeline, owner }: Raised): Prisma.SafetyPromptCreateManyInput[] {
  const finding = safetyFinding(measure, entered);
  if (finding === null) return [];
  const { organisationId, patientId, clinicianId } = owner;
  return [
    {
      id: idFor(`${id}, prompt`),
      organisationId,
      patientId,
      formId: id,
      measure: measure.id,
      value: finding.value,
      raisedAt: enteredAt,
      raisedById: clinicianId,
      acknowledgedAt: prompt ? timeline.held(prompt.day, prompt.at) : null,
      acknowledgedById: prompt ? clinicianId : null,
      done: prompt?.done ?? null,
    },
  ];
}
