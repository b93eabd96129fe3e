-- What a name within a function means is fixed where the function is made, not by whoever calls it. A body in SQL is bound to its tables
-- and functions as it is stored (BEGIN ATOMIC), which leaves it as it was for the planner: a search_path of its own would keep it from being
-- inlined. A body in PL/pgSQL is read when it is called, and has a search_path of its own.

CREATE OR REPLACE FUNCTION app_administrates(person uuid) RETURNS boolean LANGUAGE sql STABLE
  BEGIN ATOMIC
    SELECT EXISTS (
      SELECT 1 FROM app_user a JOIN app_user u ON u.organisation_id = a.organisation_id
      WHERE a.id = app_user_id() AND a.disabled_at IS NULL AND 'administrator' = ANY (a.roles) AND u.id = person);
  END;

CREATE OR REPLACE FUNCTION app_has_role(role text) RETURNS boolean LANGUAGE sql STABLE
  BEGIN ATOMIC
    SELECT coalesce((SELECT role = ANY (roles::text[]) FROM app_user WHERE id = app_user_id() AND disabled_at IS NULL), false);
  END;

CREATE OR REPLACE FUNCTION app_is_administrator() RETURNS boolean LANGUAGE sql STABLE
  BEGIN ATOMIC
    SELECT coalesce((SELECT 'administrator' = ANY (roles) FROM app_user WHERE id = app_user_id() AND disabled_at IS NULL), false);
  END;

CREATE OR REPLACE FUNCTION app_opened_ids() RETURNS uuid[] LANGUAGE sql STABLE
  BEGIN ATOMIC
    SELECT coalesce(array_agg(b.patient_id), '{}')
    FROM break_glass b
    WHERE b.user_id = app_user_id() AND b.until > now() AND b.ended_at IS NULL AND app_treats();
  END;

CREATE OR REPLACE FUNCTION app_organisation_id() RETURNS uuid LANGUAGE sql STABLE
  BEGIN ATOMIC
    SELECT organisation_id FROM app_user WHERE id = app_user_id() AND disabled_at IS NULL;
  END;

CREATE OR REPLACE FUNCTION app_team_ids() RETURNS uuid[] LANGUAGE sql STABLE
  BEGIN ATOMIC
    SELECT coalesce(array_agg(m.team_id), '{}')
    FROM care_team_member m
    JOIN care_team t ON t.id = m.team_id
    JOIN app_user u ON u.id = m.user_id AND u.organisation_id = t.organisation_id
    WHERE m.user_id = app_user_id() AND m.left_at IS NULL AND u.disabled_at IS NULL AND u.roles::text[] && ARRAY['clinician', 'assistant'];
  END;

CREATE OR REPLACE FUNCTION app_treats() RETURNS boolean LANGUAGE sql STABLE
  BEGIN ATOMIC
    SELECT app_has_role('clinician');
  END;

CREATE OR REPLACE FUNCTION app_treats_patient(patient uuid) RETURNS boolean LANGUAGE sql STABLE
  BEGIN ATOMIC
    SELECT app_treats() AND EXISTS (SELECT 1 FROM patient p WHERE p.id = $1 AND p.team_id = ANY (app_team_ids()));
  END;

CREATE OR REPLACE FUNCTION app_user_id() RETURNS uuid LANGUAGE sql STABLE
  BEGIN ATOMIC
    SELECT nullif(current_setting('app.user_id', true), '')::uuid;
  END;

CREATE OR REPLACE FUNCTION audit_digest(e audit_event) RETURNS bytea LANGUAGE sql STABLE
  BEGIN ATOMIC
    SELECT sha256(record_send(ROW(e.id, e.at, e.organisation_id, e.user_id, e.roles, e.action, e.patient_id, e.subject, e.subject_id,
      e.before, e.after, e.break_glass, e.address, e.request_id)));
  END;

CREATE OR REPLACE FUNCTION audit_seal_hash(previous bytea, s audit_seal) RETURNS bytea LANGUAGE sql STABLE
  BEGIN ATOMIC
    SELECT sha256(coalesce(previous, '') || record_send(ROW(s.number, s.sealed_at, s.since, s.events, s.digests, s.total)));
  END;

CREATE OR REPLACE FUNCTION audit_since(last_sealed_at timestamptz, now_sealed_at timestamptz) RETURNS timestamptz LANGUAGE sql IMMUTABLE
  BEGIN ATOMIC
    SELECT CASE WHEN last_sealed_at IS NULL THEN timestamptz '0001-01-01 00:00:00+00' ELSE least(last_sealed_at, now_sealed_at) - interval '30 seconds' END;
  END;

