#!/bin/sh
# Starts nginx, which keeps connections to the services open, and tells it when replicas come and go.
set -eu

targets=/tmp/targets.conf

# The addresses that Engine's DNS has for a service now, one a line.
addresses() {
  getent ahostsv4 "$1" | cut -d ' ' -f 1 | sort -u
}

# The groups of replicas, and what one address may use.
render() {
  echo "limit_conn addresses ${CONNECTIONS_PER_ADDRESS:-1024};"
  for service in session-service idea-service report-service; do
    echo "upstream $service {"
    found=$(addresses "$service" || true)
    for address in $found; do
      echo "  server $address:8080 fail_timeout=1s;"
    done
    # without a replica nothing listens, and the client is answered 503
    [ -n "$found" ] || echo "  server 127.0.0.1:9;"
    echo "  keepalive 128;"
    echo "  keepalive_timeout 60s;"
    echo "}"
  done
}

render > "$targets"
nginx -g "daemon off;" &
nginx=$!
trap 'kill -QUIT "$nginx"' TERM INT QUIT

while kill -0 "$nginx" 2> /dev/null; do
  sleep 1 &
  wait $! || true
  render > "$targets.new"
  if ! cmp -s "$targets" "$targets.new"; then
    mv "$targets.new" "$targets"
    kill -HUP "$nginx"
  fi
done
wait "$nginx"
