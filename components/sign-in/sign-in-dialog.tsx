"use client";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { leaveUnasked } from "@/components/ui/use-leave-warning";
import { SignInForm } from "./sign-in-form";

interface SignInDialogProps {
  open: boolean;
  /** Who was signed in when the page was opened. */
  email: string;
  /** The same person is signed in again: send what was waiting. */
  onSignedIn: () => void;
  onClose: () => void;
}

/** Signing in without leaving the page, so that an expired session costs nothing that was typed. */
export function SignInDialog({ open, email, onSignedIn, onClose }: SignInDialogProps) {
  function settle(signedInAs: string) {
    if (signedInAs.toLowerCase() === email.toLowerCase()) onSignedIn();
    else leaveUnasked();
  }
  return (
    <Dialog
      open={open}
      title="Sign in to go on"
      onClose={onClose}
      actions={
        <Button look="quiet" onClick={onClose}>
          Not now
        </Button>
      }
    >
      <p>
        Your session has ended. What you entered is still on this page and is saved once you have signed in.
      </p>
      <SignInForm idPrefix="sign-in-again" defaultEmail={email} onSignedIn={settle} />
    </Dialog>
  );
}
