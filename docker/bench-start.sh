#!/usr/bin/env bash
# Bar P6: measures the time from the start of a service's container until the service can be used, and its resident memory then. Starts with
# and without the AOT cache take turns. Needs the images (docs/compose.md); starts Postgres and Kafka of compose.yaml and removes them.
#   docker/bench-start.sh [ROUNDS]
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-5}
compose() { docker compose --project-name microstorm-bench "$@"; }
trap 'compose down --volumes --timeout 5 >/dev/null 2>&1' EXIT
compose up --detach --wait postgres kafka >/dev/null 2>&1
compose up topics secrets >/dev/null 2>&1

milliseconds() { date -d "$1" +%s%3N; }

start() { # SERVICE MODE: prints milliseconds and MiB
  local id started
  id=$(compose run --detach --no-deps --env JAVA_TOOL_OPTIONS=-XX:AOTMode="$2" "$1" 2>/dev/null)
  until started=$(docker logs --timestamps "$id" 2>&1 | grep -m1 ' started in '); do
    [[ $(docker inspect --format '{{.State.Running}}' "$id") == true ]] || { docker logs "$id" >&2; exit 1; }
    sleep 0.2
  done
  echo "$(($(milliseconds "${started%% *}") - $(milliseconds "$(docker inspect --format '{{.State.StartedAt}}' "$id")"))) $(
    docker exec "$id" bash -c 'while read -r key value _; do [[ $key != VmRSS: ]] || echo $((value / 1024)); done </proc/1/status')"
  docker rm --force "$id" >/dev/null
}

median() { sort -n | sed -n "$(((rounds + 1) / 2))p"; }

printf '%-16s %14s %14s %6s %10s %10s\n' service 'with, ms' 'without, ms' ratio 'with, MiB' 'without, MiB'
for service in session-service idea-service report-service; do
  results=$(for round in $(seq "$rounds"); do for mode in on off; do echo "$mode $(start $service $mode)"; done; done)
  of() { awk -v mode="$1" -v field="$2" '$1 == mode {print $field}' <<<"$results" | median; }
  with=$(of on 2) without=$(of off 2)
  printf '%-16s %14s %14s %5s%% %10s %10s\n' $service "$with" "$without" $((100 * with / without)) "$(of on 3)" "$(of off 3)"
done
