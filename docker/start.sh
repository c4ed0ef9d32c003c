#!/usr/bin/env bash
# Becomes the service. With "migrate" it only brings the tables of the service's database up to date, and ends; this needs no Kafka.
set -euo pipefail

case ${1-} in
  '') ;;
  migrate)
    export QUARKUS_FLYWAY_MIGRATE_AT_START=true MICROSTORM_MESSAGING_MIGRATE=true MICROSTORM_MESSAGING_MIGRATE_ONLY=true
    export QUARKUS_DATASOURCE_JDBC_ADDITIONAL_JDBC_PROPERTIES_SOCKETTIMEOUT=0 # an index of a large table takes its time
    export MICROSTORM_TOKENS_KEYS_DIRECTORY=/tmp/keys # asked for by the configuration, not used
    # what has not started cannot be told that it ends: an error in the log that is none
    export QUARKUS_LOG_CATEGORY__IO_QUARKUS_RUNTIME_SHUTDOWN__LEVEL=OFF
    ;;
  *)
    echo "Unknown command: $1. Without a command the service starts; \"migrate\" brings its tables up to date." >&2
    exit 2
    ;;
esac
# as it was trained: the cache holds for this very class path
cd /opt/microstorm
exec java @jvm.options -XX:AOTCache=app.aot -jar quarkus-run.jar
