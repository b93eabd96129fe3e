import { useState, type FormEvent } from "react";
import { DraftNotice } from "@/components/begun/draft-notice";
import { useFormDraft } from "@/components/begun/use-form-draft";
import type { Keeper } from "@/components/begun/keeper";
import { SignInDialog } from "@/components/sign-in/sign-in-dialog";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ErrorSummary, type SummaryError } from "@/components/ui/error-summary";
import { FormFrame } from "@/components/ui/form-frame";
import { Notice } from "@/components/ui/notice";
import { SaveProblem } from "@/components/ui/save-problem";
import { useSave } from "@/components/ui/use-save";
import type { Course } from "@/lib/course/course";
import type { SessionsAdd } from "@/lib/schemas/course";
import { problemsOf } from "./plan-problems";
import { planFrom, planSessions, type SessionPlan } from "./plan-sessions";
import { planInWords } from "./plan-words";
import { SessionPlanFields } from "./session-plan-fields";
import type { SessionRow } from "./session-row";

interface SessionAddProps {
  courseId: string;
  course: Pick<Course, "therapy" | "medicine" | "startDate">;
  today: string;
  zone: string;
  email: string;
  /** Whose half-filled form this device may keep. */
  keeper: Keeper;
  onAdded: (rows: SessionRow[]) => void;
}

/** One session, or a row of them at once, with therapy on the day after each dose where that is the plan. */
export function SessionAdd({ courseId, course, today, zone, email, keeper, onAdded }: SessionAddProps) {
  const first: SessionPlan = {
    kind: course.medicine === "none" ? "therapy" : "dose",
    at: `${course.startDate > today ? course.startDate : today}T09:00`,
    repeat: "once",
    times: 4,
    therapyAfter: null,
  };
  // The ids stay with the plan, so that sending it again stores it once.
  const draft = useFormDraft(keeper, `${courseId}/add`, { plan: first, body: null as SessionsAdd | null });
  const { plan, body } = draft.values;
  const setPlan = (next: SessionPlan) => draft.set({ plan: next, body: null });
  const [errors, setErrors] = useState<SummaryError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [added, setAdded] = useState("");
  const save = useSave<SessionsAdd, unknown>("POST", `/api/courses/${courseId}/sessions`, announce, {
    stays: true,
  });

  function announce(_: unknown, { sessions }: SessionsAdd) {
    onAdded(sessions.map((session) => ({ ...session, plannedAt: session.at, status: "planned", reason: "", version: 1 })));
    setAdded(planInWords(sessions));
    draft.clear();
  }

  function change(part: Partial<SessionPlan>) {
    setPlan({ ...plan, ...part });
    setAdded("");
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    setAttempt(attempt + 1);
    setAdded("");
    const found = problemsOf(plan);
    setErrors(found);
    if (found.length > 0) return;
    const given = body ?? { sessions: planSessions(plan).map((session) => ({ id: crypto.randomUUID(), ...session })) };
    draft.set({ plan, body: given });
    void save.run(given);
  }

  const served = Object.entries(save.problem?.fields ?? {}).map(([, message]) => ({ id: "add-at", message }));
  const shown = errors.length > 0 ? errors : served;
  const errorOf = (id: string) => shown.find((error) => error.id === id)?.message;
  const possible = problemsOf(plan).length === 0;
  return (
    <Card title="Add sessions" screenOnly>
      <FormFrame
        onSubmit={submit}
        onReady={(given) => setPlan(planFrom(given, plan))}
        actions={
          <Button type="submit" busy={save.busy} busyWords="Adding">
            Add
          </Button>
        }
      >
        <ErrorSummary errors={shown} attempt={attempt + save.failures} />
        <SaveProblem problem={save.problem} onAgain={save.again} />
        {draft.leftAt && <DraftNotice at={draft.leftAt} zone={zone} onEmpty={draft.clear} />}
        <SessionPlanFields
          plan={plan}
          withTherapy={course.therapy !== "none"}
          errorOf={errorOf}
          onChange={change}
        />
        {added ? (
          <Notice tone="good" live="status" title="Added:">
            {added}.
          </Notice>
        ) : (
          possible && <p>This adds {planInWords(planSessions(plan))}.</p>
        )}
      </FormFrame>
      <SignInDialog
        open={save.problem?.kind === "sign-in"}
        email={email}
        onSignedIn={save.again}
        onClose={save.dismiss}
      />
    </Card>
  );
}
