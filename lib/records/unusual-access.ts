// Access that an auditor should look at, over the last weeks: gathered here, judged by the rules of lib/trail/unusual.ts.
import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { instantInWords } from "@/lib/dates";
import type { UnusualLine } from "@/lib/schemas/trail";
import { brokeGlass, limits, manyDenials, manyPatients, sameName } from "@/lib/trail/unusual";
import { Prisma } from "@/prisma/generated/client";
import type { PlainTx } from "@/prisma/plain";
import { audit } from "./scope";
import { asAuditor } from "./trail";

interface Counted {
  userId: string;
  who: string;
  at: Date;
  count: number;
}

interface Looked extends Counted {
  patientId: string;
  emergencies: number;
  recordNumber: string;
  givenName: string;
  familyName: string;
}

/** The newest first. */
export async function listUnusual(viewer: Viewer): Promise<UnusualLine[]> {
  const { timeZone } = viewer.organisation;
  const { hours, denials, looks } = await asAuditor(viewer, async (tx) => {
    await audit(tx, viewer, "opened", { subject: "unusual_access" });
    return { hours: await busyHours(tx, viewer), denials: await refusedDays(tx, viewer), looks: await pairs(tx, viewer) };
  });
  const found = [
    ...hours.map((hour) => ({ ...hour, recordNumber: null, reason: manyPatients(hour.count) })),
    ...denials.map((day) => ({ ...day, recordNumber: null, reason: manyDenials(day.count) })),
    ...looks.map((look) => ({ ...look, reason: brokeGlass(look.emergencies) })),
    ...looks.map((look) => ({ ...look, reason: sameName(look.who, look) })),
  ];
  return found
    .flatMap(({ userId, who, at, recordNumber, reason }) => (reason === null ? [] : [{ key: `${reason} ${userId} ${recordNumber} ${at.getTime()}`, at, who, recordNumber, reason }]))
    .sort((one, other) => other.at.getTime() - one.at.getTime())
    .map(({ at, ...line }) => ({ ...line, when: instantInWords(at, timeZone) }));
}

const within = (viewer: Viewer) => Prisma.sql`e.organisation_id = ${viewer.organisation.id}::uuid AND e.at >= now() - make_interval(days => ${limits.days}) AND e.user_id IS NOT NULL`;

/** The fullest hour, from each line on, of every person and day; only such as the rule may name. */
function busyHours(tx: PlainTx, viewer: Viewer): Promise<Counted[]> {
  return tx.$queryRaw<Counted[]>`
    WITH looks AS MATERIALIZED (
      SELECT e.user_id, e.patient_id, date_trunc('hour', e.at) AS hour, min(e.at) AS at FROM audit_event e
      WHERE ${within(viewer)} AND e.patient_id IS NOT NULL AND e.action <> 'denied' GROUP BY 1, 2, 3
    ), spans AS (
      SELECT a.user_id, a.at, (SELECT count(DISTINCT b.patient_id) FROM looks b WHERE b.user_id = a.user_id AND b.hour IN (a.hour, a.hour + interval '1 hour') AND b.at >= a.at AND b.at < a.at + interval '1 hour')::int AS count
      FROM looks a WHERE (a.user_id, a.hour) IN (
        SELECT c.user_id, h.hour FROM looks c CROSS JOIN LATERAL (VALUES (c.hour), (c.hour - interval '1 hour')) h(hour) GROUP BY 1, 2 HAVING count(DISTINCT c.patient_id) >= ${limits.patientsAnHour})
    )
    SELECT DISTINCT ON (s.user_id, date_trunc('day', s.at)) s.user_id AS "userId", u.name AS who, s.at, s.count FROM spans s JOIN app_user u ON u.id = s.user_id
    ORDER BY s.user_id, date_trunc('day', s.at), s.count DESC, s.at`;
}

function refusedDays(tx: PlainTx, viewer: Viewer): Promise<Counted[]> {
  return tx.$queryRaw<Counted[]>`
    SELECT e.user_id AS "userId", u.name AS who, max(e.at) AS at, count(*)::int AS count FROM audit_event e JOIN app_user u ON u.id = e.user_id
    WHERE ${within(viewer)} AND e.action = 'denied' GROUP BY e.user_id, u.name, date_trunc('day', e.at AT TIME ZONE ${viewer.organisation.timeZone})`;
}

/** Who looked at whom, once for each pair, when last and how often in an emergency. */
function pairs(tx: PlainTx, viewer: Viewer): Promise<Looked[]> {
  return tx.$queryRaw<Looked[]>`
    WITH pair AS (
      SELECT e.user_id, e.patient_id, max(e.at) AS at, count(*)::int AS count, count(*) FILTER (WHERE e.break_glass)::int AS emergencies FROM audit_event e
      WHERE ${within(viewer)} AND e.patient_id IS NOT NULL AND e.action <> 'denied' GROUP BY 1, 2
    )
    SELECT l.user_id AS "userId", u.name AS who, l.at, l.count, l.emergencies, l.patient_id AS "patientId", p.record_number AS "recordNumber", p.given_name AS "givenName", p.family_name AS "familyName"
    FROM pair l JOIN app_user u ON u.id = l.user_id JOIN trail_patients(ARRAY(SELECT DISTINCT patient_id FROM pair), NULL) p ON p.id = l.patient_id`;
}
