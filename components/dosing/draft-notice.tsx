import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { clockTime } from "./moment";

/** What stands in the fields came from an earlier page and has not been saved. */
export function DraftNotice({ at, zone, onEmpty }: { at: Date; zone: string; onEmpty: () => void }) {
  return (
    <Notice
      live="status"
      title="Not saved yet."
      action={
        <Button look="secondary" onClick={onEmpty}>
          Empty it
        </Button>
      }
    >
      This was entered at {clockTime(at, zone)}, before the page was opened anew.
    </Notice>
  );
}
