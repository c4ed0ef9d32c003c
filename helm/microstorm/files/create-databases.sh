#!/usr/bin/env bash
# Creates a database for each service, and a role that owns it and has no rights in the others. Runs once, in an empty Postgres.
set -euo pipefail

for service in session idea report; do
  password=$(</run/secrets/microstorm/$service-service)
  psql --no-psqlrc --set ON_ERROR_STOP=1 --set role="${service}_service" --set database="${service}s" --set password="$password" <<'SQL'
create role :"role" login password :'password';
create database :"database" owner :"role";
revoke all on database :"database" from public;
SQL
done
