import { useRef, useState, type FormEvent } from "react";
import { PasswordField } from "@/components/sign-in/password-field";
import { SignInDialog } from "@/components/sign-in/sign-in-dialog";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SaveProblem } from "@/components/ui/save-problem";
import { TextField } from "@/components/ui/text-field";
import { useSave } from "@/components/ui/use-save";
import { VersionsDialog } from "@/components/ui/versions-dialog";
import { wallTime } from "@/lib/course/calendar";
import { leavingList, readingBefore } from "@/lib/course/dosing/leaving";
import type { ObservationLimits } from "@/lib/course/dosing/limits";
import type { LeavingBody } from "@/lib/schemas/dosing";
import type { RoomView } from "@/lib/schemas/dosing-view";
import { DraftNotice } from "@/components/begun/draft-notice";
import { LeavingReason } from "./leaving-reason";
import { instantOf, type Moment } from "./moment";
import { MomentField } from "./moment-field";
import { standing } from "./reading-values";
import { useFormDraft } from "@/components/begun/use-form-draft";
import type { Keeper } from "@/components/begun/keeper";
import styles from "./room.module.css";

interface LeavingPanelProps {
  view: RoomView;
  keeper: Keeper;
  startedAt: string;
  limits: ObservationLimits;
  now: Date;
  email: string;
  /** What has to happen first, in a sentence; null when the list can be signed. */
  first: string | null;
  onSigned: () => void;
}

interface LeavingValues {
  escort: string;
  advice: boolean;
  moment: Moment;
  overrides: Record<string, string>;
}

const empty: LeavingValues = { escort: "", advice: false, moment: null, overrides: {} };
const labels = { leftAt: "Leaves", escort: "Escort", advice: "Advised not to drive" };

/** What stands, point by point; a reason for each that does not; and the clinician's password as a signature. */
export function LeavingPanel({ view, keeper, startedAt, limits, now, email, first, onSigned }: LeavingPanelProps) {
  const draft = useFormDraft<LeavingValues>(keeper, `${view.session.id}/leaving`, empty);
  const { escort, advice, moment, overrides } = draft.values;
  const set = (more: Partial<LeavingValues>) => draft.set({ ...draft.values, ...more });
  const [missing, setMissing] = useState<Record<string, string>>({});
  const [attempt, setAttempt] = useState(0);
  const sent = useRef<{ content: string; key: string }>(null);
  const save = useSave<LeavingBody, unknown>("POST", `/api/dosing/${view.session.id}/leaving`, () => (draft.clear(), onSigned()), { stays: true });
  const leftAt = instantOf(moment, view.course.timeZone, now);
  const readings = standing(view.readings).map((reading) => ({ ...reading, at: new Date(reading.at) }));
  const began = new Date(startedAt);
  const points = leavingList({ startedAt: began, readings, beforeReading: readingBefore(readings, began), limits, escort: escort.trim() !== "", advice, now: leftAt ?? now });
  const messages = { ...(save.problem?.kind === "fields" ? save.problem.fields : {}), ...missing };

  function sign(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get("password") ?? "");
    const found: Record<string, string> = {};
    for (const { id, met, words } of points) if (!met && !overrides[id]?.trim()) found[`overrides.${id}`] = `${words}: enter a reason to go on`;
    if (leftAt === null) found.leftAt = "Enter a date and a time";
    if (password === "") found.password = "Enter your password";
    setMissing(found);
    setAttempt((count) => count + 1);
    if (Object.keys(found).length > 0 || leftAt === null) return;
    const given = Object.fromEntries(points.filter(({ met }) => !met).map(({ id }) => [id, overrides[id]?.trim() ?? ""]));
    const leaving = { number: view.leaving?.number ?? 0, leftAt: leftAt.toISOString(), escort: escort.trim(), advice, overrides: given };
    const content = JSON.stringify({ ...leaving, leftAt: moment });
    if (sent.current?.content !== content) sent.current = { content, key: crypto.randomUUID() };
    void save.run({ ...leaving, key: sent.current.key, password });
  }

  return (
    <form className={styles.form} method="post" noValidate onSubmit={sign}>
      <ErrorSummary errors={Object.entries(messages).map(([id, message]) => ({ id: `leaving-${id.replace(".", "-")}`, message }))} attempt={attempt + save.failures} />
      {draft.leftAt && <DraftNotice at={draft.leftAt} zone={view.course.timeZone} onEmpty={draft.clear} />}
      <TextField id="leaving-escort" label="Escort" hint="Who takes the patient home" autoComplete="off" value={escort} onChange={(event) => set({ escort: event.target.value })} />
      <Checkbox label="Advised not to drive until tomorrow, after sleep" checked={advice} onChange={(event) => set({ advice: event.target.checked })} />
      <ul className={styles.points} aria-label="What stands">
        {points.map(({ id, met, words }) => (
          <li key={id} data-met={met}>
            <p>
              <span aria-hidden="true">{met ? "✓" : "–"}</span> <strong>{met ? "Met" : "Not met"}</strong> {words}
            </p>
            {!met && <LeavingReason id={id} words={words} error={messages[`overrides.${id}`]} value={overrides[id]} onChange={(reason) => set({ overrides: { ...overrides, [id]: reason } })} />}
          </li>
        ))}
      </ul>
      <MomentField id="leaving-leftAt" label="Leaves" value={moment} onChange={(leaves) => set({ moment: leaves })} zone={view.course.timeZone} now={now} error={messages.leftAt} />
      {first === null ? (
        <>
          <PasswordField id="leaving-password" error={messages.password} />
          <SaveProblem problem={save.problem} onAgain={() => void save.again()} />
          <div className={styles.actions}>
            <Button type="submit" busy={save.busy} busyWords="Signing">
              Sign the leaving
            </Button>
          </div>
        </>
      ) : (
        <p className={styles.soft}>{first}</p>
      )}
      <VersionsDialog problem={save.problem} mine={save.sent()} labels={labels} say={(path, value) => (path === "leftAt" ? wallTime(new Date(String(value)), view.course.timeZone).replace("T", ", ") : null)} busy={save.busy} onSave={save.run} onClose={save.dismiss} />
      <SignInDialog open={save.problem?.kind === "sign-in"} email={email} onSignedIn={() => void save.again()} onClose={save.dismiss} />
    </form>
  );
}
