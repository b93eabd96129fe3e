// The cells: every line, asked by everybody, about what is theirs, another team's, another clinic's, nobody's, and what
// cannot be an id.

import { randomUUID } from "node:crypto";
import type { Asked } from "./ask";
import { bodies, type Ids } from "./bodies";
import { expected, lines, scopes, type Line, type Whose } from "./expected";
import type { Clinics, Person } from "./people";
import type { World } from "./world";

export interface Cell {
  line: Line;
  person: Person;
  /** Null where there is no id to ask for. */
  whose: Whose | null;
  asked: Asked;
  /** The ids in the address: an answer may repeat them, and is then still the same answer. */
  ids: string[];
  status: number;
}

export const isRoute = (address: string) => address.startsWith("/api/");
export const inWords = ({ line, person, whose }: Cell) => `${line.method} ${line.address} by ${person.name}${whose === null ? "" : `, ${whose}`}`;

const variable = /\[[^\]]+\]/g;
const malformed = "1'or'1'--";
const nobodys = (): Ids => new Proxy({} as Ids, { get: () => randomUUID() });

export function cellsOf(clinics: Clinics, worlds: ReadonlyMap<Person, World>): Cell[] {
  const worldOf = (name: string) => worlds.get(clinics.people.find((each) => each.name === name)!)!.ids;

  /** Ids for the first part of an address and for what follows; null where this person has nothing of the kind. */
  function idsFor(person: Person, whose: Whose, scope: "person" | "clinic" | "team"): [Ids, Ids] | null {
    const own = worlds.get(person)?.ids;
    const team = worldOf(person.team === "north" ? "clinician of another team" : "clinician");
    const clinic = worldOf(person.clinic === "elsewhere" ? "clinician" : "clinician elsewhere");
    if (whose === "nobody's" || whose === "malformed") return [nobodys(), nobodys()];
    if (whose === "other clinic's") return [clinic, clinic];
    if (whose === "other team's") return scope === "clinic" ? null : [team, team];
    if (own === undefined || (scope === "team" && person.team === null)) return null;
    if (whose === "own") return [own, own];
    return whose === "own patient, other team's record" ? [own, team] : [team, own];
  }

  function cell(line: Line, person: Person, whose: Whose | null, [first, following]: [Ids, Ids]): Cell {
    const { method, address, about } = line;
    const parts = [...address.matchAll(variable)].map((_, place) => {
      const thing = about[place];
      if (whose === "malformed") return malformed;
      return thing === undefined ? randomUUID() : (place === 0 ? first : following)[thing];
    });
    const left = [...parts];
    const path = address.replaceAll(variable, () => left.shift() ?? "");
    const body = bodies[`${method} ${address}`]?.(first, clinics.password);
    const ids = [...parts, ...Object.values(body ?? {}).filter((value) => typeof value === "string")];
    return { line, person, whose, asked: { method, path, token: person.token, body }, ids, status: expected(line, person, whose) };
  }

  function ofLine(line: Line, person: Person): Cell[] {
    const things = line.within === undefined ? line.about : [line.within];
    if (things[0] === undefined) return [cell(line, person, null, [nobodys(), nobodys()])];
    const scope = scopes[things[0]] ?? "team";
    if (scope === "everybody") {
      const known = worldOf("clinician");
      return [cell(line, person, "own", [known, known]), cell(line, person, "nobody's", [nobodys(), nobodys()])];
    }
    // Whoever is not signed in is asked for that before anything is looked for.
    const kinds: Whose[] = person.standing === "in" ? ["own", "other team's", "other clinic's", "nobody's", "malformed"] : ["other team's", "nobody's", "malformed"];
    if (things.length > 1 && person.standing === "in") kinds.push("own patient, other team's record", "other team's patient, own record");
    return kinds.flatMap((whose) => {
      const ids = idsFor(person, whose, scope);
      // An id that is made for a new thing is malformed in the address; what the body names is as it should be.
      return ids === null ? [] : [cell(line, person, whose, ids)];
    });
  }

  return lines.flatMap((line) => clinics.people.flatMap((person) => ofLine(line, person)));
}
