{{/* The seconds of a duration such as 500ms, 5s or 1m; rounded up. */}}
{{- define "microstorm.seconds" -}}
{{- $number := regexFind "^[0-9]+" . | int -}}
{{- if hasSuffix "ms" . }}{{ divf $number 1000 | ceil | int }}{{ else if hasSuffix "m" . }}{{ mul $number 60 }}{{ else }}{{ $number }}{{ end -}}
{{- end }}

{{/* What values.schema.json cannot say in words that help. Each failure is a sentence that names the keys. */}}
{{- define "microstorm.checks" -}}
{{- $values := .Values -}}
{{- if not (regexMatch "^[a-z]([-a-z0-9]*[a-z0-9])?$" (include "microstorm.prefix" .)) -}}
{{- fail (printf "The release is called %q, which cannot begin the name of a Service: use lower-case letters, digits and hyphens, a letter first, or set nameOverride." .Release.Name) -}}
{{- end -}}
{{- include "microstorm.addressChecks" . -}}
{{- $services := keys (include "microstorm.catalogue" . | fromYaml) | sortAlpha -}}
{{- range $name := $services -}}
{{- $settings := include "microstorm.settings" (dict "root" $ "name" $name) | fromYaml -}}
{{- if and $settings.autoscaling.enabled (gt (int $settings.autoscaling.minReplicas) (int $settings.autoscaling.maxReplicas)) -}}
{{- fail (printf "autoscaling.minReplicas of %s is %v, more than its maxReplicas of %v." $name $settings.autoscaling.minReplicas $settings.autoscaling.maxReplicas) -}}
{{- end -}}
{{- if eq $values.postgres.mode "external" -}}
{{- $database := index $values.postgres.external $name -}}
{{- if not (and $database.host $database.existingSecret) -}}
{{- fail (printf "postgres.mode is external: postgres.external.%s needs a host and an existingSecret with the keys username and password." $name) -}}
{{- end -}}
{{- end -}}
{{- if eq $values.migrations.mode "job" -}}
{{- if ne $values.postgres.mode "external" -}}
{{- fail "migrations.mode is job, which is for postgres.mode=external: an embedded Postgres is not there yet when the Job would run." -}}
{{- end -}}
{{- if not (index $values.migrations.job $name).existingSecret -}}
{{- fail (printf "migrations.mode is job: migrations.job.%s.existingSecret must name the Secret of the role that owns the schema." $name) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- if eq $values.kafka.mode "external" -}}
{{- if not $values.kafka.external.bootstrapServers -}}
{{- fail "kafka.mode is external: kafka.external.bootstrapServers must say where, as host:port[,host:port...]." -}}
{{- end -}}
{{- if and (include "microstorm.kafkaAsksForPassword" .) (not $values.kafka.external.existingSecret) -}}
{{- fail (printf "kafka.external.securityProtocol is %s: kafka.external.existingSecret must name a Secret with the keys username and password." $values.kafka.external.securityProtocol) -}}
{{- end -}}
{{- end -}}
{{- if eq $values.kafka.mode "embedded" -}}
{{- if not $values.kafka.topics.create -}}
{{- fail "kafka.mode is embedded: its topics are made by the chart's Job alone, so kafka.topics.create must stay true." -}}
{{- end -}}
{{- if gt (int $values.kafka.topics.replicationFactor) 1 -}}
{{- fail (printf "kafka.mode is embedded: one broker cannot keep the %v copies of kafka.topics.replicationFactor." $values.kafka.topics.replicationFactor) -}}
{{- end -}}
{{- end -}}
{{- if gt (int $values.kafka.topics.minInsyncReplicas) (int $values.kafka.topics.replicationFactor) -}}
{{- fail (printf "kafka.topics.minInsyncReplicas is %v, more than the replicationFactor of %v: nothing could be written." $values.kafka.topics.minInsyncReplicas $values.kafka.topics.replicationFactor) -}}
{{- end -}}
{{- if and (eq $values.access.mode "oidc") (not (and $values.access.oidc.issuer $values.access.oidc.audience)) -}}
{{- fail "access.mode is oidc: access.oidc needs an issuer and an audience, the client id of this installation there." -}}
{{- end -}}
{{- if and $values.ingress.tlsSecret (not $values.ingress.host) -}}
{{- fail "ingress.tlsSecret is for a host: set ingress.host." -}}
{{- end -}}
{{- if and $values.networkPolicy.enabled $values.serviceMonitor.enabled (not $values.networkPolicy.metricsFrom) -}}
{{- fail "serviceMonitor.enabled needs networkPolicy.metricsFrom: the peers that Prometheus runs as, else nothing is let through to the metrics." -}}
{{- end -}}
{{- if and $values.networkPolicy.enabled $values.httpRoute.enabled (not $values.networkPolicy.ingressFrom) -}}
{{- fail "httpRoute.enabled needs networkPolicy.ingressFrom: the peers that the Gateway's proxy runs as, else no request is let through." -}}
{{- end -}}
{{- $delay := include "microstorm.seconds" $values.shutdownDelay | int -}}
{{- if lt (int $values.terminationGracePeriodSeconds) (add $delay 25 | int) -}}
{{- fail (printf "terminationGracePeriodSeconds is %v: after the shutdownDelay of %s a pod needs 25 s more to end what it has begun." $values.terminationGracePeriodSeconds $values.shutdownDelay) -}}
{{- end -}}
{{- if eq $values.postgres.mode "embedded" -}}
{{- $connections := 0 -}}
{{- range $name := $services -}}
{{- $settings := include "microstorm.settings" (dict "root" $ "name" $name) | fromYaml -}}
{{- $most := ternary $settings.autoscaling.maxReplicas $settings.replicas $settings.autoscaling.enabled -}}
{{- $connections = add $connections (mul 16 (add 1 (int $most))) -}}
{{- end -}}
{{- if gt (int $connections) (include "microstorm.postgresConnections" . | int) -}}
{{- fail (printf "So many replicas need up to %d connections, and the embedded Postgres takes %s: use fewer, or postgres.mode=external." $connections (include "microstorm.postgresConnections" .)) -}}
{{- end -}}
{{- end -}}
{{- if and $values.httpRoute.enabled (not $values.httpRoute.parentRefs) -}}
{{- fail "httpRoute.enabled needs httpRoute.parentRefs: the Gateway that the route is for." -}}
{{- end -}}
{{- end }}
