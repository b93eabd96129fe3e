"use client";

import { useState } from "react";
import { namesOnDevice, wipeDevice } from "@/components/begun/device-names";
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
  const [left, setLeft] = useState(nothing);

  function ask() {
    const here = { unsent: namesOnDevice("kept", userId).length, begun: namesOnDevice("draft", userId).length };
    if (here.unsent + here.begun > 0) setLeft(here);
    else void leave();
  }

  async function leave() {
    setLeft(nothing);
    setBusy(true);
    const done = await signOut();
    if (done) {
      const wipe = () => wipeDevice(userId);
      wipe();
      // As it closes the page keeps once more what the server does not have; this is the last that it hears.
      document.addEventListener("visibilitychange", wipe);
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
        open={left.unsent + left.begun > 0}
        title={leftWords(left)}
        onClose={() => setLeft(nothing)}
        actions={
          <>
            <Button look="secondary" onClick={() => setLeft(nothing)}>
              Stay signed in
            </Button>
            <Button look="danger" onClick={leave}>
              Sign out and delete it
            </Button>
          </>
        }
      >
        <p>The server does not have this yet: it is kept on this device alone. With a connection, what was begun is sent by itself, and entries once the dosing room is open.</p>
      </Dialog>
    </>
  );
}

const nothing = { unsent: 0, begun: 0 };

function leftWords({ unsent, begun }: typeof nothing): string {
  const sent = unsent === 0 ? null : `${unsent} ${unsent === 1 ? "entry has" : "entries have"} not been sent`;
  const saved = begun === 0 ? null : `${begun} ${begun === 1 ? "form was" : "forms were"} begun and not saved`;
  return [sent, saved].filter((words) => words !== null).join(", ");
}
