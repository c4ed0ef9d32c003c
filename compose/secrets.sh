#!/usr/bin/env bash
# Passwords of the database's roles, made once and kept in volumes: all of them for Postgres, its own for each service.
set -euo pipefail

umask 077

write() { # FILE OWNER, from standard input; a file is whole or not there
  cat >"$1.draft"
  chown "$2" "$1.draft"
  mv "$1.draft" "$1"
}

password() { # FILE: of a role of Postgres
  [[ -s $1 ]] || head -c 24 /dev/urandom | base64 | tr '+/' '-_' | write "$1" postgres:postgres
}

password /secrets/postgres/postgres
for service in session-service idea-service report-service; do
  password "/secrets/postgres/$service"
  printf 'quarkus.datasource.password=%s\n' "$(<"/secrets/postgres/$service")" | write "/secrets/$service/database.properties" 10001:10001
done

# the key that signs the tokens is made here by the first session-service
install -d -m 700 -o 10001 -g 10001 /secrets/session-service/signing-keys
