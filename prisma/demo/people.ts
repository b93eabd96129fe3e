// The synthetic clinic and the three people who can sign in to it. Their passwords are made elsewhere.
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
  /** The care team whose patients this person sees; the administrator belongs to none. */
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
];

/** The clinician who looks after a team's patients. */
export function clinicianOf(team: Team): DemoPerson {
  const found = demoPeople.find((person) => person.team === team);
  if (found === undefined) throw new Error(`No clinician on the ${team} team`);
  return found;
}

export function teamId(team: Team): string {
  return idFor(`${team} team`);
}
