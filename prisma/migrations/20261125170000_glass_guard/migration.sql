-- A record opened in an emergency is read, and what happens is recorded in it. What takes the judgement of those who treat the
-- patient (who they are, courses and plans, therapy, corrections, leaving) stays with the care team.

-- A clinician on a team of this patient's.
CREATE FUNCTION app_treats_patient(patient uuid) RETURNS boolean LANGUAGE sql STABLE
  AS $$ SELECT app_treats() AND EXISTS (SELECT 1 FROM patient p WHERE p.id = $1 AND p.team_id = ANY (app_team_ids())) $$;

DROP POLICY care_team ON patient;
CREATE POLICY care_team_reads ON patient FOR SELECT TO courseline_app
  USING (organisation_id = (SELECT app_organisation_id()) AND (team_id = ANY ((SELECT app_team_ids())::uuid[]) OR id = ANY ((SELECT app_opened_ids())::uuid[])));
CREATE POLICY care_team_adds ON patient FOR INSERT TO courseline_app
  WITH CHECK (organisation_id = (SELECT app_organisation_id()) AND team_id = ANY ((SELECT app_team_ids())::uuid[]));
CREATE POLICY care_team_changes ON patient FOR UPDATE TO courseline_app
  USING (organisation_id = (SELECT app_organisation_id()) AND team_id = ANY ((SELECT app_team_ids())::uuid[]))
  WITH CHECK (organisation_id = (SELECT app_organisation_id()) AND team_id = ANY ((SELECT app_team_ids())::uuid[]));

DO $$
DECLARE judged text;
BEGIN
  FOREACH judged IN ARRAY ARRAY['course', 'course_session', 'baseline_choice', 'leaving'] LOOP
    EXECUTE format('DROP POLICY treats_adds ON %I', judged);
    EXECUTE format('CREATE POLICY treats_adds ON %I AS RESTRICTIVE FOR INSERT TO courseline_app WITH CHECK (app_treats_patient(patient_id))', judged);
  END LOOP;
END $$;
DROP POLICY treats_changes ON course;
CREATE POLICY treats_changes ON course AS RESTRICTIVE FOR UPDATE TO courseline_app USING (app_treats_patient(patient_id)) WITH CHECK (app_treats_patient(patient_id));
DROP POLICY treats ON therapy_record;
CREATE POLICY treats ON therapy_record AS RESTRICTIVE TO courseline_app USING (app_treats_patient(patient_id)) WITH CHECK (app_treats_patient(patient_id));

DROP POLICY treats_or_own ON assessment;
CREATE POLICY treats_or_own ON assessment AS RESTRICTIVE FOR UPDATE TO courseline_app
  USING (created_by_id = (SELECT app_user_id()) OR app_treats_patient(patient_id))
  WITH CHECK (created_by_id = (SELECT app_user_id()) OR app_treats_patient(patient_id));
DROP POLICY treats_or_own ON assessment_revision;
CREATE POLICY treats_or_own ON assessment_revision AS RESTRICTIVE FOR INSERT TO courseline_app
  WITH CHECK (act = 'entered' OR app_treats_patient(patient_id)
    OR EXISTS (SELECT 1 FROM assessment a WHERE a.id = assessment_revision.assessment_id AND a.created_by_id = (SELECT app_user_id())));
DROP POLICY treats_or_own ON reading;
CREATE POLICY treats_or_own ON reading AS RESTRICTIVE FOR UPDATE TO courseline_app
  USING (by_id = (SELECT app_user_id()) OR app_treats_patient(patient_id))
  WITH CHECK (by_id = (SELECT app_user_id()) OR app_treats_patient(patient_id));
CREATE POLICY treats_voids ON dosing_event AS RESTRICTIVE FOR INSERT TO courseline_app WITH CHECK (act <> 'voided' OR app_treats_patient(patient_id));

-- Of a session, whoever records a dose may say that it took place, and when; the plan is not theirs.
CREATE FUNCTION session_guarded() RETURNS trigger LANGUAGE plpgsql
  AS $$
    BEGIN
      IF current_user = 'courseline_app' AND NOT app_treats_patient(OLD.patient_id)
        AND (OLD.kind <> 'dose' OR NEW.status NOT IN ('done', 'planned') OR (NEW.kind, NEW.course_id, NEW.patient_id) IS DISTINCT FROM (OLD.kind, OLD.course_id, OLD.patient_id) OR NEW.planned_at IS DISTINCT FROM OLD.planned_at) THEN
        RAISE EXCEPTION 'a session is planned by those who treat the patient' USING ERRCODE = 'insufficient_privilege';
      END IF;
      RETURN NEW;
    END
  $$;
CREATE TRIGGER session_guarded BEFORE UPDATE ON course_session FOR EACH ROW EXECUTE FUNCTION session_guarded();

-- Whoever broke the glass may end it: the banner of the page knows which one it is.
CREATE OR REPLACE FUNCTION open_glass(person uuid) RETURNS json
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT coalesce(json_agg(json_build_object('id', id, 'patientId', patient_id, 'until', until) ORDER BY until), '[]')
    FROM break_glass WHERE user_id = person AND until > now() AND ended_at IS NULL
  $$;
