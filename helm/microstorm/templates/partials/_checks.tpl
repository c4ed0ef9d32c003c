{{/* A duration such as 500ms, 5s or 1m in seconds, rounded up. Takes the duration. */}}
{{- define "microstorm.seconds" -}}
{{- $number := regexFind "^[0-9]+" . | int -}}
{{- if hasSuffix "ms" . }}{{ divf $number 1000 | ceil | int }}{{ else if hasSuffix "m" . }}{{ mul $number 60 }}{{ else }}{{ $number }}{{ end -}}
{{- end }}

{{/* Checks for which values.schema.json cannot give a helpful message. Each message names the keys and says what to do. Takes the root. */}}
{{- define "microstorm.checks" -}}
{{- $values := .Values -}}
{{- if not (regexMatch "^[a-z]([-a-z0-9]*[a-z0-9])?$" (include "microstorm.prefix" .)) -}}
{{- fail (printf "The release name %q cannot begin the name of a Service. Use lower-case letters, digits and hyphens, with a letter first, or set nameOverride." .Release.Name) -}}
{{- end -}}
{{- include "microstorm.addressChecks" . -}}
{{- $services := keys (include "microstorm.catalogue" . | fromYaml) | sortAlpha -}}
{{- range $name := $services -}}
{{- $settings := include "microstorm.settings" (dict "root" $ "name" $name) | fromYaml -}}
{{- if and $settings.autoscaling.enabled (gt (int $settings.autoscaling.minReplicas) (int $settings.autoscaling.maxReplicas)) -}}
{{- fail (printf "autoscaling.minReplicas of %s is %v, more than its maxReplicas of %v. Lower minReplicas or raise maxReplicas." $name $settings.autoscaling.minReplicas $settings.autoscaling.maxReplicas) -}}
{{- end -}}
{{- if eq $values.postgres.mode "external" -}}
{{- $database := index $values.postgres.external $name -}}
{{- if not (and $database.host $database.existingSecret) -}}
{{- fail (printf "postgres.mode is external: set postgres.external.%s.host, and existingSecret to a Secret with the keys username and password." $name) -}}
{{- end -}}
{{- end -}}
{{- if eq $values.migrations.mode "job" -}}
{{- if ne $values.postgres.mode "external" -}}
{{- fail "migrations.mode=job needs postgres.mode=external, because an embedded Postgres is not installed yet when the Job runs. Set migrations.mode=start." -}}
{{- end -}}
{{- if not (index $values.migrations.job $name).existingSecret -}}
{{- fail (printf "migrations.mode is job: set migrations.job.%s.existingSecret to the Secret of the role that owns the schema." $name) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- if eq $values.kafka.mode "external" -}}
{{- if not $values.kafka.external.bootstrapServers -}}
{{- fail "kafka.mode is external: set kafka.external.bootstrapServers to host:port[,host:port...]." -}}
{{- end -}}
{{- if and (include "microstorm.kafkaAsksForPassword" .) (not $values.kafka.external.existingSecret) -}}
{{- fail (printf "kafka.external.securityProtocol is %s: set kafka.external.existingSecret to a Secret with the keys username and password." $values.kafka.external.securityProtocol) -}}
{{- end -}}
{{- end -}}
{{- if eq $values.kafka.mode "embedded" -}}
{{- if not $values.kafka.topics.create -}}
{{- fail "kafka.mode is embedded: only the chart's Job can create its topics. Set kafka.topics.create=true." -}}
{{- end -}}
{{- if gt (int $values.kafka.topics.replicationFactor) 1 -}}
{{- fail (printf "kafka.mode is embedded: one broker cannot keep %v copies. Set kafka.topics.replicationFactor=1." $values.kafka.topics.replicationFactor) -}}
{{- end -}}
{{- end -}}
{{- if gt (int $values.kafka.topics.minInsyncReplicas) (int $values.kafka.topics.replicationFactor) -}}
{{- fail (printf "kafka.topics.minInsyncReplicas is %v, more than the replicationFactor of %v, so Kafka would refuse every event. Lower minInsyncReplicas." $values.kafka.topics.minInsyncReplicas $values.kafka.topics.replicationFactor) -}}
{{- end -}}
{{- if and (eq $values.access.mode "oidc") (not (and $values.access.oidc.issuer $values.access.oidc.audience)) -}}
{{- fail "access.mode is oidc: set access.oidc.issuer, and access.oidc.audience to the client ID of this installation at the provider." -}}
{{- end -}}
{{- if and $values.ingress.tlsSecret (not $values.ingress.host) -}}
{{- fail "ingress.tlsSecret needs a host name: set ingress.host." -}}
{{- end -}}
{{- if and $values.networkPolicy.enabled $values.serviceMonitor.enabled (not $values.networkPolicy.metricsFrom) -}}
{{- fail "serviceMonitor.enabled needs networkPolicy.metricsFrom. Set it to NetworkPolicy peers that match Prometheus; otherwise the network policy blocks the metrics." -}}
{{- end -}}
{{- if and $values.networkPolicy.enabled $values.httpRoute.enabled (not $values.networkPolicy.ingressFrom) -}}
{{- fail "httpRoute.enabled needs networkPolicy.ingressFrom. Set it to NetworkPolicy peers that match the Gateway's proxy; otherwise the network policy blocks every request." -}}
{{- end -}}
{{- $delay := include "microstorm.seconds" $values.shutdownDelay | int -}}
{{- if lt (int $values.terminationGracePeriodSeconds) (add $delay 25 | int) -}}
{{- fail (printf "terminationGracePeriodSeconds is %v. It must be at least 25 s longer than the shutdownDelay of %s, because a Pod finishes its requests after the delay." $values.terminationGracePeriodSeconds $values.shutdownDelay) -}}
{{- end -}}
{{- if eq $values.postgres.mode "embedded" -}}
{{- $connections := 0 -}}
{{- range $name := $services -}}
{{- $settings := include "microstorm.settings" (dict "root" $ "name" $name) | fromYaml -}}
{{- $most := ternary $settings.autoscaling.maxReplicas $settings.replicas $settings.autoscaling.enabled -}}
{{- $connections = add $connections (mul 16 (add 1 (int $most))) -}}
{{- end -}}
{{- if gt (int $connections) (include "microstorm.postgresConnections" . | int) -}}
{{- fail (printf "The replicas of all services need up to %d connections, but the embedded Postgres accepts %s. Use fewer replicas, or postgres.mode=external." $connections (include "microstorm.postgresConnections" .)) -}}
{{- end -}}
{{- end -}}
{{- if and $values.httpRoute.enabled (not $values.httpRoute.parentRefs) -}}
{{- fail "httpRoute.enabled needs httpRoute.parentRefs. Set it to the Gateway that receives the requests." -}}
{{- end -}}
{{- end }}
