-- Researchers read what cohorts are made of, of their whole clinic: no name, record number, date of birth or text is in these two
-- tables. What of it is shown to them (weeks, no single patient, no small group) is the application's to see to (lib/records/cohort.ts).
CREATE POLICY researcher_reads ON course_fact FOR SELECT TO courseline_app
  USING (organisation_id = (SELECT app_organisation_id()) AND (SELECT app_has_role('researcher')));
CREATE POLICY researcher_reads ON placement FOR SELECT TO courseline_app
  USING (organisation_id = (SELECT app_organisation_id()) AND (SELECT app_has_role('researcher')));
