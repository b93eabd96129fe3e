// What a new form and a correction have in common: whose it is, which sessions it may belong to, the clinic's clock.
import type { QuestionnaireProps } from "@/components/measures/questionnaire-props";
import { keeperOf } from "@/lib/auth/device-key";
import type { Viewer } from "@/lib/auth/viewer";
import { wallTime } from "@/lib/course/calendar";
import { sessionNames } from "@/lib/course/session-names";
import { dayInWords, instantInWords, zoneName } from "@/lib/dates";
import type { openForm } from "@/lib/records/forms";

interface FormFrame {
  viewer: Viewer;
  form: NonNullable<Awaited<ReturnType<typeof openForm>>>;
  now: Date;
}

export function formFrame({ viewer, form, now }: FormFrame): Pick<QuestionnaireProps, "patient" | "sessions" | "zone" | "now" | "email" | "keeper"> {
  const { patient, zone, sessions } = form;
  const names = sessionNames(form.therapy ?? { therapy: "none" }, sessions);
  return {
    patient: { id: patient.id, name: patient.name, details: `${patient.recordNumber}, born ${dayInWords(patient.birthDate)}` },
    sessions: sessions.map(({ id, at }) => ({ id, label: `${names.get(id)}, ${instantInWords(at, zone)}` })),
    zone: { id: zone, label: `clinic time, ${zoneName(zone)}` },
    now: wallTime(now, zone),
    email: viewer.email,
    keeper: keeperOf(viewer),
  };
}
