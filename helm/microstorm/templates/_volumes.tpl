{{/* What a service's pod mounts: {volumes, mounts}. Takes {root, name}. */}}
{{- define "microstorm.volumes" -}}
{{- $values := .root.Values -}}
{{- $secrets := dict -}}
{{- if eq .name "session-service" }}{{ $_ := set $secrets "signing-keys" (include "microstorm.signingKeysSecret" .root) }}{{ end -}}
{{- if and (eq $values.postgres.mode "external") $values.postgres.external.caSecret }}{{ $_ := set $secrets "postgres-ca" $values.postgres.external.caSecret }}{{ end -}}
{{- if and (eq $values.kafka.mode "external") $values.kafka.external.caSecret }}{{ $_ := set $secrets "kafka-ca" $values.kafka.external.caSecret }}{{ end -}}
volumes:
  - name: tmp
    emptyDir: {sizeLimit: 64Mi}
  {{- range $volume, $secret := $secrets }}
  - name: {{ $volume }}
    secret: {secretName: {{ $secret }}, defaultMode: 0440}
  {{- end }}
mounts:
  - {name: tmp, mountPath: /tmp}
  {{- range $volume, $secret := $secrets }}
  - {name: {{ $volume }}, mountPath: /etc/microstorm/{{ $volume }}, readOnly: true}
  {{- end }}
{{- end }}
