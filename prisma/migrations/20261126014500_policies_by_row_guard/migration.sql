-- A row is seen by whoever sees its patient. Asked as a value of that one patient, it is answered through the patient's key, row by
-- row; asked with EXISTS, PostgreSQL may read every patient of the team first, which for a team of thousands is most of a page's time.
DO $$
DECLARE clinical text;
BEGIN
  FOREACH clinical IN ARRAY ARRAY['course', 'course_session', 'assessment', 'assessment_revision', 'baseline_choice', 'safety_prompt',
    'dose_record', 'dosing_event', 'reading', 'leaving', 'therapy_record', 'symptom_check', 'imported_row'] LOOP
    EXECUTE format(
      'ALTER POLICY care_team ON %1$I
         USING (organisation_id = (SELECT p.organisation_id FROM patient p WHERE p.id = %1$I.patient_id))
         WITH CHECK (organisation_id = (SELECT p.organisation_id FROM patient p WHERE p.id = %1$I.patient_id))',
      clinical);
  END LOOP;
END $$;
