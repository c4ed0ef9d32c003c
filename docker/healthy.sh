#!/usr/bin/env bash
# Whether this container takes requests, for engines that ask a program; the image has none that speaks HTTP.
exec 3<>/dev/tcp/localhost/"$QUARKUS_MANAGEMENT_PORT" || exit 1
printf 'GET /q/health/ready HTTP/1.0\r\n\r\n' >&3
read -r _ status _ <&3
[[ $status == 200 ]]
