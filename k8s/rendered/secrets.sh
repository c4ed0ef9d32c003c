#!/usr/bin/env bash
# Prints the two Secrets that the manifests need, with new values each time: the passwords of the database roles, and the key that signs
# tokens. Pipe the output to kubectl create, which does not replace existing Secrets. Needs openssl.
set -euo pipefail

password() { head -c 24 /dev/urandom | base64 | tr '+/' '-_'; }

# An EC private key on P-256 is 121 bytes (RFC 5915). The private number begins at byte 7, the coordinates of the point at 57 and 89.
der=$(openssl ecparam -name prime256v1 -genkey -noout -outform DER 2>/dev/null | base64 | tr -d '\n')
number() { base64 -d <<<"$der" | tail -c +"$(($1 + 1))" | head -c 32 | base64 | tr '+/' '-_' | tr -d '=\n'; }

cat <<YAML
apiVersion: v1
kind: Secret
metadata: {name: microstorm-postgres}
stringData:
  postgres: "$(password)"
  session-service: "$(password)"
  idea-service: "$(password)"
  report-service: "$(password)"
---
apiVersion: v1
kind: Secret
metadata: {name: microstorm-signing-keys}
stringData:
  1.jwk.json: '{"kty": "EC", "crv": "P-256", "alg": "ES256", "use": "sig", "kid": "$(openssl rand -hex 16)", "d": "$(number 7)", "x": "$(number 57)", "y": "$(number 89)"}'
YAML
