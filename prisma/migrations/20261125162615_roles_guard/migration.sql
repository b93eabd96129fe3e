-- Who may, now that there are more roles than two. lib/auth/rights.ts is the same table for the application.

-- Care: clinicians and assistants, on the team of the patient or, a clinician, for an hour in an emergency -------------------
-- Roles are compared as text: a value added to an enum cannot be named in the transaction that added it.

CREATE OR REPLACE FUNCTION app_team_ids() RETURNS uuid[] LANGUAGE sql STABLE
  AS $$
    SELECT coalesce(array_agg(m.team_id), '{}')
    FROM care_team_member m
    JOIN care_team t ON t.id = m.team_id
    JOIN app_user u ON u.id = m.user_id AND u.organisation_id = t.organisation_id
    WHERE m.user_id = app_user_id() AND m.left_at IS NULL AND u.disabled_at IS NULL AND u.roles::text[] && ARRAY['clinician', 'assistant']
  $$;

CREATE FUNCTION app_has_role(role text) RETURNS boolean LANGUAGE sql STABLE
  AS $$ SELECT coalesce((SELECT role = ANY (roles::text[]) FROM app_user WHERE id = app_user_id() AND disabled_at IS NULL), false) $$;

CREATE FUNCTION app_treats() RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT app_has_role('clinician') $$;

CREATE FUNCTION app_opened_ids() RETURNS uuid[] LANGUAGE sql STABLE
  AS $$
    SELECT coalesce(array_agg(b.patient_id), '{}')
    FROM break_glass b
    WHERE b.user_id = app_user_id() AND b.until > now() AND b.ended_at IS NULL AND app_treats()
  $$;

DROP POLICY care_team ON patient;
CREATE POLICY care_team ON patient TO courseline_app
  USING (organisation_id = (SELECT app_organisation_id()) AND (team_id = ANY ((SELECT app_team_ids())::uuid[]) OR id = ANY ((SELECT app_opened_ids())::uuid[])))
  WITH CHECK (organisation_id = (SELECT app_organisation_id()) AND (team_id = ANY ((SELECT app_team_ids())::uuid[]) OR id = ANY ((SELECT app_opened_ids())::uuid[])));

-- Treat: what takes a clinician's judgement ----------------------------------------------------------------------------------
-- Restrictive: these hold on top of the policy of the care team.

DO $$
DECLARE judged text;
BEGIN
  FOREACH judged IN ARRAY ARRAY['patient', 'course', 'course_session', 'baseline_choice', 'leaving'] LOOP
    EXECUTE format('CREATE POLICY treats_adds ON %I AS RESTRICTIVE FOR INSERT TO courseline_app WITH CHECK ((SELECT app_treats()))', judged);
  END LOOP;
  FOREACH judged IN ARRAY ARRAY['patient', 'course'] LOOP
    EXECUTE format('CREATE POLICY treats_changes ON %I AS RESTRICTIVE FOR UPDATE TO courseline_app USING ((SELECT app_treats())) WITH CHECK ((SELECT app_treats()))', judged);
  END LOOP;
END $$;

-- What is said in therapy is its clinicians' to read.
CREATE POLICY treats ON therapy_record AS RESTRICTIVE TO courseline_app USING ((SELECT app_treats())) WITH CHECK ((SELECT app_treats()));

-- Who is no clinician revises only what they entered themselves, and answers no safety prompt.
CREATE POLICY treats_or_own ON assessment AS RESTRICTIVE FOR UPDATE TO courseline_app
  USING (created_by_id = (SELECT app_user_id()) OR (SELECT app_treats()))
  WITH CHECK (created_by_id = (SELECT app_user_id()) OR (SELECT app_treats()));
CREATE POLICY treats_or_own ON assessment_revision AS RESTRICTIVE FOR INSERT TO courseline_app
  WITH CHECK (act = 'entered' OR (SELECT app_treats())
    OR EXISTS (SELECT 1 FROM assessment a WHERE a.id = assessment_revision.assessment_id AND a.created_by_id = (SELECT app_user_id())));
CREATE POLICY treats_or_own ON reading AS RESTRICTIVE FOR UPDATE TO courseline_app
  USING (by_id = (SELECT app_user_id()) OR (SELECT app_treats()))
  WITH CHECK (by_id = (SELECT app_user_id()) OR (SELECT app_treats()));
CREATE POLICY treats_answers ON safety_prompt AS RESTRICTIVE FOR UPDATE TO courseline_app
  USING (true) WITH CHECK (acknowledged_at IS NULL OR (SELECT app_treats()));

