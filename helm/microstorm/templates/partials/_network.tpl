{{/* The egress rule to Postgres or Kafka, in the release or outside. Takes {root, name}. */}}
{{- define "microstorm.toServer" -}}
{{- $values := index .root.Values .name -}}
{{- $default := dict "postgres" 5432 "kafka" 9092 -}}
{{- if eq $values.mode "embedded" -}}
- to: [{podSelector: {matchLabels: {{ include "microstorm.selector" . | fromYaml | toJson }}}}]
  ports: [{port: {{ index $default .name }}}]
{{- else -}}
{{- $ports := list -}}
{{- $hosts := list -}}
{{- if eq .name "postgres" -}}
{{- range list "session-service" "idea-service" "report-service" -}}
{{- $database := index $values.external . -}}
{{- $ports = append $ports ($database.port | int) -}}
{{- $hosts = append $hosts $database.host -}}
{{- end -}}
{{- else -}}
{{- range splitList "," $values.external.bootstrapServers -}}
{{- $ports = append $ports (last (splitList ":" .) | int) -}}
{{- $hosts = append $hosts (regexReplaceAll ":[0-9]+$" . "") -}}
{{- end -}}
{{- end -}}
{{- $where := index .root.Values.networkPolicy .name -}}
{{- $where = merge (dict "hosts" (uniq $hosts)) $where -}}
- to: {{ include "microstorm.peers" $where }}
  ports: [{{ range $i, $port := uniq $ports }}{{ if $i }}, {{ end }}{port: {{ $port }}}{{ end }}]
{{- end }}
{{- end }}

{{/* The egress rule to the identity provider: its address range and the port of its URL. Takes the root. */}}
{{- define "microstorm.toIdentityProvider" -}}
{{- $where := .Values.networkPolicy.identityProvider -}}
{{- $address := urlParse .Values.access.oidc.issuer -}}
{{- $where = merge (dict "hosts" (list (regexReplaceAll ":[0-9]+$" $address.host ""))) $where -}}
{{- $port := regexFind "[0-9]+$" (regexFind ":[0-9]+$" $address.host) | default (ternary "443" "80" (eq $address.scheme "https")) -}}
- to: {{ include "microstorm.peers" $where }}
  ports: [{port: {{ $port }}}]
{{- end }}

{{/* The egress rules to the receivers of webhooks: the public internet and the networks that the operator permits. Takes the root. */}}
{{- define "microstorm.toWebhooks" -}}
{{- $private := dict -}}
{{- $_ := set $private "0.0.0.0/0" (list "10.0.0.0/8" "100.64.0.0/10" "169.254.0.0/16" "172.16.0.0/12" "192.168.0.0/16") -}}
{{- $_ := set $private "::/0" (list "fc00::/7" "fe80::/10") -}}
{{- $peers := list -}}
{{- range include "microstorm.peers" (merge (dict "hosts" list) .Values.networkPolicy.webhooks) | fromJsonArray -}}
{{- $cidr := dig "ipBlock" "cidr" "" . -}}
{{- $everything := and (hasKey $private $cidr) (not (dig "ipBlock" "except" "" .)) -}}
{{- $peers = append $peers (ternary (dict "ipBlock" (dict "cidr" $cidr "except" (get $private $cidr))) . $everything) -}}
{{- end -}}
- to: {{ toJson $peers }}
  ports: [{port: 443}, {port: 80}]
{{- with .Values.webhooks.allowedNetworks }}
- to: [{{ range $i, $network := . }}{{ if $i }}, {{ end }}{ipBlock: {cidr: {{ $network | quote }}}}{{ end }}]
{{- end }}
{{- end }}

{{/* The peers of a destination: the listed peers, or else its address ranges and all hosts that are IPv6 addresses. Takes {peers, cidr, cidrs, hosts}. */}}
{{- define "microstorm.peers" -}}
{{- $peers := .peers | default list -}}
{{- if not $peers -}}
{{- $cidrs := ternary (list .cidr) .cidrs (not (empty .cidr)) -}}
{{- range .hosts }}{{ if contains ":" . }}{{ $cidrs = append $cidrs (printf "%s/128" (. | trimPrefix "[" | trimSuffix "]")) }}{{ end }}{{ end -}}
{{- range uniq $cidrs }}{{ $peers = append $peers (dict "ipBlock" (dict "cidr" .)) }}{{ end -}}
{{- end -}}
{{- toJson $peers -}}
{{- end }}

{{/* The egress rule to the cluster's DNS. Takes the root. */}}
{{- define "microstorm.toDns" -}}
{{- $dns := .Values.networkPolicy.dns -}}
- to: {{ toJson $dns.peers }}
  ports: [{{ range $i, $port := $dns.ports }}{{ if $i }}, {{ end }}{protocol: UDP, port: {{ int $port }}}, {protocol: TCP, port: {{ int $port }}}{{ end }}]
{{- end }}

{{/* The egress rule to the API server. Takes the root. */}}
{{- define "microstorm.toApiServer" -}}
{{- $where := .Values.networkPolicy.apiServer -}}
- to: {{ include "microstorm.peers" $where }}
  ports: [{{ range $i, $port := $where.ports }}{{ if $i }}, {{ end }}{port: {{ int $port }}}{{ end }}]
{{- end }}
