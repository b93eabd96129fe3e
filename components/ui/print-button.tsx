"use client";

import { Button } from "./button";

/** Opens the browser's own print dialog. */
export function PrintButton({ words = "Print report" }: { words?: string }) {
  return (
    <Button look="secondary" onClick={() => window.print()}>
      {words}
    </Button>
  );
}
