import { useState, type FormEvent } from "react";
import { DraftNotice } from "@/components/begun/draft-notice";
import { SignInDialog } from "@/components/sign-in/sign-in-dialog";
import { Button } from "@/components/ui/button";
import { DateTimeField } from "@/components/ui/date-time-field";
import { Dialog } from "@/components/ui/dialog";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FormFrame } from "@/components/ui/form-frame";
import { RadioGroup } from "@/components/ui/radio-group";
import { SaveProblem } from "@/components/ui/save-problem";
import { Checkbox } from "@/components/ui/checkbox";
import { TextField } from "@/components/ui/text-field";
import { useSave } from "@/components/ui/use-save";
import { VersionsDialog } from "@/components/ui/versions-dialog";
import type { ClosedDays } from "@/lib/course/closed-days";
import {
  sessionKindWords,
  sessionStatusWords,
  type Course,
  type SessionKind,
  type SessionStatus,
} from "@/lib/course/course";
import type { SessionSave } from "@/lib/schemas/course";
import { weekdayInWords } from "@/lib/dates";
import { movedAlong } from "./move-rest";
import { namesOf, type SessionRow } from "./session-row";

/** A session as it stands, and as it is being changed. */
export interface SessionChange {
  row: SessionRow;
  fields: SessionRow;
  /** What is planned later moves along. */
  withRest: boolean;
}

interface SessionDialogProps {
  change: SessionChange;
  /** When the change was entered, where an earlier page left it. */
  leftAt: Date | null;
  name: string;
  /** All of the course: what is planned later may move along. */
  rows: readonly SessionRow[];
  course: Pick<Course, "therapy" | "therapyName">;
  closed: ClosedDays;
  zone: string;
  email: string;
  onChange: (change: SessionChange) => void;
  onClose: () => void;
  onChanged: (rows: SessionRow[]) => void;
}

const kinds = Object.entries(sessionKindWords).map(([value, label]) => ({ value, label }));
const statuses = Object.entries(sessionStatusWords).map(([value, label]) => ({ value, label }));

const labels = { status: "Did it take place?", reason: "Why not", at: "When", kind: "Kind" };
const inWords: Readonly<Record<string, Readonly<Record<string, string>>>> = { status: sessionStatusWords, kind: sessionKindWords };
const say = (path: string, value: unknown) => inWords[path]?.[String(value)];

/** One session: what it is, when, and whether it took place. */
export function SessionDialog({ change, leftAt, name, rows, course, closed, zone, email, onChange, onClose, onChanged }: SessionDialogProps) {
  const { row, fields, withRest } = change;
  const setFields = (next: SessionRow) => onChange({ ...change, fields: next });
  const [reasonError, setReasonError] = useState<string>();
  const [attempt, setAttempt] = useState(0);
  const along = fields.status === "planned" ? movedAlong(rows, row, fields.at, closed) : [];
  const names = namesOf(course, rows);
  const askWhy = fields.status === "missed" || fields.status === "cancelled";
  const save = useSave<SessionSave, unknown>("PUT", `/api/sessions/${row.id}`, (_, { kind, at, status, reason = "", rest = [] }) => {
    const moved = along.filter(({ id }) => rest.some((each) => each.id === id)).map((each) => ({ ...each, version: each.version + 1 }));
    onChanged([{ ...row, kind, at, status, reason, plannedAt: status === "planned" ? at : row.plannedAt, version: row.version + 1 }, ...moved]);
  });
  const errors = {
    "session-status": save.problem?.fields?.status,
    "session-reason": reasonError ?? save.problem?.fields?.reason,
    "session-at": save.problem?.fields?.at,
  };

  function submit(event: FormEvent) {
    event.preventDefault();
    const { kind, at, status, reason, version } = fields;
    const missing = status === "cancelled" && reason.trim() === "" ? "Enter why it was cancelled" : undefined;
    setReasonError(missing);
    setAttempt(attempt + 1);
    if (missing) return;
    const rest = withRest ? along.map((each) => ({ id: each.id, at: each.at, version: each.version })) : [];
    void save.run({ kind, at, status, ...(askWhy && reason.trim() ? { reason } : {}), version, rest });
  }

  return (
    <>
      <Dialog open title={`Change ${name}`} onClose={onClose}>
        <FormFrame
          onSubmit={submit}
          actions={
            <>
              <Button type="submit" busy={save.busy} busyWords="Saving">
                Save changes
              </Button>
              <Button look="quiet" onClick={onClose}>
                Cancel
              </Button>
            </>
          }
        >
          <ErrorSummary errors={Object.entries(errors).flatMap(([id, message]) => (message ? [{ id, message }] : []))} attempt={attempt + save.failures} />
          <SaveProblem problem={save.problem} onAgain={save.again} />
          {leftAt && <DraftNotice at={leftAt} zone={zone} onEmpty={onClose} />}
          <RadioGroup
            id="session-status"
            name="status"
            legend="Did it take place?"
            options={statuses}
            value={fields.status}
            error={errors["session-status"]}
            onChange={(event) => setFields({ ...fields, status: event.target.value as SessionStatus })}
          />
          {askWhy && (
            <TextField
              id="session-reason"
              label={fields.status === "missed" ? "Why it was missed" : "Why it was cancelled"}
              optional={fields.status === "missed"}
              autoComplete="off"
              value={fields.reason}
              error={errors["session-reason"]}
              onChange={(event) => setFields({ ...fields, reason: event.target.value })}
            />
          )}
          <DateTimeField
            id="session-at"
            label="When"
            value={fields.at}
            error={errors["session-at"]}
            onChange={(at) => setFields({ ...fields, at })}
          />
          {along.length > 0 && (
            <>
              <Checkbox
                label={along.length === 1 ? "Move the session planned after it along" : `Move the ${along.length} sessions planned after it along`}
                checked={withRest}
                onChange={(event) => onChange({ ...change, withRest: event.target.checked })}
              />
              {withRest && (
                <ul>
                  {along.map(({ id, at }) => (
                    <li key={id}>
                      {names.get(id)}: {weekdayInWords(at.slice(0, 10))}
                    </li>
                  ))}
                </ul>
              )}
            </>
          )}
          <RadioGroup
            id="session-kind"
            name="kind"
            legend="Kind"
            options={kinds}
            value={fields.kind}
            onChange={(event) => setFields({ ...fields, kind: event.target.value as SessionKind })}
          />
        </FormFrame>
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
