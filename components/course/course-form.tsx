"use client";

import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { DraftNotice } from "@/components/begun/draft-notice";
import { useFormDraft } from "@/components/begun/use-form-draft";
import type { Keeper } from "@/components/begun/keeper";
import { SignInDialog } from "@/components/sign-in/sign-in-dialog";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FormFrame } from "@/components/ui/form-frame";
import { SaveProblem } from "@/components/ui/save-problem";
import { useSave } from "@/components/ui/use-save";
import { VersionsDialog } from "@/components/ui/versions-dialog";
import type { CourseFields } from "@/lib/schemas/course";
import { courseFrom } from "./course-answers";
import { CourseBasics } from "./course-basics";
import { medicineOptions, routeWords, therapyOptions } from "./course-options";

interface CourseFormProps {
  courseId: string;
  patientId: string;
  /** What is stored now, with the version that was read. */
  course: CourseFields & { version: number };
  zone: string;
  email: string;
  /** Whose half-filled form this device may keep. */
  keeper: Keeper;
}

const order = ["therapy", "therapyName", "medicine", "route", "startDate", "plannedWeeks", "indexEvent"] as const;

const loadRules = () => import("@/lib/schemas/course");

const labels = { therapy: "Therapy", therapyName: "Its name", medicine: "Medicine", route: "Route", startDate: "Start", plannedWeeks: "Weeks planned", indexEvent: "Index event" };
const wordsOf = (options: readonly { value: string; label: string }[]) => Object.fromEntries(options.map(({ value, label }) => [value, label]));
const inWords: Readonly<Record<string, Readonly<Record<string, string>>>> = { therapy: wordsOf(therapyOptions), medicine: wordsOf(medicineOptions), route: routeWords };
const say = (path: string, value: unknown) => inWords[path]?.[String(value)];

// A stored change is another version: the form starts afresh from it.
export function CourseForm(props: CourseFormProps) {
  return <CourseFieldset key={props.course.version} {...props} />;
}

function CourseFieldset({ courseId, patientId, course, zone, email, keeper }: CourseFormProps) {
  const { version: read, ...stored } = course;
  const router = useRouter();
  const draft = useFormDraft(keeper, `${courseId}/course`, { fields: stored as CourseFields, version: read });
  const { fields, version } = draft.values;
  const setFields = (next: CourseFields) => draft.set({ fields: next, version });
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const [attempt, setAttempt] = useState(0);
  const save = useSave<object, { href: string }>("PUT", `/api/courses/${courseId}`, ({ href }) => {
    draft.forget();
    router.push(href);
    router.refresh();
  });

  const set = (change: Partial<CourseFields>) => setFields({ ...fields, ...change });
  const errorOf = (name: string) => wrong[name] ?? save.problem?.fields?.[name];
  const errors = order.flatMap((name) => {
    const message = errorOf(name);
    return message ? [{ id: `course-${name}`, message }] : [];
  });

  function keepEvent() {
    save.dismiss();
    set({ indexEvent: stored.indexEvent });
  }

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
          <Button type="submit" busy={save.busy} busyWords="Saving">
            Save changes
          </Button>
        }
      >
        <ErrorSummary errors={errors} attempt={attempt + save.failures} />
        <SaveProblem problem={save.problem} onAgain={save.again} />
        {draft.leftAt && <DraftNotice at={draft.leftAt} zone={zone} onEmpty={draft.clear} />}
        <CourseBasics course={fields} errorOf={errorOf} onChange={set} />
      </FormFrame>
      <Dialog
        open={save.problem?.ask === "index-event"}
        title="Change the index event?"
        onClose={save.dismiss}
        actions={
          <>
            <Button onClick={keepEvent}>Keep “{String(save.problem?.indexEvent ?? "")}”</Button>
            <Button look="secondary" busy={save.busy} onClick={() => save.run({ ...fields, patientId, version, allow: ["index-event"] })}>
              Change it
            </Button>
          </>
        }
      >
        <p>{save.problem?.message}</p>
      </Dialog>
      <VersionsDialog problem={save.problem} mine={save.sent()} labels={labels} say={say} busy={save.busy} onSave={save.run} onClose={save.dismiss} />
      <SignInDialog
        open={save.problem?.kind === "sign-in"}
        email={email}
        onSignedIn={save.again}
        onClose={save.dismiss}
      />
    </>
  );
}
