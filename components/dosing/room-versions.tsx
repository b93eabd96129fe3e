import { VersionsDialog } from "@/components/ui/versions-dialog";
import type { Labels, Newer } from "@/components/ui/versions";
import { wallTime } from "@/lib/course/calendar";
import { outcomeWords, relationWords, severityWords } from "@/lib/course/dosing/events";
import type { KeptEntry, KeptKind } from "./kept-queue";

interface RoomVersionsProps {
  entry: KeptEntry & { newer: Newer };
  zone: string;
  onChosen: (body: Record<string, unknown>) => void;
  onTheirs: () => void;
  onClose: () => void;
}

const dose = {
  medicine: "Medicine", route: "Route", weightKg: "Weight, kg", mgPerKg: "Planned, mg/kg", devices: "Devices planned", givenMg: "Given, mg", givenDevices: "Devices given", confirmedAt: "Amount confirmed",
  lot: "Lot", expiry: "Expiry", preparedBy: "Prepared by", checkedBy: "Checked by", startedAt: "Start", stoppedAt: "Stop", interruptions: "Interruptions", notes: "Observations", reasons: "Reasons",
};
const event = { act: "Entered, corrected or voided", term: "Event", severity: "How severe", serious: "Serious", relation: "Relation to the dose", onsetAt: "Onset", endedAt: "End", outcome: "Outcome", action: "What was done" };
const check = { psychotic: "Psychotic symptoms", manic: "Manic symptoms", note: "What was seen, and what was done" };
const labels: Readonly<Record<KeptKind, Labels>> = { reading: {}, void: {}, dose, event, check };
const inWords: Readonly<Record<string, Readonly<Record<string, string>>>> = { severity: severityWords, relation: relationWords, outcome: outcomeWords };
const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** What was recorded here beside what somebody else recorded of the same dose, event or question. */
export function RoomVersions({ entry, zone, onChosen, onTheirs, onClose }: RoomVersionsProps) {
  const say = (path: string, value: unknown) => inWords[path]?.[String(value)] ?? (typeof value === "string" && instant.test(value) ? wallTime(new Date(value), zone).replace("T", ", ") : null);
  const problem = { kind: "stale" as const, message: entry.refused ?? "", newer: entry.newer };
  return <VersionsDialog problem={problem} mine={entry.body} labels={labels[entry.kind]} say={say} onSave={onChosen} onTheirs={onTheirs} onClose={onClose} />;
}
