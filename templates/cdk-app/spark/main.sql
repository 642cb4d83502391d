-- A Hive job. The tables of the design stand in the catalog under the ids of their data sets; write what one run does:
--   INSERT INTO target SELECT ... FROM source;
-- Until then a run shows what it finds.
SHOW DATABASES;
