"use client";

import { lazy, Suspense, useEffect, useState } from "react";
import { confirmWith } from "@/components/ui/send";

const ConfirmDialog = lazy(async () => ({ default: (await import("./confirm-dialog")).ConfirmDialog }));

interface Asked {
  ask: "passkey" | "code" | "password";
  settle: (confirmed: boolean) => void;
}

/** Once in the frame around every page: asks who is there when a write needs it, and lets the write go on. */
export function Confirm() {
  const [asked, setAsked] = useState<Asked | null>(null);
  useEffect(() => confirmWith(({ ask }) => new Promise((settle) => setAsked({ ask: ask === "passkey" || ask === "code" ? ask : "password", settle }))), []);
  if (!asked) return null;
  return (
    <Suspense>
      <ConfirmDialog
        ask={asked.ask}
        onAnswer={(confirmed) => {
          setAsked(null);
          asked.settle(confirmed);
        }}
      />
    </Suspense>
  );
}
