#!/usr/bin/env bash
# rongtu as its Debian package installs it: in a root of its own (debootstrap), with Debian's man, bash, zsh, fish and sshd.
# usage: tests/e2e/installed.sh PACKAGE.deb      Skipped aloud where there is no root, no debootstrap or no Debian mirror.
set -euo pipefail
cd "$(dirname "$0")/../.."

package=$(realpath "$1")
skip() { echo "installed: skipped, $*"; exit 0; }
fail() { echo "installed: FAILED: $*" >&2; exit 1; }

[ "$(id -u)" -eq 0 ] || skip "only root can make a root of its own"
command -v debootstrap >/dev/null || apt-get install -y -qq debootstrap >/dev/null 2>&1 || skip "debootstrap cannot be had"
suite=$(. /etc/os-release && echo "$VERSION_CODENAME")
work=$(mktemp -d)
root=$work/root
port=$((20000 + RANDOM % 20000))
sshd=
cleanup() {
    [ -z "$sshd" ] || kill "$sshd" 2>/dev/null || true
    for mount in proc dev/pts dev; do mountpoint -q "$root/$mount" && umount -l "$root/$mount"; done
    rm -rf "$work"
}
trap cleanup EXIT

mirror=$(grep -rhoE 'https?://[^ ]+' /etc/apt/sources.list /etc/apt/sources.list.d 2>/dev/null | grep -v security | head -n 1 || true)
# shellcheck disable=SC2086
debootstrap --variant=minbase --include=man-db,bash-completion,zsh,fish,openssh-server,openssh-client,locales \
    "$suite" "$root" ${mirror:-} >"$work/log" 2>&1 || { tail -n 3 "$work/log"; skip "no Debian root could be made"; }
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
mount --bind /dev/pts "$root/dev/pts"
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root TERM=xterm-256color LANG="${lang:-C.UTF-8}" "$@"; }

# Every file there is, but for what any package's installation and any program's run leave behind.
listed() { (cd "$root" && find . -xdev \( -path ./proc -o -path ./dev -o -path ./var -o -path ./tmp -o -path ./run \) -prune -o -print | sort); }

listed >"$work/before"
cp "$package" "$root/tmp/rongtu.deb"
# minbase leaves man pages out of what dpkg unpacks.
rm -f "$root/etc/dpkg/dpkg.cfg.d/docker" "$root/etc/dpkg/dpkg.cfg.d/excludes"
inside dpkg -i /tmp/rongtu.deb >/dev/null

version=$(inside rongtu --version)
grep -qF "[${version#rongtu }]" CHANGELOG.md || fail "the changelog does not name ${version}"
inside rongtu find jyl --lang zh | grep -q 98% || fail "a look-up"
inside man --pager=cat rongtu | grep -q rongtu || fail "man rongtu"
inside man --pager=cat rongtu-compare | grep -q COLLEGES || fail "man rongtu-compare"
inside man -L zh_CN.UTF-8 --pager=cat rongtu | grep -q 职业院校 || fail "man rongtu in Chinese"

# A Chinese name, completed by the shells themselves.
bash_offers() {
    inside bash -c '. /usr/share/bash-completion/bash_completion
        . /usr/share/bash-completion/completions/rongtu
        COMP_WORDS=(rongtu compare "$1") COMP_CWORD=2 COMP_LINE="rongtu compare $1" COMP_POINT=${#COMP_LINE}
        $(complete -p rongtu | sed "s/.*-F \([^ ]*\).*/\1/") rongtu "$1" compare
        printf "%s\n" "${COMPREPLY[@]}"' bash "$1"
}
bash_offers 台州 | grep -qx 台州科技职业学院 || fail "bash completes no Chinese name"
inside fish -c 'complete -C "rongtu compare 台州"' | grep -q ^台州科技职业学院 || fail "fish completes no Chinese name"
inside zsh -fc 'autoload -Uz compinit && compinit -u && whence -w _rongtu' | grep -q function || fail "zsh does not know the completion"
grep -q 台州科技职业学院 "$root/usr/share/zsh/vendor-completions/_rongtu" || fail "zsh completes no Chinese name"

# The public account, from the packaged example, behind Debian's sshd.
inside useradd --system --no-create-home --home-dir / --shell /bin/sh --password '*' reader
mkdir -p "$root/run/sshd" "$root/root/.ssh"
inside ssh-keygen -q -t ed25519 -N '' -f /root/.ssh/key
cp "$root/root/.ssh/key.pub" "$root/etc/ssh/reader_keys"
cp "$root/usr/share/doc/rongtu/examples/sshd_rongtu.conf" "$root/etc/ssh/sshd_config.d/rongtu.conf"
inside sshd -t || fail "sshd does not take the packaged example"
chroot "$root" /usr/sbin/sshd -D -p "$port" -o ListenAddress=127.0.0.1 >"$work/sshd.log" 2>&1 &
sshd=$!
ask() {
    inside ssh -p "$port" -i /root/.ssh/key -o BatchMode=yes -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null \
        -o LogLevel=ERROR reader@127.0.0.1 "$@"
}
for _ in $(seq 50); do ask help >/dev/null 2>&1 && break; sleep 0.2; done
ask find jyl --lang zh | grep -q 98% || fail "a look-up over ssh"
if ask cat /etc/passwd >"$work/refused" 2>&1; then fail "the public account runs a program"; fi
kill "$sshd"
sshd=

# Upgrade over itself, a file of the user's, uninstall.
mkdir -p "$root/root/.config/rongtu"
echo 'lang: zh' >"$root/root/.config/rongtu/config.yaml"
inside dpkg -i /tmp/rongtu.deb >/dev/null
inside rongtu list | grep -q 院校 || fail "the user's settings after an upgrade"
inside dpkg --purge rongtu >/dev/null 2>&1
rm -rf "$root/root/.ssh" "$root/etc/ssh/reader_keys" "$root/etc/ssh/sshd_config.d/rongtu.conf"
inside userdel reader
listed >"$work/after"
left=$(comm -13 "$work/before" "$work/after" | grep -vE '^./(etc/(passwd|group|shadow|gshadow|subuid|subgid)-|root(/\.(config|cache|local).*)?$)' || true)
[ -z "$left" ] || fail "left behind: $left"
[ -s "$root/root/.config/rongtu/config.yaml" ] || fail "the user's settings are gone"
echo "installed: all passed"
