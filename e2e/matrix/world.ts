// What there is to ask for: for somebody on a team a patient with one of everything, stored as a browser would store it.

import { randomUUID } from "node:crypto";
import { clinicDay } from "../clinic-days";
import { unique } from "../given";
import type { Ask } from "./ask";
import { bodies, study, type Ids } from "./bodies";
import type { Clinics, Person } from "./people";

export interface World {
  ids: Ids;
  /** Words that are in this world and nowhere else. Whoever may not see it sees none of them. */
  secrets: string[];
  /** The patient's record number, which an auditor of the clinic sees too. */
  number: string | null;
}

/** For everybody who is signed in: what is theirs, their clinic's, and, on a team, a patient's. */
export async function makeWorld(ask: Ask, person: Person, clinics: Clinics): Promise<World> {
  const [secret, number] = [`Quill${unique()}`, `R-${unique()}`];
  const { userId, otherSignIn, token, clinic, team } = person;
  const of = clinics.people.find((each) => each.clinic === clinic && each.roles.length === 1)!;
  const colleague = clinics.people.find((each) => each.clinic === clinic && each.team !== null && each.standing === "in" && each.roles.join() === "clinician")!;
  const ids: Ids = {
    patient: randomUUID(), course: randomUUID(), dose: randomUUID(), visit: randomUUID(), form: randomUUID(), draft: randomUUID(),
    reading: randomUUID(), event: randomUUID(), prompt: randomUUID(), person: of.userId, colleague: colleague.userId, signIn: otherSignIn, passkey: randomUUID(), invitation: await clinics.invite(clinic, userId),
    team: clinics.teamIds[clinic === "here" ? "north" : "elsewhere"], measure: "pcl-5", glass: randomUUID(), study: randomUUID(),
  };
  const store = async (method: string, path: string, body: object, as = token): Promise<Record<string, unknown>> => {
    const { status, text } = await ask({ method, path, token: as, body });
    if (status !== 200 && status !== 201) throw new Error(`${method} ${path} for the ${person.name}: ${status} ${text}`);
    return JSON.parse(text);
  };
  if (person.roles.includes("clinician")) await store("PUT", `/api/break-glass/${ids.glass}`, { ...(await clinics.stranger(clinic, userId)), reason: "Collapsed" });
  if (person.roles.some((role) => role === "clinician" || role === "researcher")) await store("PUT", `/api/studies/${ids.study}`, { ...study(), version: 0 });
  if (team === null) return { ids, secrets: [], number: null };
  // An assistant's patients are their clinicians'.
  const treating = person.roles.includes("clinician") ? person : clinics.people.find((each) => each.team === team && each.standing === "in" && each.roles.includes("clinician"))!;
  const valid = (row: string, over: object) => ({ ...bodies[row]?.(ids, clinics.password), ...over });

  await store("PUT", `/api/patients/${ids.patient}`, valid("PUT /api/patients/[id]", { familyName: secret, recordNumber: number, version: 0, allow: ["duplicates"] }), treating.token);
  await store("POST", `/api/courses/${ids.course}`, valid("POST /api/courses/[id]", { indexEvent: secret }), treating.token);
  const sessions = [{ id: ids.dose, kind: "dose", at: `${clinicDay(-1)}T10:00` }, { id: ids.visit, kind: "therapy", at: `${clinicDay(-1)}T15:00` }];
  await store("POST", `/api/courses/${ids.course}/sessions`, { sessions }, treating.token);
  await store("PUT", `/api/dosing/${ids.dose}/dose`, valid("PUT /api/dosing/[id]/dose", { notes: secret }));
  await store("PUT", `/api/readings/${ids.reading}`, valid("PUT /api/readings/[id]", {}));
  await store("PUT", `/api/dosing-events/${ids.event}`, valid("PUT /api/dosing-events/[id]", { term: secret }));
  await store("PUT", `/api/assessments/${ids.form}`, valid("PUT /api/assessments/[id]", {}));
  const half = { measure: "phq-9", recall: "fortnight", ratings: [null, null, null, null, null, null, null, null, 2, null], step: 1 };
  const { safety } = await store("PUT", `/api/drafts/${ids.draft}`, valid("PUT /api/drafts/[id]", half));
  ids.prompt = String(Object(safety).promptId);
  return { ids, secrets: [secret], number };
}
