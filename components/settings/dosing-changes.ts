// What differs between the dosing room of two settings documents, in short lines for the history.
import { PHASES, type Phase } from "@/lib/course/dosing/limits";
import { VITALS, vitalWords } from "@/lib/course/dosing/reading";
import type { DosingSettings } from "@/lib/schemas/dosing-settings";

export const phaseTitles: Readonly<Record<Phase, string>> = { before: "Before the start", during: "During observation", leaving: "At leaving" };

export function dosingChanges(before: DosingSettings, after: DosingSettings): readonly string[] {
  const lines = (settings: DosingSettings): [string, string][] => [
    ...PHASES.flatMap((phase) => VITALS.map((vital): [string, string] => [`${phaseTitles[phase]}, ${vitalWords[vital]}`, boundsWords(settings.limits[phase][vital])])),
    ["Readings due", `${settings.minutes.join(", ")} min`],
    ["Most IV ketamine", `${settings.amounts.maxMgPerKg.intravenous} mg/kg`],
    ["Most nasal ketamine", `${settings.amounts.maxMgPerKg.intranasal} mg/kg`],
    ["Most esketamine", `${settings.amounts.maxDevices} devices`],
    ["Sound of a late reading", settings.sound ? "on" : "off"],
  ];
  const was = new Map(lines(before));
  return lines(after).flatMap(([name, words]) => (was.get(name) === words ? [] : [`${name}: ${words}, before: ${was.get(name)}`]));
}

function boundsWords({ min, max }: { min: number | null; max: number | null }): string {
  if (min === null && max === null) return "no limit";
  return [min === null ? "" : `from ${min}`, max === null ? "" : `to ${max}`].filter(Boolean).join(" ");
}
