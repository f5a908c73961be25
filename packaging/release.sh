#!/usr/bin/env bash
# Everything that is handed to people who install rongtu: one command, into target/release-files/.
#
#   rongtu-VERSION-TARGET.tar.gz     a static binary with man pages, completions, licences and an sshd example,
#   rongtu_VERSION-1_ARCH.deb        and the same as a Debian package, for x86-64 and for aarch64
#   rongtu-VERSION.cdx.json          the bill of materials (CycloneDX)
#   SHA256SUMS
#
# usage: packaging/release.sh [BINARY]
# BINARY is packed as it is; without it, one is built for release for each of $TARGETS. Two runs on one commit give the same
# bytes: every time is the commit's, names are sorted, the paths of the machine are cut out of the binary.
# RONGTU_SKIP_LICENCES leaves out what takes long to build tools for: the licence texts and the bill of materials.
set -euo pipefail
cd "$(dirname "$0")/.."

SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
export SOURCE_DATE_EPOCH LC_ALL=C TZ=UTC CARGO_TERM_COLOR=never
version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)
host=$(rustc -vV | sed -n 's/^host: //p')
targets=${TARGETS:-x86_64-unknown-linux-musl aarch64-unknown-linux-musl}
out=target/release-files
stage=target/package

say() { printf 'release: %s\n' "$*" >&2; }

# A tool of Cargo's, installed below target/ where it is not at hand.
tool() {
    PATH="$PWD/target/tools/bin:$PATH"
    command -v "$1" >/dev/null || cargo install --quiet --locked --root target/tools "$@"
}

# Builds for a target into $binary. False when its library, or a C compiler for it, cannot be had.
build() {
    local target=$1 flags=${2:-} library
    flags="$flags --remap-path-prefix=$PWD=. --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=cargo"
    library=$(rustc --print sysroot)/lib/rustlib/$target
    [ -d "$library" ] || rustup target add "$target" >/dev/null 2>&1 || true
    [ -d "$library" ] || { say "skipped $target: no Rust library for it can be had"; return 1; }
    if [ "$target" = x86_64-unknown-linux-musl ] && ! command -v musl-gcc >/dev/null; then
        say "skipped $target: the allocator needs musl-gcc (on Debian: apt-get install musl-tools)"
        return 1
    fi
    # Nothing linked in for another processor is C: the toolchain's own linker does.
    [ "${target%%-*}" = "${host%%-*}" ] || flags="$flags -C linker=rust-lld"
    RUSTFLAGS=$flags cargo build --release --locked --target "$target" || exit 1
    binary=target/$target/release/rongtu
}

declare -A binaries # by target
if [ $# -gt 0 ]; then
    binaries[$host]=$1
else
    for target in $targets; do
        if build "$target"; then
            binaries[$target]=$binary
        fi
    done
fi
if [ ${#binaries[@]} -eq 0 ]; then
    say "linked statically against the C library of this machine instead"
    build "$host" "-C target-feature=+crt-static"
    binaries[$host]=$binary
fi

# The one that runs here prints the pages of all.
program=""
for target in "${!binaries[@]}"; do
    [ "${target%%-*}" != "${host%%-*}" ] || program=${binaries[$target]}
done
[ -n "$program" ] || { cargo build --locked --quiet; program=target/debug/rongtu; }

say "man pages and completions"
rm -rf "$stage" "$out"
mkdir -p "$stage"/{man,man-zh,completions} "$out"
verbs=$("$program" help --lang en | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p')
[ -n "$verbs" ] || { say "no commands in the help"; exit 1; }
for lang in en zh; do
    pages=$stage/man
    [ $lang = en ] || pages=$stage/man-$lang
    "$program" man --lang $lang >"$pages/rongtu.1"
    for verb in $verbs; do
        [ "$verb" = help ] || "$program" man "$verb" --lang $lang >"$pages/rongtu-$verb.1"
    done
    gzip -9n "$pages"/*.1
done
for shell in bash zsh fish; do
    "$program" completions $shell --lang zh >"$stage/completions/rongtu.$shell"
done

# The example is the block of the documentation.
awk '$0 == "<!-- sshd_config -->" { on = 1; next } on && /^```/ { if (open) exit; open = 1; next } open' docs/ssh.md >"$stage/sshd_rongtu.conf"
grep -q ForceCommand "$stage/sshd_rongtu.conf"

gzip -9nc CHANGELOG.md >"$stage/changelog.gz"
printf 'rongtu (%s-1) stable; urgency=medium\n\n  * What changed stands in changelog.gz.\n\n -- %s  %s\n' "$version" \
    "$(sed -n 's/^maintainer = "\(.*\)"/\1/p' Cargo.toml)" "$(date -Rd "@$SOURCE_DATE_EPOCH")" >"$stage/changelog.Debian"

say "licences of everything linked in"
if [ -z "${RONGTU_SKIP_LICENCES:-}" ]; then
    tool cargo-about --features cli
    cargo about generate --locked --fail -c packaging/about.toml packaging/licences.hbs >"$stage/THIRD-PARTY-LICENCES"
    missing=$(comm -23 \
        <(cargo tree --locked -e normal,no-proc-macro --prefix none --format '{p}' |
            awk '$1 != "rongtu" { print $1, substr($2, 2) }' | sort -u) \
        <(sed -n 's/^for: //p' "$stage/THIRD-PARTY-LICENCES" | tr ',' '\n' | sed 's/^ *//' | sort -u))
    [ -z "$missing" ] || { say "linked in without its licence: $missing"; exit 1; }
else
    say "skipped: RONGTU_SKIP_LICENCES is set"
    echo "Not collected for this build." >"$stage/THIRD-PARTY-LICENCES"
fi

command -v dpkg >/dev/null || say "no Debian packages: this is no Debian machine"
for target in "${!binaries[@]}"; do
    say "archive and package for $target"
    install -m 755 "${binaries[$target]}" "$stage/rongtu"
    name=rongtu-$version-$target
    rm -rf "target/$name"
    mkdir -p "target/$name"
    cp -r "$stage"/. LICENSE LICENSE-APACHE LICENSE-MIT README.md README.zh.md CHANGELOG.md docs/ssh.md docs/ssh.zh.md "target/$name/"
    tar --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" -C target -cf - "$name" |
        gzip -9n >"$out/$name.tar.gz"
    rm -rf "target/$name"
    if command -v dpkg >/dev/null; then
        tool cargo-deb --debug
        cargo deb --target "$target" --no-build --no-strip --quiet --locked --output "$out/"
    fi
done

if [ -z "${RONGTU_SKIP_LICENCES:-}" ]; then
    say "bill of materials"
    tool cargo-cyclonedx
    cargo cyclonedx --quiet --format json --no-build-deps --override-filename bom
    # Its number is random and its names hold the folder it was made in.
    sed "/\"serialNumber\"/d; s,path+file://$PWD,path+file:///rongtu,g" bom.json >"$out/rongtu-$version.cdx.json"
    rm bom.json
fi

(cd "$out" && sha256sum -- * >SHA256SUMS)
ls -l "$out" >&2
