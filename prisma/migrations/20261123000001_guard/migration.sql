-- What the tables refuse by themselves, whoever asks.
-- The app works as the role courseline_app: it owns nothing, bypasses nothing, and sees a clinical row only when
-- the person named in the setting app.user_id is a clinician on the care team of that row's patient.

-- Who is asking -------------------------------------------------------------------------------------------------

CREATE FUNCTION app_user_id() RETURNS uuid LANGUAGE sql STABLE
  AS $$ SELECT nullif(current_setting('app.user_id', true), '')::uuid $$;

CREATE FUNCTION app_organisation_id() RETURNS uuid LANGUAGE sql STABLE
  AS $$ SELECT organisation_id FROM app_user WHERE id = app_user_id() AND disabled_at IS NULL $$;

CREATE FUNCTION app_team_ids() RETURNS uuid[] LANGUAGE sql STABLE
  AS $$
    SELECT coalesce(array_agg(m.team_id), '{}')
    FROM care_team_member m
    JOIN care_team t ON t.id = m.team_id
    JOIN app_user u ON u.id = m.user_id AND u.organisation_id = t.organisation_id
    WHERE m.user_id = app_user_id() AND m.left_at IS NULL AND u.disabled_at IS NULL AND 'clinician' = ANY (u.roles)
  $$;

-- What the app role may do --------------------------------------------------------------------------------------

GRANT SELECT ON organisation, app_user, care_team, care_team_member, _prisma_migrations TO courseline_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in, throttle, draft TO courseline_app;
GRANT SELECT, INSERT, UPDATE ON patient, course, course_session, assessment TO courseline_app;
GRANT SELECT, INSERT ON assessment_revision TO courseline_app;
GRANT INSERT ON audit_event TO courseline_app;
GRANT USAGE ON SEQUENCE audit_event_id_seq TO courseline_app;

-- Row-level security --------------------------------------------------------------------------------------------
-- Sub-selects without a reference to the row are worked out once for a query, not once for a row.

ALTER TABLE patient ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY care_team ON patient TO courseline_app
  USING (organisation_id = (SELECT app_organisation_id()) AND team_id = ANY ((SELECT app_team_ids())::uuid[]))
  WITH CHECK (organisation_id = (SELECT app_organisation_id()) AND team_id = ANY ((SELECT app_team_ids())::uuid[]));

DO $$
DECLARE clinical text;
BEGIN
  FOREACH clinical IN ARRAY ARRAY['course', 'course_session', 'assessment', 'assessment_revision'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', clinical);
    EXECUTE format(
      'CREATE POLICY care_team ON %1$I TO courseline_app
         USING (EXISTS (SELECT 1 FROM patient p WHERE p.id = %1$I.patient_id AND p.organisation_id = %1$I.organisation_id))
         WITH CHECK (EXISTS (SELECT 1 FROM patient p WHERE p.id = %1$I.patient_id AND p.organisation_id = %1$I.organisation_id))',
      clinical);
  END LOOP;
END $$;

ALTER TABLE draft ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_draft ON draft TO courseline_app
  USING (user_id = (SELECT app_user_id()) AND EXISTS (SELECT 1 FROM patient p WHERE p.id = draft.patient_id))
  WITH CHECK (user_id = (SELECT app_user_id()) AND EXISTS (SELECT 1 FROM patient p WHERE p.id = draft.patient_id AND p.organisation_id = draft.organisation_id));

-- Values --------------------------------------------------------------------------------------------------------

CREATE FUNCTION ratings_fit(measure text, ratings jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE
  AS $$
    SELECT CASE measure
      WHEN 'pcl-5' THEN
        jsonb_typeof(ratings) = 'array'
        AND jsonb_array_length(ratings) = 20
        AND NOT jsonb_path_exists(ratings, 'strict $[*] ? (@.type() != "null" && @.type() != "number")')
        AND NOT jsonb_path_exists(ratings, 'strict $[*] ? (@.type() == "number" && @ != 0 && @ != 1 && @ != 2 && @ != 3 && @ != 4)')
      ELSE false
    END
  $$;

CREATE FUNCTION ratings_total(ratings jsonb) RETURNS integer LANGUAGE sql IMMUTABLE
  AS $$
    SELECT CASE WHEN bool_or(jsonb_typeof(value) = 'null') THEN NULL ELSE sum((value #>> '{}')::numeric)::integer END
    FROM jsonb_array_elements(ratings)
  $$;

ALTER TABLE assessment
  ADD CONSTRAINT assessment_ratings CHECK (ratings_fit(measure, ratings)),
  ADD CONSTRAINT assessment_total CHECK (total IS NOT DISTINCT FROM ratings_total(ratings)),
  ADD CONSTRAINT assessment_revision_number CHECK (revision >= 1);
ALTER TABLE assessment_revision
  ADD CONSTRAINT assessment_revision_total CHECK (total IS NOT DISTINCT FROM ratings_total(ratings)),
  ADD CONSTRAINT assessment_revision_act CHECK (act IN ('entered', 'corrected', 'voided')),
  ADD CONSTRAINT assessment_revision_reason CHECK (act = 'entered' OR length(trim(reason)) > 0);
ALTER TABLE draft ADD CONSTRAINT draft_ratings CHECK (ratings_fit(measure, ratings));
ALTER TABLE course
  ADD CONSTRAINT course_planned_weeks CHECK (planned_weeks BETWEEN 1 AND 8),
  ADD CONSTRAINT course_medicine_route CHECK ((medicine = 'none') = (route = 'none') AND (medicine <> 'esketamine' OR route = 'intranasal'));
ALTER TABLE patient
  ADD CONSTRAINT patient_named CHECK (length(trim(family_name)) > 0 AND length(trim(given_name)) > 0 AND length(trim(record_number)) > 0),
  ADD CONSTRAINT patient_birth_date CHECK (birth_date >= DATE '1900-01-01');
ALTER TABLE app_user ADD CONSTRAINT app_user_email_lower CHECK (email = lower(email));

-- Rows that are only ever added ---------------------------------------------------------------------------------

CREATE FUNCTION only_added() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN RAISE EXCEPTION 'rows of % are only ever added', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege'; END $$;

CREATE TRIGGER only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_event EXECUTE FUNCTION only_added();
CREATE TRIGGER only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON assessment_revision EXECUTE FUNCTION only_added();
