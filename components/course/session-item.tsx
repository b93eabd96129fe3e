import Link from "next/link";
import { SignInDialog } from "@/components/sign-in/sign-in-dialog";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { Pill, type Tone } from "@/components/ui/pill";
import { SaveProblem } from "@/components/ui/save-problem";
import { useSave } from "@/components/ui/use-save";
import { sessionStatusWords, type SessionStatus } from "@/lib/course/course";
import type { SessionSave } from "@/lib/schemas/course";
import { sessionHref } from "./session-href";
import { SessionMark } from "./session-mark";
import type { SessionRow } from "./session-row";
import styles from "./session-list.module.css";

interface SessionItemProps {
  row: SessionRow;
  name: string;
  today: string;
  /** The patient's address. */
  base: string;
  record: { words: string; href: string };
  email: string;
  onChanged: (row: SessionRow) => void;
  onChange: () => void;
}

const tones: Record<SessionStatus, Tone> = {
  planned: "plain",
  done: "measure",
  missed: "event",
  cancelled: "plain",
};

export function SessionItem({ row, name, today, base, record, email, onChanged, onChange }: SessionItemProps) {
  const save = useSave<SessionSave, unknown>(
    "PUT",
    `/api/sessions/${row.id}`,
    (_, { kind, at, status }) => onChanged({ ...row, kind, at, status, reason: "", version: row.version + 1 }),
    {
      stays: true,
    },
  );
  const day = row.at.slice(0, 10);
  const unmarked = row.status === "planned" && day < today;
  return (
    <li className={styles.row} data-status={row.status}>
      <SessionMark kind={row.kind} />
      <span className={styles.what}>
        <Link href={sessionHref(base, row)} prefetch={false}>
          {name}
        </Link>{" "}
        <time dateTime={row.at}>{row.at.slice(11)}</time>
        {row.reason && <span className={styles.why}>{row.reason}</span>}
      </span>
      <Pill tone={unmarked ? "event" : tones[row.status]}>
        {unmarked ? "Not marked yet" : sessionStatusWords[row.status]}
      </Pill>
      <span className={styles.now}>
        {row.status === "planned" && day <= today && (
          <Button
            look="secondary"
            busy={save.busy}
            aria-label={`Mark done: ${name}`}
            onClick={() => save.run({ kind: row.kind, at: row.at, status: "done", version: row.version })}
          >
            Mark done
          </Button>
        )}
        {day === today && row.status !== "missed" && row.status !== "cancelled" && (
          <LinkButton
            look="quiet"
            href={`${record.href}&session=${row.id}`}
            aria-label={`${record.words} for ${name}`}
          >
            {record.words}
          </LinkButton>
        )}
      </span>
      <Button look="quiet" aria-label={`Change ${name}`} onClick={onChange}>
        Change
      </Button>
      <SaveProblem problem={asNotice(save.problem)} onAgain={save.again} />
      <SignInDialog
        open={save.problem?.kind === "sign-in"}
        email={email}
        onSignedIn={save.again}
        onClose={save.dismiss}
      />
    </li>
  );
}

// There is no field here to stand beside: what the server says about one is shown as it is.
function asNotice(problem: ReturnType<typeof useSave>["problem"]): typeof problem {
  if (problem?.kind !== "fields") return problem;
  return { kind: "broken", message: Object.values(problem.fields ?? {}).join(" ") || problem.message };
}
