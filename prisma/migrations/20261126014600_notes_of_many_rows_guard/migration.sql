-- What a transaction changed is noted for its line of the trail, of its first fifty rows. A file brings in thousands: once there are
-- fifty, what was noted is not read again for each; and a row is compared in one statement, not in one for each of its fields.
CREATE OR REPLACE FUNCTION note_change() RETURNS trigger LANGUAGE plpgsql
  AS $$
    DECLARE
      kept CONSTANT text[] := '{id,organisation_id,patient_id,course_id,user_id,version,settings_version,revision,number,key,at,created_at,created_by_id,by_id,received_at}';
      shown text[];
      noted jsonb;
      old_row jsonb := '{}';
      new_row jsonb;
      was jsonb;
      now_is jsonb;
      place text;
    BEGIN
      -- The keys of a jsonb are written in order of their length: rows comes first.
      IF app_user_id() IS NULL OR starts_with(current_setting('app.changes', true), '{"rows": 50,') THEN RETURN NULL; END IF;
      shown := string_to_array(TG_ARGV[0], ',');
      noted := coalesce(nullif(current_setting('app.changes', true), '')::jsonb, '{"rows": 0, "places": {}, "before": {}, "after": {}}');
      new_row := to_jsonb(NEW);
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
      SELECT jsonb_object_agg(place || '.' || field, CASE WHEN before = 'null' OR field = ANY (shown) THEN before ELSE '"not shown"' END),
          jsonb_object_agg(place || '.' || field, CASE WHEN after = 'null' OR field = ANY (shown) THEN after ELSE '"not shown"' END)
        INTO was, now_is
        FROM (SELECT key AS field, coalesce(old_row->key, 'null') AS before, value AS after FROM jsonb_each(new_row)) AS each
        WHERE before <> after AND (NOT field = ANY (kept) OR field = ANY (shown));
      IF was IS NULL THEN RETURN NULL; END IF;
      PERFORM set_config('app.changes', jsonb_build_object(
        'rows', (noted->>'rows')::int + 1, 'places', (noted->'places') || jsonb_build_object(place, true),
        'before', CASE WHEN old_row = '{}' THEN noted->'before' ELSE noted->'before' || was END, 'after', noted->'after' || now_is)::text, true);
      RETURN NULL;
    END
  $$;
