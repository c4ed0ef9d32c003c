#!/usr/bin/env bash
# Creates the topics of the services and their dead-letter topics in the Kafka at BOOTSTRAP_SERVERS. Existing topics keep their events and
# partitions; their retention, maximum message size and minimum of in-sync replicas are changed to the values below.
# Optional, to sign in: SECURITY_PROTOCOL, CA_FILE (PEM), SASL_MECHANISM, LOGIN_NAME and LOGIN_PASSWORD; or a file CLIENT_PROPERTIES.
# Optional: TOPIC_PREFIX, a prefix of every topic's name.
set -euo pipefail

prefix=${TOPIC_PREFIX:-}
partitions=${PARTITIONS:-12}
replication=${REPLICATION_FACTOR:-1}
in_sync=${MIN_INSYNC_REPLICAS:-1}
retention=$((${RETENTION_DAYS:-90} * 24 * 60 * 60 * 1000))
max_message=8388608 # the relay sends events of up to 8 MB
other_partitions=""

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

quoted() { # TEXT, quoted for a JAAS configuration
  local text=${1//\\/\\\\}
  text=${text//\"/\\\"}
  printf '"%s"' "${text//$'\n'/\\n}"
}

client_properties() {
  local module=scram.ScramLoginModule
  echo "security.protocol=$SECURITY_PROTOCOL"
  [[ -z ${CA_FILE-} ]] || printf 'ssl.truststore.type=PEM\nssl.truststore.location=%s\n' "$(escaped "$CA_FILE")"
  if [[ -n ${SASL_MECHANISM-} ]]; then
    [[ $SASL_MECHANISM != PLAIN ]] || module=plain.PlainLoginModule
    echo "sasl.mechanism=$SASL_MECHANISM"
    printf 'sasl.jaas.config=%s\n' "$(escaped "org.apache.kafka.common.security.$module required \
      username=$(quoted "$LOGIN_NAME") password=$(quoted "$LOGIN_PASSWORD");")"
  fi
}
if [[ -n ${SECURITY_PROTOCOL-} ]]; then
  CLIENT_PROPERTIES=$(mktemp)
  client_properties >"$CLIENT_PROPERTIES"
fi

kafka() { # topics | configs, ARGUMENTS
  "/opt/kafka/bin/kafka-$1.sh" --bootstrap-server "$BOOTSTRAP_SERVERS" ${CLIENT_PROPERTIES:+--command-config "$CLIENT_PROPERTIES"} "${@:2}"
}

for attempt in $(seq 60); do
  if there=$(kafka topics --describe 2>/tmp/failure); then break; fi
  ((attempt < 60)) || { cat /tmp/failure >&2; echo "Kafka at $BOOTSTRAP_SERVERS does not answer. Check the address, the credentials and the network." >&2; exit 1; }
  sleep 2
done

create() { # NAME PARTITIONS RETENTION_MS
  local -a wanted=("retention.ms=$3" "max.message.bytes=$max_message" "min.insync.replicas=$in_sync")
  local line setting found=""
  local -a options=()
  while IFS= read -r line; do
    if [[ $line == "Topic: $1"[[:space:]]*PartitionCount:* ]]; then found=$line; fi
  done <<<"$there"
  if [[ -z $found ]]; then
    for setting in "${wanted[@]}"; do options+=(--config "$setting"); done
    kafka topics --create --if-not-exists --topic "$1" --partitions "$2" --replication-factor "$replication" "${options[@]}"
    return
  fi
  if [[ $found != *"PartitionCount: $2"[[:space:]]* ]]; then
    echo "Topic $1 does not have $2 partitions. The number is not changed, because a session's events would lose their order." >&2
    other_partitions=yes
  fi
  for setting in "${wanted[@]}"; do
    if [[ ,${found##*Configs: }, != *",$setting,"* ]]; then
      kafka configs --alter --entity-type topics --entity-name "$1" --add-config "$setting"
    fi
  done
  echo "Topic $1 exists."
}

for topic in session.events idea.events log.events; do
  create "$prefix$topic" "$partitions" $retention
done
# dead letters never expire: they wait for an operator
for topic in session-service.{log,idea}.events idea-service.{log,session}.events report-service.{session,idea}.events; do
  create "$prefix$topic.dlq" 1 -1
done
[[ -z $other_partitions ]] || { echo "Set kafka.topics.partitions to the present number of partitions." >&2; exit 1; }
