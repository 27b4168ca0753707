#!/bin/sh
# Runs the ExecStart of the installed hub service as systemd would: its user, its settings, its sandbox as far as name spaces
# and capabilities go. For `dev.py prove deb`, in a clean system of its own as root. Says `held` at the end.
set -eu
unit=/usr/lib/systemd/system/gatehouse-hub.service
state=/var/lib/gatehouse-hub
nobody=64871
grep -qx "StateDirectory=gatehouse-hub" $unit
line=$(sed -n 's/^ExecStart=//p' $unit)
. /etc/default/gatehouse-hub
mkdir -m 0700 $state
chown $nobody:$nobody $state

cat > /run/inside.sh <<'INSIDE'
set -eu
state=$1 who=$2 line=$3
for place in usr etc; do mount --bind /$place /$place; mount -o remount,bind,ro /$place; done          # ProtectSystem=strict
mkdir /run/state; mount --bind "$state" /run/state; mount --bind /var /var; mount -o remount,bind,ro /var; mount --move /run/state "$state"
for place in root home; do mount -t tmpfs -o ro,mode=000 tmpfs /$place; done                            # ProtectHome=yes
mount -t tmpfs -o mode=1777 tmpfs /tmp                                                                   # PrivateTmp=yes
mount -t tmpfs -o mode=755 tmpfs /dev                                                                    # PrivateDevices=yes
for one in "null 1 3" "zero 1 5" "full 1 7" "random 1 8" "urandom 1 9"; do set -- $one; mknod -m 666 "/dev/$1" c "$2" "$3"; done
mkdir /dev/shm; mount -t tmpfs -o mode=1777 tmpfs /dev/shm
mount -o remount,bind,ro /proc/sys 2>/dev/null || { mount --bind /proc/sys /proc/sys; mount -o remount,bind,ro /proc/sys; }  # ProtectKernelTunables=yes
cd "$state"; umask 0077
exec setpriv --reuid "$who" --regid "$who" --clear-groups --no-new-privs --inh-caps=-all --bounding-set=-all \
  env -i PATH=/usr/bin:/bin HOME="$state" LANG=C.UTF-8 sh -c "exec $line"
INSIDE

eval "set -- $(printf '%s' "$line" | sed 's/\${\([A-Z_]*\)}/"$\1"/g')"
unshare --mount --propagation unchanged sh /run/inside.sh $state $nobody "$*" > /run/hub.log 2>&1 &
child=$!
ask='use IO::Socket::INET; my $s = IO::Socket::INET->new("127.0.0.1:8440") or exit 1; print $s "GET /healthz HTTP/1.0\r\n\r\n"; exit(<$s> =~ / 200 / ? 0 : 1)'
tries=0
until perl -e "$ask"; do
  tries=$((tries + 1))
  if [ $tries -gt 120 ] || ! kill -0 $child 2>/dev/null; then cat /run/hub.log; echo "the hub did not answer"; exit 1; fi
  sleep 0.5
done
[ "$(ps -o uid= -p $child 2>/dev/null || sed -n 's/^Uid:\t\([0-9]*\).*/\1/p' /proc/$child/status)" -eq $nobody ]
grep -q '^NoNewPrivs:.1' /proc/$child/status
grep -q '^CapBnd:.0000000000000000' /proc/$child/status
kill -TERM $child
code=0; wait $child || code=$?
[ $code -eq 0 ] || [ $code -eq 143 ] || { cat /run/hub.log; echo "ended with $code"; exit 1; }   # 143: ended by that signal, as systemd wants it
grep -q 'first sign-in' /run/hub.log   # the first password, for the journal
[ -s $state/hub.db ]
[ -z "$(find $state -type f ! -perm 0600)" ]
[ -z "$(find $state ! -user $nobody)" ]
echo held
