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
import { attendanceWords, homeworkWords } from "@/lib/course/therapy-session";
import type { TherapyBody } from "@/lib/schemas/therapy";
import { bodyOf, visitFrom, visitOrder, type VisitAnswers } from "./visit-answers";
import { VisitFields } from "./visit-fields";

interface VisitFormProps {
  sessionId: string;
  therapy: boolean;
  stored: VisitAnswers;
  /** The newest versions this page knows; 0 where there is none. */
  number: number;
  checkNumber: number;
  /** The clinic's calendar day: nothing later has taken place. */
  today: string;
  zone: string;
  zoneWords: string;
  email: string;
  /** Whose half-filled form this device may keep. */
  keeper: Keeper;
}

const loadRules = () => import("@/lib/schemas/therapy");

const labels = {
  attendance: "Did the patient come?", at: "When", protocolSession: "Session of the protocol", homework: "Homework", sudsBefore: "Distress before", sudsPeak: "Distress at the peak",
  sudsEnd: "Distress at the end", psychotic: "Psychotic symptoms", manic: "Manic symptoms", symptomNote: "What was seen, and what was done", note: "Note",
};
const inWords: Readonly<Record<string, Readonly<Record<string, string>>>> = { attendance: attendanceWords, homework: homeworkWords };
const say = (path: string, value: unknown) => inWords[path]?.[String(value)];

/** One visit, recorded or corrected. */
export function VisitForm({ sessionId, therapy, stored, number, checkNumber, today, zone, zoneWords, email, keeper }: VisitFormProps) {
  const router = useRouter();
  const draft = useFormDraft(keeper, `${sessionId}/visit`, { answers: stored, number, checkNumber });
  const { answers, ...known } = draft.values;
  const setAnswers = (next: VisitAnswers) => draft.set({ answers: next, ...known });
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const [attempt, setAttempt] = useState(0);
  const save = useSave<TherapyBody, { href: string }>("PUT", `/api/sessions/${sessionId}/therapy`, ({ href }) => {
    draft.clear();
    router.push(href);
    router.refresh();
  });
  const errorOf = (name: string) => wrong[name] ?? save.problem?.fields?.[name];
  const errors = visitOrder.flatMap((name) => {
    const message = errorOf(name);
    return message ? [{ id: `visit-${name}`, message }] : [];
  });

  async function send(allow: string[]) {
    save.dismiss();
    const body = bodyOf(answers, { key: crypto.randomUUID(), ...known, allow });
    const rules = await loadRules().catch(() => null); // without them the server, which has the same, answers
    const issues = rules?.therapySave.safeParse(body).error?.issues.toReversed() ?? [];
    setWrong(Object.fromEntries(issues.map((issue) => [String(issue.path[0]), issue.message])));
    setAttempt((count) => count + 1);
    if (issues.length === 0) await save.run(body);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    void send([]);
  }

  return (
    <>
      <FormFrame
        onFocus={loadRules}
        onReady={(given) => setAnswers(visitFrom(given, answers))}
        onSubmit={submit}
        actions={
          <Button type="submit" busy={save.busy} busyWords="Saving">
            {number === 0 ? "Save" : "Save the correction"}
          </Button>
        }
      >
        <ErrorSummary errors={errors} attempt={attempt + save.failures} />
        <SaveProblem problem={save.problem} onAgain={save.again} />
        {draft.leftAt && <DraftNotice at={draft.leftAt} zone={zone} onEmpty={draft.clear} />}
        <VisitFields therapy={therapy} answers={answers} today={today} zoneWords={zoneWords} errorOf={errorOf} onChange={(change) => setAnswers({ ...answers, ...change })} />
      </FormFrame>
      <Dialog
        open={save.problem?.ask === "distress"}
        title="Is the peak right?"
        onClose={save.dismiss}
        actions={
          <>
            <Button onClick={save.dismiss}>Go back</Button>
            <Button look="secondary" busy={save.busy} onClick={() => send(["distress"])}>
              Save as typed
            </Button>
          </>
        }
      >
        <p>{save.problem?.message}</p>
      </Dialog>
      <VersionsDialog problem={save.problem} mine={save.sent()} labels={labels} say={say} busy={save.busy} onSave={save.run} onClose={save.dismiss} />
      <SignInDialog open={save.problem?.kind === "sign-in"} email={email} onSignedIn={save.again} onClose={save.dismiss} />
    </>
  );
}
