-- Who may see and write it: as the other tables of what follows from the records (facts_guard), and a researcher reads it as the two
-- that cohorts were made of before (cohort_guard): it holds days from t0 and totals.
ALTER TABLE series_fact ALTER COLUMN totals SET NOT NULL, ALTER COLUMN line SET NOT NULL, ALTER COLUMN lows SET NOT NULL, ALTER COLUMN low_days SET NOT NULL,
  ALTER COLUMN steps SET NOT NULL, ALTER COLUMN step_weeks SET NOT NULL, ALTER COLUMN undone SET NOT NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON series_fact TO courseline_app;
ALTER TABLE series_fact ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY care_team ON series_fact TO courseline_app
  USING (organisation_id = (SELECT app_organisation_id()) AND (team_id = ANY ((SELECT app_team_ids())::uuid[]) OR patient_id = ANY ((SELECT app_opened_ids())::uuid[])))
  WITH CHECK (organisation_id = (SELECT app_organisation_id()) AND (team_id = ANY ((SELECT app_team_ids())::uuid[]) OR patient_id = ANY ((SELECT app_opened_ids())::uuid[])));
CREATE POLICY researcher_reads ON series_fact FOR SELECT TO courseline_app
  USING (organisation_id = (SELECT app_organisation_id()) AND (SELECT app_has_role('researcher')));
DO $$ BEGIN EXECUTE format('CREATE POLICY owner_derives ON series_fact TO %I USING (true) WITH CHECK (true)', current_user); END $$;

-- Everything that is asked of items and clusters, of one measure and recall window beside each other.
CREATE INDEX placement_parts ON placement (organisation_id, measure, recall) INCLUDE (team_id, patient_id, course_id, "window", answered, parts) WHERE "window" IS NOT NULL;
