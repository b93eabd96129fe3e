"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { DraftNotice } from "@/components/begun/draft-notice";
import { useFormDraft } from "@/components/begun/use-form-draft";
import type { Keeper } from "@/components/begun/keeper";
import { SignInDialog } from "@/components/sign-in/sign-in-dialog";
import { beginAtTop } from "@/components/ui/begin-at-top";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FormFrame } from "@/components/ui/form-frame";
import { LinkButton } from "@/components/ui/link-button";
import { SaveProblem } from "@/components/ui/save-problem";
import { SelectField } from "@/components/ui/select-field";
import { useSave } from "@/components/ui/use-save";
import type { ClosedDays } from "@/lib/course/closed-days";
import type { CourseTemplate } from "@/lib/course/templates";
import type { CourseFields } from "@/lib/schemas/course";
import { courseFrom } from "./course-answers";
import { CourseBasics } from "./course-basics";
import { PastEnd } from "./past-end";
import { rowProblems, rowsAfterEnd, rowsOf, treatmentOf } from "./start-answers";
import { StartSessions } from "./start-sessions";

interface CourseStartProps {
  courseId: string;
  patientId: string;
  templates: readonly CourseTemplate[];
  closed: ClosedDays;
  today: string;
  zone: string;
  cancelHref: string;
  email: string;
  /** Whose half-filled form this device may keep. */
  keeper: Keeper;
}

const OWN = "";
const order = ["therapy", "therapyName", "medicine", "route", "startDate", "plannedWeeks", "indexEvent"] as const;
const fieldsOn = (startDate: string): CourseFields => ({ therapy: "pe", therapyName: "", medicine: "none", route: "none", startDate, plannedWeeks: 4, indexEvent: "" });
const loadRules = () => import("@/lib/schemas/course");

/** A new course: from a template with its dates, or from nothing. */
export function CourseStart({ courseId, patientId, templates, closed, today, zone, cancelHref, email, keeper }: CourseStartProps) {
  const router = useRouter();
  // The ids lie with what was entered, so that a course that was sent before its page was lost is not stored twice.
  const draft = useFormDraft(keeper, `${patientId}/start`, { id: courseId, chosen: OWN, fields: fieldsOn(today), rows: [] as ReturnType<typeof rowsOf> });
  const { id: known, chosen, fields, rows } = draft.values;
  const put = (change: Partial<typeof draft.values>) => draft.set({ ...draft.values, ...change });
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const [attempt, setAttempt] = useState(0);
  const saved = useRef(false);
  const save = useSave<object, { href: string }>("POST", `/api/courses/${known}`, ({ href }) => {
    saved.current = true;
    draft.forget();
    router.push(href);
    router.refresh();
  });
  // The course that was saved stands under the same address, where the window would stay as far down as the form was long.
  useEffect(() => () => void (saved.current && beginAtTop()), []);
  const template = templates.find(({ id }) => id === chosen);
  const problems = attempt > 0 ? rowProblems(rows) : {};
  const after = rowsAfterEnd(rows, fields);
  const errorOf = (name: string) => wrong[name] ?? save.problem?.fields?.[name];
  const errors = [
    ...order.flatMap((name) => (errorOf(name) ? [{ id: `course-${name}`, message: errorOf(name)! }] : [])),
    ...Object.entries(problems).map(([id, message]) => ({ id: `start-${id}`, message })),
    ...(save.problem?.fields?.form ? [{ id: "course-template", message: save.problem.fields.form }] : []),
  ];

  function choose(id: string) {
    const next = templates.find((each) => each.id === id);
    put({ chosen: id, fields: next ? { ...fields, ...treatmentOf(next) } : fields, rows: next ? rowsOf(next, fields.startDate, closed) : [] });
  }

  function set(change: Partial<CourseFields>) {
    put({ fields: { ...fields, ...change }, rows: template && change.startDate !== undefined ? rowsOf(template, change.startDate, closed) : rows });
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    save.dismiss();
    const rules = await loadRules().catch(() => null); // without them the server, which has the same, answers
    const issues = rules?.courseFields.safeParse(fields).error?.issues.toReversed() ?? [];
    setWrong(Object.fromEntries(issues.map((issue) => [String(issue.path[0]), issue.message])));
    setAttempt((count) => count + 1);
    if (issues.length > 0 || Object.keys(rowProblems(rows)).length > 0) return;
    const sessions = rows.map(({ id, kind, day, time }) => ({ id, kind, at: `${day}T${time}` }));
    await save.run({ ...fields, patientId, template: template?.name ?? "", sessions, plan: template?.plan ?? null });
  }

  return (
    <>
      <FormFrame
        onFocus={loadRules}
        onReady={(given) => (given.get("template") ? choose(String(given.get("template"))) : put({ fields: courseFrom(given, fields) }))}
        onSubmit={submit}
        actions={
          <>
            <Button type="submit" busy={save.busy} busyWords="Saving">
              {rows.length === 0 ? "Save and plan sessions" : `Save with ${rows.length} ${rows.length === 1 ? "session" : "sessions"}`}
            </Button>
            <LinkButton href={cancelHref} look="quiet" onClick={draft.forget}>
              Cancel
            </LinkButton>
          </>
        }
      >
        <ErrorSummary errors={errors} attempt={attempt + save.failures} />
        <SaveProblem problem={save.problem} onAgain={save.again} />
        {draft.leftAt && <DraftNotice at={draft.leftAt} zone={zone} onEmpty={draft.clear} />}
        <SelectField
          id="course-template"
          name="template"
          label="Template"
          hint="A template fills in the treatment and plans the dates. All of it can be changed below, for this patient alone."
          options={[{ value: OWN, label: "None: plan it by hand" }, ...templates.map(({ id, name }) => ({ value: id, label: name }))]}
          value={chosen}
          onChange={(event) => choose(event.target.value)}
        />
        <CourseBasics course={fields} errorOf={errorOf} onChange={set} />
        <PastEnd after={after} onRemove={() => put({ rows: rows.filter((row) => !after.includes(row)) })} />
        {template && <StartSessions rows={rows} problems={problems} onChange={(next) => put({ rows: next })} />}
      </FormFrame>
      <SignInDialog open={save.problem?.kind === "sign-in"} email={email} onSignedIn={save.again} onClose={save.dismiss} />
    </>
  );
}
