#!/usr/bin/env bash
# Starts the service. With the command "migrate" it only migrates the tables of the service's database and ends; this needs no Kafka.
# With the command "rebuild" report-service rebuilds its read model from the topics while the service itself runs, and ends.
set -euo pipefail

case ${1-} in
  '') ;;
  migrate)
    export QUARKUS_FLYWAY_MIGRATE_AT_START=true MICROSTORM_MESSAGING_MIGRATE=true MICROSTORM_MESSAGING_MIGRATE_ONLY=true
    export QUARKUS_DATASOURCE_JDBC_ADDITIONAL_JDBC_PROPERTIES_SOCKETTIMEOUT=0 # creating an index on a large table takes long
    export MICROSTORM_TOKENS_KEYS_DIRECTORY=/tmp/keys # required by the configuration, not used
    # the end of a service that never started would be logged as an error
    export QUARKUS_LOG_CATEGORY__IO_QUARKUS_RUNTIME_SHUTDOWN__LEVEL=OFF
    ;;
  rebuild)
    compgen -G '/opt/microstorm/app/report-service*.jar' >/dev/null || {
      echo "Only report-service has a read model to rebuild." >&2
      exit 2
    }
    case ${2-} in
      '') mode=swap ;;
      --compare-only) mode=compare ;;
      --undo) mode=undo ;;
      *)
        echo "Unknown option: $2. Use --compare-only to change nothing, or --undo to bring back what the last rebuild replaced." >&2
        exit 2
        ;;
    esac
    export QUARKUS_PROFILE=prod,rebuild MICROSTORM_REBUILD_MODE=$mode
    # the configuration of the service writes JSON
    export QUARKUS_LOG_CONSOLE_JSON_ENABLED=false
    ;;
  *)
    echo "Unknown command: $1. Use no command to start the service, \"migrate\" to migrate its tables, or \"rebuild\" to rebuild the read model of report-service." >&2
    exit 2
    ;;
esac
# the AOT cache is valid only for this directory and class path
cd /opt/microstorm
exec java @jvm.options -XX:AOTCache=app.aot -jar quarkus-run.jar
