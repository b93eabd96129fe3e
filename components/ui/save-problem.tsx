import { Button } from "./button";
import { Notice } from "./notice";
import type { SendError } from "./send";

interface SaveProblemProps {
  problem: SendError | null;
  onAgain: () => void;
}

/**
 * What went wrong with a save when no field is to blame, and the way on. Questions and signing in have
 * dialogs.
 */
export function SaveProblem({ problem, onAgain }: SaveProblemProps) {
  if (problem === null || problem.kind === "fields" || problem.kind === "ask" || problem.kind === "sign-in")
    return null;
  if (problem.kind === "stale" && problem.newer) return null; // both versions are laid side by side
  if (problem.kind === "stale") {
    return (
      <Notice
        tone="warning"
        live="alert"
        title="Not saved: changed meanwhile."
        action={
          <Button look="secondary" onClick={() => location.reload()}>
            Load the newer version
          </Button>
        }
      >
        {problem.message}
      </Notice>
    );
  }
  return (
    <Notice
      tone="problem"
      live="alert"
      title="Not saved."
      action={
        <Button look="secondary" onClick={onAgain}>
          Try again
        </Button>
      }
    >
      {problem.message}
    </Notice>
  );
}
