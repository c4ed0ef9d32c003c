# Starts Postgres, and stops it when standard input ends because the parent closes it or dies.
# Arguments: the data directory, then the command that starts Postgres (none if it runs already).
trap '' INT HUP
trap 'exit 0' TERM
trap 'stop' EXIT
data=$1
shift

running() { [ -n "$pid" ] && [ "$(head -n 1 "$data/postmaster.pid" 2>/dev/null)" = "$pid" ] && kill -0 "$pid" 2>/dev/null; }

stop() {
  running || return
  kill -INT "$pid" # a fast shutdown
  tries=0
  while running; do
    tries=$((tries + 1))
    [ $tries -lt 100 ] || { kill -QUIT "$pid"; return; }
    sleep 0.1
  done
}

[ $# -eq 0 ] || "$@" || exit 1
pid=$(head -n 1 "$data/postmaster.pid")
echo "guarding $pid"
while read -r _; do :; done
