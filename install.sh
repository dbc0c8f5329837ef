#!/bin/sh
# Installs Presence on Debian or Ubuntu as a systemd service. Run it as root from a checkout; again to update.
set -eu
umask 022

checkout=$(cd "$(dirname "$0")" && pwd)
code=/opt/presence data=/var/lib/presence settings=/etc/presence
service=presence-server

stop() {
  printf '%s\n' "$*" >&2
  exit 1
}

check_machine() {
  [ "$(id -u)" = 0 ] || stop 'This needs root: sudo ./install.sh'
  [ -d /run/systemd/system ] || stop 'systemd does not run here. Without it, npm start runs Presence by hand.'
  [ "$checkout" != "$code" ] || stop "Keep the checkout elsewhere: $code is replaced by every update."
  { command -v npm && node -e 'process.exit(parseInt(process.versions.node) < 18)'; } >/dev/null ||
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

install_command() {
  cat >/usr/local/bin/presence <<EOF
#!/bin/sh
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

check_machine
make_user_and_folders
prepare_code
install_command
began=$(date +%s)
swap_and_restart
tell_link
