# The names of the files of a release. The scripts in this folder source this file.

# The platforms for which a release has an executable. Since version 25.0.2, GraalVM does not support Macs with Intel
# processors; they run the jar.
PLATFORMS="linux-x86_64 linux-aarch64 macos-aarch64 windows-x86_64"

# Prints the platform of this machine.
platform() {
  local system processor
  case $(uname -s) in
    Linux) system=linux ;;
    Darwin) system=macos ;;
    MINGW* | MSYS*) system=windows ;;
    *) echo "No executable is released for $(uname -s)." >&2 && return 1 ;;
  esac
  case $(uname -m) in
    x86_64 | amd64) processor=x86_64 ;;
    aarch64 | arm64) processor=aarch64 ;;
    *) echo "No executable is released for $(uname -m)." >&2 && return 1 ;;
  esac
  echo "$system-$processor"
}

# Prints how the name of an executable for a platform ends.
suffix() {
  case $1 in windows-*) echo .exe ;; esac
}

# Prints the name of the executable of a version for a platform.
executable() {
  echo "darkroom-$1-$2$(suffix "$2")"
}
