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
# A properties file is Latin-1 with escapes. Everything except ASCII letters and digits is written as a UTF-16 escape.
escaped() { # TEXT
  local LC_ALL=C.UTF-8 text=$1 i code
  for ((i = 0; i < ${#text}; i++)); do
    printf -v code %d "'${text:i:1}"
    if ((code > 65535)); then
      printf '\\u%04x\\u%04x' $((0xd800 + ((code - 0x10000) >> 10))) $((0xdc00 + ((code - 0x10000) & 0x3ff)))
    elif [[ ${text:i:1} == [a-zA-Z0-9] ]]; then
      printf %s "${text:i:1}"
    else
      printf '\\u%04x' "$code"
    fi
  done
}

for service in session-service idea-service report-service; do
  password "/secrets/postgres/$service"
  printf 'quarkus.datasource.password=%s\n' "$(escaped "$(<"/secrets/postgres/$service")")" | write "/secrets/$service/database.properties" 10001:10001
done

# the first session-service creates the key that signs tokens in this directory
install -d -m 700 -o 10001 -g 10001 /secrets/session-service/signing-keys
