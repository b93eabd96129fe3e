import type { ReactNode } from "react";
import { PageHead } from "@/components/ui/page-head";

interface PatientHeadingProps {
  name: string;
  recordNumber: string;
  /** Whole years. */
  age: number;
  pronouns?: string | null;
  /** "Intravenous ketamine with prolonged exposure"; null before there is a course. */
  course: string | null;
  /** "Day 22 of 28", "Ended 2 Nov 2026"; null without a course. */
  standing: string | null;
  actions?: ReactNode;
}

/** Who this is, in one line: on every page about one patient. */
export function PatientHeading({
  name,
  recordNumber,
  age,
  pronouns,
  course,
  standing,
  actions,
}: PatientHeadingProps) {
  const facts = [
    `${age} y`,
    pronouns || null,
    `Record ${recordNumber}`,
    course ?? "No course yet",
    standing,
  ];
  return <PageHead title={name} facts={facts} actions={actions} />;
}
