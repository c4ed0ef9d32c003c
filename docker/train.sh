#!/usr/bin/env bash
# Runs the service once, without a database and Kafka. The JVM records the classes that it loads and links at the start and during the first
# requests. The result, app.aot, is valid only for this JVM and these jars.
set -euo pipefail

export QUARKUS_HTTP_PORT=8080 QUARKUS_MANAGEMENT_PORT=9000
export QUARKUS_DATASOURCE_JDBC_URL=jdbc:postgresql://localhost:1/none QUARKUS_DATASOURCE_USERNAME=none QUARKUS_DATASOURCE_PASSWORD=none
export QUARKUS_DATASOURCE_JDBC_MIN_SIZE=0 QUARKUS_DATASOURCE_JDBC_INITIAL_SIZE=0
export QUARKUS_FLYWAY_MIGRATE_AT_START=false MICROSTORM_MESSAGING_MIGRATE=false
export KAFKA_BOOTSTRAP_SERVERS=localhost:1
export MICROSTORM_TOKENS_KEYS_DIRECTORY=/tmp/keys
export MICROSTORM_HTTP_JWKS_URL=http://localhost:8080/api/sessions/.well-known/jwks.json
export QUARKUS_SHUTDOWN_DELAY=0 QUARKUS_SHUTDOWN_TIMEOUT=1

java @/opt/microstorm-build/jvm.options -XX:AOTCacheOutput=app.aot -jar quarkus-run.jar >/tmp/training.log 2>&1 &
service=$!

request() { # PORT METHOD PATH [BODY]
  exec 3<>"/dev/tcp/localhost/$1" || return 1
  printf '%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer none\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s' \
    "$2" "$3" "${#4}" "$4" >&3
  head -n 1 <&3
  exec 3>&-
}

for attempt in $(seq 1500); do # 5 minutes, because other builds may run at the same time
  request 8080 GET /api/none "" 2>/dev/null && break
  kill -0 $service && ((attempt < 1500)) || { cat /tmp/training.log; exit 1; }
  sleep 0.2
done

id=01900000-0000-7000-8000-000000000000
for round in 1 2 3; do
  for path in / /api/teams /api/sessions /api/boards/$id /api/boards/$id/stream /api/actions /api/reports /api/logs; do
    request 8080 GET "$path" ""
    request 8080 POST "$path" '{"name": "", "text": "Stand up while talking"}'
  done
  for path in /q/health/live /q/health/started /q/metrics; do request 9000 GET $path ""; done
done >/tmp/requests.log

kill -TERM $service
wait $service || true # it ends by the signal
[[ -s app.aot ]] || { cat /tmp/training.log; exit 1; }
tail -n 3 /tmp/training.log
ls -l app.aot
