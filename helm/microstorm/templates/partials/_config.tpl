{{/* Settings of a service that are not secret, by the names of their environment variables. Takes {root, name}. */}}
{{- define "microstorm.config" -}}
{{- $values := .root.Values -}}
{{- $prefix := include "microstorm.prefix" .root -}}
{{- $settings := include "microstorm.settings" . | fromYaml -}}
{{- $database := include "microstorm.database" . | fromYaml -}}
{{- $config := dict
  "QUARKUS_DATASOURCE_JDBC_URL" $database.url
  "KAFKA_BOOTSTRAP_SERVERS" (include "microstorm.bootstrapServers" .root)
  "MICROSTORM_MESSAGING_INBOX_RETENTION" (printf "%dd" (add $values.kafka.topics.retentionDays 7))
  "QUARKUS_SHUTDOWN_DELAY" $values.shutdownDelay
  "QUARKUS_LOG_CONSOLE_JSON_ENABLED" (eq $values.logFormat "json" | toString)
-}}
{{- with $values.kafka.topicPrefix }}{{ $_ := set $config "MICROSTORM_MESSAGING_TOPIC_PREFIX" . }}{{ end -}}
{{- with $values.javaOptions }}{{ $_ := set $config "JAVA_TOOL_OPTIONS" . }}{{ end -}}
{{- if eq $values.migrations.mode "job" -}}
{{- $_ := set $config "QUARKUS_FLYWAY_MIGRATE_AT_START" "false" -}}
{{- $_ := set $config "MICROSTORM_MESSAGING_MIGRATE" "false" -}}
{{- end -}}
{{- if eq $values.kafka.mode "external" -}}
{{- $external := $values.kafka.external -}}
{{- $_ := set $config "KAFKA_SECURITY_PROTOCOL" $external.securityProtocol -}}
{{- if hasPrefix "SASL" $external.securityProtocol }}{{ $_ := set $config "KAFKA_SASL_MECHANISM" $external.saslMechanism }}{{ end -}}
{{- if $external.caSecret -}}
{{- $_ := set $config "KAFKA_SSL_TRUSTSTORE_TYPE" "PEM" -}}
{{- $_ := set $config "KAFKA_SSL_TRUSTSTORE_LOCATION" "/etc/microstorm/kafka-ca/ca.crt" -}}
{{- end -}}
{{- end -}}
{{- with $values.trustedProxies -}}
{{- $_ := set $config "QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING" "true" -}}
{{- $_ := set $config "QUARKUS_HTTP_PROXY_TRUSTED_PROXIES" (join "," .) -}}
{{- end -}}
{{- with $values.allowedOrigins }}{{ $_ := set $config "MICROSTORM_HTTP_ALLOWED_ORIGINS" (join "," .) }}{{ end -}}
{{- if eq .name "session-service" -}}
{{- $_ := set $config "MICROSTORM_TOKENS_KEYS_DIRECTORY" "/etc/microstorm/signing-keys" -}}
{{- if eq $values.access.mode "oidc" -}}
{{- $_ := set $config "MICROSTORM_ACCESS_MODE" "oidc" -}}
{{- $_ := set $config "MICROSTORM_ACCESS_OIDC_ISSUER" $values.access.oidc.issuer -}}
{{- $_ := set $config "MICROSTORM_ACCESS_OIDC_AUDIENCE" $values.access.oidc.audience -}}
{{- with $values.access.oidc.teamsClaim }}{{ $_ := set $config "MICROSTORM_ACCESS_OIDC_TEAMS_CLAIM" . }}{{ end -}}
{{- end -}}
{{- $_ := set $config "MICROSTORM_PRE_SCALING_ENABLED" ($values.preScaling.enabled | toString) -}}
{{- $_ := set $config "MICROSTORM_PRE_SCALING_RELEASE" .root.Release.Name -}}
{{- $_ := set $config "MICROSTORM_PRE_SCALING_LEAD_TIME" (printf "%vm" $values.preScaling.leadMinutes) -}}
{{- else -}}
{{- $_ := set $config "MICROSTORM_HTTP_JWKS_URL" (printf "http://%s-session-service:8080/api/sessions/.well-known/jwks.json" $prefix) -}}
{{- end -}}
{{- if eq .name "report-service" -}}
{{- $_ := set $config "MICROSTORM_PLATFORM_ENVIRONMENT" "kubernetes" -}}
{{- $_ := set $config "MICROSTORM_PLATFORM_RELEASE" .root.Release.Name -}}
{{- $_ := set $config "MICROSTORM_PLATFORM_NAMESPACE" .root.Release.Namespace -}}
{{- $_ := set $config "MICROSTORM_WEBHOOKS_ENABLED" ($values.webhooks.enabled | toString) -}}
{{- with $values.webhooks.allowedNetworks }}{{ $_ := set $config "MICROSTORM_OUTBOUND_ALLOWED_NETWORKS" (join "," .) }}{{ end -}}
{{- with $values.webhooks.publicUrl }}{{ $_ := set $config "MICROSTORM_WEBHOOKS_PUBLIC_URL" . }}{{ end -}}
{{- if $values.links.check.enabled }}{{ $_ := set $config "MICROSTORM_LINKS_CHECK_ENABLED" "true" }}{{ end -}}
{{- end -}}
{{- range $key, $value := mergeOverwrite $config (deepCopy ($settings.env | default dict)) }}
{{ $key }}: {{ include "microstorm.text" $value | quote }}
{{- end }}
{{- end }}
