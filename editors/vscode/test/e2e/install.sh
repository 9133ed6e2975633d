#!/usr/bin/env bash
# Installs what the journey needs, once, and prints it as settings for the shell: eval "$(test/e2e/install.sh)".
# Ends with 1 and the reason where something cannot be had. HEGAO_TOOLS is the folder for all of it.
set -euo pipefail

tools=${HEGAO_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/hegao-test-tools}
mkdir -p "$tools"
exec 3>&1 1>&2

give_up() {
  printf 'the journey in VS Code cannot run here: %s (see %s)\n' "$1" "$tools/install.log"
  exit 1
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi
}

# A browser, letters for Chinese, and what the native parts of code-server are built with.
if ! command -v chromium >/dev/null || ! fc-list 2>/dev/null | grep -qi cjk; then
  packages="chromium fonts-noto-cjk python3 make g++ pkg-config libkrb5-dev libx11-dev libxkbfile-dev libsecret-1-dev"
  # shellcheck disable=SC2086
  { as_root apt-get update && as_root apt-get install -y --no-install-recommends $packages; } >"$tools/install.log" 2>&1 ||
    give_up "apt-get"
fi

# code-server says which Node.js it wants; a newer one than the machine's comes from the registry.
node=$(command -v node)
if [ "$("$node" -p 'process.versions.node.split(".")[0]')" -lt 24 ]; then
  node=$tools/node/node_modules/node/bin/node
  if [ ! -x "$node" ]; then
    npm install --prefix "$tools/node" node@24 >"$tools/install.log" 2>&1 || give_up "node 24"
  fi
  PATH=$(dirname "$node"):$PATH
fi

entry=$tools/code-server/node_modules/code-server/out/node/entry.js
if [ ! -f "$tools/code-server/ready" ]; then
  rm -rf "$tools/code-server"
  npm install --prefix "$tools/code-server" --unsafe-perm --foreground-scripts code-server@4.139.1 \
    >"$tools/install.log" 2>&1 || give_up "code-server"
  touch "$tools/code-server/ready"
fi

{
  printf 'export PATH=%q:$PATH\n' "$(dirname "$node")"
  printf 'export HEGAO_CODE_SERVER=%q\n' "$entry"
} >&3
