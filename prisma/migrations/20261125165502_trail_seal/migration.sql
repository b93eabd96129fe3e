-- The chain over the trail. Whoever writes an event waits for nobody: about once a second, one at a time, this function seals what
-- has come since. An event belongs to the first seal made after it was committed, whatever its number; a seal is never undone.
--
--   digest of an event = SHA-256 over its columns as PostgreSQL sends them (length before each value, -1 for null)
--   hash of a seal     = SHA-256 over the hash before it and the seal's own columns, the digests among them
--
-- No transaction of ours lasts 30 seconds (prisma/connection.ts): an event dated longer than that before the seal which came
-- before it was put in afterwards. It is not sealed, and npm run audit:verify names it.
CREATE FUNCTION audit_digest(e audit_event) RETURNS bytea LANGUAGE sql STABLE
  AS $$
    SELECT sha256(record_send(ROW(e.id, e.at, e.organisation_id, e.user_id, e.roles, e.action, e.patient_id, e.subject, e.subject_id,
      e.before, e.after, e.break_glass, e.address, e.request_id)))
  $$;

CREATE FUNCTION audit_seal_hash(previous bytea, s audit_seal) RETURNS bytea LANGUAGE sql STABLE
  AS $$ SELECT sha256(coalesce(previous, '') || record_send(ROW(s.number, s.sealed_at, s.since, s.events, s.digests, s.total))) $$;

-- The earliest date an event may have that is sealed now.
CREATE FUNCTION audit_since(last_sealed_at timestamptz, now_sealed_at timestamptz) RETURNS timestamptz LANGUAGE sql IMMUTABLE
  AS $$ SELECT CASE WHEN last_sealed_at IS NULL THEN timestamptz '0001-01-01 00:00:00+00' ELSE least(last_sealed_at, now_sealed_at) - interval '30 seconds' END $$;

CREATE FUNCTION unsealed_audit_events(since timestamptz) RETURNS SETOF audit_event LANGUAGE sql STABLE
  AS $$
    SELECT e FROM audit_event e
    WHERE e.at >= since AND NOT EXISTS (
      SELECT 1 FROM audit_seal s CROSS JOIN LATERAL unnest(s.events) sealed(id) WHERE s.sealed_at >= since - interval '30 seconds' AND sealed.id = e.id)
  $$;

CREATE FUNCTION seal_audit() RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    DECLARE
      moment CONSTANT timestamptz(3) := now();
      last audit_seal;
      next audit_seal;
      batch record;
      sealed bigint := 0;
    BEGIN
      IF NOT pg_try_advisory_xact_lock(72707370) THEN RETURN 0; END IF;
      SELECT * INTO last FROM audit_seal ORDER BY number DESC LIMIT 1;
      FOR batch IN
        SELECT array_agg(id ORDER BY id) AS events, string_agg(digest, '' ORDER BY id) AS digests, audit_since(last.sealed_at, moment)::timestamptz(3) AS since
        FROM (
          SELECT e.id, audit_digest(e) AS digest, (row_number() OVER (ORDER BY e.id) - 1) / 1000 AS part
          FROM unsealed_audit_events(audit_since(last.sealed_at, moment)) e) fresh
        GROUP BY part ORDER BY part
      LOOP
        next := ROW(coalesce(last.number, 0) + 1, moment, batch.since, batch.events, batch.digests, coalesce(last.total, 0) + cardinality(batch.events), ''::bytea);
        next.hash := audit_seal_hash(last.hash, next);
        INSERT INTO audit_seal SELECT next.*;
        last := next;
        sealed := sealed + cardinality(batch.events);
      END LOOP;
      RETURN sealed;
    END
  $$;

-- The newest seal, which is what has to be kept in another place.
CREATE FUNCTION audit_head() RETURNS TABLE (seal bigint, hash text, sealed_at timestamptz, events bigint)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT s.number, encode(s.hash, 'hex'), s.sealed_at, s.total FROM audit_seal s ORDER BY s.number DESC LIMIT 1 $$;

REVOKE ALL ON FUNCTION seal_audit(), audit_head() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION seal_audit(), audit_head() TO courseline_app;

-- The application's role has no business with the seals themselves; rows are only ever added, whoever asks.
ALTER TABLE audit_seal ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_seal ADD CONSTRAINT audit_seal_whole CHECK (number >= 1 AND cardinality(events) > 0 AND length(digests) = 32 * cardinality(events) AND length(hash) = 32);
CREATE TRIGGER only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seal EXECUTE FUNCTION only_added();

SELECT seal_audit();
