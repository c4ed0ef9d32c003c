{{/* The spec of the Job that creates the topics. Takes the root. */}}
{{- define "microstorm.topicsJob" -}}
{{- $prefix := include "microstorm.prefix" . -}}
{{- $topics := .Values.kafka.topics -}}
{{- $external := .Values.kafka.external -}}
{{- $component := dict "root" . "name" "topics" -}}
{{- $asksForPassword := include "microstorm.kafkaAsksForPassword" . -}}
{{- $signsIn := and (eq .Values.kafka.mode "external") (ne $external.securityProtocol "PLAINTEXT") -}}
backoffLimit: 10
template:
  metadata:
    labels: {{- include "microstorm.labels" $component | nindent 6 }}
  spec:
    restartPolicy: OnFailure
    serviceAccountName: {{ $prefix }}-jobs
    automountServiceAccountToken: false
    enableServiceLinks: false
    {{- include "microstorm.pullSecrets" . | indent 4 }}
    securityContext: {{- include "microstorm.podSecurity" 1000 | nindent 6 }}
    {{- include "microstorm.scheduling" (merge (dict "settings" (pick .Values "nodeSelector" "tolerations")) $component) | indent 4 }}
    containers:
      - name: topics
        image: {{ $topics.image | quote }}
        imagePullPolicy: {{ .Values.image.pullPolicy }}
        command: [/etc/microstorm/topics/create-topics.sh]
        env:
          - {name: BOOTSTRAP_SERVERS, value: {{ include "microstorm.variable" (include "microstorm.bootstrapServers" .) }}}
          {{- with .Values.kafka.topicPrefix }}
          - {name: TOPIC_PREFIX, value: {{ . | quote }}}
          {{- end }}
          - {name: PARTITIONS, value: {{ $topics.partitions | quote }}}
          - {name: REPLICATION_FACTOR, value: {{ $topics.replicationFactor | quote }}}
          - {name: MIN_INSYNC_REPLICAS, value: {{ $topics.minInsyncReplicas | quote }}}
          - {name: RETENTION_DAYS, value: {{ $topics.retentionDays | quote }}}
          - {name: KAFKA_HEAP_OPTS, value: -Xmx128m}
          - {name: LOG_DIR, value: /tmp}
          {{- if $signsIn }}
          - {name: SECURITY_PROTOCOL, value: {{ $external.securityProtocol }}}
          {{- if $external.caSecret }}
          - {name: CA_FILE, value: /etc/microstorm/kafka-ca/ca.crt}
          {{- end }}
          {{- if $asksForPassword }}
          - {name: SASL_MECHANISM, value: {{ $external.saslMechanism }}}
          {{- end }}
          {{- end }}
          {{- with include "microstorm.kafkaCredentials" (dict "root" . "username" "LOGIN_NAME" "password" "LOGIN_PASSWORD") }}{{ . | nindent 10 }}{{ end }}
        resources: {{- include "microstorm.resources" (dict "root" . "resources" $topics.resources) | nindent 10 }}
        securityContext: {{- include "microstorm.containerSecurity" . | nindent 10 }}
        volumeMounts:
          - {name: tmp, mountPath: /tmp}
          - {name: topics, mountPath: /etc/microstorm/topics, readOnly: true}
          {{- if and $signsIn $external.caSecret }}
          - {name: kafka-ca, mountPath: /etc/microstorm/kafka-ca, readOnly: true}
          {{- end }}
    volumes:
      - {name: tmp, emptyDir: {sizeLimit: 64Mi}}
      - {name: topics, configMap: {name: {{ $prefix }}-topics, defaultMode: 0555}}
      {{- if and $signsIn $external.caSecret }}
      - {name: kafka-ca, secret: {secretName: {{ $external.caSecret | quote }}, defaultMode: 0440, items: [{key: ca.crt, path: ca.crt}]}}
      {{- end }}
{{- end }}
