{{/* Refuses addresses that Kubernetes, Kafka or the database driver would not accept, and says how to write them. Takes the root. */}}
{{- define "microstorm.addressChecks" -}}
{{- $values := .Values -}}
{{- with $values.ingress.host }}{{ include "microstorm.checkHostName" (dict "key" "ingress.host" "host" .) }}{{ end -}}
{{- range $values.httpRoute.hostnames }}{{ include "microstorm.checkHostName" (dict "key" "httpRoute.hostnames" "host" .) }}{{ end -}}
{{- $policy := $values.networkPolicy -}}
{{- if or (hasKey $policy.dns "namespace") (hasKey $policy.dns "labels") -}}
{{- fail "networkPolicy.dns.namespace and networkPolicy.dns.labels are replaced by networkPolicy.dns.peers. Write peers: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: <namespace>}}, podSelector: {matchLabels: <labels>}}]. If your values do not contain these keys, they are defaults of the previous chart, which helm upgrade --reuse-values keeps: use --reset-then-reuse-values instead." -}}
{{- end -}}
{{- range $name := list "apiServer" "postgres" "kafka" "identityProvider" "webhooks" -}}
{{- $where := index $policy $name -}}
{{- range compact (append $where.cidrs ($where.cidr | default "")) }}{{ include "microstorm.checkCidr" (dict "key" (printf "networkPolicy.%s" $name) "cidr" .) }}{{ end -}}
{{- if not (or $where.peers $where.cidr $where.cidrs) -}}
{{- fail (printf "networkPolicy.%s names no destination, and a network policy without one would allow every destination. List cidrs or peers." $name) -}}
{{- end -}}
{{- end -}}
{{- range $key, $peers := dict "networkPolicy.dns.peers" $policy.dns.peers "links.check.peers" $values.links.check.peers -}}
{{- if not $peers -}}
{{- fail (printf "%s names no destination, and a network policy without one would allow every destination. List peers." $key) -}}
{{- end -}}
{{- end -}}
{{- $forUsers := or $values.webhooks.enabled $values.links.check.enabled -}}
{{- if and $policy.enabled $values.platformReport.enabled $forUsers -}}
{{- range include "microstorm.peers" (merge (dict "hosts" list) $policy.apiServer) | fromJsonArray -}}
{{- $cidr := dig "ipBlock" "cidr" "" . -}}
{{- if and (regexMatch "/[0-7]$" $cidr) (not (dig "ipBlock" "except" "" .)) -}}
{{- fail (printf "With webhooks.enabled or links.check.enabled, report-service sends requests to addresses that users choose. networkPolicy.apiServer permits it %s on the ports of the API server, the private addresses included, and the rules of network policies add up. Set networkPolicy.apiServer.cidrs to the addresses of the API server (kubectl get endpointslices -n default -l kubernetes.io/service-name=kubernetes, and the address of the Service kubernetes), or platformReport.enabled=false." $cidr) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- if eq $values.postgres.mode "external" -}}
{{- range $name, $fact := include "microstorm.catalogue" . | fromYaml -}}
{{- $host := (index $values.postgres.external $name).host | default "" -}}
{{- if not (or (empty $host) (regexMatch "^[A-Za-z0-9.-]+$" $host) (regexMatch "^(\\[[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*\\]|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)$" $host)) -}}
{{- fail (printf "postgres.external.%s.host is %q: write a name, an IPv4 address or an IPv6 address without a port, and set the port in postgres.external.%s.port." $name $host $name) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- if eq $values.kafka.mode "external" -}}
{{- with $values.kafka.external.bootstrapServers }}{{ range splitList "," . -}}
{{- if not (regexMatch "^([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*\\]):[0-9]{1,5}$" .) -}}
{{- fail (printf "kafka.external.bootstrapServers contains %q: write host:port[,host:port...], with an IPv6 address in brackets, such as [fd00::1]:9093." .) -}}
{{- end -}}
{{- end }}{{ end -}}
{{- end -}}
{{- end }}

{{/* Takes {key, host}. */}}
{{- define "microstorm.checkHostName" -}}
{{- if not (regexMatch "^(\\*\\.)?[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)*$" .host) -}}
{{- fail (printf "%s is %q: write a DNS name in lower case without scheme, port or path, such as microstorm.example.com or *.example.com. Leave it empty to accept every host name." .key .host) -}}
{{- end -}}
{{- if regexMatch "^[0-9.]+$" .host -}}
{{- fail (printf "%s is the IP address %q, but Kubernetes accepts only DNS names here. Leave it empty to accept every host name." .key .host) -}}
{{- end -}}
{{- end }}

{{/* Takes {key, cidr}. */}}
{{- define "microstorm.checkCidr" -}}
{{- $length := regexFind "/[0-9]{1,3}$" .cidr | trimPrefix "/" | default "999" | int -}}
{{- $address := regexReplaceAll "/[0-9]{1,3}$" .cidr "" -}}
{{- $isV4 := and (regexMatch "^((25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])$" $address) (le $length 32) -}}
{{- $isV6 := and (regexMatch "^[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*$" $address) (le $length 128) -}}
{{- if not (or $isV4 $isV6) -}}
{{- fail (printf "%s contains the invalid address range %q: write address/length, such as 10.0.0.0/8, 10.1.2.3/32 or fd00::/8." .key .cidr) -}}
{{- end -}}
{{- end }}
