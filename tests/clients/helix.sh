#!/usr/bin/env bash
# A short session in Helix: open, type, undo, complete, fix, save, close, with the set-up of docs/editors.md.
#   HEGAO_FOLDER=… HEGAO_PROGRAM=… helix.sh
# HEGAO_FOLDER holds 试稿.txt and a hegao.toml, HEGAO_PROGRAM is the program, HEGAO_HELIX an hx that is not on the PATH.
# Needs tmux, which is the terminal. Ends with 0, or with what was not seen and the screen.
set -euo pipefail

guide=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)/docs/editors.md
config=$(mktemp -d)
terminal=(tmux -u -L "hegao-$$")
trap '"${terminal[@]}" kill-server 2>/dev/null || true; rm -rf "$config"' EXIT

mkdir "$config/helix"
# The guide's own lines, with the program to test.
sed -n '/^## Helix/,/^## /{/^```toml/,/^```$/p}' "$guide" | sed '/^```/d' |
  sed "s|^command = .*|command = \"$HEGAO_PROGRAM\"|" >"$config/helix/languages.toml"

screen() {
  "${terminal[@]}" capture-pane -p
}

keys() {
  "${terminal[@]}" send-keys -- "$@"
}

# Waits until the screen matches; only a hang ends it.
see() {
  for _ in $(seq 600); do
    if screen | grep -q -- "$1"; then return; fi
    sleep 0.1
  done
  printf 'not seen: %s\n' "$1"
  screen
  exit 1
}

unsee() {
  for _ in $(seq 600); do
    if ! screen | grep -q -- "$1"; then return; fi
    sleep 0.1
  done
  printf 'still seen: %s\n' "$1"
  screen
  exit 1
}

# Types as fingers do: Helix sends what comes in one go in any order.
type_in() {
  local typed=""
  while read -r -n1 letter; do
    keys "$letter"
    typed+=$letter
    see "$typed"
  done < <(printf %s "$1")
}

# Makes the first code action, which the menu has chosen when it opens.
make() {
  keys Space a
  see "$1"
  keys Enter
}

"${terminal[@]}" -f /dev/null new-session -d -x 120 -y 40 -c "$HEGAO_FOLDER" \
  "XDG_CONFIG_HOME='$config' XDG_CACHE_HOME='$config' '${HEGAO_HELIX:-hx}' '$HEGAO_FOLDER/试稿.txt'"
see '● 1 ● 1'
keys '/12个。' Enter a
type_in '全县上下攻艰克难。'
keys Escape
see '● 1 ● 2'
keys u
see '● 1 ● 1'
keys '/满意。' Enter o
keys '　　（'
see '（四）'
keys Tab Enter
unsee 'enum_member'
type_in '平安鹿鸣建设有力有效'
keys Escape
keys '/供给侧结构改革' Enter
make '改为“供给侧结构性改革”'
unsee '● 1 ● 1'
keys '/（三）' Enter
make '本级 3 个编号依次重编'
unsee '● 1'
keys ':write-quit' Enter
# The terminal ends with its editor.
while "${terminal[@]}" list-sessions >/dev/null 2>&1; do sleep 0.1; done
grep -q '（三）平安鹿鸣建设有力有效' "$HEGAO_FOLDER/试稿.txt"
