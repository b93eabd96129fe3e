import type { WithheldResult } from "@/lib/cohort/withhold";

/** A group's figures as they may be shown to whoever asked: a researcher's have blanks. */
export type ShownCohort = Omit<WithheldResult, "withheld"> & Partial<Pick<WithheldResult, "withheld">>;
