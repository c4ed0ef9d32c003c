{{/* Whether the release has its own gateway. It has none if Ingress or HTTPRoute is enabled. Takes the root. */}}
{{- define "microstorm.hasGateway" -}}
{{- if and .Values.gateway.enabled (not .Values.ingress.enabled) (not .Values.httpRoute.enabled) }}yes{{ end -}}
{{- end }}

{{/* The commands that set URL to the common address of all services, or empty if there is none. Takes the root. */}}
{{- define "microstorm.notesAddress" -}}
{{- $prefix := include "microstorm.prefix" . -}}
{{- $kubectl := printf "kubectl --namespace %s" .Release.Namespace -}}
{{- $status := ".status.loadBalancer.ingress[0]" -}}
{{- if .Values.ingress.enabled -}}
{{- if .Values.ingress.host -}}
URL={{ ternary "https" "http" (not (empty .Values.ingress.tlsSecret)) }}://{{ .Values.ingress.host | replace "*" "microstorm" }}
{{- else -}}
URL=http://$({{ $kubectl }} get ingress {{ $prefix }} --output jsonpath='{{ printf "{%s.hostname}{%s.ip}" $status $status }}')
{{- end -}}
{{- else if .Values.httpRoute.enabled -}}
{{- if .Values.httpRoute.hostnames -}}
URL=https://{{ first .Values.httpRoute.hostnames | replace "*" "microstorm" }}   # or http://, depending on the Gateway's listener
{{- else -}}
{{- $gateway := first .Values.httpRoute.parentRefs -}}
URL=http://$(kubectl --namespace {{ $gateway.namespace | default .Release.Namespace }} get gateways.gateway.networking.k8s.io {{ $gateway.name }} --output jsonpath='{.status.addresses[0].value}')
{{- end -}}
{{- else if include "microstorm.hasGateway" . -}}
{{ $kubectl }} create job {{ $prefix }}-gateway --from=cronjob/{{ $prefix }}-gateway
{{ $kubectl }} wait --for=jsonpath='{.status.ready}'=1 job/{{ $prefix }}-gateway --timeout 5m
{{ $kubectl }} port-forward job/{{ $prefix }}-gateway 8080 >/dev/null &
URL=http://localhost:8080
until curl -s --output /dev/null $URL; do sleep 1; done
{{- end -}}
{{- end }}