-- Breaking glass -----------------------------------------------------------------------------------------------------------
-- The record of a patient one may not see is found by whoever knows its number and the patient's date of birth: by a function
-- that works as the owner of the tables, and nobody is listed by it.

ALTER TABLE break_glass ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE break_glass
  ADD CONSTRAINT break_glass_reason CHECK (length(trim(reason)) > 0),
  ADD CONSTRAINT break_glass_until CHECK (until <= at + interval '60 minutes');
CREATE POLICY own ON break_glass TO courseline_app USING (user_id = (SELECT app_user_id())) WITH CHECK (user_id = (SELECT app_user_id()));
CREATE POLICY auditor_reads ON break_glass FOR SELECT TO courseline_app USING (organisation_id = (SELECT app_organisation_id()) AND (SELECT app_has_role('auditor')));
GRANT SELECT ON break_glass TO courseline_app;
GRANT UPDATE (ended_at) ON break_glass TO courseline_app;

CREATE FUNCTION ended_once() RETURNS trigger LANGUAGE plpgsql
  AS $$
    BEGIN
      IF OLD.ended_at IS NOT NULL OR NEW.ended_at IS NULL OR NEW.ended_at > now() + interval '1 minute' THEN
        RAISE EXCEPTION 'it ends once' USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    END
  $$;
CREATE TRIGGER ended_once BEFORE UPDATE ON break_glass FOR EACH ROW EXECUTE FUNCTION ended_once();
CREATE TRIGGER only_added BEFORE DELETE OR TRUNCATE ON break_glass EXECUTE FUNCTION only_added();

-- Both tables hide their rows from their owner too; the functions below see what they must.
DO $$
BEGIN
  EXECUTE format('CREATE POLICY owner_finds ON patient FOR SELECT TO %I USING (true)', current_user);
  EXECUTE format('CREATE POLICY owner_opens ON break_glass TO %I USING (true) WITH CHECK (true)', current_user);
END $$;

-- The patient whose record is open from now on, or null: no such patient, and no such right, look the same. One row for one id.
CREATE FUNCTION break_glass(given uuid, number text, born date, why text) RETURNS uuid
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    DECLARE found uuid;
    BEGIN
      IF NOT app_treats() THEN RETURN NULL; END IF;
      SELECT b.patient_id INTO found FROM break_glass b WHERE b.id = given AND b.user_id = app_user_id();
      IF found IS NOT NULL THEN RETURN found; END IF;
      SELECT p.id INTO found FROM patient p WHERE p.organisation_id = app_organisation_id() AND p.record_number = number AND p.birth_date = born;
      IF found IS NULL THEN RETURN NULL; END IF;
      INSERT INTO break_glass (id, organisation_id, patient_id, user_id, reason, until)
        VALUES (given, app_organisation_id(), found, app_user_id(), why, now() + interval '60 minutes');
      RETURN found;
    END
  $$;

-- What the session gate reads with the person, before anybody is known.
CREATE FUNCTION open_glass(person uuid) RETURNS json
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT coalesce(json_agg(json_build_object('patientId', patient_id, 'until', until) ORDER BY until), '[]')
    FROM break_glass WHERE user_id = person AND until > now() AND ended_at IS NULL
  $$;

REVOKE ALL ON FUNCTION break_glass(uuid, text, date, text), open_glass(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION break_glass(uuid, text, date, text), open_glass(uuid) TO courseline_app;

-- An invitation may lead onto a team as an assistant too.
CREATE OR REPLACE FUNCTION accept_invitation(hash bytea, new_password_hash text) RETURNS uuid
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    DECLARE
      found invitation;
      person uuid := gen_random_uuid();
    BEGIN
      IF new_password_hash NOT LIKE '$argon2id$%' THEN RAISE EXCEPTION 'a password is stored as its hash' USING ERRCODE = 'check_violation'; END IF;
      UPDATE invitation SET used_at = now() WHERE token_hash = hash AND used_at IS NULL AND withdrawn_at IS NULL AND expires_at > now() RETURNING * INTO found;
      IF found.id IS NULL THEN RETURN NULL; END IF;
      INSERT INTO app_user (id, organisation_id, email, name, password_hash, roles)
        VALUES (person, found.organisation_id, found.email, found.name, new_password_hash, found.roles);
      INSERT INTO care_team_member (team_id, user_id)
        SELECT t.id, person FROM care_team t
        WHERE t.organisation_id = found.organisation_id AND t.id = ANY (found.team_ids) AND found.roles::text[] && ARRAY['clinician', 'assistant'];
      RETURN person;
    END
  $$;
