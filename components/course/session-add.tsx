import { useRef, useState, type FormEvent } from "react";
import { SignInDialog } from "@/components/sign-in/sign-in-dialog";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { DateTimeField } from "@/components/ui/date-time-field";
import { ErrorSummary, type SummaryError } from "@/components/ui/error-summary";
import { FormFrame } from "@/components/ui/form-frame";
import { Notice } from "@/components/ui/notice";
import { RadioGroup } from "@/components/ui/radio-group";
import { SaveProblem } from "@/components/ui/save-problem";
import { SelectField } from "@/components/ui/select-field";
import { SideBySide } from "@/components/ui/side-by-side";
import { TextField } from "@/components/ui/text-field";
import { useSave } from "@/components/ui/use-save";
import { sessionKindWords, type Course, type SessionKind } from "@/lib/course/course";
import type { SessionsAdd } from "@/lib/schemas/course";
import { planFrom, planSessions, repeats, type Repeat, type SessionPlan } from "./plan-sessions";
import { planInWords } from "./plan-words";
import type { SessionRow } from "./session-row";

interface SessionAddProps {
  courseId: string;
  course: Pick<Course, "therapy" | "medicine" | "startDate">;
  today: string;
  email: string;
  onAdded: (rows: SessionRow[]) => void;
}

const mostTimes = 60;
const kindOptions = Object.entries(sessionKindWords).map(([value, label]) => ({ value, label }));

/** One session, or a row of them at once, with therapy on the day after each dose where that is the plan. */
export function SessionAdd({ courseId, course, today, email, onAdded }: SessionAddProps) {
  const [plan, setPlan] = useState<SessionPlan>({
    kind: course.medicine === "none" ? "therapy" : "dose",
    at: `${course.startDate > today ? course.startDate : today}T09:00`,
    repeat: "once",
    times: 4,
    therapyAfter: null,
  });
  const [errors, setErrors] = useState<SummaryError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [added, setAdded] = useState("");
  // The ids stay with the plan, so that sending it again stores it once.
  const ready = useRef({ plan: "", body: null as SessionsAdd | null });
  const save = useSave<SessionsAdd, unknown>("POST", `/api/courses/${courseId}/sessions`, announce, { stays: true });

  function announce(_: unknown, { sessions }: SessionsAdd) {
    onAdded(sessions.map((session) => ({ ...session, status: "planned", version: 1 })));
    setAdded(planInWords(sessions));
    ready.current = { plan: "", body: null };
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
    const signature = JSON.stringify(plan);
    if (ready.current.plan !== signature || ready.current.body === null) {
      const sessions = planSessions(plan).map((session) => ({ id: crypto.randomUUID(), ...session }));
      ready.current = { plan: signature, body: { sessions } };
    }
    if (ready.current.body) void save.run(ready.current.body);
  }

  const served = Object.entries(save.problem?.fields ?? {}).map(([, message]) => ({ id: "add-at", message }));
  const shown = errors.length > 0 ? errors : served;
  const errorOf = (id: string) => shown.find((error) => error.id === id)?.message;
  const possible = problemsOf(plan).length === 0;
  return (
    <Card title="Add sessions">
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
        <RadioGroup
          id="add-kind"
          name="add-kind"
          legend="Kind"
          options={kindOptions}
          value={plan.kind}
          onChange={(event) => change({ kind: event.target.value as SessionKind })}
        />
        <DateTimeField
          id="add-at"
          label={plan.repeat === "once" ? "When" : "The first one"}
          value={plan.at}
          error={errorOf("add-at")}
          onChange={(at) => change({ at })}
        />
        <SideBySide>
          <SelectField
            id="add-repeat"
            name="add-repeat"
            label="How often"
            options={repeats}
            value={plan.repeat}
            onChange={(event) => change({ repeat: event.target.value as Repeat })}
          />
          {plan.repeat !== "once" && (
            <TextField
              id="add-times"
              label="How many"
              type="number"
              min={1}
              max={mostTimes}
              value={Number.isNaN(plan.times) ? "" : plan.times}
              error={errorOf("add-times")}
              onChange={(event) => change({ times: event.target.valueAsNumber })}
            />
          )}
        </SideBySide>
        {plan.kind === "dose" && course.therapy !== "none" && (
          <SideBySide>
            <Checkbox
              label="A therapy session on the day after each dose"
              checked={plan.therapyAfter !== null}
              onChange={(event) => change({ therapyAfter: event.target.checked ? plan.at.slice(11) || "09:00" : null })}
            />
            {plan.therapyAfter !== null && (
              <TextField
                id="add-therapyAfter"
                label="Therapy at"
                type="time"
                value={plan.therapyAfter}
                error={errorOf("add-therapyAfter")}
                onChange={(event) => change({ therapyAfter: event.target.value })}
              />
            )}
          </SideBySide>
        )}
        {added ? (
          <Notice tone="good" live="status" title="Added:">
            {added}.
          </Notice>
        ) : (
          possible && <p>This adds {planInWords(planSessions(plan))}.</p>
        )}
      </FormFrame>
      <SignInDialog open={save.problem?.kind === "sign-in"} email={email} onSignedIn={save.again} onClose={save.dismiss} />
    </Card>
  );
}

function problemsOf(plan: SessionPlan): SummaryError[] {
  const errors: SummaryError[] = [];
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(plan.at)) errors.push({ id: "add-at", message: "Enter a date and a time" });
  if (plan.repeat !== "once" && !(Number.isInteger(plan.times) && plan.times >= 1 && plan.times <= mostTimes)) {
    errors.push({ id: "add-times", message: `Enter how many, from 1 to ${mostTimes}` });
  }
  if (plan.kind === "dose" && plan.therapyAfter === "") {
    errors.push({ id: "add-therapyAfter", message: "Enter the time of the therapy sessions" });
  }
  return errors;
}
