{{/*
The Secrets that the release creates, by name: {key: base64}. Values that the cluster already has are kept, and missing ones are created.
All templates of one rendering see the same values, so a checksum over them is the same in each template and in the next upgrade.
Takes the root.
*/}}
{{- define "microstorm.secrets" -}}
{{- if not (hasKey . "madeSecrets") -}}
{{- $prefix := include "microstorm.prefix" . -}}
{{- $made := dict -}}
{{- if and (eq .Values.postgres.mode "embedded") (not .Values.postgres.embedded.existingSecret) -}}
{{- $name := printf "%s-postgres" $prefix -}}
{{- $data := dict -}}
{{- $present := (lookup "v1" "Secret" .Release.Namespace $name).data | default dict -}}
{{- range append (keys (include "microstorm.catalogue" . | fromYaml)) "postgres" -}}
{{- $_ := set $data . (get $present . | default (randAlphaNum 32 | b64enc)) -}}
{{- end -}}
{{- $_ := set $made $name $data -}}
{{- end -}}
{{- if not .Values.signingKeys.existingSecret -}}
{{- $name := printf "%s-signing-keys" $prefix -}}
{{- $present := (lookup "v1" "Secret" .Release.Namespace $name).data -}}
{{- $_ := set $made $name ($present | default (dict "1.jwk.json" (include "microstorm.signingKey" . | b64enc))) -}}
{{- end -}}
{{- $_ := set . "madeSecrets" $made -}}
{{- end -}}
{{- toYaml .madeSecrets -}}
{{- end }}

{{/*
A new key for ES256 as a JWK (RFC 7517). An EC private key on P-256 is 121 bytes of DER (RFC 5915). The private number begins at byte 7,
and the two coordinates of the point begin at bytes 57 and 89; each has 32 bytes.
*/}}
{{- define "microstorm.signingKey" -}}
{{- $der := regexReplaceAll "-----[A-Z ]+-----|\\s" (genPrivateKey "ecdsa") "" | b64dec -}}
{{- $jwk := dict "kty" "EC" "crv" "P-256" "alg" "ES256" "use" "sig" -}}
{{- range $field, $from := dict "d" 7 "x" 57 "y" 89 -}}
{{- $bytes := substr (int $from) (int (add $from 32)) $der -}}
{{- $_ := set $jwk $field ($bytes | b64enc | replace "+" "-" | replace "/" "_" | trimAll "=") -}}
{{- end -}}
{{- $_ := set $jwk "kid" (sha256sum $jwk.x | trunc 32) -}}
{{- toJson $jwk -}}
{{- end }}

{{- define "microstorm.postgresSecret" -}}
{{ .Values.postgres.embedded.existingSecret | default (printf "%s-postgres" (include "microstorm.prefix" .)) }}
{{- end }}

{{- define "microstorm.signingKeysSecret" -}}
{{ .Values.signingKeys.existingSecret | default (printf "%s-signing-keys" (include "microstorm.prefix" .)) }}
{{- end }}

{{/* A checksum over the Secrets that the pods of a service read at their start. Takes {root, name}. */}}
{{- define "microstorm.secretsChecksum" -}}
{{- $root := .root -}}
{{- $names := list -}}
{{- if eq $root.Values.postgres.mode "embedded" -}}
{{- $names = append $names (include "microstorm.postgresSecret" $root) -}}
{{- else -}}
{{- $names = concat $names (list (index $root.Values.postgres.external .name).existingSecret (include "microstorm.databaseCa" .)) -}}
{{- end -}}
{{- if eq $root.Values.kafka.mode "external" -}}
{{- $names = concat $names (list $root.Values.kafka.external.existingSecret $root.Values.kafka.external.caSecret) -}}
{{- end -}}
{{- $made := include "microstorm.secrets" $root | fromYaml -}}
{{- $found := dict -}}
{{- range compact $names -}}
{{- $_ := set $found . (get $made . | default (lookup "v1" "Secret" $root.Release.Namespace .).data) -}}
{{- end -}}
{{- toJson $found | sha256sum -}}
{{- end }}
