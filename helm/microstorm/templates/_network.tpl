{{/* The rule by which a pod may reach Postgres or Kafka, in the release or outside. Takes {root, name}. */}}
{{- define "microstorm.toServer" -}}
{{- $values := index .root.Values .name -}}
{{- $default := dict "postgres" 5432 "kafka" 9092 -}}
{{- if eq $values.mode "embedded" -}}
- to: [{podSelector: {matchLabels: {{ include "microstorm.selector" . | fromYaml | toJson }}}}]
  ports: [{port: {{ index $default .name }}}]
{{- else -}}
{{- $ports := list -}}
{{- if eq .name "postgres" -}}
{{- range list "session-service" "idea-service" "report-service" }}{{ $ports = append $ports ((index $values.external .).port | int) }}{{ end -}}
{{- else -}}
{{- range splitList "," $values.external.bootstrapServers }}{{ $ports = append $ports (last (splitList ":" .) | int) }}{{ end -}}
{{- end -}}
{{- $where := index .root.Values.networkPolicy .name -}}
- to: {{ include "microstorm.peers" $where }}
  ports: [{{ range $i, $port := uniq $ports }}{{ if $i }}, {{ end }}{port: {{ $port }}}{{ end }}]
{{- end }}
{{- end }}

{{/* The way to the identity provider: where it may be, and the port of its address. Takes the root. */}}
{{- define "microstorm.toIdentityProvider" -}}
{{- $where := .Values.networkPolicy.identityProvider -}}
{{- $address := urlParse .Values.access.oidc.issuer -}}
{{- $port := regexFind "[0-9]+$" (regexFind ":[0-9]+$" $address.host) | default (ternary "443" "80" (eq $address.scheme "https")) -}}
- to: {{ include "microstorm.peers" $where }}
  ports: [{port: {{ $port }}}]
{{- end }}

{{/* The peers of a destination: those that it names, else its address ranges. Takes {peers, cidr, cidrs}. */}}
{{- define "microstorm.peers" -}}
{{- $peers := .peers | default list -}}
{{- if not $peers -}}
{{- range ternary (list .cidr) .cidrs (not (empty .cidr)) }}{{ $peers = append $peers (dict "ipBlock" (dict "cidr" .)) }}{{ end -}}
{{- end -}}
{{- toJson $peers -}}
{{- end }}

{{/* The way to the cluster's DNS. Takes the root. */}}
{{- define "microstorm.toDns" -}}
{{- $dns := .Values.networkPolicy.dns -}}
- to: {{ toJson $dns.peers }}
  ports: [{{ range $i, $port := $dns.ports }}{{ if $i }}, {{ end }}{protocol: UDP, port: {{ int $port }}}, {protocol: TCP, port: {{ int $port }}}{{ end }}]
{{- end }}

{{/* The way to the API server. Takes the root. */}}
{{- define "microstorm.toApiServer" -}}
{{- $where := .Values.networkPolicy.apiServer -}}
- to: {{ include "microstorm.peers" $where }}
  ports: [{{ range $i, $port := $where.ports }}{{ if $i }}, {{ end }}{port: {{ int $port }}}{{ end }}]
{{- end }}
