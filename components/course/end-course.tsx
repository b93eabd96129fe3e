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
import { RadioGroup } from "@/components/ui/radio-group";
import { SaveProblem } from "@/components/ui/save-problem";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { useSave } from "@/components/ui/use-save";
import { VersionsDialog } from "@/components/ui/versions-dialog";
import { lastDayProblem } from "@/lib/course/last-day";
import type { CourseEnd } from "@/lib/schemas/course";
import { endedOrNot } from "./end-words";

interface EndCourseProps {
  courseId: string;
  version: number;
  startDate: string;
  today: string;
  /** Sessions still planned: they are cancelled with the course. */
  planned: number;
  zone: string;
  email: string;
  /** Whose half-filled form this device may keep. */
  keeper: Keeper;
}

const hows = [
  { value: "completed", label: "Completed" },
  { value: "discontinued", label: "Discontinued" },
];

/** Ends the course, with the day and, where it was discontinued, the reason. */
export function EndCourse({ courseId, version: read, startDate, today, planned, zone, email, keeper }: EndCourseProps) {
  const router = useRouter();
  const [pressed, setPressed] = useState(false);
  const draft = useFormDraft(keeper, `${courseId}/end`, { end: { on: today, how: "", note: "" }, version: read });
  const { end, version } = draft.values;
  const setEnd = (next: typeof end) => draft.set({ end: next, version });
  const open = pressed || draft.leftAt !== null;
  const close = () => {
    setPressed(false);
    draft.clear();
  };
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const [attempt, setAttempt] = useState(0);
  const save = useSave<CourseEnd, unknown>(
    "PUT",
    `/api/courses/${courseId}/end`,
    () => {
      close();
      router.refresh();
    },
    { stays: true },
  );
  const errorOf = (name: string) => wrong[name] ?? save.problem?.fields?.[`end.${name}`] ?? save.problem?.fields?.[name];
  const errors = ["how", "on", "note"].flatMap((name) => (errorOf(name) ? [{ id: `end-${name}`, message: errorOf(name)! }] : []));

  function submit(event: FormEvent) {
    event.preventDefault();
    const lastDay = lastDayProblem(end.on, { startDate, today });
    const problems = {
      ...(end.how === "" ? { how: "Choose how the course ended" } : {}),
      ...(lastDay === null ? {} : { on: lastDay }),
      ...(end.how === "discontinued" && end.note.trim() === "" ? { note: "Enter why the course was discontinued" } : {}),
    };
    setWrong(problems);
    setAttempt(attempt + 1);
    if (Object.keys(problems).length === 0) void save.run({ end: { ...end, how: end.how as "completed" }, version });
  }

  return (
    <>
      <Button look="secondary" onClick={() => setPressed(true)}>
        End the course
      </Button>
      <Dialog open={open} title="End the course" onClose={close}>
        <FormFrame
          onSubmit={submit}
          actions={
            <>
              <Button type="submit" busy={save.busy} busyWords="Saving">
                End the course
              </Button>
              <Button look="quiet" onClick={close}>
                Cancel
              </Button>
            </>
          }
        >
          <ErrorSummary errors={errors} attempt={attempt + save.failures} />
          <SaveProblem problem={save.problem} onAgain={save.again} />
          {draft.leftAt && <DraftNotice at={draft.leftAt} zone={zone} onEmpty={close} />}
          {planned > 0 && <p>{planned === 1 ? "The session still planned is" : `The ${planned} sessions still planned are`} cancelled with it. Scores can still be recorded afterwards.</p>}
          <RadioGroup id="end-how" name="end-how" legend="How did it end?" options={hows} value={end.how} error={errorOf("how")} onChange={(event) => setEnd({ ...end, how: event.target.value })} />
          <TextField id="end-on" label="Last day" type="date" short max={today} value={end.on} error={errorOf("on")} onChange={(event) => setEnd({ ...end, on: event.target.value })} />
          <TextArea id="end-note" label={end.how === "discontinued" ? "Why it was discontinued" : "Note"} optional={end.how !== "discontinued"} rows={2} value={end.note} error={errorOf("note")} onChange={(event) => setEnd({ ...end, note: event.target.value })} />
        </FormFrame>
      </Dialog>
      <VersionsDialog problem={save.problem} mine={save.sent()} labels={{ end: "Whether the course has ended" }} say={(_, end) => endedOrNot(end as CourseEnd["end"])} busy={save.busy} onSave={save.run} onClose={save.dismiss} />
      <SignInDialog open={save.problem?.kind === "sign-in"} email={email} onSignedIn={save.again} onClose={save.dismiss} />
    </>
  );
}
