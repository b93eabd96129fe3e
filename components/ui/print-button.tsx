"use client";

import { Button } from "./button";

export function PrintButton() {
  return (
    <Button look="secondary" onClick={() => window.print()}>
      Print report
    </Button>
  );
}
