import { Card } from "@/components/ui/card";
import type { ObservationLimits } from "@/lib/course/dosing/limits";
import type { CheckBody } from "@/lib/schemas/dosing";
import type { RoomView } from "@/lib/schemas/dosing-view";
import { Folded } from "./folded";
import { LeavingPanel } from "./leaving-panel";
import { LeavingSigned } from "./leaving-signed";
import { SymptomPanel } from "./symptom-panel";
import type { Keeper } from "@/components/begun/keeper";
import styles from "./room.module.css";

interface SessionEndProps {
  view: RoomView;
  keeper: Keeper;
  startedAt: string;
  limits: ObservationLimits;
  now: Date;
  email: string;
  /** Whether the viewer is one who signs. */
  signs: boolean;
  /** How much of this session still waits on this device. */
  waiting: number;
  /** The server answers. */
  reached: boolean;
  onCheck: (body: CheckBody) => void;
  onSigned: () => void;
}

/** The two questions, the list and the signature. A leaving that was signed can be signed anew; the earlier one is kept. */
export function SessionEnd({ view, keeper, startedAt, limits, now, email, signs, waiting, reached, onCheck, onSigned }: SessionEndProps) {
  const { check, course, leaving } = view;
  return (
    <Card id="leaving" title="End of the session">
      <div className={styles.form}>
        <SymptomPanel sessionId={view.session.id} keeper={keeper} check={check} zone={course.timeZone} onSave={onCheck} />
        {leaving && <LeavingSigned leaving={leaving} zone={course.timeZone} />}
        <Folded when={leaving !== null} summary="Sign it again" key={leaving?.number ?? 0}>
          {signs ? (
            <LeavingPanel {...{ view, keeper, startedAt, limits, now, email, onSigned }} first={whatIsFirst(view, waiting, reached)} />
          ) : (
            <p className={styles.soft}>A clinician of the patient’s team signs the leaving.</p>
          )}
        </Folded>
      </div>
    </Card>
  );
}

function whatIsFirst({ dose, check }: RoomView, waiting: number, reached: boolean): string | null {
  if (dose?.stoppedAt === null) return "Note first when the dose was over.";
  if (check === null) return "Answer the questions above first.";
  if (waiting > 0) return "What waits on this device is sent first; then the leaving can be signed.";
  return reached ? null : "The leaving is signed on the server: it takes a connection.";
}
