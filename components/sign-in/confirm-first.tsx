"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { SaveProblem } from "@/components/ui/save-problem";
import { useSave } from "@/components/ui/use-save";

/** In place of a page that shows itself only to somebody who confirmed just now. */
export function ConfirmFirst({ what }: { what: string }) {
  const router = useRouter();
  const save = useSave<undefined, unknown>("POST", "/api/account/fresh", () => router.refresh());
  return (
    <>
      <p>{what} is shown once you have confirmed that it is you.</p>
      {save.problem?.kind !== "fresh" && <SaveProblem problem={save.problem} onAgain={save.again} />}
      <p>
        <Button busy={save.busy} busyWords="Checking" onClick={() => void save.run(undefined)}>
          Confirm that it is you
        </Button>
      </p>
    </>
  );
}