CREATE OR REPLACE FUNCTION deriving() RETURNS boolean LANGUAGE sql STABLE
  BEGIN ATOMIC
    SELECT coalesce(current_setting('courseline.derive', true) = 'on', false)
      AND pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE oid = 'patient_fact'::regclass), 'MEMBER');
  END;

CREATE OR REPLACE FUNCTION is_sealed(value text) RETURNS boolean LANGUAGE sql IMMUTABLE
  BEGIN ATOMIC
    SELECT value IS NULL OR value !~ '[^ ]' OR value ~ '^sealed\.[0-9a-f]{8}\.[A-Za-z0-9_-]{38,}$';
  END;

CREATE OR REPLACE FUNCTION ratings_fit(measure text, ratings jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE
  BEGIN ATOMIC
    SELECT jsonb_typeof(ratings) = 'array'
      AND jsonb_array_length(ratings) <= 60
      AND NOT jsonb_path_exists(ratings, 'strict $[*] ? (@.type() != "null" && @.type() != "number")')
      AND NOT jsonb_path_exists(ratings, 'strict $[*] ? (@.type() == "number" && (@ < 0 || @ > 10 || @.floor() != @))')
      AND CASE measure
        WHEN 'pcl-5' THEN
          jsonb_array_length(ratings) = 20
          AND NOT jsonb_path_exists(ratings, 'strict $[*] ? (@.type() == "number" && @ > 4)')
        ELSE true
      END;
  END;

CREATE OR REPLACE FUNCTION ratings_total(ratings jsonb) RETURNS integer LANGUAGE sql IMMUTABLE
  BEGIN ATOMIC
    SELECT CASE WHEN bool_or(jsonb_typeof(value) = 'null') THEN NULL ELSE sum((value #>> '{}')::numeric)::integer END
    FROM jsonb_array_elements(ratings);
  END;

CREATE OR REPLACE FUNCTION resealing() RETURNS boolean LANGUAGE sql STABLE
  BEGIN ATOMIC
    SELECT coalesce(current_setting('courseline.reseal', true) = 'on', false)
      AND pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE oid = 'assessment_revision'::regclass), 'MEMBER');
  END;

CREATE OR REPLACE FUNCTION texts_sealed(value jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE
  BEGIN ATOMIC
    SELECT coalesce(bool_and(public.is_sealed(text #>> '{}')), true)
    FROM jsonb_path_query(value, CASE jsonb_typeof(value) WHEN 'array' THEN '$[*].reason'::jsonpath ELSE '$.*'::jsonpath END) AS text;
  END;

CREATE OR REPLACE FUNCTION total_fits(measure text, ratings jsonb, total integer) RETURNS boolean LANGUAGE sql IMMUTABLE
  BEGIN ATOMIC
    SELECT CASE
      WHEN measure IN ('pcl-5', 'gad-7') THEN total IS NOT DISTINCT FROM public.ratings_total(ratings)
      ELSE total IS NULL OR total BETWEEN 0 AND 100
    END;
  END;

CREATE OR REPLACE FUNCTION unsealed_audit_events(since timestamptz) RETURNS SETOF audit_event LANGUAGE sql STABLE
  BEGIN ATOMIC
    SELECT e FROM audit_event e
    WHERE e.at >= since AND NOT EXISTS (
      SELECT 1 FROM audit_seal s CROSS JOIN LATERAL unnest(s.events) sealed(id) WHERE s.sealed_at >= since - interval '30 seconds' AND sealed.id = e.id);
  END;

ALTER FUNCTION complete_audit_event() SET search_path = public, pg_temp;
ALTER FUNCTION end_sign_ins() SET search_path = public, pg_temp;
ALTER FUNCTION end_sign_ins_of_factor() SET search_path = public, pg_temp;
ALTER FUNCTION ended_once() SET search_path = public, pg_temp;
ALTER FUNCTION left_once() SET search_path = public, pg_temp;
ALTER FUNCTION note_change() SET search_path = public, pg_temp;
ALTER FUNCTION note_settings() SET search_path = public, pg_temp;
ALTER FUNCTION only_added() SET search_path = public, pg_temp;
ALTER FUNCTION only_resealed() SET search_path = public, pg_temp;
ALTER FUNCTION passkey_counts_on() SET search_path = public, pg_temp;
ALTER FUNCTION patient_has_facts() SET search_path = public, pg_temp;
ALTER FUNCTION person_guarded() SET search_path = public, pg_temp;
ALTER FUNCTION restored_form_complete() SET search_path = public, pg_temp;
ALTER FUNCTION restored_revision_true() SET search_path = public, pg_temp;
ALTER FUNCTION session_guarded() SET search_path = public, pg_temp;
ALTER FUNCTION undone_once() SET search_path = public, pg_temp;
ALTER FUNCTION used_once() SET search_path = public, pg_temp;
ALTER FUNCTION voided_form_guarded() SET search_path = public, pg_temp;
