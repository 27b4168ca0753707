#!/usr/bin/env bash
# Proves the two commands on a fresh, minimal Debian: nothing in it but Python, git and certificates.
#   packaging/prove_fresh.sh [SUITE] [words for dev.py ...]     (root; needs debootstrap; default: bookworm run)
# The network set-up of this machine (name resolution, pip's environment) goes along; nothing of it enters the project.
# With KEEP=DIR the root stays in DIR, and a second call there shows how quick a second call is.
set -euo pipefail
suite=${1:-bookworm}
shift || true
[ $# -gt 0 ] || set -- run
project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
root=${KEEP:-$(mktemp -d)}
cleanup() { [ -n "${KEEP:-}" ] || rm -rf --one-file-system "$root"; }
trap cleanup EXIT

if [ ! -e "$root/etc/debian_version" ]; then
    echo "Making a fresh $suite in $root ..."
    debootstrap --variant=minbase --include=python3,git,ca-certificates "$suite" "$root" >"$root.log" 2>&1 || { tail "$root.log"; exit 1; }
    rm -f "$root.log"
    git clone -q "$project" "$root/srv/gatehouse-desk"
fi
cp -L /etc/resolv.conf /etc/hosts "$root/etc/"
passed=()
while IFS='=' read -r name value; do
    if [ "$name" = PIP_CERT ]; then
        cp -L "$value" "$root/srv/pip-certificates.crt"
        value=/srv/pip-certificates.crt
    fi
    passed+=("$name=$value")
done < <(env | grep -E '^(PIP_(CERT|PROXY|INDEX_URL|DEFAULT_TIMEOUT)|https?_proxy|no_proxy)=' || true)

# Mounts live in a name space of their own and are gone with it.
export root
unshare --mount --pid --fork bash -c '
    mount -t proc proc "$root/proc" && mount --rbind /dev "$root/dev" && mount -t sysfs sysfs "$root/sys"
    time chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 "$@"
' bash "${passed[@]}" python3 /srv/gatehouse-desk/packaging/dev.py "$@" </dev/null
