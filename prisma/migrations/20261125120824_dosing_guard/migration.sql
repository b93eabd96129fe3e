-- What the tables of the course and the dosing room refuse by themselves, and who may see them.

-- One active course ---------------------------------------------------------------------------------------------
-- Of several courses without an end only the one that started last was ever shown: the others end where the next began.

ALTER TABLE course_session NO FORCE ROW LEVEL SECURITY;
ALTER TABLE course NO FORCE ROW LEVEL SECURITY;

UPDATE course c SET ended_at = later.created_at, end_reason = 'completed'
FROM (SELECT id, lead(created_at) OVER (PARTITION BY patient_id ORDER BY start_date, created_at) AS created_at FROM course) later
WHERE later.id = c.id AND later.created_at IS NOT NULL AND c.ended_at IS NULL;
UPDATE course SET end_reason = 'completed' WHERE ended_at IS NOT NULL AND end_reason IS NULL;
UPDATE course_session SET planned_at = at;

ALTER TABLE course_session FORCE ROW LEVEL SECURITY;
ALTER TABLE course FORCE ROW LEVEL SECURITY;

ALTER TABLE course
  ADD CONSTRAINT course_one_active EXCLUDE USING btree (patient_id WITH =) WHERE (ended_at IS NULL),
  ADD CONSTRAINT course_ended CHECK ((ended_at IS NULL) = (end_reason IS NULL)),
  ADD CONSTRAINT course_discontinued CHECK (end_reason <> 'discontinued' OR length(trim(end_note)) > 0);

-- Values --------------------------------------------------------------------------------------------------------

ALTER TABLE therapy_record
  ADD CONSTRAINT therapy_record_number CHECK (number >= 1),
  ADD CONSTRAINT therapy_record_session CHECK (protocol_session BETWEEN 1 AND 99),
  ADD CONSTRAINT therapy_record_suds CHECK (suds_before BETWEEN 0 AND 100 AND suds_peak BETWEEN 0 AND 100 AND suds_end BETWEEN 0 AND 100);
ALTER TABLE symptom_check ADD CONSTRAINT symptom_check_number CHECK (number >= 1);
ALTER TABLE dose_record
  ADD CONSTRAINT dose_record_number CHECK (number >= 1),
  ADD CONSTRAINT dose_record_medicine_route CHECK (medicine <> 'none' AND route <> 'none' AND (medicine <> 'esketamine' OR route = 'intranasal')),
  ADD CONSTRAINT dose_record_amounts CHECK (weight_kg > 0 AND mg_per_kg >= 0 AND devices >= 0 AND computed_mg >= 0 AND given_mg >= 0 AND given_devices >= 0),
  ADD CONSTRAINT dose_record_times CHECK (stopped_at >= started_at),
  ADD CONSTRAINT dose_record_two_people CHECK (lower(trim(prepared_by)) <> lower(trim(checked_by))),
  ADD CONSTRAINT dose_record_json CHECK (jsonb_typeof(interruptions) = 'array' AND jsonb_typeof(reasons) = 'object');
ALTER TABLE reading
  ADD CONSTRAINT reading_values CHECK (
    systolic BETWEEN 0 AND 400 AND diastolic BETWEEN 0 AND 300 AND pulse BETWEEN 0 AND 400 AND spo2 BETWEEN 0 AND 100
    AND sedation BETWEEN 0 AND 10 AND dissociation BETWEEN 0 AND 10),
  ADD CONSTRAINT reading_voided CHECK (
    num_nonnulls(voided_at, voided_by_id, void_reason) IN (0, 3) AND (void_reason IS NULL OR length(trim(void_reason)) > 0));
ALTER TABLE dosing_event
  ADD CONSTRAINT dosing_event_number CHECK (number >= 1),
  ADD CONSTRAINT dosing_event_act CHECK (act IN ('entered', 'corrected', 'voided')),
  ADD CONSTRAINT dosing_event_why CHECK (act = 'entered' OR length(trim(why)) > 0),
  ADD CONSTRAINT dosing_event_term CHECK (length(trim(term)) > 0),
  ADD CONSTRAINT dosing_event_times CHECK (ended_at >= onset_at);
ALTER TABLE leaving
  ADD CONSTRAINT leaving_number CHECK (number >= 1),
  ADD CONSTRAINT leaving_json CHECK (jsonb_typeof(points) = 'array' AND jsonb_typeof(overrides) = 'object');

-- Rows that are only ever added ---------------------------------------------------------------------------------

CREATE TRIGGER only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON therapy_record EXECUTE FUNCTION only_added();
CREATE TRIGGER only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON symptom_check EXECUTE FUNCTION only_added();
CREATE TRIGGER only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON dose_record EXECUTE FUNCTION only_added();
CREATE TRIGGER only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON dosing_event EXECUTE FUNCTION only_added();
CREATE TRIGGER only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON leaving EXECUTE FUNCTION only_added();

-- Who may --------------------------------------------------------------------------------------------------------

GRANT SELECT, INSERT ON therapy_record, symptom_check, dose_record, reading, dosing_event, leaving TO courseline_app;
GRANT UPDATE (voided_at, voided_by_id, void_reason) ON reading TO courseline_app;

DO $$
DECLARE clinical text;
BEGIN
  FOREACH clinical IN ARRAY ARRAY['therapy_record', 'symptom_check', 'dose_record', 'reading', 'dosing_event', 'leaving'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', clinical);
    EXECUTE format(
      'CREATE POLICY care_team ON %1$I TO courseline_app
         USING (EXISTS (SELECT 1 FROM patient p WHERE p.id = %1$I.patient_id AND p.organisation_id = %1$I.organisation_id))
         WITH CHECK (EXISTS (SELECT 1 FROM patient p WHERE p.id = %1$I.patient_id AND p.organisation_id = %1$I.organisation_id))',
      clinical);
  END LOOP;
END $$;
