// A name as it is sorted and searched: without accents and case, so that "eva" finds "Éva"; in the words it is made of.
export interface Named {
  familyName: string;
  givenName: string;
}

/** "de la cruz, eva": compared byte by byte. */
export function nameKey({ familyName, givenName }: Named): string {
  return `${plain(familyName)}, ${plain(givenName)}`;
}

/** " de la cruz eva": each word after a blank. */
export function nameWords({ familyName, givenName }: Named): string {
  return ` ${[...wordsOf(familyName), ...wordsOf(givenName)].join(" ")}`;
}

export function numberKey(recordNumber: string): string {
  return recordNumber.toLowerCase();
}

/** What was typed, as words of a name. Example: "O'Brien-Hall" is ["o", "brien", "hall"]. */
export function wordsOf(text: string): string[] {
  return plain(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

function plain(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
