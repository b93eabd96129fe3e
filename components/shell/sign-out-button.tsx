"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { signOut } from "@/components/sign-in/auth-client";

/** Ends the session on the server, then loads the sign-in page anew so that nothing stays in memory. */
export function SignOutButton() {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);

  async function leave() {
    setBusy(true);
    const done = await signOut();
    if (done) location.assign("/sign-in");
    else {
      setBusy(false);
      setFailed(true);
    }
  }

  return (
    <>
      <Button look="quiet" busy={busy} busyWords="Signing out" onClick={leave}>
        Sign out
      </Button>
      {failed && <span role="alert">Still signed in: the server cannot be reached.</span>}
    </>
  );
}
