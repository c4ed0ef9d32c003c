#!/usr/bin/env bash
# Makes what nobody else may know: the passwords of Postgres' roles and the key that signs tokens, one file each in secrets/, from which
# kustomization.yaml makes the Secrets. What is there is kept.
set -euo pipefail
cd "$(dirname "$0")"
umask 077
mkdir -p secrets

new() { # FILE: from standard input, whole or not at all
  cat >"secrets/$1.draft"
  mv "secrets/$1.draft" "secrets/$1"
}

for role in postgres session-service idea-service report-service; do
  [[ -s secrets/$role ]] || head -c 24 /dev/urandom | basenc --base64url --wrap=0 | new $role
done

# An EC key on P-256 is 121 bytes of DER (RFC 5915): the private number from byte 7 on, the point's coordinates from 57 and 89, 32 bytes each.
part() { # OFFSET
  tail -c +$(($1 + 1)) secrets/key.der | head -c 32 | basenc --base64url --wrap=0 | tr -d =
}
if [[ ! -s secrets/1.jwk.json ]]; then
  openssl ecparam -name prime256v1 -genkey -noout -outform DER -out secrets/key.der
  printf '{"kty":"EC","crv":"P-256","alg":"ES256","use":"sig","kid":"%s","d":"%s","x":"%s","y":"%s"}' \
    "$(part 57 | sha256sum | head -c 32)" "$(part 7)" "$(part 57)" "$(part 89)" | new 1.jwk.json
  rm secrets/key.der
fi
