// Access that somebody should look at. Each rule is a question about plain facts, answered with the reason in words or with null;
// none of them says that anything wrong was done. The limits are ours, made to be seen at a glance: no source gives one.

export const limits = {
  /** A full day in one clinic is some twenty patients: as many in one hour is somebody leafing through. */
  patientsAnHour: 20,
  /** Typing errors and old links make a few refusals a day, not these. */
  denialsADay: 10,
  /** How far back the review looks. */
  days: 30,
};

/** How many patients' records one person opened within one hour. */
export function manyPatients(patients: number): string | null {
  return patients >= limits.patientsAnHour ? `${patients} patients' records within one hour` : null;
}

/** How many requests of one person were refused on one day. */
export function manyDenials(denials: number): string | null {
  return denials >= limits.denialsADay ? `${denials} requests refused in one day` : null;
}

export interface Named {
  givenName: string;
  familyName: string;
}

/**
 * Compares the name of who looked with that of whose record it was, whatever the case and the accents:
 * sameName("Ana Núñez", { givenName: "Ana", familyName: "Nunez" }) is "a record under their own name".
 */
export function sameName(person: string, patient: Named): string | null {
  const [whole, given, family] = [words(person), words(patient.givenName), words(patient.familyName)];
  if (whole.length < 2 || family.length === 0) return null;
  const last = whole.slice(-family.length);
  if (last.join(" ") !== family.join(" ")) return null;
  return given.length > 0 && given[0] === whole[0] ? "a record under their own name" : "a record under their own family name";
}

function words(name: string): string[] {
  return name.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase().split(/[^\p{L}]+/u).filter(Boolean);
}

/** A record of another team's, opened with a reason: always listed. */
export function brokeGlass(times: number): string | null {
  return times > 0 ? "a record of another team's, opened in an emergency" : null;
}
