#!/usr/bin/env bash
# Creates the passwords of the database roles once and keeps them in volumes. Postgres gets all of them, each service gets its own.
set -euo pipefail

umask 077

write() { # FILE OWNER: writes standard input, so that the file is either complete or absent
  cat >"$1.draft"
  chown "$2" "$1.draft"
  mv "$1.draft" "$1"
}

password() { # FILE: creates the password of a Postgres role if it is missing
  [[ -s $1 ]] || head -c 24 /dev/urandom | base64 | tr '+/' '-_' | write "$1" postgres:postgres
}

password /secrets/postgres/postgres

# The name of a file in settings/ is the name of a setting, and its content the value (smallrye.config.source.file.locations).
for service in session-service idea-service report-service; do
  password "/secrets/postgres/$service"
  install -d -m 700 -o 10001 -g 10001 "/secrets/$service/settings"
  write "/secrets/$service/settings/quarkus.datasource.password" 10001:10001 <"/secrets/postgres/$service"
done

# the first session-service creates the key that signs tokens in this directory
install -d -m 700 -o 10001 -g 10001 /secrets/session-service/signing-keys
