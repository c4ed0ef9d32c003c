#!/bin/sh
# Starts nginx, which keeps connections to the services open, and gives it the addresses of their replicas.
set -eu

state=${TMPDIR:-/tmp}
targets=$state/targets.conf

# NAME: prints the present addresses of a service in the Docker Engine's DNS, one in each line.
addresses() {
  getent ahostsv4 "$1" | cut -d ' ' -f 1 | sort -u
}

# NAME: writes the addresses of a service to a file. A failed look-up changes nothing, because the replicas most likely still run. After
# three look-ups in a row in which DNS knows the gateway but not the service, the service counts as without replicas.
look_up() {
  found=$(addresses "$1" || true)
  if [ -n "$found" ]; then
    echo "$found" > "$state/$1"
    : > "$state/$1.misses"
  elif [ -n "$(addresses gateway || true)" ]; then
    echo miss >> "$state/$1.misses"
    if [ "$(wc -l < "$state/$1.misses")" -ge 3 ]; then
      : > "$state/$1"
      : > "$state/$1.misses"
    fi
  fi
}

# Prints the nginx configuration of the replicas, and the limit for one address.
render() {
  echo "limit_conn addresses ${CONNECTIONS_PER_ADDRESS:-1024};"
  for service in session-service idea-service report-service; do
    look_up "$service"
    echo "upstream $service-replicas {"
    while read -r address; do
      echo "  server $address:8080 fail_timeout=1s;"
    done < "$state/$service"
    # without a replica: a port where nothing listens, so that the client gets 503
    [ -s "$state/$service" ] || echo "  server 127.0.0.1:9;"
    echo "  keepalive 128;"
    echo "  keepalive_timeout 60s;"
    echo "}"
  done
}

for service in session-service idea-service report-service; do
  : > "$state/$service"
  : > "$state/$service.misses"
done
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
