// A row of a file of patients.
import type { Row } from "./cell";
import { Refused } from "./cell";

export interface PatientIn {
  recordNumber: string;
  familyName: string;
  givenName: string;
  birthDate: string;
  sex: string | null;
  pronouns: string | null;
  /** The name of a care team; null: the first of whoever imports. */
  team: string | null;
}

export interface When {
  /** The clinic's. */
  zone: string;
  now: Date;
  today: string;
}

export function readPatient(row: Row, { today }: When): PatientIn {
  const birthDate = row.needed("birth_date", row.day("birth_date"));
  if (birthDate > today) throw new Refused(`birth_date: ${birthDate} is in the future`);
  if (birthDate < "1900-01-01") throw new Refused(`birth_date: ${birthDate} is before 1900`);
  return {
    recordNumber: row.needed("record_number", row.text("record_number", 40)),
    familyName: row.needed("family_name", row.text("family_name", 100)),
    givenName: row.needed("given_name", row.text("given_name", 100)),
    birthDate,
    sex: row.text("sex", 40),
    pronouns: row.text("pronouns", 40),
    team: row.text("team", 100),
  };
}
