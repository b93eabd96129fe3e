-- Who a person is, or may do, changes: every session they have ends with the same statement, whatever made the change.
CREATE FUNCTION end_sign_ins() RETURNS trigger LANGUAGE plpgsql
  AS $$
    BEGIN
      IF NEW.disabled_at IS DISTINCT FROM OLD.disabled_at OR NEW.roles IS DISTINCT FROM OLD.roles OR NEW.password_hash IS DISTINCT FROM OLD.password_hash THEN
        DELETE FROM sign_in WHERE user_id = NEW.id;
      END IF;
      RETURN NULL;
    END
  $$;
CREATE TRIGGER end_sign_ins AFTER UPDATE ON app_user FOR EACH ROW EXECUTE FUNCTION end_sign_ins();

-- Of a person the application may change one thing, the password, and of nobody but the person who asks. Everyone is
-- read: signing in looks for a person before there is one. Not forced: the owner of the tables makes people.
ALTER TABLE app_user ENABLE ROW LEVEL SECURITY;
CREATE POLICY everyone_is_read ON app_user FOR SELECT TO courseline_app USING (true);
CREATE POLICY own_password ON app_user FOR UPDATE TO courseline_app USING (id = (SELECT app_user_id())) WITH CHECK (id = (SELECT app_user_id()));
GRANT UPDATE (password_hash) ON app_user TO courseline_app;
