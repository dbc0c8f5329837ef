#!/bin/sh
# Installs Presence on Debian or Ubuntu as a systemd service. Run it as root from a checkout; again to update.
# With --with-turn NAME [CERT KEY] it also sets up coturn, which relays calls for this server, to be found by that name;
# over TLS too if there is a certificate.
set -eu
umask 022

checkout=$(cd "$(dirname "$0")" && pwd)
code=/opt/presence data=/var/lib/presence settings=/etc/presence
service=presence-server relay=$settings/relay.env coturn=/etc/turnserver.conf

stop() {
  printf '%s\n' "$*" >&2
  exit 1
}

read_words() {
  turn_name= turn_cert= turn_key=
  [ $# -gt 0 ] || return 0
  case "$1:$#" in --with-turn:2 | --with-turn:4) ;; *) stop 'Usage: ./install.sh [--with-turn NAME [CERT KEY]]' ;; esac
  turn_name=$2 turn_cert=${3-} turn_key=${4-}
  case "$turn_name" in *[!A-Za-z0-9.-]*) stop "$turn_name is not a name such as turn.example.org." ;; esac
}

check_machine() {
  [ "$(id -u)" = 0 ] || stop 'This needs root: sudo ./install.sh'
  [ -d /run/systemd/system ] || stop 'systemd does not run here. Without it, npm start runs Presence by hand.'
  [ "$checkout" != "$code" ] || stop "Keep the checkout elsewhere: $code is replaced by every update."
  { command -v npm && node -e 'process.exit(parseInt(process.versions.node) < 18 ? 1 : 0)'; } >/dev/null ||
    stop 'Node 18 or newer and npm are needed: apt-get update && apt-get install -y nodejs npm'
}

make_user_and_folders() {
  id presence >/dev/null 2>&1 ||
    useradd --system --user-group --home-dir "$data" --no-create-home --shell /usr/sbin/nologin presence
  install -d -m 0700 -o presence -g presence "$data"
  install -d -m 0750 -o root -g presence "$settings"
  [ -e "$settings/config.ts" ] ||
    install -m 0640 -o root -g presence "$checkout/config.example.ts" "$settings/config.ts"
}

# Beside the version that runs, which stays untouched until the new one is complete.
prepare_code() {
  rm -rf "$code.new"
  mkdir "$code.new"
  tar -C "$checkout" -c --exclude=./.git --exclude=./node_modules --exclude=./client/dist \
    --exclude=./data --exclude=./config.ts . | tar -C "$code.new" -x --no-same-owner
  chmod -R u=rwX,go=rX "$code.new"
  (cd "$code.new" && node scripts/setup.mjs --private-node)
}

# The secret is made once, and read by Presence and, as a part of its settings, by coturn.
share_secret() {
  [ -n "$turn_name" ] || return 0
  command -v turnserver >/dev/null || DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends coturn
  for file in ${turn_cert:+"$turn_cert" "$turn_key"}; do
    runuser -u turnserver -- test -r "$file" || stop "coturn runs as the user turnserver, who cannot read $file."
  done
  secret=$(sed -n 's/^PRESENCE_RELAY_SECRET=//p' "$relay" 2>/dev/null || true)
  [ -n "$secret" ] || secret=$(od -An -tx1 -N24 /dev/urandom | tr -d ' \n')
  tls=${turn_cert:+turns:$turn_name:5349?transport=tcp,}
  urls="turn:$turn_name:3478?transport=udp,turn:$turn_name:3478?transport=tcp,${tls}stun:$turn_name:3478"
  install -m 0640 -o root -g presence /dev/null "$relay"
  printf 'PRESENCE_RELAY_URLS=%s\nPRESENCE_RELAY_SECRET=%s\n' "$urls" "$secret" >"$relay"
}

# Whole or not at all: without settings coturn would relay for everybody.
set_up_coturn() {
  [ -n "$turn_name" ] || return 0
  (umask 077 && presence relay config "$turn_name" ${turn_cert:+"$turn_cert" "$turn_key"} >"$coturn.new")
  chown root:turnserver "$coturn.new"
  chmod 0640 "$coturn.new"
  [ ! -e "$coturn" ] || grep -q 'for Presence' "$coturn" || mv "$coturn" "$coturn.before-presence"
  mv "$coturn.new" "$coturn"
  systemctl enable --quiet coturn
  systemctl restart coturn
}

install_command() {
  cat >/usr/local/bin/presence <<EOF
#!/bin/sh
set -a
[ ! -e $relay ] || . $relay
export PRESENCE_CONFIG=$settings/config.ts PRESENCE_DATA=$data
exec runuser -u presence -- $code/node_modules/node/bin/node $code/server/command/main.ts "\$@"
EOF
  chmod 0755 /usr/local/bin/presence
}

swap_and_restart() {
  rm -rf "$code.old"
  [ ! -e "$code" ] || mv "$code" "$code.old"
  mv "$code.new" "$code"
  install -m 0644 "$code/$service.service" "/etc/systemd/system/$service.service"
  systemctl daemon-reload
  systemctl enable --quiet "$service"
  systemctl restart "$service"
}

tell_link() {
  for _ in 1 2 3 4 5 6 7 8 9 10; do
    ready=$(journalctl -u "$service" -o cat --since "@$began" | grep '^Presence is ready' | tail -n 1)
    [ -z "$ready" ] || break
    sleep 1
  done
  [ -n "$ready" ] || stop "It does not start; why: journalctl -u $service -n 50. The version before is in $code.old."
  rm -rf "$code.old"
  printf '%s\nSettings: %s\nYour own way in: presence user owner-link\n' "$ready" \
    "$settings/config.ts, then systemctl restart $service"
}

read_words "$@"
check_machine
make_user_and_folders
prepare_code
install_command
share_secret
began=$(date +%s)
swap_and_restart
set_up_coturn
tell_link
