-- A temporary table is found before the real one of its name. Under the name of app_user or care_team_member it would tell the
-- functions of the policies who is on which team. Said again whenever the database is migrated (prisma/temporary-tables.ts).
DO $$
  BEGIN
    EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
  END
$$;
