"use client";

import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { SignInDialog } from "@/components/sign-in/sign-in-dialog";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FormFrame } from "@/components/ui/form-frame";
import { LinkButton } from "@/components/ui/link-button";
import { RadioGroup } from "@/components/ui/radio-group";
import { SaveProblem } from "@/components/ui/save-problem";
import { TextField } from "@/components/ui/text-field";
import { useSave } from "@/components/ui/use-save";
import type { CourseFields } from "@/lib/schemas/course";
import { courseFrom } from "./course-answers";
import { weekOptions } from "./course-options";
import { TreatmentFields } from "./treatment-fields";

interface CourseFormProps {
  courseId: string;
  patientId: string;
  /** What is stored now, with the version that was read; a new course starts from version 0. */
  course: CourseFields & { version: number };
  cancelHref?: string;
  email: string;
}

const order = ["therapy", "therapyName", "medicine", "route", "startDate", "plannedWeeks"] as const;

const loadRules = () => import("@/lib/schemas/course");

// A stored change is another version: the form starts afresh from it.
export function CourseForm(props: CourseFormProps) {
  return <CourseFieldset key={props.course.version} {...props} />;
}

function CourseFieldset({ courseId, patientId, course, cancelHref, email }: CourseFormProps) {
  const { version, ...stored } = course;
  const router = useRouter();
  const [fields, setFields] = useState<CourseFields>(stored);
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const [attempt, setAttempt] = useState(0);
  const save = useSave<object, { href: string }>("PUT", `/api/courses/${courseId}`, ({ href }) => {
    router.push(href);
    router.refresh();
  });

  const set = (change: Partial<CourseFields>) => setFields({ ...fields, ...change });
  const errorOf = (name: string) => wrong[name] ?? save.problem?.fields?.[name];
  const errors = order.flatMap((name) => {
    const message = errorOf(name);
    return message ? [{ id: `course-${name}`, message }] : [];
  });

  async function submit(event: FormEvent) {
    event.preventDefault();
    save.dismiss();
    const rules = await loadRules().catch(() => null); // without them the server, which has the same, answers
    const parsed = rules?.courseFields.safeParse(fields);
    const issues = parsed?.error?.issues.toReversed() ?? [];
    setWrong(Object.fromEntries(issues.map((issue) => [String(issue.path[0]), issue.message])));
    setAttempt((count) => count + 1);
    if (issues.length === 0) await save.run({ ...fields, patientId, version });
  }

  return (
    <>
      <FormFrame
        onFocus={loadRules}
        onReady={(given) => setFields(courseFrom(given, fields))}
        onSubmit={submit}
        actions={
          <>
            <Button type="submit" busy={save.busy} busyWords="Saving">
              {version === 0 ? "Save and plan sessions" : "Save changes"}
            </Button>
            {cancelHref && (
              <LinkButton href={cancelHref} look="quiet">
                Cancel
              </LinkButton>
            )}
          </>
        }
      >
        <ErrorSummary errors={errors} attempt={attempt + save.failures} />
        <SaveProblem problem={save.problem} onAgain={save.again} />
        <TreatmentFields course={fields} errorOf={errorOf} onChange={set} />
        <TextField
          id="course-startDate"
          label="Start date"
          hint="The day of the first dose, or of the first therapy session where there is none."
          name="startDate"
          type="date"
          short
          value={fields.startDate}
          error={errorOf("startDate")}
          onChange={(event) => set({ startDate: event.target.value })}
        />
        <RadioGroup
          id="course-plannedWeeks"
          name="plannedWeeks"
          legend="Planned length in weeks"
          look="segmented"
          options={weekOptions}
          value={String(fields.plannedWeeks)}
          error={errorOf("plannedWeeks")}
          onChange={(event) => set({ plannedWeeks: Number(event.target.value) })}
        />
      </FormFrame>
      <SignInDialog
        open={save.problem?.kind === "sign-in"}
        email={email}
        onSignedIn={save.again}
        onClose={save.dismiss}
      />
    </>
  );
}
