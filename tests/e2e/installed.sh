#!/usr/bin/env bash
# rongtu as its Debian package installs it: in a root of its own (debootstrap), with Debian's man, bash, zsh, fish and sshd.
# usage: tests/e2e/installed.sh PACKAGE.deb [OLDER.deb]
# The account, its keys and sshd are set up by the blocks of docs/ssh.md, word for word. With OLDER.deb the upgrade is from that
# package. Skipped aloud where there is no root, no debootstrap or no Debian mirror. RONGTU_DEBIAN_ROOT may name a folder that
# debootstrap has filled before: a copy of it is used.
set -euo pipefail
cd "$(dirname "$0")/../.."

package=$(realpath "$1")
older=$(realpath "${2:-$1}")
skip() { echo "installed: skipped, $*"; exit 0; }
# Reads to the end, so that what is asked is not cut off.
has() { grep -c "$@" >/dev/null; }
fail() { echo "installed: FAILED: $*" >&2; exit 1; }

[ "$(id -u)" -eq 0 ] || skip "only root can make a root of its own"
command -v debootstrap >/dev/null || apt-get install -y -qq debootstrap >/dev/null 2>&1 || skip "debootstrap cannot be had"
suite=$(. /etc/os-release && echo "$VERSION_CODENAME")
work=$(mktemp -d)
root=$work/root
port=$((20000 + RANDOM % 20000))
sshd=
log=
cleanup() {
    [ -z "$sshd" ] || kill "$sshd" 2>/dev/null || true
    [ -z "$log" ] || { kill "$log" 2>/dev/null || true; rm -f /dev/log; }
    for mount in proc dev/pts dev; do mountpoint -q "$root/$mount" && umount -l "$root/$mount"; done
    rm -rf "$work"
}
trap cleanup EXIT

if [ -n "${RONGTU_DEBIAN_ROOT:-}" ]; then
    cp -a "$RONGTU_DEBIAN_ROOT" "$root"
else
    mirror=$(apt-get indextargets --format '$(SITE)' "Codename: $suite" "Created-By: Packages" 2>/dev/null | grep -v security | head -n 1 || true)
    # shellcheck disable=SC2086
    debootstrap --variant=minbase --include=man-db,bash-completion,zsh,fish,openssh-server,openssh-client,locales \
        "$suite" "$root" ${mirror:-} >"$work/log" 2>&1 || { tail -n 3 "$work/log"; skip "no Debian root could be made"; }
fi
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
mount --bind /dev/pts "$root/dev/pts"
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root TERM=xterm-256color LANG="${lang:-C.UTF-8}" "$@"; }

# The commands or lines behind a mark of docs/ssh.md.
documented() { awk -v mark="<!-- $1 -->" '$0 == mark { on = 1; next } on && /^```/ { if (open) exit; open = 1; next } open' docs/ssh.md; }
step() { documented "$1" >"$work/step"; [ -s "$work/step" ] || fail "docs/ssh.md has no block $1"; }

# Every file there is, but for what any package's installation and any program's run leave behind.
listed() { (cd "$root" && find . -xdev \( -path ./proc -o -path ./dev -o -path ./var -o -path ./tmp -o -path ./run \) -prune -o -print | sort); }

listed >"$work/before"
cp "$package" "$root/tmp/rongtu.deb"
# minbase leaves man pages out of what dpkg unpacks.
rm -f "$root/etc/dpkg/dpkg.cfg.d/docker" "$root/etc/dpkg/dpkg.cfg.d/excludes"
cp "$older" "$root/tmp/older.deb"
inside dpkg -i /tmp/older.deb >/dev/null

version=$(inside rongtu --version)
grep -qF "[${version#rongtu }]" CHANGELOG.md || fail "the changelog does not name ${version}"
inside rongtu find jyl --lang zh | has 98% || fail "a look-up"
inside man --pager=cat rongtu | has rongtu || fail "man rongtu"
inside man --pager=cat rongtu-compare | has COLLEGES || fail "man rongtu-compare"
inside man -L zh_CN.UTF-8 --pager=cat rongtu | has 职业院校 || fail "man rongtu in Chinese"

