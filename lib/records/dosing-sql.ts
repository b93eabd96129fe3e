// The pieces of SQL that bring a dosing session in one statement, as JSON in the very shape that its page is shown
// (lib/schemas/dosing-view.ts). The session is `s`, its patient `p`, its course `c`.
import { Prisma } from "@/prisma/generated/client";
import { opened } from "@/prisma/sealed-columns";

/** An instant as ISO text. Sessions of the database run in UTC (prisma/connection.ts). */
const at = (column: string) => Prisma.raw(`to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

/** The newest of the numbered rows of a session, as JSON; null without one. */
const newest = (table: string, columns: Prisma.Sql) => Prisma.sql`
  (SELECT json_build_object('number', t.number, 'by', u.name, 'at', ${at("t.at")}, ${columns})
     FROM ${Prisma.raw(table)} t JOIN app_user u ON u.id = t.by_id WHERE t.session_id = s.id ORDER BY t.number DESC LIMIT 1)`;

const doseColumn = newest(
  "dose_record",
  Prisma.sql`'medicine', t.medicine, 'route', t.route, 'weightKg', t.weight_kg, 'mgPerKg', t.mg_per_kg, 'devices', t.devices, 'computedMg', t.computed_mg,
    'givenMg', t.given_mg, 'givenDevices', t.given_devices, 'confirmedAt', ${at("t.confirmed_at")}, 'lot', coalesce(t.lot, ''), 'expiry', t.expiry,
    'preparedBy', coalesce(t.prepared_by, ''), 'checkedBy', coalesce(t.checked_by, ''), 'startedAt', ${at("t.started_at")}, 'stoppedAt', ${at("t.stopped_at")},
    'interruptions', ${opened("DoseRecord", "interruptions", "t")}, 'notes', coalesce(${opened("DoseRecord", "notes", "t")}, ''),
    'reasons', ${opened("DoseRecord", "reasons", "t")}`,
);

const checkColumn = newest("symptom_check", Prisma.sql`'psychotic', t.psychotic, 'manic', t.manic, 'note', coalesce(${opened("SymptomCheck", "note", "t")}, '')`);

const leavingColumn = newest(
  "leaving",
  Prisma.sql`'leftAt', ${at("t.left_at")}, 'escort', coalesce(${opened("Leaving", "escort", "t")}, ''), 'advice', t.advice, 'points', t.points, 'overrides', ${opened("Leaving", "overrides", "t")}`,
);

const vitals = Prisma.sql`'systolic', r.systolic, 'diastolic', r.diastolic, 'pulse', r.pulse, 'spo2', r.spo2, 'sedation', r.sedation, 'dissociation', r.dissociation`;

const cadss = Prisma.sql`'cadss', CASE WHEN a.id IS NOT NULL THEN json_build_object('measure', a.measure, 'total', a.total) END`;
const cadssFrom = Prisma.sql`LEFT JOIN assessment a ON a.id = r.id AND a.total IS NOT NULL AND a.voided_at IS NULL`;

const readingsColumn = Prisma.sql`
  (SELECT json_agg(json_build_object('id', r.id, 'at', ${at("r.at")}, ${vitals}, 'done', coalesce(${opened("Reading", "done", "r")}, ''), 'by', u.name,
      ${cadss},
      'voided', CASE WHEN r.voided_at IS NOT NULL THEN json_build_object('reason', ${opened("Reading", "voidReason", "r")}, 'by', v.name) END) ORDER BY r.at, r.id)
     FROM reading r JOIN app_user u ON u.id = r.by_id LEFT JOIN app_user v ON v.id = r.voided_by_id
       ${cadssFrom}
     WHERE r.session_id = s.id)`;

const eventsColumn = Prisma.sql`
  (SELECT json_agg(json_build_object('id', e.id, 'number', e.number, 'act', e.act, 'term', ${opened("DosingEvent", "term", "e")}, 'severity', e.severity, 'serious', e.serious,
      'relation', e.relation, 'onsetAt', ${at("e.onset_at")}, 'endedAt', ${at("e.ended_at")}, 'action', coalesce(${opened("DosingEvent", "action", "e")}, ''), 'outcome', e.outcome,
      'by', e.by) ORDER BY e.onset_at, e.id)
     FROM (SELECT DISTINCT ON (t.id) t.*, u.name AS by FROM dosing_event t JOIN app_user u ON u.id = t.by_id WHERE t.session_id = s.id ORDER BY t.id, t.number DESC) e
     WHERE e.act <> 'voided')`;

/** The patient's other doses, each as it stands: lib/records/dosing-session.ts says what they mean for this one. */
const othersColumn = Prisma.sql`
  (SELECT json_agg(json_build_object('sessionId', o.session_id, 'at', ${at("o.at")}, 'weightKg', o.weight_kg, 'startedAt', ${at("o.started_at")}, 'left', o.was_left))
     FROM (SELECT DISTINCT ON (d.session_id) d.session_id, os.at, d.weight_kg, d.started_at,
             EXISTS (SELECT 1 FROM leaving l WHERE l.session_id = d.session_id) AS was_left
           FROM dose_record d JOIN course_session os ON os.id = d.session_id
           WHERE d.patient_id = s.patient_id AND d.session_id <> s.id ORDER BY d.session_id, d.number DESC) o)`;

/** What was answered last, at another session of the patient before this one, to the questions on symptoms. */
const symptomsColumn = Prisma.sql`
  (SELECT json_build_object('id', os.id, 'kind', os.kind, 'at', ${at("os.at")}, 'psychotic', a.psychotic, 'manic', a.manic)
     FROM (SELECT DISTINCT ON (t.session_id) t.* FROM symptom_check t WHERE t.patient_id = s.patient_id AND t.session_id <> s.id ORDER BY t.session_id, t.number DESC) a
       JOIN course_session os ON os.id = a.session_id
     WHERE os.at < s.at ORDER BY os.at DESC LIMIT 1)`;

const namedColumn = Prisma.sql`
  (SELECT json_agg(json_build_object('id', n.id, 'kind', n.kind, 'at', extract(epoch FROM n.at) * 1000, 'status', n.status))
     FROM course_session n WHERE n.course_id = c.id)`;

const teamColumn = Prisma.sql`
  (SELECT json_agg(u.name ORDER BY u.name) FROM care_team_member m JOIN app_user u ON u.id = m.user_id
   WHERE m.team_id = p.team_id AND m.left_at IS NULL AND u.disabled_at IS NULL)`;

const sessionColumn = Prisma.sql`
  json_build_object('id', s.id, 'status', s.status, 'version', s.version, 'at', ${at("s.at")}, 'plannedAt', ${at("s.planned_at")})`;

const patientColumn = Prisma.sql`
  json_build_object('id', p.id, 'name', p.family_name || ', ' || p.given_name, 'recordNumber', p.record_number)`;

const courseColumn = Prisma.sql`
  json_build_object('id', c.id, 'therapy', c.therapy, 'therapyName', c.therapy_name, 'medicine', c.medicine, 'route', c.route, 'timeZone', c.time_zone, 'endedAt', ${at("c.ended_at")})`;

/** One dosing session whole. */
export const roomColumns = Prisma.sql`
  ${patientColumn} AS patient, ${sessionColumn} AS session, ${courseColumn} AS course, ${doseColumn} AS dose, ${readingsColumn} AS readings,
  ${eventsColumn} AS events, ${checkColumn} AS check, ${leavingColumn} AS leaving, ${othersColumn} AS others, ${symptomsColumn} AS symptoms, ${namedColumn} AS named, ${teamColumn} AS team`;

/** What the board says of a dosing session. */
export const boardColumns = Prisma.sql`
  ${patientColumn} AS patient, ${sessionColumn} AS session, ${courseColumn} AS course, ${namedColumn} AS named,
  (SELECT json_build_object('startedAt', ${at("t.started_at")}, 'stoppedAt', ${at("t.stopped_at")}) FROM dose_record t WHERE t.session_id = s.id ORDER BY t.number DESC LIMIT 1) AS dose,
  (SELECT ${at("t.left_at")} FROM leaving t WHERE t.session_id = s.id ORDER BY t.number DESC LIMIT 1) AS "leftAt",
  (SELECT json_agg(json_build_object('id', r.id, 'at', ${at("r.at")}, ${vitals}, ${cadss}) ORDER BY r.at, r.id) FROM reading r ${cadssFrom} WHERE r.session_id = s.id AND r.voided_at IS NULL) AS readings,
  (SELECT count(*)::int FROM (SELECT DISTINCT ON (t.id) t.act FROM dosing_event t WHERE t.session_id = s.id ORDER BY t.id, t.number DESC) e WHERE e.act <> 'voided') AS events`;

export const dosingFrom = Prisma.sql`course_session s JOIN patient p ON p.id = s.patient_id JOIN course c ON c.id = s.course_id`;
