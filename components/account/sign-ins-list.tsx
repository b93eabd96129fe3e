"use client";

import { useRouter } from "next/navigation";
import { SignInDialog } from "@/components/sign-in/sign-in-dialog";
import { Button } from "@/components/ui/button";
import { RowList } from "@/components/ui/row-list";
import { SaveProblem } from "@/components/ui/save-problem";
import { useSave } from "@/components/ui/use-save";

interface SignInRow {
  id: string;
  since: string;
  lastSeen: string;
  address: string | null;
  browser: string | null;
  here: boolean;
}

/** A person's sessions, each with a button that ends it. */
export function SignInsList({ signIns, email }: { signIns: readonly SignInRow[]; email: string }) {
  const others = signIns.filter(({ here }) => !here);
  const rows = signIns.map(({ id, browser, address, since, lastSeen, here }) => ({
    key: id,
    title: browser ?? "Unknown browser",
    facts: [`from ${address ?? "an unknown address"}`, `since ${since}`, here ? "now, on this page" : `last used ${lastSeen}`],
    action: !here && <End url={`/api/account/sign-ins/${id}`} words="End" about={`${browser ?? "Unknown browser"}, since ${since}`} email={email} />,
  }));
  return (
    <>
      <RowList name="Where you are signed in" rows={rows} />
      {others.length > 1 && <End url="/api/account/sign-ins" words="End all others" email={email} />}
      {others.length === 0 && <p>Nowhere else. A session ends after 15 minutes without use, after 12 hours, or when you sign out.</p>}
    </>
  );
}

function End({ url, words, about, email }: { url: string; words: string; about?: string; email: string }) {
  const router = useRouter();
  const save = useSave<undefined, unknown>("DELETE", url, () => router.refresh(), { stays: true });
  return (
    <>
      <Button look="secondary" busy={save.busy} busyWords="Ending" onClick={() => save.run(undefined)}>
        {words}
        {about && <span className="visually-hidden"> the session on {about}</span>}
      </Button>
      <SaveProblem problem={save.problem} onAgain={() => save.run(undefined)} />
      <SignInDialog open={save.problem?.kind === "sign-in"} email={email} onSignedIn={() => location.reload()} onClose={save.dismiss} />
    </>
  );
}
