#!/bin/sh
# Gives the API and the worker their logins when compose first makes the database; the migrations say what each may do.
# The passwords stand in the environment of the database's container alone.
set -eu
psql --set=ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
\getenv api API_PASSWORD
\getenv worker WORKER_PASSWORD
create role gapmap_api login noinherit password :'api';
create role gapmap_worker login noinherit password :'worker';
SQL
