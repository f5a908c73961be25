#!/usr/bin/env bash
# What `rongtu export` writes, read by programs that are not ours: frictionless validates the package, and DuckDB loads
# the tables with the SQL of docs/scale.md and finds a known figure. Takes the program as its argument.
set -euo pipefail
cd "$(dirname "$0")/../.."

program=$(realpath "${1:-target/debug/rongtu}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

{ python3 -m venv "$work/venv" &&
    "$work/venv/bin/pip" install --quiet --disable-pip-version-check 'duckdb>=1.1' 'frictionless>=5.18,<6'; } || {
    echo "package: skipped, duckdb and frictionless cannot be installed here"
    exit 0
}
PATH="$work/venv/bin:$PATH"

"$program" export "$work/plain"
"$program" export "$work/excel" --bom
for package in plain excel; do
    (cd "$work/$package" && frictionless validate datapackage.json >"$work/out" 2>&1) || { cat "$work/out"; exit 1; }
done

# A figure that became words, and a college that does not exist, have to be found, or validation proves nothing.
broken() {
    cp -r "$work/plain" "$work/broken"
    python3 - "$work/broken" "$1" "$2" "$3" <<'PY'
import hashlib, json, pathlib, sys
folder, name, old, new = pathlib.Path(sys.argv[1]), *sys.argv[2:]
data = (folder / name).read_bytes()
assert old.encode() in data, f"{name} has no {old!r}"
data = data.replace(old.encode(), new.encode(), 1)
(folder / name).write_bytes(data)
package = json.loads((folder / "datapackage.json").read_text("utf-8"))
for resource in package["resources"]:
    if resource["path"] == name:
        resource["bytes"], resource["hash"] = len(data), "sha256:" + hashlib.sha256(data).hexdigest()
(folder / "datapackage.json").write_text(json.dumps(package), "utf-8")
PY
    if (cd "$work/broken" && frictionless validate datapackage.json >"$work/out" 2>&1); then
        echo "valid although broken: $1: $2 -> $3"
        exit 1
    fi
    rm -rf "$work/broken"
}
broken outcomes.csv ,34,家, ,many,家,
broken pillars.csv ,tzvcst, ,nowhere,

# The statements of docs/scale.md run as they are printed, in the folder they speak of.
for package in plain excel; do
    (cd "$work/$package" && python3 - "$OLDPWD/docs/scale.md") <<'PY'
import duckdb, json, re, sys
text = open(sys.argv[1], encoding="utf-8").read()
statements = re.findall(r"```sql duckdb\n(.*?)```", text, re.S)
portable = re.findall(r"```sql\n(.*?)```", text, re.S)
assert len(statements) >= 1 and len(portable) >= 3, (len(statements), len(portable))
db = duckdb.connect()
for statement in statements:
    db.execute(statement)
for statement in portable:
    rows = db.execute(statement).fetchall()
    assert rows, f"no rows: {statement}"
one = lambda sql: db.execute(sql).fetchone()
assert one("select count(*) from outcomes")[0] == 53, "outcomes"
assert one("select value, unit, as_written from outcomes where addr = 'tzvcst/mould-firms'") == (34, "家", "34家"), "34家"
for table in json.load(open("datapackage.json", encoding="utf-8"))["resources"]:
    name = table["name"]
    rows = one(f"select count(*) from read_csv('{name}.csv', header = true)")[0]
    lines = one(f"select count(*) from read_json('{name}.jsonl', format = 'newline_delimited')")[0]
    columns = [row[0] for row in db.execute(f"describe select * from read_csv('{name}.csv', header = true)").fetchall()]
    assert columns == [field["name"] for field in table["schema"]["fields"]], (name, columns)
    assert rows == lines > 0, (name, rows, lines)
PY
done
echo "package: 12 tables valid with and without byte order mark, 2 broken ones found, 34家 and 53 outcomes read back"
