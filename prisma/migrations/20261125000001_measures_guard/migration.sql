-- What the tables refuse by themselves, now that there is more than one measure, and who may see the new ones.

-- Values --------------------------------------------------------------------------------------------------------
-- The PCL-5 is checked to the last rating. For every measure the shape is: at most 60 answers, each a whole number
-- from 0 to 10 or null. A measure can be added without touching the database; its own options are the app's to keep.

CREATE OR REPLACE FUNCTION ratings_fit(measure text, ratings jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE
  AS $$
    SELECT jsonb_typeof(ratings) = 'array'
      AND jsonb_array_length(ratings) <= 60
      AND NOT jsonb_path_exists(ratings, 'strict $[*] ? (@.type() != "null" && @.type() != "number")')
      AND NOT jsonb_path_exists(ratings, 'strict $[*] ? (@.type() == "number" && (@ < 0 || @ > 10 || @.floor() != @))')
      AND CASE measure
        WHEN 'pcl-5' THEN
          jsonb_array_length(ratings) = 20
          AND NOT jsonb_path_exists(ratings, 'strict $[*] ? (@.type() == "number" && @ > 4)')
        ELSE true
      END
  $$;

-- Where the total is the plain sum of all items it must be exactly that, and absent while one is missing. Elsewhere
-- (a published missing-item rule, a percentage, an interview's total) it lies from 0 to 100.
CREATE FUNCTION total_fits(measure text, ratings jsonb, total integer) RETURNS boolean LANGUAGE sql IMMUTABLE
  AS $$
    SELECT CASE
      WHEN measure IN ('pcl-5', 'gad-7') THEN total IS NOT DISTINCT FROM ratings_total(ratings)
      ELSE total IS NULL OR total BETWEEN 0 AND 100
    END
  $$;

ALTER TABLE assessment DROP CONSTRAINT assessment_total;
ALTER TABLE assessment ADD CONSTRAINT assessment_total CHECK (total_fits(measure, ratings, total));
ALTER TABLE assessment_revision DROP CONSTRAINT assessment_revision_total;
ALTER TABLE assessment_revision
  ADD CONSTRAINT assessment_revision_ratings CHECK (ratings_fit(measure, ratings)),
  ADD CONSTRAINT assessment_revision_total CHECK (total_fits(measure, ratings, total));
ALTER TABLE baseline_choice ADD CONSTRAINT baseline_choice_reason CHECK (length(trim(reason)) > 0);
ALTER TABLE safety_prompt ADD CONSTRAINT safety_prompt_acknowledged CHECK (
  num_nonnulls(acknowledged_at, acknowledged_by_id, done) IN (0, 3) AND (done IS NULL OR length(trim(done)) > 0));

-- Rows that are only ever added ---------------------------------------------------------------------------------

CREATE TRIGGER only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON settings_revision EXECUTE FUNCTION only_added();
CREATE TRIGGER only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON baseline_choice EXECUTE FUNCTION only_added();

-- Who may --------------------------------------------------------------------------------------------------------

CREATE FUNCTION app_is_administrator() RETURNS boolean LANGUAGE sql STABLE
  AS $$ SELECT coalesce((SELECT 'administrator' = ANY (roles) FROM app_user WHERE id = app_user_id() AND disabled_at IS NULL), false) $$;

GRANT SELECT, INSERT ON settings_revision, baseline_choice TO courseline_app;
GRANT SELECT, INSERT ON safety_prompt TO courseline_app;
GRANT UPDATE (value, acknowledged_at, acknowledged_by_id, done) ON safety_prompt TO courseline_app;
GRANT UPDATE (settings, settings_version) ON organisation TO courseline_app;

-- The session gate reads a clinic's name and settings before anybody is known; only its administrators change them.
-- Not forced: the owner makes a clinic from the command line.
ALTER TABLE organisation ENABLE ROW LEVEL SECURITY;
CREATE POLICY anybody_reads ON organisation FOR SELECT TO courseline_app USING (true);
CREATE POLICY administrator_changes ON organisation FOR UPDATE TO courseline_app
  USING (id = (SELECT app_organisation_id()) AND (SELECT app_is_administrator()))
  WITH CHECK (id = (SELECT app_organisation_id()) AND (SELECT app_is_administrator()));

ALTER TABLE settings_revision ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_clinic ON settings_revision TO courseline_app
  USING (organisation_id = (SELECT app_organisation_id()))
  WITH CHECK (organisation_id = (SELECT app_organisation_id()) AND (SELECT app_is_administrator()));

DO $$
DECLARE clinical text;
BEGIN
  FOREACH clinical IN ARRAY ARRAY['baseline_choice', 'safety_prompt'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', clinical);
    EXECUTE format(
      'CREATE POLICY care_team ON %1$I TO courseline_app
         USING (EXISTS (SELECT 1 FROM patient p WHERE p.id = %1$I.patient_id AND p.organisation_id = %1$I.organisation_id))
         WITH CHECK (EXISTS (SELECT 1 FROM patient p WHERE p.id = %1$I.patient_id AND p.organisation_id = %1$I.organisation_id))',
      clinical);
  END LOOP;
END $$;
