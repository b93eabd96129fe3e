"use client";

import { useEffect, useState } from "react";
import { confirmWith } from "@/components/ui/send";
import type { ConfirmDialog } from "./confirm-dialog";

interface Asked {
  Dialog: typeof ConfirmDialog;
  ask: "passkey" | "code" | "password";
  settle: (confirmed: boolean) => void;
}

/**
 * Once in the frame around every page: asks who is there when a write needs it, and lets the write go on. Where the dialog
 * cannot be loaded, after an update of the server, the write says that it was not confirmed, and its form stays.
 */
export function Confirm() {
  const [asked, setAsked] = useState<Asked | null>(null);
  useEffect(
    () =>
      confirmWith(async ({ ask }) => {
        const loaded = await import("./confirm-dialog").catch(() => null);
        if (loaded === null) return false;
        return new Promise((settle) => setAsked({ Dialog: loaded.ConfirmDialog, ask: ask === "passkey" || ask === "code" ? ask : "password", settle }));
      }),
    [],
  );
  if (!asked) return null;
  const { Dialog, ask, settle } = asked;
  return (
    <Dialog
      ask={ask}
      onAnswer={(confirmed) => {
        setAsked(null);
        settle(confirmed);
      }}
    />
  );
}
