-- What was asked for under an id is said once, with it.
GRANT INSERT (digest) ON import_batch TO courseline_app;
