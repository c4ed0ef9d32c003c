{{/* The volume of an embedded server. Takes {storage, labels}. */}}
{{- define "microstorm.claim" -}}
- metadata:
    name: data
    labels: {{- .labels | nindent 6 }}
  spec:
    accessModes: [ReadWriteOnce]
    {{- with .storage.className }}
    storageClassName: {{ . }}
    {{- end }}
    resources: {requests: {storage: {{ .storage.size }}}}
{{- end }}

{{/*
The embedded broker's settings: one node that is its own controller. Offsets are kept for as long as the events, so that a release that
slept does not read everything again.
*/}}
{{- define "microstorm.broker" -}}
KAFKA_NODE_ID: 1
KAFKA_PROCESS_ROLES: broker,controller
KAFKA_CONTROLLER_QUORUM_VOTERS: 1@localhost:9093
KAFKA_LISTENERS: PLAINTEXT://:9092,CONTROLLER://localhost:9093
KAFKA_ADVERTISED_LISTENERS: PLAINTEXT://{{ include "microstorm.prefix" . }}-kafka:9092
KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
KAFKA_INTER_BROKER_LISTENER_NAME: PLAINTEXT
KAFKA_CONTROLLER_LISTENER_NAMES: CONTROLLER
KAFKA_LOG_DIRS: /var/lib/kafka/data
KAFKA_AUTO_CREATE_TOPICS_ENABLE: false
KAFKA_MESSAGE_MAX_BYTES: 8388608
KAFKA_REPLICA_FETCH_MAX_BYTES: 8388608
KAFKA_OFFSETS_RETENTION_MINUTES: {{ mul .Values.kafka.topics.retentionDays 1440 }}
KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS: 1
KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: 1
KAFKA_TRANSACTION_STATE_LOG_NUM_PARTITIONS: 1
KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR: 1
KAFKA_TRANSACTION_STATE_LOG_MIN_ISR: 1
KAFKA_SHARE_COORDINATOR_STATE_TOPIC_NUM_PARTITIONS: 1
KAFKA_SHARE_COORDINATOR_STATE_TOPIC_REPLICATION_FACTOR: 1
KAFKA_SHARE_COORDINATOR_STATE_TOPIC_MIN_ISR: 1
KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: 0
KAFKA_LOG_SEGMENT_BYTES: 67108864
KAFKA_LOG_CLEANER_DEDUPE_BUFFER_SIZE: 8388608
KAFKA_HEAP_OPTS: -Xmx{{ .Values.kafka.embedded.heap }}
{{- end }}
