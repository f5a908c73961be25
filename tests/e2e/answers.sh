#!/usr/bin/env bash
# Every verb, kind and format on the shipped data, in both languages, from two builds of the program, compared byte for byte.
# usage: tests/e2e/answers.sh OLD NEW [DATA]   Prints the differences; the exit code is diff's. With a folder of dossiers both
#        answer from that, so that what changed in the shipped ones does not hide what changed in the program.
set -euo pipefail

old=$(realpath "$1")
new=$(realpath "$2")
data=()
[ $# -lt 3 ] || data=(--data "$3")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export NO_COLOR=1 RONGTU_CONFIG=/nonexistent/config.yaml
unset RONGTU_LANG RONGTU_ARTICLES

answer() { # PROGRAM FOLDER
    local program=$1 folder=$2 kind format lang addr
    ask() { "$program" "$@" "${data[@]}" --lang "$lang" --width 100 >"$folder/$lang $(tr '/ ' '_-' <<<"$*")" 2>&1 || echo "exit $?" >>"$folder/$lang $(tr '/ ' '_-' <<<"$*")"; }
    mkdir -p "$folder"
    for lang in zh en; do
        for format in table md csv json jsonl; do
            for kind in colleges pillars measures outcomes metrics themes recognitions frameworks partners sources; do
                ask list "$kind" --format "$format"
            done
            for addr in tzvcst sdcit tzvcst/p1 sdcit/p5 tzvcst/mould-firms sdcit/skill-platforms joint-party-firms employment; do
                ask show "$addr" --format "$format"
            done
            ask source tzvcst/mould-firms --format "$format"
            ask find jyl --format "$format"
            ask find 党建 --format "$format"
            ask compare tzvcst sdcit --format "$format"
            ask compare tzvcst sdcit --pillars --format "$format"
            ask compare tzvcst sdcit --diff --theme talent --format "$format"
        done
        for kind in list show find source compare check draft export kiosk completions man; do
            ask help "$kind"
        done
    done
}
answer "$old" "$work/old"
answer "$new" "$work/new"
count=$(find "$work/new" -type f | wc -l)
status=0
diff -ru "$work/old" "$work/new" || status=$?
echo "answers: $count compared, $(diff -rq "$work/old" "$work/new" | wc -l) differ" >&2
exit "$status"
