#!/usr/bin/env bash
# Tests a release from inside the cluster. SESSION, IDEA and REPORT are the host names of the services. Without a team the test only reads
# and leaves nothing behind. With TEAM (a slug) and OWNER_KEY it holds a session of this team, from the plan to the complete report. The image
# has no HTTP client, so the script writes HTTP itself.
set -euo pipefail

say() { echo "$*" >&2; }
field() { grep -o "\"$1\":\"[^\"]*" <<<"$answer" | head -n 1 | cut -d '"' -f 4; } # NAME: a field of the last answer, a JSON object

# call METHOD SERVICE PATH TOKEN BODY: leaves the status in $status and the body in $answer.
call() {
  local line raw
  exec 3<>"/dev/tcp/$2/8080"
  printf '%s %s HTTP/1.0\r\nHost: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n%sConnection: close\r\n\r\n%s' \
    "$1" "$3" "$2" "${#5}" "${4:+Authorization: Bearer $4$'\r\n'}" "$5" >&3
  raw=$(tr -d '\r' <&3)
  exec 3>&-
  read -r _ status line <<<"$raw"
  answer=${raw#*$'\n\n'}
}

# expect STATUS call...: fails unless the call gets this status. Repeats the call while the services' events may still be on their way.
expect() {
  local wanted=$1 attempt; shift
  for attempt in $(seq 60); do
    call "$@"
    [[ $status == "$wanted" ]] && return 0
    [[ $status == 5?? || $status == 404 || $status == 409 ]] || break
    sleep 1
  done
  say "$1 $3 answered $status instead of $wanted: $answer"
  exit 1
}

# Only ready Pods answer behind a Service, and a Pod is ready only if its database answers.
expect 200 GET "$SESSION" /api/sessions/.well-known/jwks.json "" ""
[[ $answer == *'"kty"'* ]] || { say "session-service publishes no key to check tokens: $answer"; exit 1; }
expect 401 GET "$IDEA" /api/boards/00000000-0000-7000-8000-000000000000 "" ""
expect 401 GET "$REPORT" /api/reports "" ""
if [[ ${ACCESS:-key} == oidc ]]; then
  expect 400 POST "$SESSION" /api/teams "" '{"name": "Deployment test"}'
  [[ $answer == *access-by-sign-in* ]] || { say "session-service creates a team without sign-in: $answer"; exit 1; }
else
  expect 401 POST "$SESSION" /api/teams/no-such-team/tokens "" '{"ownerKey": "not the key"}'
fi
say "The three services answer, and refuse requests without a valid token."
if [[ -z ${TEAM:-} || ${ACCESS:-key} == oidc ]]; then
  say "The test holds no session: that needs access.mode=key, and test.team.existingSecret with the slug and the key of a team."
  exit 0
fi

expect 200 POST "$SESSION" "/api/teams/$TEAM/tokens" "" "{\"ownerKey\": \"$OWNER_KEY\"}"
owner=$(field token)

expect 201 POST "$SESSION" /api/sessions "$owner" '{"title": "Deployment test", "problem": "Does it run?", "criteria": ["It does"]}'
session=$(field id) code=$(field joinCode)
expect 201 POST "$SESSION" "/api/sessions/$session/participants" "" "{\"name\": \"Participant 1\", \"joinCode\": \"$code\"}"
writer=$(field token)
say "Session $session is planned."

expect 200 POST "$SESSION" "/api/sessions/$session/phase" "$owner" '{"to": "lobby"}'
expect 200 POST "$SESSION" "/api/sessions/$session/phase" "$owner" '{"to": "quiet"}'
expect 201 POST "$IDEA" "/api/boards/$session/ideas" "$writer" '{"text": "It was written in the cluster"}'
expect 200 GET "$IDEA" "/api/boards/$session" "$owner" ""
[[ $answer != *"written in the cluster"* ]] || { say "The owner can see an idea of another person in the quiet phase."; exit 1; }
say "A participant wrote an idea in silence, and the owner cannot see it."

expect 200 POST "$SESSION" "/api/sessions/$session/ready" "$writer" '{"ready": true}'
expect 200 POST "$SESSION" "/api/sessions/$session/phase" "$owner" '{"to": "sharing"}'
expect 202 POST "$SESSION" "/api/sessions/$session/phase" "$owner" '{"to": "closing"}'
for attempt in $(seq 60); do
  call GET "$REPORT" "/api/reports/$session" "$owner" ""
  [[ $answer != *'"complete":true'* ]] || break
  sleep 1
done
[[ $answer == *'"complete":true'* && $answer == *"written in the cluster"* ]] || { say "The report is not complete: $answer"; exit 1; }
say "The session is closed and its report is complete."