# A Chinese name, completed by the shells themselves.
bash_offers() {
    inside bash -c '. /usr/share/bash-completion/bash_completion
        . /usr/share/bash-completion/completions/rongtu
        COMP_WORDS=(rongtu compare "$1") COMP_CWORD=2 COMP_LINE="rongtu compare $1" COMP_POINT=${#COMP_LINE}
        $(complete -p rongtu | sed "s/.*-F \([^ ]*\).*/\1/") rongtu "$1" compare
        printf "%s\n" "${COMPREPLY[@]}"' bash "$1"
}
bash_offers 台州 | has -x 台州科技职业学院 || fail "bash completes no Chinese name"
inside fish -c 'complete -C "rongtu compare 台州"' | has ^台州科技职业学院 || fail "fish completes no Chinese name"
cat >"$root/tmp/type.zsh" <<'END'
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell 'PS1="> "; autoload -Uz compinit; compinit -D -u; echo rea""dy'
zpty -r -m shell line '*ready*'
zpty -w -n shell $'rongtu compare \u53f0\u5dde\t'
sleep 2
zpty -w -n shell $'\C-aecho got \n'
sleep 1
while zpty -r -t shell line; do print -r -- "$line"; done
END
inside timeout 20 zsh -f /tmp/type.zsh | has '^got rongtu compare 台州科技职业学院' || fail "zsh completes no Chinese name"

# The public account, as an administrator sets it up.
mkdir -p "$root/run/sshd" "$root/root/.ssh"
inside ssh-keygen -q -t ed25519 -N '' -f /root/.ssh/key
cp "$root/root/.ssh/key.pub" "$root/root/reader.pub"
cp "$root/usr/share/doc/rongtu/examples/sshd_rongtu.conf" "$root/etc/ssh/sshd_config.d/rongtu.conf"
step sshd_config
cmp -s "$work/step" "$root/etc/ssh/sshd_config.d/rongtu.conf" || fail "the packaged example is not the documented block"
for name in account keys check "account with a home"; do
    step "$name"
    inside sh -ec "cd /root; $(cat "$work/step")" >"$work/out" 2>&1 || { cat "$work/out"; fail "the step: $name"; }
    [ "$name" != check ] || has kiosk <"$work/out" || fail "sshd runs something else: $(cat "$work/out")"
done
step authorized_keys
sed "s,ssh-ed25519 .*,$(cat "$root/root/reader.pub")," "$work/step" >"$root/home/guest/.ssh/authorized_keys"
chroot "$root" chown guest: /home/guest/.ssh/authorized_keys

# What was asked goes to the system's log: a socket that takes one message, where no log runs.
asked=$work/asked
if [ ! -e /dev/log ]; then
    python3 -c '
import os, socket, sys
log = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
log.bind("/dev/log")
os.chmod("/dev/log", 0o666)
out = open(sys.argv[1], "wb", 0)
while True:
    out.write(log.recv(8192) + b"\n")' "$asked" &
    log=$!
fi
chroot "$root" /usr/sbin/sshd -D -p "$port" -o ListenAddress=127.0.0.1 >"$work/sshd.log" 2>&1 &
sshd=$!
ask() {
    who=$1
    shift
    inside ssh -p "$port" -i /root/.ssh/key -o BatchMode=yes -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null \
        -o LogLevel=ERROR "$who@127.0.0.1" "$@"
}
for _ in $(seq 50); do ask reader help >/dev/null 2>&1 && break; sleep 0.2; done
for who in reader guest; do
    ask $who find jyl --lang zh | has 98% || fail "a look-up over ssh by $who"
    if ask $who cat /etc/passwd >"$work/refused" 2>&1; then fail "the account $who runs a program"; fi
done
ask reader "find '; touch /tmp/ran; \$(touch /tmp/ran)'" >/dev/null 2>&1 || true
[ ! -e "$root/tmp/ran" ] || fail "a request was run by a shell"
if [ -n "$log" ]; then
    grep -aq 'rongtu: 127.0.0.1 find jyl --lang zh' "$asked" || fail "what was asked is not logged"
    grep -aq 'touch /tmp/ran' "$asked" || fail "a hostile request is not logged as it was"
fi
kill "$sshd"
sshd=
inside userdel --remove guest 2>/dev/null
rm -f "$root/root/reader.pub"

# Upgrade, a file of the user's, uninstall.
mkdir -p "$root/root/.config/rongtu"
echo 'lang: zh' >"$root/root/.config/rongtu/config.yaml"
inside dpkg -i /tmp/rongtu.deb >/dev/null
inside rongtu list | has 院校 || fail "the user's settings after an upgrade"
inside dpkg --purge rongtu >/dev/null 2>&1
rm -rf "$root/root/.ssh" "$root/etc/ssh/reader_keys" "$root/etc/ssh/sshd_config.d/rongtu.conf"
inside userdel reader
listed >"$work/after"
left=$(comm -13 "$work/before" "$work/after" | grep -vE '^./(etc/(passwd|group|shadow|gshadow|subuid|subgid)-|root(/\.(config|cache|local).*)?$)' || true)
[ -z "$left" ] || fail "left behind: $left"
[ -s "$root/root/.config/rongtu/config.yaml" ] || fail "the user's settings are gone"
echo "installed: all passed"
