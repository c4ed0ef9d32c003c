{{/* The volume of an embedded server. Takes {storage, labels}. */}}
{{- define "microstorm.claim" -}}
- metadata:
    name: data
    labels: {{- .labels | nindent 6 }}
  spec:
    accessModes: [ReadWriteOnce]
    {{- with .storage.className }}
    storageClassName: {{ . | quote }}
    {{- end }}
    resources: {requests: {storage: {{ include "microstorm.text" .storage.size | quote }}}}
{{- end }}

{{/*
Settings of the embedded broker, one node that is its own controller. Offsets are kept as long as the events, so that a release that was
scaled to zero does not read all events again.
*/}}
{{- define "microstorm.broker" -}}
process.roles=broker,controller
node.id=1
controller.quorum.voters=1@localhost:9093
listeners=BROKER://:9092,CONTROLLER://localhost:9093
advertised.listeners=BROKER://{{ include "microstorm.prefix" . }}-kafka:9092
listener.security.protocol.map=BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT
inter.broker.listener.name=BROKER
controller.listener.names=CONTROLLER
log.dirs=/var/lib/kafka/data/log
auto.create.topics.enable=false
message.max.bytes=8388608
replica.fetch.max.bytes=8388608
offsets.retention.minutes={{ mul .Values.kafka.topics.retentionDays 1440 }}
offsets.topic.num.partitions=1
offsets.topic.replication.factor=1
transaction.state.log.num.partitions=1
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
share.coordinator.state.topic.num.partitions=1
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
group.initial.rebalance.delay.ms=0
log.segment.bytes=67108864
log.cleaner.dedupe.buffer.size=8388608
{{- end }}
