{{/* Volumes and mounts of a service's pod: {volumes, mounts}. Takes {root, name, migrates}; migrates is optional, for the migration Job, which needs neither signing keys nor Kafka. */}}
{{- define "microstorm.volumes" -}}
{{- $values := .root.Values -}}
{{- $secrets := dict -}}
{{- with include "microstorm.databaseCa" . }}{{ $_ := set $secrets "postgres-ca" . }}{{ end -}}
{{- if and (eq .name "session-service") (not .migrates) }}{{ $_ := set $secrets "signing-keys" (include "microstorm.signingKeysSecret" .root) }}{{ end -}}
{{- if and (eq $values.kafka.mode "external") $values.kafka.external.caSecret (not .migrates) }}{{ $_ := set $secrets "kafka-ca" $values.kafka.external.caSecret }}{{ end -}}
volumes:
  - name: tmp
    emptyDir: {sizeLimit: 64Mi}
  {{- range $volume, $secret := $secrets }}
  - name: {{ $volume }}
    secret:
      secretName: {{ $secret | quote }}
      defaultMode: 0440
      {{- if hasSuffix "-ca" $volume }}
      # the Secret may contain other keys, such as the CA's private key
      items: [{key: ca.crt, path: ca.crt}]
      {{- end }}
  {{- end }}
mounts:
  - {name: tmp, mountPath: /tmp}
  {{- range $volume, $secret := $secrets }}
  - {name: {{ $volume }}, mountPath: /etc/microstorm/{{ $volume }}, readOnly: true}
  {{- end }}
{{- end }}
