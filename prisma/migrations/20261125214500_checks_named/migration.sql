-- A check calls functions, and a function it calls may call another: by the schema's name, since pg_restore names no schema in its
-- search path. Unnamed, the rows of a dump were refused and left out.

CREATE OR REPLACE FUNCTION total_fits(measure text, ratings jsonb, total integer) RETURNS boolean LANGUAGE sql IMMUTABLE
  AS $$
    SELECT CASE
      WHEN measure IN ('pcl-5', 'gad-7') THEN total IS NOT DISTINCT FROM public.ratings_total(ratings)
      ELSE total IS NULL OR total BETWEEN 0 AND 100
    END
  $$;

CREATE OR REPLACE FUNCTION texts_sealed(value jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE
  AS $$
    SELECT coalesce(bool_and(public.is_sealed(text #>> '{}')), true)
    FROM jsonb_path_query(value, CASE jsonb_typeof(value) WHEN 'array' THEN '$[*].reason'::jsonpath ELSE '$.*'::jsonpath END) AS text
  $$;
