/**
 * The scale on which alertness is rated during observation: the Modified Observer's Assessment of Alertness/
 * Sedation (MOAA/S), 0 to 5, the part for responsiveness of the scale of Chernik et al. 1990 (Journal of Clinical
 * Psychopharmacology 10:244–251), and the one on which sedation was rated in the esketamine trials (Spravato
 * prescribing information, section 5). High is awake. The levels are restated in our own words.
 */
export const SEDATION_RANGE = { min: 0, max: 5 } as const;

export interface SedationLevel {
  readonly value: number;
  readonly label: string;
}

/** From awake down, the order in which a page offers them. */
export const sedationLevels: readonly SedationLevel[] = [
  { value: 5, label: "Answers readily to the name" },
  { value: 4, label: "Answers slowly to the name" },
  { value: 3, label: "Answers only to the name called loudly or again" },
  { value: 2, label: "Responds only to mild shaking" },
  { value: 1, label: "Responds only to a painful squeeze" },
  { value: 0, label: "No response" },
];

/** A level in words; RangeError off the scale. Example: sedationWords(5) is "Answers readily to the name". */
export function sedationWords(value: number): string {
  const level = sedationLevels.find((each) => each.value === value);
  if (level === undefined) throw new RangeError(`Not on the MOAA/S: ${value}`);
  return level.label;
}
