-- Who may see and write what follows from the records: whoever may see the patient. The team stands in the row itself and follows
-- the patient's by its foreign key, so that a list of thousands asks for no patient row by row.
ALTER TABLE patient_fact ALTER COLUMN name_key TYPE text COLLATE "C", ALTER COLUMN attention SET NOT NULL, SET (fillfactor = 80);
ALTER TABLE placement ALTER COLUMN clusters SET NOT NULL, ALTER COLUMN ratings SET NOT NULL;

INSERT INTO patient_fact (organisation_id, team_id, patient_id) SELECT organisation_id, team_id, id FROM patient;

GRANT SELECT, INSERT, UPDATE, DELETE ON patient_fact, due_item, course_fact, placement TO courseline_app;

-- True for the owner of the tables, while it says so in its transaction: npm run facts:check reads every record. The application's
-- role may say it, and it is not true.
CREATE FUNCTION deriving() RETURNS boolean LANGUAGE sql STABLE
  AS $$
    SELECT coalesce(current_setting('courseline.derive', true) = 'on', false)
      AND pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE oid = 'patient_fact'::regclass), 'MEMBER')
  $$;

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['patient_fact', 'due_item', 'course_fact', 'placement'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY care_team ON %1$I TO courseline_app
         USING (organisation_id = (SELECT app_organisation_id()) AND (team_id = ANY ((SELECT app_team_ids())::uuid[]) OR patient_id = ANY ((SELECT app_opened_ids())::uuid[])))
         WITH CHECK (organisation_id = (SELECT app_organisation_id()) AND (team_id = ANY ((SELECT app_team_ids())::uuid[]) OR patient_id = ANY ((SELECT app_opened_ids())::uuid[])))',
      name);
    EXECUTE format('CREATE POLICY owner_derives ON %I TO %I USING (true) WITH CHECK (true)', name, current_user);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['course', 'course_session', 'assessment', 'baseline_choice', 'safety_prompt', 'dose_record', 'reading', 'dosing_event', 'leaving'] LOOP
    EXECUTE format('CREATE POLICY owner_derives ON %I FOR SELECT TO %I USING ((SELECT deriving()))', name, current_user);
  END LOOP;
END $$;

-- Nobody is missing from the caseload: a patient has a row from the beginning, derived or not.
CREATE FUNCTION patient_has_facts() RETURNS trigger LANGUAGE plpgsql
  AS $$
    BEGIN
      INSERT INTO patient_fact (organisation_id, team_id, patient_id) SELECT organisation_id, team_id, id FROM fresh ON CONFLICT DO NOTHING;
      RETURN NULL;
    END
  $$;
CREATE TRIGGER has_facts AFTER INSERT ON patient REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION patient_has_facts();

-- What is asked for now, without the past: most windows of most courses have closed.
CREATE INDEX due_item_open ON due_item (organisation_id, team_id, closes_at, patient_id, due, due_at, late_at, zone);
