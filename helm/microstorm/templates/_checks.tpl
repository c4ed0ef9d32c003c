{{/* What values.schema.json cannot say in words that help. Each failure is a sentence that names the keys. */}}
{{- define "microstorm.checks" -}}
{{- $values := .Values -}}
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
{{- if gt (int $values.kafka.topics.minInsyncReplicas) (int $values.kafka.topics.replicationFactor) -}}
{{- fail (printf "kafka.topics.minInsyncReplicas is %v, more than the replicationFactor of %v: nothing could be written." $values.kafka.topics.minInsyncReplicas $values.kafka.topics.replicationFactor) -}}
{{- end -}}
{{- if and $values.ingress.tlsSecret (not $values.ingress.host) -}}
{{- fail "ingress.tlsSecret is for a host: set ingress.host." -}}
{{- end -}}
{{- if and $values.httpRoute.enabled (not $values.httpRoute.parentRefs) -}}
{{- fail "httpRoute.enabled needs httpRoute.parentRefs: the Gateway that the route is for." -}}
{{- end -}}
{{- end }}
