import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

/** A correction that was begun and not saved stands in the form again. */
export function LeftNotice({ onEmpty }: { onEmpty: () => void }) {
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
      This correction was begun before the page was opened anew.
    </Notice>
  );
}
