import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { StartRow } from "./start-answers";

interface PastEndProps {
  after: readonly StartRow[];
  onRemove: () => void;
}

/** Says which planned sessions the planned length leaves behind; they may stay. */
export function PastEnd({ after, onRemove }: PastEndProps) {
  const one = after.length === 1;
  return (
    <div id="start-past-end" tabIndex={-1}>
      {after.length > 0 && (
        <Notice
          tone="warning"
          live="status"
          title={`${after.length} ${one ? "session lies" : "sessions lie"} after the planned end.`}
          action={
            <Button
              look="secondary"
              onClick={() => {
                onRemove();
                document.getElementById("start-past-end")?.focus({ preventScroll: true }); // the button goes
              }}
            >
              Remove {one ? "it" : "them"}
            </Button>
          }
        >
          Left as {one ? "it is, it is" : "they are, they are"} saved with the course.
        </Notice>
      )}
    </div>
  );
}
