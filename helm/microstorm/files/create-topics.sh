#!/usr/bin/env bash
# The topics of the services and of their dead letters, in the Kafka that BOOTSTRAP_SERVERS names. Those that are there stay as they are.
# CLIENT_PROPERTIES (a file, optional) holds how to sign in.
set -euo pipefail

partitions=${PARTITIONS:-12}
replication=${REPLICATION_FACTOR:-1}
in_sync=${MIN_INSYNC_REPLICAS:-1}
retention=$((${RETENTION_DAYS:-90} * 24 * 60 * 60 * 1000))
max_message=8388608 # events of up to 8 MB, as the relay sends them

topics() {
  /opt/kafka/bin/kafka-topics.sh --bootstrap-server "$BOOTSTRAP_SERVERS" ${CLIENT_PROPERTIES:+--command-config "$CLIENT_PROPERTIES"} "$@"
}

for attempt in $(seq 60); do
  if there=$(topics --list 2>/tmp/failure); then break; fi
  ((attempt < 60)) || { cat /tmp/failure >&2; echo "Kafka at $BOOTSTRAP_SERVERS does not answer." >&2; exit 1; }
  sleep 2
done

create() { # NAME PARTITIONS RETENTION_MS
  if grep -qxF "$1" <<<"$there"; then
    echo "$1 is there."
  else
    topics --create --if-not-exists --topic "$1" --partitions "$2" --replication-factor "$replication" \
      --config retention.ms="$3" --config max.message.bytes=$max_message --config min.insync.replicas="$in_sync"
  fi
}

for topic in session.events idea.events log.events; do
  create $topic "$partitions" $retention
done
# dead letters wait until somebody has looked at them
for topic in session-service.{log,idea}.events idea-service.{log,session}.events report-service.{session,idea}.events; do
  create "$topic.dlq" 1 -1
done
