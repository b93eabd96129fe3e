// Every address under load, each beside the floor it is measured against.

import { randomUUID } from "node:crypto";
import { form, ratings } from "./clinic.mjs";

/**
 * @typedef {"floor page" | "floor insert" | "sign-in" | "caseload" | "chart" | "longest chart" | "long course" | "since the dose" | "dosing session" | "save a PCL-5" | "save a draft"} Name
 * @typedef {{ name: Name, floor: Name | null, port: number, call: (caller: number) => import("./load.mjs").Call, shows?: string }} Target
 *   `shows` is on the page if it is the right one
 */

/**
 * @param {{
 *   floorPort: number, productPort: number, origin: string,
 *   demo: Awaited<ReturnType<typeof import("./clinic.mjs").openDemo>>, own: { cookie: string, patients: string[] },
 *   long: { patient: string, session: string },
 * }} run
 * @returns {Target[]}
 */
export function targets({ floorPort, productPort, origin, demo, own, long }) {
  const reading = { cookie: demo.cookie };
  const writing = { cookie: own.cookie, origin, "sec-fetch-site": "same-origin", "content-type": "application/json" };
  const page = (/** @type {string} */ path, /** @type {Record<string, string>} */ headers = {}) => () => ({ method: "GET", path, headers });
  const patient = (/** @type {number} */ caller) => own.patients[caller % own.patients.length] ?? "";
  const drafts = own.patients.map(() => ({ id: randomUUID(), step: 0 }));
  return [
    { name: "floor page", floor: null, port: floorPort, call: page("/"), shows: "Floor" },
    { name: "sign-in", floor: "floor page", port: productPort, call: page("/sign-in"), shows: "assword" },
    { name: "caseload", floor: "floor page", port: productPort, call: page("/caseload", reading), shows: "Rivera" },
    { name: "chart", floor: "floor page", port: productPort, call: page(`/patients/${demo.rivera.id}`, reading), shows: "Rivera" },
    {
      name: "longest chart", floor: "floor page", port: productPort,
      call: page(`/patients/${demo.longest.id}`, reading), shows: demo.longest.name,
    },
    // 24 doses and 200 forms: beside the plain chart page.
    ...(/** @type {[Name, string, string][]} */ ([
      ["long course", `/patients/${long.patient}`, "Long course"],
      ["since the dose", `/patients/${long.patient}/doses`, "Since the dose"],
      ["dosing session", `/patients/${long.patient}/dosing/${long.session}`, "Long course"],
    ])).map(([name, path, shows]) => ({ name, floor: /** @type {const} */ ("chart"), port: productPort, call: page(path, { cookie: own.cookie }), shows })),
    {
      name: "floor insert", floor: null, port: floorPort,
      call: () => ({
        method: "PUT", path: "/insert", headers: { "content-type": "application/json" },
        body: JSON.stringify({ id: randomUUID(), ratings }),
      }),
    },
    {
      name: "save a PCL-5", floor: "floor insert", port: productPort,
      call: (caller) => ({
        method: "PUT", path: `/api/assessments/${randomUUID()}`, headers: writing,
        body: JSON.stringify({ ...form(patient(caller)), key: randomUUID(), allow: ["same-day"] }),
      }),
    },
    {
      name: "save a draft", floor: "floor insert", port: productPort,
      call: (caller) => {
        const draft = drafts[caller % drafts.length] ?? { id: randomUUID(), step: 0 };
        draft.step += 1;
        return {
          method: "PUT", path: `/api/drafts/${draft.id}`, headers: writing,
          body: JSON.stringify({ ...form(patient(caller)), step: draft.step }),
        };
      },
    },
  ];
}

/**
 * One request, read to its end, to be sure that what is measured is what its name says.
 * @param {Target} target
 */
export async function prove({ name, port, call, shows }) {
  const { path, ...rest } = call(0);
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { redirect: "manual", ...rest });
  const text = await response.text();
  if (!response.ok || (shows !== undefined && !text.includes(shows))) {
    throw new Error(`${name}: ${path} answered with ${response.status} and is not the page it should be\n${text.slice(0, 400)}`);
  }
}
