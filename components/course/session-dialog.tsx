import { useState, type FormEvent } from "react";
import { SignInDialog } from "@/components/sign-in/sign-in-dialog";
import { Button } from "@/components/ui/button";
import { DateTimeField } from "@/components/ui/date-time-field";
import { Dialog } from "@/components/ui/dialog";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FormFrame } from "@/components/ui/form-frame";
import { RadioGroup } from "@/components/ui/radio-group";
import { SaveProblem } from "@/components/ui/save-problem";
import { useSave } from "@/components/ui/use-save";
import {
  sessionKindWords,
  sessionStatusWords,
  type SessionKind,
  type SessionStatus,
} from "@/lib/course/course";
import type { SessionSave } from "@/lib/schemas/course";
import type { SessionRow } from "./session-row";

interface SessionDialogProps {
  row: SessionRow;
  name: string;
  email: string;
  onClose: () => void;
  onChanged: (row: SessionRow) => void;
}

const kinds = Object.entries(sessionKindWords).map(([value, label]) => ({ value, label }));
const statuses = Object.entries(sessionStatusWords).map(([value, label]) => ({ value, label }));

/** One session: what it is, when, and whether it took place. */
export function SessionDialog({ row, name, email, onClose, onChanged }: SessionDialogProps) {
  const [fields, setFields] = useState(row);
  const save = useSave<SessionSave, unknown>("PUT", `/api/sessions/${row.id}`, (_, body) =>
    onChanged({ ...fields, ...body, version: row.version + 1 }),
  );
  const atError = save.problem?.fields?.at;
  const statusError = save.problem?.fields?.status;

  function submit(event: FormEvent) {
    event.preventDefault();
    const { kind, at, status, version } = fields;
    void save.run({ kind, at, status, version });
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
          <ErrorSummary
            errors={[
              ...(atError ? [{ id: "session-at", message: atError }] : []),
              ...(statusError ? [{ id: "session-status", message: statusError }] : []),
            ]}
            attempt={save.failures}
          />
          <SaveProblem problem={save.problem} onAgain={save.again} />
          <RadioGroup
            id="session-status"
            name="status"
            legend="Did it take place?"
            options={statuses}
            value={fields.status}
            error={statusError}
            onChange={(event) => setFields({ ...fields, status: event.target.value as SessionStatus })}
          />
          <DateTimeField
            id="session-at"
            label="When"
            value={fields.at}
            error={atError}
            onChange={(at) => setFields({ ...fields, at })}
          />
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
      <SignInDialog
        open={save.problem?.kind === "sign-in"}
        email={email}
        onSignedIn={save.again}
        onClose={save.dismiss}
      />
    </>
  );
}
