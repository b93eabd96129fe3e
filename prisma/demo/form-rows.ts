// The PCL-5 forms of one story as rows: each as it stands now, with every revision it has been through.
import { pcl5 } from "../../lib/measures/pcl-5/definition";
import { readResponses } from "../../lib/measures/responses";
import { score } from "../../lib/measures/score";
import type { Prisma } from "../generated/client";
import { idFor, respondent } from "./seed";
import { readAnswers, spreads } from "./spreads";
import type { Story, StoryForm } from "./story";
import type { TimedSession, Timeline } from "./timeline";

type Ratings = (number | null)[];

export interface Owner {
  organisationId: string;
  patientId: string;
  courseId: string | null;
  clinicianId: string;
}

export interface FormRows {
  assessments: Prisma.AssessmentCreateManyInput[];
  revisions: Prisma.AssessmentRevisionCreateManyInput[];
}

export function formRows(story: Story, timeline: Timeline, owner: Owner, now: Date): FormRows {
  const answer = respondent(story.key, spreads[story.spread]);
  const rows = story.forms.map((form, index) => {
    const drawn = answer(form.total);
    return oneForm(story, form, {
      id: idFor(`${story.key}, form ${index + 1}`),
      drawn,
      timeline,
      owner,
      now,
    });
  });
  return { assessments: rows.map((row) => row.assessment), revisions: rows.flatMap((row) => row.revisions) };
}

interface Given {
  id: string;
  drawn: number[];
  timeline: Timeline;
  owner: Owner;
  now: Date;
}

function oneForm(story: Story, form: StoryForm, { id, drawn, timeline, owner, now }: Given) {
  const { organisationId, patientId, courseId, clinicianId } = owner;
  const answers: Ratings = form.answers === undefined ? drawn : readAnswers(form.answers);
  const standing = answers.map((rating, item) => (form.missing?.includes(item + 1) ? null : rating));
  const answeredAt = timeline.held(form.day, form.at);
  const enteredAt = soonAfter(answeredAt, now);
  const shared = {
    organisationId,
    patientId,
    sessionId: sessionOf(form, answeredAt, timeline)?.id ?? null,
    recall: form.recall,
    answeredAt,
    mode: story.given,
  };

  const { corrected, voided } = form;
  const first = standing.map((rating, item) => corrected?.first[item + 1] ?? rating);
  const steps = [{ act: "entered", ratings: first, at: enteredAt, reason: null as string | null }];
  if (corrected) {
    steps.push({
      act: "corrected",
      ratings: standing,
      at: timeline.held(corrected.day, corrected.at),
      reason: corrected.reason,
    });
  }
  if (voided) {
    steps.push({
      act: "voided",
      ratings: standing,
      at: timeline.held(voided.day, voided.at),
      reason: voided.reason,
    });
  }

  const assessment: Prisma.AssessmentCreateManyInput = {
    ...shared,
    id,
    courseId,
    measure: pcl5.id,
    ratings: standing,
    total: totalOf(standing),
    revision: steps.length,
    voidedAt: voided ? timeline.held(voided.day, voided.at) : null,
    createdAt: enteredAt,
    createdById: clinicianId,
  };
  const revisions = steps.map((step, index): Prisma.AssessmentRevisionCreateManyInput => ({
    ...shared,
    ...step,
    assessmentId: id,
    measure: pcl5.id,
    number: index + 1,
    total: totalOf(step.ratings),
    key: idFor(`${id}, revision ${index + 1}`),
    byId: clinicianId,
  }));
  return { assessment, revisions };
}

function totalOf(ratings: Ratings): number | null {
  const responses = readResponses(pcl5, ratings);
  if (responses.state === "invalid")
    throw new RangeError(`A story has ratings the PCL-5 does not offer: ${ratings.join(" ")}`);
  return responses.state === "complete" ? score(pcl5, responses).total : null;
}

/** The session a form belongs to: the one held that day, the nearest of several. */
export function sessionOf(form: Pick<StoryForm, "day">, answeredAt: Date, { sessions }: Timeline): TimedSession | undefined {
  const away = (session: TimedSession) => Math.abs(session.at.getTime() - answeredAt.getTime());
  return sessions
    .filter((session) => session.day === form.day && session.status === "done")
    .sort((a, b) => away(a) - away(b))[0];
}

const fewMinutes = 4 * 60_000;

export function soonAfter(instant: Date, now: Date): Date {
  return new Date(Math.min(instant.getTime() + fewMinutes, now.getTime()));
}
