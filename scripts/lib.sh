# SPDX-License-Identifier: Apache-2.0
# Shared by the scripts of this folder: where things are, steps with progress, what is installed.
# Source it: . "$(dirname "$0")/lib.sh"

set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

logs=build/logs
mkdir -p "$logs"

# A pinned node from npm, for systems whose own is too old. The major is what the tests run on.
node_pin=22.23.3
node_least=20
system_path=$PATH

die() {
  printf '%s\n' "$@" >&2
  exit 1
}

# --- steps --------------------------------------------------------------------------------------

step_job=

# step LABEL COMMAND...: runs it with its output in a log. A quick one says nothing; one that takes
# over two seconds shows a line with its time; one that fails shows the end of its log.
step() {
  local label=$1 started=$SECONDS shown=0 status=0 ticks=0
  shift
  local log=$logs/${label//[^A-Za-z0-9]/-}.log
  "$@" >"$log" 2>&1 </dev/null &
  step_job=$!
  while kill -0 "$step_job" 2>/dev/null; do
    sleep 0.1
    ticks=$((ticks + 1))
    if ((ticks >= 20 && !shown)); then
      printf '  %-44s' "$label"
      shown=1
    fi
    if ((shown && ticks % 10 == 0)) && [ -t 1 ]; then
      printf '\r  %-44s %4d s' "$label" $((SECONDS - started))
    fi
  done
  wait "$step_job" || status=$?
  step_job=
  if ((shown)); then
    if [ -t 1 ]; then printf '\r  %-44s %4d s\n' "$label" $((SECONDS - started))
    else printf ' %4d s\n' $((SECONDS - started)); fi
  fi
  if ((status)); then
    printf '  %s failed (exit %d). The end of %s:\n' "$label" "$status" "$log" >&2
    tail -n "${step_tail:-40}" "$log" >&2
  fi
  return "$status"
}

# What a step started is ended with the script, and only that.
end_step() {
  [ -z "$step_job" ] || kill "$step_job" 2>/dev/null || true
}
trap end_step EXIT
trap 'exit 130' INT TERM

# --- what the system has ------------------------------------------------------------------------

have() { command -v "$1" >/dev/null 2>&1; }

# first NAME...: the first of the commands that exists.
first() {
  local name
  for name in "$@"; do
    if have "$name"; then
      printf '%s\n' "$name"
      return
    fi
  done
  return 1
}

system_id() { (. /etc/os-release 2>/dev/null && printf '%s' "${ID:-unknown}") || printf unknown; }

node_major() { "$1" -p 'process.versions.node.split(".")[0]' 2>/dev/null || echo 0; }

missing=()

# need PACKAGE COMMAND...: PACKAGE is missing unless the command says that it is here.
need() {
  local package=$1
  shift
  if ! "$@" >/dev/null 2>&1; then missing+=("$package"); fi
}

has_file() {
  local file
  for file in "$@"; do [ -e "$file" ] && return; done
  return 1
}

has_header() { has_file "/usr/include/$1" "/usr/local/include/$1"; }

has_package() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

has_fuzzer_runtime() {
  has_file "$(clang++ -print-resource-dir)"/lib/linux/libclang_rt.fuzzer-*.a
}

has_recent_node() { have node && [ "$(node_major node)" -ge "$node_least" ]; }

# install_missing WHO IDS: installs what need() found missing where this system's ID is one of IDS;
# elsewhere says what to install.
install_missing() {
  local who=$1 ids=$2 id sudo=()
  ((${#missing[@]})) || return 0
  id=$(system_id)
  if [[ " $ids " != *" $id "* ]] || ! have apt-get; then
    die "$who installs what it needs on: $ids. This system is: $id." \
      "Install these yourself, under the names that your system gives them, and run it again:" \
      "$(printf '  %s\n' "${missing[@]}")"
  fi
  if [ "$(id -u)" -ne 0 ]; then
    have sudo || die "Run this as root, then $who again:" "  apt-get install ${missing[*]}"
    sudo=(sudo)
    # Asks for the password here, where it can be typed.
    sudo true
  fi
  echo "Installing: ${missing[*]}"
  step "package lists" "${sudo[@]}" apt-get update
  step "packages" "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y --no-install-recommends "${missing[@]}"
  missing=()
}

need_build() {
  need g++ have g++
  need cmake have cmake
  need ninja-build have ninja
  need nlohmann-json3-dev has_header nlohmann/json.hpp
  need libcli11-dev has_header CLI/CLI.hpp
  need zlib1g-dev has_header zlib.h
  need emscripten have emcc
  need npm have npm
  need xz-utils have xz
}

# Chromium's sandbox is a package of its own, and of no use to root.
needs_chromium_sandbox() { [ "$(id -u)" -ne 0 ]; }

need_tests() {
  need catch2 has_file /usr/include/catch2/catch.hpp /usr/include/catch2/catch_all.hpp \
    /usr/local/include/catch2/catch_all.hpp
  need libboost-dev has_header boost/version.hpp
  need clang have clang++
  need libclang-rt-dev has_fuzzer_runtime
  need chromium have chromium
  if needs_chromium_sandbox; then need chromium-sandbox has_package chromium-sandbox; fi
  need firefox-esr have firefox-esr
  need fonts-liberation has_file /usr/share/fonts/truetype/liberation
  need ccache have ccache
}

need_check() {
  need clang-format have "$(first clang-format-14 clang-format || echo clang-format)"
  need clang-tidy have "$(first clang-tidy-14 clang-tidy || echo clang-tidy)"
}

# --- node ---------------------------------------------------------------------------------------

# Puts a node that is recent enough first on PATH; npm stays the system's own.
use_node() {
  if has_recent_node; then return; fi
  local arch package
  case $(uname -m) in
    x86_64) arch=x64 ;;
    aarch64) arch=arm64 ;;
    *) die "Install node $node_least or later: no pinned one exists for $(uname -m)." ;;
  esac
  package=node-linux-$arch
  local folder=$root/.cache/node-$node_pin
  local binary=$folder/node_modules/$package/bin
  if [ ! -x "$binary/node" ]; then
    mkdir -p "$folder"
    step "node $node_pin" env PATH="$system_path" npm install --prefix "$folder" --no-save \
      --no-package-lock --ignore-scripts --no-audit --no-fund "$package@$node_pin"
  fi
  export PATH="$binary:$PATH"
}

# npm runs on the node that it came with: Debian's does not find its parts under another one.
npm_packages() {
  local stamp=node_modules/.installed
  if cmp -s package-lock.json "$stamp"; then return; fi
  step "npm packages" env PATH="$system_path" PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 \
    npm ci --ignore-scripts --no-audit --no-fund
  cp package-lock.json "$stamp"
}

# --- cmake --------------------------------------------------------------------------------------

# compile PRESET TARGET...: configures where needed and builds.
compile() {
  local preset=$1 label="build $1" wrapper=()
  shift
  if [[ $preset == wasm* ]]; then
    wrapper=(emcmake)
    # Debian's emcc finds its JavaScript parser here when node is not Debian's own.
    export NODE_PATH=/usr/share/nodejs${NODE_PATH:+:$NODE_PATH}
  fi
  if [ ! -e "build/$preset/build.ninja" ] || [ CMakePresets.json -nt "build/$preset/build.ninja" ] ||
    grep -q '_DIR:PATH=.*NOTFOUND' "build/$preset/CMakeCache.txt"; then
    step "configure $preset" "${wrapper[@]}" cmake --preset "$preset" || return
    touch "build/$preset/build.ninja"
  fi
  step "$label" cmake --build "build/$preset" ${1:+--target "$@"}
}
