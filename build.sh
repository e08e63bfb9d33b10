#!/bin/sh
# Starts the build in build/. Compiles it first when a source changed; finds that out without starting MSBuild.
# Environment: DOTNET_ROOT names an SDK that is not on the PATH.
set -eu

case $0 in */*) root=${0%/*} ;; *) root=. ;; esac
root=$(CDPATH='' cd -- "${root:-/}" && pwd -P)
temp=$root/.nuke/temp/bootstrap
lock=$temp/lock
keep=3
patience=900 # seconds to wait for another run's compile

say() { printf '%s\n' "$*" >&2; }

# Completion answers at once or not at all: from the newest compiled build, whatever its sources are by now.
if [ "${1:-}" = --complete ]; then
  # shellcheck disable=SC2012 # names are digests
  out=$(ls -1t "$temp"/[0-9a-f]*/dotnet 2>/dev/null | head -n 1)
  if [ -z "$out" ]; then exit 0; fi
  IFS= read -r dotnet <"$out"
  exec "$dotnet" "${out%/*}/Build.dll" "$@" 2>/dev/null
fi

# Where an SDK may be, the likeliest first.
dotnets() {
  command -v dotnet || :
  for folder in "${DOTNET_ROOT:-}" "${HOME:-}/.dotnet"; do
    if [ -n "$folder" ] && [ -x "$folder/dotnet" ]; then printf '%s\n' "$folder/dotnet"; fi
  done
}

# With shell words alone: where there is no SDK there may be no sed either.
needed_version() {
  while IFS= read -r line || [ -n "$line" ]; do
    case $line in *'"version"'*)
      line=${line#*\"version\"*\"}
      printf '%s' "${line%%\"*}"
      return ;;
    esac
  done <"$root/global.json"
}

# The first dotnet with an SDK that global.json accepts; dotnet itself knows the rules of rolling forward.
find_sdk() {
  found=$(dotnets)
  while IFS= read -r candidate; do
    if [ -n "$candidate" ] && (cd "$root" && "$candidate" --version) >/dev/null 2>&1; then
      dotnet=$candidate
      return
    fi
  done <<EOF
$found
EOF
  if [ -z "$found" ]; then
    say "The .NET SDK was not found: no dotnet on the PATH, in DOTNET_ROOT or in ~/.dotnet."
  else
    say "No installed .NET SDK is new enough. Found:"
    printf '%s\n' "$found" | while IFS= read -r candidate; do
      "$candidate" --list-sdks 2>/dev/null | while IFS= read -r sdk; do say "  $sdk"; done
    done
  fi
  needed=$(needed_version)
  say "Needed: SDK $needed or a later one of the same major version (global.json)."
  say "Install it from https://dot.net/download, or without root rights:"
  say "  curl -fsSL https://dot.net/v1/dotnet-install.sh | bash -s -- --channel ${needed%.*}"
  exit 2
}

# Name, size and time of every source of the build.
list() {
  find "$@" \( -name bin -o -name obj -o -name '.*' \) -prune -o -type f -printf '%p %s %T@\n' 2>/dev/null && return
  # macOS, then busybox: their find prints no times.
  find "$@" \( -name bin -o -name obj -o -name '.*' \) -prune -o -type f -exec stat -f '%N %z %Fm' {} + 2>/dev/null && return
  find "$@" \( -name bin -o -name obj -o -name '.*' \) -prune -o -type f -exec stat -c '%n %s %y' {} +
}

newer() {
  find "$@" \( -name bin -o -name obj -o -name '.*' \) -prune -o -type f -newer "$temp/started.$$" -print
}

digest() {
  if command -v sha256sum >/dev/null; then sha256sum; elif command -v shasum >/dev/null; then shasum -a 256; else cksum; fi
}

# Runs a command on all that the build is made of: its folder, and the projects that it referred to when it was last compiled.
with_sources() (
  cd "$root"
  set -- "$@" build.sh
  for file in build Directory.* global.json [Nn]u[Gg]et.[Cc]onfig *.sln *.slnx; do
    if [ -e "$file" ]; then set -- "$@" "$file"; fi
  done
  if [ -f "$temp/projects" ]; then
    while IFS= read -r project; do
      for file in "$project" "${project%/*}"/Directory.*; do
        if [ -e "$file" ]; then set -- "$@" "$file"; fi
      done
    done <"$temp/projects"
  fi
  "$@"
)

fingerprint() {
  with_sources list | LC_ALL=C sort -u | digest
}

name_output() {
  hash=$(fingerprint)
  out=$temp/$(printf '%.24s' "${hash%% *}")
}

# Folders of the projects that the build refers to, directly or not, as NuGet found them. Where they are others than before, the sources are
# counted anew, unless one was edited meanwhile: then the next start compiles again.
note_projects() {
  sed -n 's|^ *"path": "\(.*\)/[^/]*\.[a-z]*proj",\{0,1\}$|build/\1|p' "$temp/artifacts/obj/Build/project.assets.json" 2>/dev/null | LC_ALL=C sort >"$temp/projects.$$"
  if cmp -s "$temp/projects.$$" "$temp/projects"; then
    rm -f "$temp/projects.$$"
  else
    mv "$temp/projects.$$" "$temp/projects"
    if [ -z "$(with_sources newer)" ]; then name_output; fi
  fi
  rm -f "$temp/started.$$"
}

