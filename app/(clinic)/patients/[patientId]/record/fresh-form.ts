// Everything the form of one measure is opened with: the draft that was left or a fresh start, what is suggested, and
// its place in the sitting. Session, time and way of giving are asked once a sitting: the next form has them already.
import { randomUUID } from "node:crypto";
import { formMeasure } from "@/components/measures/form-measure";
import { openPrompts } from "@/components/measures/open-prompts";
import type { QuestionnaireProps } from "@/components/measures/questionnaire-props";
import { safetyGuidance } from "@/components/measures/safety-answer";
import { nextMeasure, sittingHref } from "@/components/measures/sitting";
import { may } from "@/lib/auth/rights";
import type { Viewer } from "@/lib/auth/viewer";
import { calendarDay, wallTime } from "@/lib/course/calendar";
import { suggestRecall } from "@/lib/course/suggest-recall";
import type { Measure } from "@/lib/measures/measure";
import { findMeasure } from "@/lib/measures/measures";
import type { openForm } from "@/lib/records/forms";
import type { openSitting } from "@/lib/records/sitting";
import { formFrame } from "../form-frame";
import type { SittingAsked } from "./sitting-asked";

interface FreshForm {
  viewer: Viewer;
  measure: Measure;
  form: NonNullable<Awaited<ReturnType<typeof openForm>>>;
  asked: SittingAsked;
  /** Ids of the forms saved in this sitting, and their measures. */
  saved: string[];
  sitting: NonNullable<Awaited<ReturnType<typeof openSitting>>>;
  recorded: ReadonlySet<string>;
  now: Date;
}

export function freshForm({ viewer, measure, form, asked, saved, sitting, recorded, now }: FreshForm): QuestionnaireProps {
  const { zone, sessions, draft } = form;
  const shown = formMeasure(measure);
  const offered = shown.forms.map(({ recall }) => recall);
  const suggestion = offered.includes("month") && offered.includes("week") ? suggestRecall({ at: now, zone, scored: form.scored, sessions }) : null;
  const recall = suggestion?.recall ?? offered[0];
  if (recall === undefined) throw new RangeError(`The ${measure.short} has no form on offer`);
  const today = calendarDay(now, zone);
  const session = sessions.find(({ id }) => id === asked.session) ?? sessions.findLast(({ at }) => calendarDay(at, zone) === today);
  const last = sitting.forms.at(-1);
  const details = last
    ? { sessionId: last.sessionId, answeredAt: wallTime(last.answeredAt, zone), mode: last.mode }
    : { sessionId: session?.id ?? null, answeredAt: wallTime(now, zone), mode: "paper" as const };
  const id = draft?.id ?? randomUUID();
  const base = `/patients/${form.patient.id}`;
  const to = (next: string | null, ids = saved) => (next === null ? null : sittingHref(base, asked.measures, { measure: next, saved: ids }));
  const next = nextMeasure(asked.measures, recorded, measure.id);
  return {
    ...formFrame({ viewer, form, now }),
    measure: shown,
    assessmentId: id,
    initial: draft ?? { recall, ...details, ratings: measure.items.map(() => null), total: null, step: 0 },
    suggestion,
    addresses: { draft: `/api/drafts/${id}`, save: `/api/assessments/${id}`, after: base, next: to(next, [...saved, id]) },
    sitting: asked.measures.length < 2 ? null : { steps: asked.measures.map(step), skip: to(next) ?? base },
    prompts: openPrompts(sitting.prompts.filter(({ formId }) => formId !== id), zone),
    acknowledges: may(viewer, "treat"),
    guidance: safetyGuidance(viewer.organisation.settings.guidance.safety),
  };

  function step(each: string) {
    const state = each === measure.id ? ("now" as const) : recorded.has(each) ? ("recorded" as const) : ("open" as const);
    return { id: each, short: findMeasure(each)?.short ?? each, state, href: to(each) ?? base };
  }
}
