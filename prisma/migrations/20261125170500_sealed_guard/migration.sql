-- Texts about a patient arrive sealed (lib/seal.ts): from here on the tables take nothing else. What stood there before is
-- sealed by `npm run keys:rotate`, which the start command and `npm run db:migrate` run once, and the constraints are then
-- validated. The columns are those of prisma/sealed-columns.ts; a test holds the two against each other.

CREATE FUNCTION is_sealed(value text) RETURNS boolean LANGUAGE sql IMMUTABLE
  AS $$ SELECT value IS NULL OR value !~ '[^ ]' OR value ~ '^sealed\.[0-9a-f]{8}\.[A-Za-z0-9_-]{38,}$' $$;

-- Every value of an object, or the reason of every entry of a list.
CREATE FUNCTION texts_sealed(value jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE
  AS $$
    SELECT coalesce(bool_and(is_sealed(text #>> '{}')), true)
    FROM jsonb_path_query(value, CASE jsonb_typeof(value) WHEN 'array' THEN '$[*].reason'::jsonpath ELSE '$.*'::jsonpath END) AS text
  $$;

-- True for the owner of the tables, while it says so in its transaction. The application's role may say it, and it is not true.
CREATE FUNCTION resealing() RETURNS boolean LANGUAGE sql STABLE
  AS $$
    SELECT coalesce(current_setting('courseline.reseal', true) = 'on', false)
      AND pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE oid = 'assessment_revision'::regclass), 'MEMBER')
  $$;

-- Rows that are only ever added may be sealed anew: everything else in them stays, which the second trigger sees to.
CREATE OR REPLACE FUNCTION only_added() RETURNS trigger LANGUAGE plpgsql
  AS $$
    BEGIN
      IF TG_OP = 'UPDATE' AND TG_TABLE_NAME <> 'audit_event' AND resealing() THEN RETURN NULL; END IF;
      RAISE EXCEPTION 'rows of % are only ever added', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
    END
  $$;

CREATE FUNCTION only_resealed() RETURNS trigger LANGUAGE plpgsql
  AS $$
    DECLARE
      kept jsonb := to_jsonb(OLD);
      made jsonb := to_jsonb(NEW);
      sealed text;
    BEGIN
      FOREACH sealed IN ARRAY TG_ARGV LOOP
        IF (kept -> sealed = 'null') <> (made -> sealed = 'null') THEN RAISE EXCEPTION 'a text is sealed anew, not added or taken away' USING ERRCODE = 'check_violation'; END IF;
        kept := kept - sealed;
        made := made - sealed;
      END LOOP;
      IF kept <> made THEN RAISE EXCEPTION 'only sealed texts are sealed anew' USING ERRCODE = 'check_violation'; END IF;
      RETURN NEW;
    END
  $$;

CREATE OR REPLACE FUNCTION ended_once() RETURNS trigger LANGUAGE plpgsql
  AS $$
    BEGIN
      IF resealing() THEN RETURN NEW; END IF;
      IF OLD.ended_at IS NOT NULL OR NEW.ended_at IS NULL OR NEW.ended_at > now() + interval '1 minute' THEN
        RAISE EXCEPTION 'it ends once' USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    END
  $$;

DO $$
DECLARE
  sealed record;
  name text;
BEGIN
  FOR sealed IN SELECT * FROM (VALUES
    ('assessment_revision', ARRAY['reason'], ARRAY[]::text[]),
    ('baseline_choice', ARRAY['reason'], ARRAY[]::text[]),
    ('break_glass', ARRAY['reason'], ARRAY[]::text[]),
    ('course', ARRAY['index_event', 'end_note'], ARRAY[]::text[]),
    ('course_session', ARRAY['reason'], ARRAY[]::text[]),
    ('dose_record', ARRAY['notes'], ARRAY['interruptions', 'reasons']),
    ('dosing_event', ARRAY['term', 'action', 'why'], ARRAY[]::text[]),
    ('leaving', ARRAY['escort'], ARRAY['overrides']),
    ('reading', ARRAY['done', 'void_reason'], ARRAY[]::text[]),
    ('safety_prompt', ARRAY['done'], ARRAY[]::text[]),
    ('second_factor', ARRAY['seed'], ARRAY[]::text[]),
    ('symptom_check', ARRAY['note'], ARRAY[]::text[]),
    ('therapy_record', ARRAY['note'], ARRAY[]::text[])
  ) AS listed (of, texts, jsons) LOOP
    FOREACH name IN ARRAY sealed.texts LOOP
      EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK (is_sealed(%I)) NOT VALID', sealed.of, sealed.of || '_' || name || '_sealed', name);
    END LOOP;
    FOREACH name IN ARRAY sealed.jsons LOOP
      EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK (texts_sealed(%I)) NOT VALID', sealed.of, sealed.of || '_' || name || '_sealed', name);
    END LOOP;
    EXECUTE format('CREATE POLICY owner_reseals ON %I TO %I USING ((SELECT resealing())) WITH CHECK ((SELECT resealing()))', sealed.of, current_user);
    EXECUTE format('CREATE TRIGGER only_resealed BEFORE UPDATE ON %I FOR EACH ROW WHEN (resealing()) EXECUTE FUNCTION only_resealed(%s)',
      sealed.of, (SELECT string_agg(quote_literal(each), ', ') FROM unnest(sealed.texts || sealed.jsons) AS each));
  END LOOP;
END $$;
