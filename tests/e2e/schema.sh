#!/usr/bin/env bash
# The JSON Schema of the data files, tried with a validator that is not ours (check-jsonschema, from PyPI): it accepts
# the shipped files and the test folders, and refuses each of the broken ones made here, naming the field at fault.
set -euo pipefail
cd "$(dirname "$0")/../.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if ! command -v check-jsonschema >/dev/null; then
    python3 -m venv "$work/venv"
    "$work/venv/bin/pip" install --quiet --disable-pip-version-check 'check-jsonschema>=0.33,<1'
    PATH="$work/venv/bin:$PATH"
fi

# file SCHEMA FILE...: the files are accepted.
accepted() {
    local schema=$1
    shift
    check-jsonschema --schemafile "docs/schema/$schema.schema.json" "$@" >"$work/out" || { cat "$work/out"; exit 1; }
}

# refused SCHEMA FILE WORD FROM TO: FILE with FROM replaced by TO is refused, and WORD is in what is said.
refused() {
    local schema=$1 file=$2 word=$3
    FROM=$4 TO=$5 python3 - "$file" "$work/broken.yaml" <<'PY'
import os, sys
text = open(sys.argv[1], encoding="utf-8").read()
old, new = os.environ["FROM"], os.environ["TO"]
assert old in text, f"{sys.argv[1]} has no {old!r}"
open(sys.argv[2], "w", encoding="utf-8").write(text.replace(old, new, 1))
PY
    if check-jsonschema --schemafile "docs/schema/$schema.schema.json" "$work/broken.yaml" >"$work/out" 2>&1; then
        echo "accepted although broken: $file: $4 -> $5"
        exit 1
    fi
    grep -qF -- "$word" "$work/out" || { echo "refused without naming $word:"; cat "$work/out"; exit 1; }
}

check-jsonschema --check-metaschema docs/schema/*.json >/dev/null

for root in . tests/fixtures/tiny tests/fixtures/sound; do
    accepted college "$root"/data/colleges/*.yaml
    accepted themes "$root/data/themes.yaml"
    accepted metrics "$root/data/metrics.yaml"
    accepted seed "$root"/seeds/*.yaml
done

college=tests/fixtures/sound/data/colleges/hexi.yaml
# Firms are never fewer than none; a share may have fallen.
sed '0,/value: 36/s//value: -3.2/; 0,/unit: 家/s//unit: "%"/' $college >"$work/fallen.yaml"
grep -q 'value: -3.2' "$work/fallen.yaml" && accepted college "$work/fallen.yaml"
refused college $college colour '    value: 36' $'    value: 36\n    colour: red'
refused college $college value $'    value: 36\n' ''
refused college $college value 'value: 36' 'value: 许多'
refused college $college value 'value: 36' 'value: -36'
refused college $college max $'    max: 3\n' ''
refused college $college max $'    value: 36\n' $'    value: 36\n    max: 40\n'
refused college $college bound 'bound: nearly' 'bound: almost'
refused college $college id 'id: hexi' 'id: Hexi_College'
refused college $college pinyin 'pinyin: hexi' 'pinyin: Héxī'
refused college $college scope 'scope: unit' 'scope: school'
refused college $college line '{line: 5, exact: 36家企业}' '{line: 0, exact: 36家企业}'
refused college $college themes 'themes: [talent]' 'themes: []'
refused metrics tests/fixtures/sound/data/metrics.yaml definition ', definition: {zh: 举办的讲座场数, en: Lectures held}' ''
refused themes tests/fixtures/sound/data/themes.yaml zh 'zh: 人才培养' 'zh: ""'
refused seed tests/fixtures/sound/seeds/hexi-news.yaml sha256 'sha256: 7' 'sha256: G'
refused seed tests/fixtures/sound/seeds/hexi-news.yaml body 'body: "2-7"' 'body: all'
refused seed tests/fixtures/sound/seeds/hexi-news.yaml kind 'kind: class_year' 'kind: class'
refused seed tests/fixtures/sound/seeds/hexi-news.yaml published 'published: "2024-05-06"' 'published: "6 May 2024"'
echo "schema: accepted the sound files, refused 18 broken ones"
