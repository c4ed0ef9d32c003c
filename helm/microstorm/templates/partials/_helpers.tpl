{{/* The three services and their paths. An operator cannot change them. */}}
{{- define "microstorm.catalogue" -}}
session-service: {paths: [/], topics: session.events}
idea-service: {paths: [/api/boards, /api/actions], takesLong: true}
report-service: {paths: [/api/reports, /api/trends, /api/logs, /api/search, /api/links, /api/link-checks, /api/platform, /api/webhooks], takesLong: true}
{{- end }}

{{/* The prefix of every name. */}}
{{- define "microstorm.prefix" -}}
{{ .Values.nameOverride | default .Release.Name | trunc 40 | trimSuffix "-" }}
{{- end }}

{{/* The settings of a service: the common ones, overridden by its own. Takes {root, name}. */}}
{{- define "microstorm.settings" -}}
{{- $common := pick .root.Values "replicas" "resources" "autoscaling" "podDisruptionBudget" "topologySpread" "nodeSelector" "tolerations" "affinity" "priorityClassName" "podAnnotations" "podLabels" "env" -}}
{{- mergeOverwrite (deepCopy $common) (index .root.Values.services .name | default dict) | toYaml }}
{{- end }}

{{/* The minimum number of pods of a service. Takes its settings. */}}
{{- define "microstorm.floor" -}}
{{ if .autoscaling.enabled }}{{ .autoscaling.minReplicas }}{{ else }}{{ .replicas }}{{ end }}
{{- end }}

{{/* Labels that select the objects of a component. Takes {root, name}. */}}
{{- define "microstorm.selector" -}}
app.kubernetes.io/name: microstorm
app.kubernetes.io/instance: {{ .root.Release.Name | quote }}
app.kubernetes.io/component: {{ .name }}
{{- end }}

{{/* All labels of a component's objects. Takes {root, name}. */}}
{{- define "microstorm.labels" -}}
{{ include "microstorm.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ .root.Chart.Name }}-{{ .root.Chart.Version }}
{{- end }}

{{/* max_connections of the embedded Postgres. Unused ones cost nothing. */}}
{{- define "microstorm.postgresConnections" -}}400{{- end }}

{{/* The image of a service. Takes {root, name}. */}}
{{- define "microstorm.image" -}}
{{- $image := .root.Values.image -}}
{{ with $image.registry }}{{ . }}/{{ end }}{{ $image.repository }}/{{ .name }}:{{ $image.tag | default .root.Chart.AppVersion }}
{{- end }}

{{- define "microstorm.pullSecrets" -}}
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . | quote }}
  {{- end }}
{{- end }}
{{- end }}

{{/* A value as text. Helm reads whole numbers as floating-point numbers; here they become digits again. */}}
{{- define "microstorm.text" -}}
{{- if and (kindIs "float64" .) (eq (floor .) .) }}{{ printf "%.0f" . }}{{ else }}{{ toString . }}{{ end -}}
{{- end }}

{{/* Text as the value of an environment variable: $ is escaped, because Kubernetes expands $(NAME) and reads $$ as $. */}}
{{- define "microstorm.variable" -}}
{{ include "microstorm.text" . | replace "$" "$$" | quote }}
{{- end }}

{{/* A map with all values as text, because labels and annotations need text. Takes the map. */}}
{{- define "microstorm.texts" -}}
{{- $texts := dict -}}
{{- range $key, $value := . }}{{ if not (kindIs "invalid" $value) }}{{ $_ := set $texts $key (include "microstorm.text" $value) }}{{ end }}{{ end -}}
{{- toYaml $texts -}}
{{- end }}

{{/*
Requests and limits of a container. A ResourceQuota on limits.cpu refuses pods without this limit, so a container without its own gets the
limit of the services. Takes {root, resources}.
*/}}
{{- define "microstorm.resources" -}}
{{- $resources := deepCopy .resources -}}
{{- with (.root.Values.resources.limits | default dict).cpu -}}
{{- $limits := $resources.limits | default dict -}}
{{- $_ := set $resources "limits" (merge $limits (dict "cpu" .)) -}}
{{- end -}}
{{- toYaml $resources -}}
{{- end }}

{{/* A host for a URL: an IPv6 address is put in brackets. Takes the host, with or without brackets. */}}
{{- define "microstorm.urlHost" -}}
{{ if contains ":" . }}[{{ . | trimPrefix "[" | trimSuffix "]" }}]{{ else }}{{ . }}{{ end }}
{{- end }}

{{/* Pod Security Standard "restricted". Takes the user's id. */}}
{{- define "microstorm.podSecurity" -}}
runAsNonRoot: true
runAsUser: {{ . }}
runAsGroup: {{ . }}
fsGroup: {{ . }}
fsGroupChangePolicy: OnRootMismatch
seccompProfile: {type: RuntimeDefault}
{{- end }}

