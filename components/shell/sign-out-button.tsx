"use client";

import { useState } from "react";
import { keptOnDevice, wipeKept } from "@/components/dosing/kept-store";
import { signOut } from "@/components/sign-in/auth-client";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

/**
 * Ends the session on the server, then loads the sign-in page anew so that nothing stays in memory. What this person
 * recorded and the server does not have yet would go with it: that is asked about first.
 */
export function SignOutButton({ userId }: { userId: string }) {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const [unsent, setUnsent] = useState(0);

  function ask() {
    const { own } = keptOnDevice(userId);
    if (own > 0) setUnsent(own);
    else void leave();
  }

  async function leave() {
    setUnsent(0);
    setBusy(true);
    const done = await signOut();
    if (done) {
      wipeKept(userId);
      location.assign("/sign-in");
    } else {
      setBusy(false);
      setFailed(true);
    }
  }

  return (
    <>
      <Button look="quiet" busy={busy} busyWords="Signing out" onClick={ask}>
        Sign out
      </Button>
      {failed && <span role="alert">Still signed in: the server cannot be reached.</span>}
      <Dialog
        open={unsent > 0}
        title={`${unsent} ${unsent === 1 ? "entry has" : "entries have"} not been sent`}
        onClose={() => setUnsent(0)}
        actions={
          <>
            <Button look="secondary" onClick={() => setUnsent(0)}>
              Stay signed in
            </Button>
            <Button look="danger" onClick={leave}>
              Sign out and delete them
            </Button>
          </>
        }
      >
        <p>They were recorded in the dosing room and are kept on this device alone. Open the dosing room with a connection to send them first.</p>
      </Dialog>
    </>
  );
}
