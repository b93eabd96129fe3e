// The invented health system that a population belongs to: its teams of clinicians, each with an assistant, and one person of
// every other role. Everybody signs in with the same password, which is made when it is loaded.
import { startingPlans } from "../../../lib/course/measure-plan";
import { clinicSettings } from "../../../lib/schemas/settings";
import type { Role } from "../../generated/client";
import { chance, idFor } from "../seed";
import { familyNames, givenNames } from "./names";

export const systemName = "Estuary Health System (synthetic)";

export interface SystemPerson {
  id: string;
  email: string;
  name: string;
  roles: Role[];
  /** None for who sees no patients. */
  teamId: string | null;
}

export interface SystemTeam {
  id: string;
  name: string;
  clinicians: readonly string[];
}

export interface HealthSystem {
  organisation: { id: string; name: string; settings: object };
  people: readonly SystemPerson[];
  teams: readonly SystemTeam[];
}

/** 300 clinicians for 100,000 patients, in teams of ten; never fewer than two. */
const patientsPerClinician = 333;
const cliniciansPerTeam = 10;

export function healthSystem({ seed, patients }: { seed: number; patients: number }): HealthSystem {
  const key = `population ${seed}`;
  const next = chance(`${key}, people`);
  const name = () => `${givenNames[Math.floor(next() * givenNames.length)]} ${familyNames[Math.floor(next() * familyNames.length)]}`;
  const person = (login: string, role: Role, teamId: string | null): SystemPerson => {
    const email = `${login}@seed${seed}.courseline.example`;
    return { id: idFor(email), email, name: name(), roles: [role], teamId };
  };
  const count = Math.max(2, Math.round(patients / patientsPerClinician));
  const numbered = (number: number) => String(number).padStart(3, "0");
  const teamIds = Array.from({ length: Math.ceil(count / cliniciansPerTeam) }, (_, team) => idFor(`${key}, team ${team}`));
  const clinicians = Array.from({ length: count }, (_, index) => person(`clinician-${numbered(index + 1)}`, "clinician", teamIds[index % teamIds.length]!));
  const assistants = teamIds.map((id, team) => person(`assistant-${numbered(team + 1)}`, "assistant", id));
  const others = (["administrator", "auditor", "researcher"] as const).map((role) => person(role, role, null));
  const settings = clinicSettings.parse({ measures: ["pcl-5", "phq-9", "gad-7", "pc-ptsd-5", "audit-c", "b-ipf", "caps-5", "c-ssrs"], plans: startingPlans, defaultPlan: "pcl-5-mood" });
  return {
    organisation: { id: idFor(key), name: `${systemName}, seed ${seed}`, settings },
    people: [...others, ...clinicians, ...assistants],
    teams: teamIds.map((id, team) => ({ id, name: `Team ${numbered(team + 1)}`, clinicians: clinicians.filter(({ teamId }) => teamId === id).map((each) => each.id) })),
  };
}
