-- A voided form is changed in one way: it is restored, by a clinician who treats the patient, as it stood. Its revision says why and
-- its line of the trail who and when; a form that stands restored without either is refused when the transaction ends.
ALTER TABLE assessment_revision
  DROP CONSTRAINT assessment_revision_act,
  ADD CONSTRAINT assessment_revision_act CHECK (act IN ('entered', 'corrected', 'voided', 'restored'));

CREATE POLICY treats_restores ON assessment_revision AS RESTRICTIVE FOR INSERT TO courseline_app
  WITH CHECK (act <> 'restored' OR app_treats_patient(patient_id));

-- Which course a form counts to follows from the patient's courses, voided or not.
CREATE FUNCTION voided_form_guarded() RETURNS trigger LANGUAGE plpgsql
  AS $$
    BEGIN
      IF NEW.voided_at IS NOT NULL THEN
        IF to_jsonb(NEW) - 'course_id' <> to_jsonb(OLD) - 'course_id' THEN
          RAISE EXCEPTION 'a voided form is only restored' USING ERRCODE = 'insufficient_privilege';
        END IF;
      ELSIF current_user = 'courseline_app' AND NOT app_treats_patient(OLD.patient_id) THEN
        RAISE EXCEPTION 'a form is restored by those who treat the patient' USING ERRCODE = 'insufficient_privilege';
      ELSIF to_jsonb(NEW) - '{voided_at,revision}'::text[] <> to_jsonb(OLD) - '{voided_at,revision}'::text[] OR NEW.revision <> OLD.revision + 1 THEN
        RAISE EXCEPTION 'a form is restored as it stood' USING ERRCODE = 'insufficient_privilege';
      END IF;
      RETURN NEW;
    END
  $$;
CREATE TRIGGER voided_form_guarded BEFORE UPDATE ON assessment FOR EACH ROW WHEN (OLD.voided_at IS NOT NULL) EXECUTE FUNCTION voided_form_guarded();

-- Whoever restores has said who they are, and it is they whom the revision and the line name; who treats the patient sees both.
CREATE FUNCTION restored_form_complete() RETURNS trigger LANGUAGE plpgsql
  AS $$
    BEGIN
      IF NOT EXISTS (
        SELECT 1 FROM assessment_revision r JOIN assessment_revision b ON b.assessment_id = r.assessment_id AND b.number = r.number - 1
        WHERE r.assessment_id = NEW.id AND r.number = NEW.revision AND r.act = 'restored' AND b.act = 'voided' AND r.by_id = app_user_id()
          AND (r.recall, r.answered_at, r.mode, r.ratings, r.total, r.session_id) IS NOT DISTINCT FROM (NEW.recall, NEW.answered_at, NEW.mode, NEW.ratings, NEW.total, NEW.session_id)) THEN
        RAISE EXCEPTION 'a form is restored by a revision that says so' USING ERRCODE = 'insufficient_privilege';
      END IF;
      IF NOT EXISTS (
        SELECT 1 FROM audit_event e
        WHERE e.patient_id = NEW.patient_id AND e.at >= now()::timestamptz(3) AND e.action = 'restored' AND e.subject = 'assessment' AND e.subject_id = NEW.id AND e.user_id = app_user_id()) THEN
        RAISE EXCEPTION 'a form is restored with a line of the trail' USING ERRCODE = 'insufficient_privilege';
      END IF;
      RETURN NULL;
    END
  $$;
CREATE CONSTRAINT TRIGGER restored_form_complete AFTER UPDATE ON assessment DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.voided_at IS NOT NULL AND NEW.voided_at IS NULL) EXECUTE FUNCTION restored_form_complete();

-- And the other way round: a revision says that a form was restored where it was.
CREATE FUNCTION restored_revision_true() RETURNS trigger LANGUAGE plpgsql
  AS $$
    BEGIN
      IF NOT EXISTS (SELECT 1 FROM assessment a WHERE a.id = NEW.assessment_id AND a.revision >= NEW.number)
        OR NOT EXISTS (SELECT 1 FROM assessment_revision b WHERE b.assessment_id = NEW.assessment_id AND b.number = NEW.number - 1 AND b.act = 'voided') THEN
        RAISE EXCEPTION 'only a voided form is restored' USING ERRCODE = 'insufficient_privilege';
      END IF;
      RETURN NULL;
    END
  $$;
CREATE CONSTRAINT TRIGGER restored_revision_true AFTER INSERT ON assessment_revision DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.act = 'restored') EXECUTE FUNCTION restored_revision_true();
