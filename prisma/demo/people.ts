// The synthetic clinic and the people who can sign in to it, in every role. Their passwords are made elsewhere.
import type { Role } from "../generated/client";
import { idFor } from "./seed";

export const clinic = {
  name: "Harbour Trauma Clinic (synthetic)",
  timeZone: "America/New_York",
  settings: { measures: ["pcl-5", "phq-9", "gad-7", "pc-ptsd-5", "audit-c", "b-ipf", "caps-5", "c-ssrs"] },
};

export const teams = [
  { key: "north", name: "North pier team" },
  { key: "south", name: "South pier team" },
] as const;

export type Team = (typeof teams)[number]["key"];

export interface DemoPerson {
  email: string;
  name: string;
  roles: Role[];
  /** The care team whose patients this person sees; who sees no patients belongs to none. */
  team: Team | null;
}

export const demoPeople: readonly DemoPerson[] = [
  {
    email: "ingrid.solheim@courseline.example",
    name: "Ingrid Solheim",
    roles: ["administrator"],
    team: null,
  },
  { email: "mara.quill@courseline.example", name: "Mara Quill", roles: ["clinician"], team: "north" },
  { email: "tomas.bell@courseline.example", name: "Tomas Bell", roles: ["clinician"], team: "south" },
  { email: "petra.lind@courseline.example", name: "Petra Lind", roles: ["clinician"], team: "north" },
  { email: "sam.ortega@courseline.example", name: "Sam Ortega", roles: ["assistant"], team: "north" },
  { email: "jonas.field@courseline.example", name: "Jonas Field", roles: ["auditor"], team: null },
  { email: "wren.abara@courseline.example", name: "Wren Abara", roles: ["researcher"], team: null },
];

/** The first clinician of a team, who looks after its patients. */
export function clinicianOf(team: Team): DemoPerson {
  const found = demoPeople.find((person) => person.team === team && person.roles.includes("clinician"));
  if (found === undefined) throw new Error(`No clinician on the ${team} team`);
  return found;
}

export function teamId(team: Team): string {
  return idFor(`${team} team`);
}

/** Where a patient is looked after, and by whom. */
export interface Place {
  organisationId: string;
  teamId: string;
  clinicianId: string;
}

export function placeOf(team: Team): Place {
  return { organisationId: idFor("organisation"), teamId: teamId(team), clinicianId: idFor(clinicianOf(team).email) };
}