# A hard link appears together with its content, so nobody sees a lock without an owner.
lock() {
  owner_file=$temp/owner.$$
  printf '%s\n' "$$" >"$owner_file"
  waited=0
  while ! ln "$owner_file" "$lock" 2>/dev/null; do
    owner=$(cat "$lock" 2>/dev/null || :)
    if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then
      break_lock
      continue
    fi
    if [ "$waited" -eq 0 ]; then say "Waiting for process $owner, which compiles the build..."; fi
    if [ "$waited" -ge "$((patience * 5))" ]; then
      rm -f "$owner_file"
      say "Process $owner has compiled for $patience seconds. Stop it, or delete $lock if it is no build."
      exit 2
    fi
    waited=$((waited + 1))
    sleep 0.2
  done
  rm -f "$owner_file"
}

# One at a time, and only if the owner is still the one that is gone: else a second run would break the first one's new lock.
break_lock() {
  if mkdir "$lock.breaking" 2>/dev/null; then
    if [ "$(cat "$lock" 2>/dev/null || :)" = "$owner" ]; then rm -f "$lock"; fi
    rmdir "$lock.breaking"
  else
    sleep 0.2
  fi
}

unlock() {
  if [ "$(cat "$lock" 2>/dev/null || :)" = "$$" ]; then rm -f "$lock"; fi
}

stop() {
  kill "$compiler" 2>/dev/null || :
  wait "$compiler" 2>/dev/null || :
  unlock
  exit "$1"
}

compile() {
  say "Compiling the build..."
  # What an outer dotnet sets for its children would bind this one to its SDK.
  unset DOTNET_HOST_PATH MSBuildExtensionsPath MSBuildSDKsPath MSBUILD_EXE_PATH
  new=$temp/new.$$
  log=$temp/compile.$$.log
  ahead=$temp/artifacts/ahead
  rm -rf "$ahead/now"
  : >"$temp/started.$$"
  # In the background, so that a signal ends it at once; analyzers and documentation are the business of the Lint target.
  DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 "$dotnet" msbuild "$root/build/Build.csproj" -restore -property:Configuration=Release \
    -verbosity:quiet -nologo -terminalLogger:off -consoleLoggerParameters:NoSummary -nodeReuse:false "-p:ArtifactsPath=$temp/artifacts" \
    "-p:CompileAheadTo=$ahead" -p:RunAnalyzers=false -p:EnforceCodeStyleInBuild=false -p:GenerateDocumentationFile=false \
    -p:TreatWarningsAsErrors=false >"$log" 2>&1 </dev/null &
  compiler=$!
  trap 'stop 130' INT
  trap 'stop 143' TERM HUP
  if ! wait "$compiler"; then
    cat "$log" >&2
    rm -f "$log" "$temp/started.$$"
    unlock
    say "The build does not compile; the errors are above."
    exit 2
  fi
  trap - INT TERM HUP
  rm -rf "$log" "$new"
  note_projects
  cp -R "$temp/artifacts/bin/Build/release" "$new"
  # Machine code of the same assemblies, where it could be made: without it each start compiles them anew.
  if [ -d "$ahead/now" ]; then cp "$ahead/now/"*.dll "$new"; fi
  printf '%s\n' "$dotnet" >"$new/dotnet"
  rm -rf "$out"
  mv "$new" "$out"
}

# The newest stay, and those that somebody runs: a program loads its parts when it needs them.
prune() {
  kept=0
  # shellcheck disable=SC2012 # names are digests
  ls -1dt "$temp"/[0-9a-f]*/ 2>/dev/null | while IFS= read -r old; do
    case ${old%/} in */artifacts) continue ;; esac
    kept=$((kept + 1))
    if [ "$kept" -gt "$keep" ] && ! is_used "$old"; then rm -rf "$old"; fi
  done
}

is_used() {
  running=$(if [ -d /proc/self ]; then cat /proc/[0-9]*/cmdline | tr '\0' ' '; else ps -A -o args=; fi 2>/dev/null)
  case $running in *"${1%/}/Build.dll"*) return 0 ;; *) return 1 ;; esac
}

dotnet=
# Looked for first: where there is none, the programs that take the fingerprint may be missing too.
if ! command -v dotnet >/dev/null && [ ! -x "${DOTNET_ROOT:-/nowhere}/dotnet" ] && [ ! -x "${HOME:-/nowhere}/.dotnet/dotnet" ]; then
  find_sdk
fi
name_output
if [ -f "$out/dotnet" ]; then
  IFS= read -r dotnet <"$out/dotnet"
fi
if [ ! -x "$dotnet" ]; then
  find_sdk
fi
if [ ! -f "$out/dotnet" ]; then
  mkdir -p "$temp"
  lock
  # Whoever held it may have found other projects.
  name_output
  if [ ! -f "$out/dotnet" ]; then
    compile
    prune
  fi
  unlock
fi

exec "$dotnet" "$out/Build.dll" "$@"
