import { Button } from "@/components/ui/button";
import { keptWords } from "./kept-words";
import type { Kept } from "./use-kept";
import styles from "./room.module.css";

interface KeptBarProps {
  kept: Kept;
  /** Something recorded on this page was refused. */
  refused: boolean;
  /** Looking for news fails. */
  looking: "offline" | "signed-out" | "gone" | null;
  onSignIn: () => void;
}

/** Always in sight: whether what was recorded is on the server. */
export function KeptBar({ kept: { state, lasting, others, ready }, refused, looking, onSignIn }: KeptBarProps) {
  const kept = keptWords(state, lasting, ready);
  const signedOut = state.trouble?.kind === "signed-out" || looking === "signed-out";
  const news = looking === null || kept.trouble ? null : looking === "offline" ? "No connection: what others record does not arrive" : looking === "gone" ? "This page is no longer yours to see" : "Signed out: what others record does not arrive";
  return (
    <div className={styles.bar} data-bar="bottom" data-works-signed-out>
      <p data-trouble={kept.trouble || news !== null || undefined}>
        {news ?? kept.words}
        {others > 0 && <span className={styles.line}>{others} by another person on this device, sent when that person signs in here</span>}
      </p>
      <output className="visually-hidden">{kept.trouble ? kept.words.replace(/\d+ /, "") : (news ?? "")}</output>
      {refused && <a href="#not-stored">Show what was not stored</a>}
      {signedOut && <Button onClick={onSignIn}>Sign in to go on</Button>}
    </div>
  );
}