{{- define "microstorm.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: {drop: [ALL]}
{{- end }}

{{/*
Where the pods of a component may run. They are spread over nodes and, if the nodes have zone labels, over zones. Nodes whose taints refuse
the pods (control plane, drained nodes) do not count; otherwise they would count as empty nodes, and the other nodes could not get a
second pod. Takes {root, name, settings}.
*/}}
{{- define "microstorm.scheduling" -}}
{{- with .settings.nodeSelector }}
nodeSelector: {{- include "microstorm.texts" . | nindent 2 }}
{{- end }}
{{- with .settings.tolerations }}
tolerations: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .settings.affinity }}
affinity: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .settings.priorityClassName }}
priorityClassName: {{ . | quote }}
{{- end }}
{{- with .settings.topologySpread }}
{{- $spread := . }}
topologySpreadConstraints:
  {{- range list "kubernetes.io/hostname" "topology.kubernetes.io/zone" }}
  - topologyKey: {{ . }}
    maxSkew: 1
    # zones are only a preference, because nodes without a zone label would otherwise get no pod
    whenUnsatisfiable: {{ ternary "ScheduleAnyway" $spread.whenUnsatisfiable (contains "zone" .) }}
    matchLabelKeys: [pod-template-hash]
    nodeTaintsPolicy: Honor
    labelSelector:
      matchLabels: {{- include "microstorm.selector" $ | nindent 8 }}
  {{- end }}
{{- end }}
{{- end }}

{{/* The JDBC URL of a service's database: {url}. Takes {root, name}. */}}
{{- define "microstorm.database" -}}
{{- $postgres := .root.Values.postgres -}}
{{- if eq $postgres.mode "embedded" -}}
url: jdbc:postgresql://{{ include "microstorm.prefix" .root }}-postgres:5432/{{ trimSuffix "-service" .name }}s
{{- else -}}
{{- $external := $postgres.external -}}
{{- $database := index $external .name -}}
{{- $options := list (printf "sslmode=%s" $external.sslMode) -}}
{{- if include "microstorm.databaseCa" . }}
{{- $options = append $options "sslrootcert=/etc/microstorm/postgres-ca/ca.crt" -}}
{{- else if hasPrefix "verify" $external.sslMode }}
{{- $options = append $options "sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory" -}}
{{- end -}}
url: {{ printf "jdbc:postgresql://%s:%s/%s?%s" (include "microstorm.urlHost" $database.host) (include "microstorm.text" $database.port) (include "microstorm.text" $database.database | urlquery) (join "&" $options) | quote }}
{{- end }}
{{- end }}

{{/* The name of the Secret with the CA of a service's database, or empty. Takes {root, name}. */}}
{{- define "microstorm.databaseCa" -}}
{{- with .root.Values.postgres }}{{ if eq .mode "external" }}{{ (index .external $.name).caSecret | default .external.caSecret }}{{ end }}{{ end -}}
{{- end }}

{{/* User name and password of a service's database role as environment variables. Takes {root, name, secret}; secret is optional, for another role. */}}
{{- define "microstorm.credentials" -}}
{{- $postgres := .root.Values.postgres -}}
{{- if eq $postgres.mode "embedded" -}}
- name: QUARKUS_DATASOURCE_USERNAME
  value: {{ .name | replace "-" "_" }}
- name: QUARKUS_DATASOURCE_PASSWORD
  valueFrom: {secretKeyRef: {name: {{ include "microstorm.postgresSecret" .root | quote }}, key: {{ .name }}}}
{{- else -}}
{{- $secret := .secret | default (index $postgres.external .name).existingSecret -}}
- name: QUARKUS_DATASOURCE_USERNAME
  valueFrom: {secretKeyRef: {name: {{ $secret | quote }}, key: username}}
- name: QUARKUS_DATASOURCE_PASSWORD
  valueFrom: {secretKeyRef: {name: {{ $secret | quote }}, key: password}}
{{- end }}
{{- end }}

{{- define "microstorm.bootstrapServers" -}}
{{- if eq .Values.kafka.mode "embedded" -}}
{{ include "microstorm.prefix" . }}-kafka:9092
{{- else -}}
{{ .Values.kafka.external.bootstrapServers }}
{{- end }}
{{- end }}

{{/* Whether Kafka requires a user name and a password. Takes the root. */}}
{{- define "microstorm.kafkaAsksForPassword" -}}
{{- if and (eq .Values.kafka.mode "external") (hasPrefix "SASL" .Values.kafka.external.securityProtocol) }}yes{{ end }}
{{- end }}

{{/* User name and password for Kafka as environment variables. Takes {root, username, password}: the names of the variables. */}}
{{- define "microstorm.kafkaCredentials" -}}
{{- if include "microstorm.kafkaAsksForPassword" .root -}}
{{- $external := .root.Values.kafka.external -}}
- name: {{ .username }}
  {{- with $external.username }}
  value: {{ include "microstorm.variable" . }}
  {{- else }}
  valueFrom: {secretKeyRef: {name: {{ $external.existingSecret | quote }}, key: username}}
  {{- end }}
- name: {{ .password }}
  valueFrom: {secretKeyRef: {name: {{ $external.existingSecret | quote }}, key: password}}
{{- end }}
{{- end }}
