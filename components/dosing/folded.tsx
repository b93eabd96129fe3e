import type { ReactNode } from "react";
import { Disclosure } from "@/components/ui/disclosure";

/** What has been done once and may be done anew, out of the way. */
export function Folded({ when, summary, children }: { when: boolean; summary: string; children: ReactNode }) {
  return when ? <Disclosure summary={summary}>{children}</Disclosure> : children;
}
