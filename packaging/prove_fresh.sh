#!/usr/bin/env bash
# Proves the two commands on a fresh, minimal Debian or Ubuntu: nothing in it but Python, git and certificates.
#   packaging/prove_fresh.sh [SUITE] [words for dev.py ...]     (root; needs debootstrap; default: bookworm run)
#   packaging/prove_fresh.sh noble run                          (Ubuntu 24.04)
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
    chmod 755 "$root" # apt fetches as a user of its own
    echo "Making a fresh $suite in $root ..."
    words=(--variant=minbase --include=python3,git,ca-certificates)
    case $suite in
    jammy | noble | plucky | questing | resolute) # Ubuntu: universe is switched on in every installed one
        # By https, for a Debian seldom has Ubuntu's keyring. All its suites are made alike; older debootstraps lack the names.
        words+=(--components=main,universe "$suite" "$root" https://archive.ubuntu.com/ubuntu /usr/share/debootstrap/scripts/gutsy)
        ;;
    *) words+=("$suite" "$root") ;;
    esac
    debootstrap "${words[@]}" >"$root.log" 2>&1 || { tail "$root.log"; exit 1; }
    rm -f "$root.log"
    # From here on apt checks signatures with the suite's own keyring, whatever it is fetched by.
    sed -i 's|https://archive.ubuntu|http://archive.ubuntu|' "$root/etc/apt/sources.list"
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
