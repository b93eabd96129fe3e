-- Who may write and read the trail, and what the database itself puts into each line: its clock, the roles of that moment,
-- whether the record was open in an emergency, and what the act changed. The application says who did what to which patient, and nothing else.
REVOKE INSERT ON audit_event FROM courseline_app;
GRANT INSERT (organisation_id, user_id, action, patient_id, subject, subject_id, address, request_id) ON audit_event TO courseline_app;
GRANT SELECT ON audit_event TO courseline_app;

-- An auditor reads the whole trail of the clinic; a clinician who may see a patient, what was done with that record (an assistant does not: what is said in therapy is its clinicians' to read).
-- Nobody who has said who they are writes a line in another's name. Not forced: the owner seals and verifies.
ALTER TABLE audit_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY written ON audit_event FOR INSERT TO courseline_app
  WITH CHECK (app_user_id() IS NULL OR user_id = app_user_id());
CREATE POLICY audited ON audit_event FOR SELECT TO courseline_app
  USING (organisation_id = (SELECT app_organisation_id()) AND (SELECT app_has_role('auditor')));
CREATE POLICY own_patients ON audit_event FOR SELECT TO courseline_app
  USING ((SELECT app_treats()) AND patient_id IS NOT NULL AND organisation_id = (SELECT app_organisation_id()) AND EXISTS (SELECT 1 FROM patient p WHERE p.id = audit_event.patient_id));

-- An auditor sees no patients. What the trail is about has to be found and named all the same: by record number; and names are
-- compared with names, for the review of unusual access.
CREATE FUNCTION trail_patients(ids uuid[], number text) RETURNS TABLE (id uuid, record_number text, given_name text, family_name text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT p.id, p.record_number, p.given_name, p.family_name FROM patient p
    WHERE app_has_role('auditor') AND p.organisation_id = app_organisation_id() AND (p.id = ANY (ids) OR p.record_number = number)
  $$;
REVOKE ALL ON FUNCTION trail_patients(uuid[], text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION trail_patients(uuid[], text) TO courseline_app;

-- What a write changed ------------------------------------------------------------------------------------------
-- Every row that the application writes leaves what changed in a setting of its transaction; the next line of the trail takes
-- it along. A column is shown with its value only where it is named here; any other, free text above all, is named and
-- no more. Of a table that keeps versions (its second argument: what they are versions of) the one before is compared.
CREATE FUNCTION note_change() RETURNS trigger LANGUAGE plpgsql
  AS $$
    DECLARE
      kept CONSTANT text[] := '{id,organisation_id,patient_id,course_id,user_id,version,settings_version,revision,number,key,at,created_at,created_by_id,by_id,received_at}';
      shown CONSTANT text[] := string_to_array(TG_ARGV[0], ',');
      noted jsonb;
      old_row jsonb := '{}';
      new_row CONSTANT jsonb := to_jsonb(NEW);
      was jsonb := '{}';
      now_is jsonb := '{}';
      place text;
      field text;
    BEGIN
      IF app_user_id() IS NULL THEN RETURN NULL; END IF;
      noted := coalesce(nullif(current_setting('app.changes', true), '')::jsonb, '{"rows": 0, "places": {}, "before": {}, "after": {}}');
      IF (noted->>'rows')::int >= 50 THEN RETURN NULL; END IF;
      IF TG_OP = 'UPDATE' THEN
        old_row := to_jsonb(OLD);
      ELSIF TG_ARGV[1] <> '' AND (new_row->>'number')::int > 1 THEN
        EXECUTE format('SELECT to_jsonb(t) FROM %I t WHERE t.%I = $1 AND t.number = $2', TG_TABLE_NAME, TG_ARGV[1])
          INTO old_row USING (new_row->>TG_ARGV[1])::uuid, (new_row->>'number')::int - 1;
        old_row := coalesce(old_row, '{}');
      END IF;
      place := TG_TABLE_NAME;
      FOR i IN 2..50 LOOP
        EXIT WHEN NOT (noted->'places') ? place;
        place := TG_TABLE_NAME || ' ' || i;
      END LOOP;
      FOR field IN SELECT jsonb_object_keys(new_row) LOOP
        CONTINUE WHEN field = ANY (kept) AND NOT field = ANY (shown) OR coalesce(old_row->field, 'null') = coalesce(new_row->field, 'null');
        IF field = ANY (shown) THEN
          was := was || jsonb_build_object(place || '.' || field, coalesce(old_row->field, 'null'));
          now_is := now_is || jsonb_build_object(place || '.' || field, new_row->field);
        ELSE
          was := was || jsonb_build_object(place || '.' || field, CASE WHEN coalesce(old_row->field, 'null') = 'null' THEN NULL ELSE 'not shown' END);
          now_is := now_is || jsonb_build_object(place || '.' || field, CASE WHEN new_row->field = 'null' THEN NULL ELSE 'not shown' END);
        END IF;
      END LOOP;
      IF was = '{}' THEN RETURN NULL; END IF;
      PERFORM set_config('app.changes', jsonb_build_object(
        'rows', (noted->>'rows')::int + 1, 'places', (noted->'places') || jsonb_build_object(place, true),
        'before', CASE WHEN old_row = '{}' THEN noted->'before' ELSE noted->'before' || was END, 'after', noted->'after' || now_is)::text, true);
      RETURN NULL;
    END
  $$;

CREATE TRIGGER note_change AFTER INSERT OR UPDATE ON patient FOR EACH ROW EXECUTE FUNCTION note_change('record_number,family_name,given_name,birth_date,sex,pronouns,team_id', '');
CREATE TRIGGER note_change AFTER INSERT OR UPDATE ON course FOR EACH ROW EXECUTE FUNCTION note_change('therapy,medicine,route,start_date,planned_weeks,time_zone,measure_plan,ended_at,end_reason', '');
CREATE TRIGGER note_change AFTER INSERT OR UPDATE ON course_session FOR EACH ROW EXECUTE FUNCTION note_change('kind,status,planned_at', '');
CREATE TRIGGER note_change AFTER INSERT OR UPDATE ON assessment FOR EACH ROW EXECUTE FUNCTION note_change('measure,recall,answered_at,mode,ratings,total,session_id,voided_at', '');
CREATE TRIGGER note_change AFTER INSERT OR UPDATE ON safety_prompt FOR EACH ROW EXECUTE FUNCTION note_change('measure,value,form_id,acknowledged_at', '');
CREATE TRIGGER note_change AFTER INSERT ON baseline_choice FOR EACH ROW EXECUTE FUNCTION note_change('measure,recall,assessment_id', '');
CREATE TRIGGER note_change AFTER INSERT ON therapy_record FOR EACH ROW EXECUTE FUNCTION note_change('session_id,protocol_session,attendance,homework,suds_before,suds_peak,suds_end', 'session_id');
CREATE TRIGGER note_change AFTER INSERT ON symptom_check FOR EACH ROW EXECUTE FUNCTION note_change('session_id,psychotic,manic', 'session_id');
CREATE TRIGGER note_change AFTER INSERT ON dose_record FOR EACH ROW EXECUTE FUNCTION note_change('session_id,medicine,route,weight_kg,mg_per_kg,devices,computed_mg,given_mg,given_devices,confirmed_at,expiry,started_at,stopped_at', 'session_id');
CREATE TRIGGER note_change AFTER INSERT OR UPDATE ON reading FOR EACH ROW EXECUTE FUNCTION note_change('session_id,systolic,diastolic,pulse,spo2,sedation,dissociation,voided_at', '');
CREATE TRIGGER note_change AFTER INSERT ON dosing_event FOR EACH ROW EXECUTE FUNCTION note_change('session_id,act,severity,serious,relation,onset_at,ended_at,outcome', 'id');
CREATE TRIGGER note_change AFTER INSERT ON leaving FOR EACH ROW EXECUTE FUNCTION note_change('session_id,left_at,advice', 'session_id');
CREATE TRIGGER note_change AFTER INSERT OR UPDATE ON app_user FOR EACH ROW EXECUTE FUNCTION note_change('name,email,roles,disabled_at', '');
CREATE TRIGGER note_change AFTER INSERT OR UPDATE ON care_team FOR EACH ROW EXECUTE FUNCTION note_change('name', '');
CREATE TRIGGER note_change AFTER INSERT OR UPDATE ON care_team_member FOR EACH ROW EXECUTE FUNCTION note_change('team_id,user_id,joined_at,left_at', '');
CREATE TRIGGER note_change AFTER INSERT OR UPDATE ON break_glass FOR EACH ROW EXECUTE FUNCTION note_change('until,ended_at', '');
CREATE TRIGGER note_change AFTER INSERT OR UPDATE ON invitation FOR EACH ROW EXECUTE FUNCTION note_change('name,email,roles,team_ids,expires_at,withdrawn_at', '');

-- A clinic's settings are one document: what is noted are the parts of it that changed.
CREATE FUNCTION note_settings() RETURNS trigger LANGUAGE plpgsql
  AS $$
    DECLARE
      was jsonb;
      now_is jsonb;
    BEGIN
      IF app_user_id() IS NULL OR NEW.settings = OLD.settings THEN RETURN NULL; END IF;
      SELECT jsonb_object_agg('settings.' || part, coalesce(OLD.settings->part, 'null')), jsonb_object_agg('settings.' || part, coalesce(NEW.settings->part, 'null')) INTO was, now_is
        FROM (SELECT jsonb_object_keys(OLD.settings || NEW.settings) AS part) parts
        WHERE coalesce(OLD.settings->part, 'null') <> coalesce(NEW.settings->part, 'null');
      PERFORM set_config('app.changes', jsonb_build_object('rows', 1, 'before', was, 'after', now_is)::text, true);
      RETURN NULL;
    END
  $$;
CREATE TRIGGER note_settings AFTER UPDATE ON organisation FOR EACH ROW EXECUTE FUNCTION note_settings();

CREATE FUNCTION complete_audit_event() RETURNS trigger LANGUAGE plpgsql
  AS $$
    DECLARE changes text := current_setting('app.changes', true);
    BEGIN
      IF NEW.user_id IS NOT NULL AND NEW.roles IS NULL THEN
        NEW.roles := (SELECT array_to_string(u.roles, ' ') FROM app_user u WHERE u.id = NEW.user_id);
      END IF;
      IF NEW.patient_id IS NOT NULL AND app_user_id() IS NOT NULL THEN
        NEW.break_glass := nullif(NEW.patient_id = ANY (app_opened_ids()), false);
      END IF;
      IF changes <> '' THEN
        NEW.before := nullif(changes::jsonb->'before', '{}');
        NEW.after := nullif(changes::jsonb->'after', '{}');
        PERFORM set_config('app.changes', '', true);
      END IF;
      RETURN NEW;
    END
  $$;
CREATE TRIGGER complete BEFORE INSERT ON audit_event FOR EACH ROW EXECUTE FUNCTION complete_audit_event();
