// A patient with as much as a course can hold, entered through the product's own addresses: 24 doses, 200 PCL-5s, and a
// dosing session under way with a reading every ten minutes.

import { randomUUID } from "node:crypto";
import { daysAgo, form, send } from "./clinic.mjs";

const doses = 24;
const forms = 200;
const everyDays = 4;
const hour = 3_600_000;

/**
 * @param {string} origin
 * @param {string} cookie of a clinician
 * @returns {Promise<{ patient: string, session: string }>}
 */
export async function makeLongCourse(origin, cookie) {
  const [patient, course] = [randomUUID(), randomUUID()];
  const put = (/** @type {string} */ path, /** @type {object} */ body) => send(origin, cookie, path, body);
  await put(`/api/patients/${patient}`, {
    recordNumber: "B-long", familyName: "Benchmark", givenName: "Long course", birthDate: "1980-02-29", version: 0, allow: ["duplicates"],
  });
  const length = (doses - 1) * everyDays;
  const sessions = Array.from({ length: doses }, (_, index) => ({
    id: randomUUID(), kind: "dose", at: index === doses - 1 ? daysAgo(0).replace("T10:00", "T00:05") : daysAgo(length - index * everyDays),
  }));
  await send(origin, cookie, `/api/courses/${course}`, {
    patientId: patient, therapy: "pe", medicine: "ketamine", route: "intravenous", startDate: daysAgo(length).slice(0, 10), plannedWeeks: 14, sessions,
  }, "POST");
  for (const { id, kind, at } of sessions.slice(0, -1)) await put(`/api/sessions/${id}`, { kind, at, status: "done", version: 1 });
  for (let index = 0; index < forms; index += 1) {
    const [day = "", time] = [daysAgo(length - Math.floor((index * length) / forms)).slice(0, 10), `${String(8 + (index % 3) * 4).padStart(2, "0")}:30`];
    await put(`/api/assessments/${randomUUID()}`, { ...form(patient), answeredAt: `${day}T${time}`, key: randomUUID(), allow: ["same-day"] });
  }
  const session = sessions.at(-1)?.id ?? "";
  const started = Date.now() - 2 * hour;
  await put(`/api/dosing/${session}/dose`, dose(new Date(started)));
  for (let index = 0; index < 12; index += 1) await put(`/api/readings/${randomUUID()}`, reading(session, new Date(started + index * 10 * 60_000)));
  return { patient, session };
}

/** @param {Date} startedAt */
function dose(startedAt) {
  return {
    key: randomUUID(), number: 0, medicine: "ketamine", route: "intravenous", weightKg: 70, mgPerKg: 0.5, devices: null, givenMg: 35, givenDevices: null,
    confirmedAt: new Date(+startedAt - 60_000), lot: "B-1", expiry: "2099-12-31", preparedBy: "Benchmark", checkedBy: "Second person", startedAt, stoppedAt: null,
    interruptions: [], notes: "", reasons: { "far-from-plan": "Benchmark", "another-active": "Benchmark", "no-reading-before": "Benchmark" },
  };
}

/**
 * @param {string} sessionId
 * @param {Date} at
 */
function reading(sessionId, at) {
  return { sessionId, at, systolic: 124, diastolic: 78, pulse: 72, spo2: 98, sedation: 5, dissociation: 2, cadss: null, done: "", beforeStart: false };
}
