// A form begun today and left half-way, as its clinician finds it on opening the patient again.
import { wallTime } from "../../lib/course/calendar";
import { pcl5 } from "../../lib/measures/pcl-5/definition";
import type { Prisma } from "../generated/client";
import type { ClinicClock } from "./clinic-clock";
import type { Owner } from "./form-rows";
import { clinic } from "./people";
import { idFor, respondent } from "./seed";
import { spreads } from "./spreads";
import type { Story } from "./story";
import type { Timeline } from "./timeline";

export function draftRows(
  story: Story,
  timeline: Timeline,
  owner: Owner,
  clock: ClinicClock,
): Prisma.DraftCreateManyInput[] {
  if (story.draft === undefined) return [];
  const { recall, answered, total } = story.draft;
  const begun = clock.minutesAgo(12);
  return [
    {
      id: idFor(`${story.key}, draft`),
      organisationId: owner.organisationId,
      patientId: owner.patientId,
      userId: owner.clinicianId,
      measure: pcl5.id,
      recall,
      sessionId: timeline.sessions.find((session) => session.day === story.today)?.id ?? null,
      answeredAt: wallTime(begun, clinic.timeZone),
      mode: story.given,
      ratings: halfAnswered(story, total, answered),
      step: answered,
      updatedAt: clock.minutesAgo(9),
    },
  ];
}

/** The answers of a form left half-way: the first so many of the twenty. */
function halfAnswered(story: Story, total: number, answered: number): (number | null)[] {
  const answer = respondent(story.key, spreads[story.spread]);
  story.forms.forEach((form) => answer(form.total));
  return answer(total).map((rating, item) => (item < answered ? rating : null));
}
