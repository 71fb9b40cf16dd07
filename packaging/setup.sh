# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What packaging/run and packaging/test share: sourced by them, never run by itself. All that it says
# goes to standard error, so that the output of the program stays clean.

repository=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
build=$repository/build/release
package_list=$repository/packaging/packages.txt

# A clone in another folder finds in the cache what an earlier clone compiled.
export CCACHE_BASEDIR=${CCACHE_BASEDIR:-$repository}
export CCACHE_NOHASHDIR=${CCACHE_NOHASHDIR:-1}

say() {
    printf 'dateline: %s\n' "$*" >&2
}

is_debian_12() {
    [[ -r /etc/os-release ]] || return 1
    # shellcheck source=/dev/null
    (. /etc/os-release && [[ ${ID:-} == debian && ${VERSION_ID:-} == 12 ]])
}

# wanted_packages run|test: the one list, without the part that only the checks need for "run".
wanted_packages() {
    local lines
    lines=$(cat -- "$package_list")
    if [[ $1 == run ]]; then
        lines=${lines%%'# Checking'*}
    fi
    sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' <<<"$lines"
}

# missing_packages run|test: those of the list that dpkg does not know as installed. Needs neither
# root nor network.
missing_packages() {
    # shellcheck disable=SC2016
    comm -23 <(wanted_packages "$1" | sort -u) \
        <(wanted_packages "$1" | xargs dpkg-query -W -f '${Package} ${db:Status-Status}\n' 2>/dev/null |
            sed -n 's/ installed$//p' | sort -u)
}

as_root() {
    if [[ $(id -u) == 0 ]]; then
        "$@"
    else
        sudo "$@"
    fi
}

# install_packages run|test: on Debian 12 installs what is missing; elsewhere lists it and goes on.
install_packages() {
    local missing
    if ! is_debian_12; then
        if [[ ! -f $build/build.ninja ]]; then
            say "this is not Debian 12. Needed, by their names there:" \
                "$(wanted_packages "$1" | paste -sd ' ')"
        fi
        return 0
    fi
    mapfile -t missing < <(missing_packages "$1")
    if [[ ${#missing[@]} == 0 ]]; then
        return 0
    fi
    if [[ $(id -u) != 0 ]] && ! command -v sudo >/dev/null; then
        say "please install, as root: apt-get install --no-install-recommends ${missing[*]}"
        return 0
    fi
    local install=(env DEBIAN_FRONTEND=noninteractive apt-get install -y -q -o Dpkg::Use-Pty=0
        --no-install-recommends "${missing[@]}")
    say "installing with apt-get: ${missing[*]}"
    as_root apt-get update -q >&2 </dev/null || say "the package lists could not be refreshed"
    as_root "${install[@]}" >&2 </dev/null || say "apt-get failed; going on with what is there"
}

require_tools() {
    local tool
    for tool in cmake ninja c++; do
        if ! command -v "$tool" >/dev/null; then
            say "$tool is not installed; packaging/packages.txt lists all that is needed"
            exit 1
        fi
    done
}

cached() {
    grep -qsxF -- "$1" "$build/CMakeCache.txt"
}

# Configures only when nothing is configured yet, the preset changed, or the folder was moved here:
# Ninja itself notices a changed CMakeLists.txt. run and test give the same flags, so that neither
# compiles again what the other compiled; warnings are errors where the compiler is the known one.
configure() {
    local warnings=OFF
    local fresh=()
    if is_debian_12; then
        warnings=ON
    fi
    if [[ -f $build/build.ninja && ! $repository/CMakePresets.json -nt $build/build.ninja ]] &&
        cached "CMAKE_HOME_DIRECTORY:INTERNAL=$repository" &&
        cached "DATELINE_WERROR:BOOL=$warnings"; then
        return 0
    fi
    if ! cached "CMAKE_HOME_DIRECTORY:INTERNAL=$repository"; then
        fresh=(--fresh)
    fi
    (cd -- "$repository" &&
        cmake --preset release "${fresh[@]}" "-DDATELINE_WERROR=$warnings") >&2 </dev/null
}

# build_targets TARGET...: configures and builds; two scripts at once take turns.
build_targets() {
    mkdir -p -- "$build"
    {
        if command -v flock >/dev/null; then
            flock 9
        fi
        configure &&
            cmake --build "$build" --parallel "$(nproc)" --target "$@" >&2 </dev/null
    } 9>"$build/.packaging-lock"
}
