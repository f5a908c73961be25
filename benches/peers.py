#!/usr/bin/env python3
"""rongtu beside less, jless, csvlens and VisiData, each in a pseudo-terminal of 36 by 120, on the same made-up data.

    cargo build --release --examples --bins
    cargo install --locked jless csvlens && pip install visidata        (any that is missing is left out)
    python3 benches/peers.py [--colleges 3000] [--runs 5] [--dir DIR]

Prints a table: the first screen that shows the data (and the first that shows all of it), what one key takes until the
last byte it draws, and the most memory the program had in use. The others read one file, so they are given the same
dossiers as one file of YAML or of CSV. Times depend on the machine; compare rows of one run. Python 3.9 or later, Linux.
"""
import argparse, fcntl, glob, json, os, pty, re, select, shutil, signal, statistics, struct, subprocess, sys, termios, time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PROGRAM = os.path.join(ROOT, "target/release/rongtu")
GENERATE = os.path.join(ROOT, "target/release/examples/generate")
ROWS, COLUMNS = 36, 120
QUIET = 0.05    # seconds without a byte after which a screen stands
LONGEST = 120   # seconds after which a program is given up
SEQUENCE = re.compile(rb"\x1b(\[[0-9;?>=]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)|[()][A-Z0-9]|[=>78MDEHc])")


class Terminal:
    """A program in a pseudo-terminal that answers the usual questions."""

    def __init__(self, command, env):
        self.start = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            size = struct.pack("HHHH", ROWS, COLUMNS, 0, 0)
            fcntl.ioctl(0, termios.TIOCSWINSZ, size)
            os.execvpe(command[0], command, env)
        os.set_blocking(self.fd, False)
        self.shown = b""
        self.last = None

    def read(self, patience):
        """Takes what comes within `patience` seconds; says whether anything did."""
        if not select.select([self.fd], [], [], patience)[0]:
            return False
        try:
            some = os.read(self.fd, 1 << 20)
        except OSError:
            return False
        if not some:
            return False
        self.last = time.perf_counter()
        for at in range(some.count(b"\x1b[6n")):
            os.write(self.fd, b"\x1b[%d;%dR" % (ROWS, 2 if at else 3))
        if re.search(rb"\x1b\[0?c", some):
            os.write(self.fd, b"\x1b[?62;22c")
        self.shown += some
        return True

    def until(self, text):
        """Milliseconds from the start until the text has been written, none if it never was."""
        while time.perf_counter() - self.start < LONGEST:
            if text.replace(b" ", b"") in SEQUENCE.sub(b"", self.shown).replace(b" ", b""):
                return (self.last - self.start) * 1000
            if not self.read(0.2) and not alive(self.pid):
                return None
        return None

    def settle(self):
        """Until nothing has come for half a second; some always send something, so three seconds at most."""
        end = time.perf_counter() + 3
        while time.perf_counter() < end and self.read(0.5):
            pass

    def key(self, key):
        """Milliseconds from a key to the last byte it draws, none if it draws nothing."""
        self.shown, self.last = b"", None
        pressed = time.perf_counter()
        os.write(self.fd, key)
        while time.perf_counter() < pressed + 3 and self.read(QUIET if self.last else 10 * QUIET):
            pass
        return (self.last - pressed) * 1000 if self.last else None

    def memory(self):
        """MB the program had in use at most, its own children counted."""
        pids = [self.pid] + children(self.pid)
        return sum(peak(pid) for pid in pids) / 1024

    def end(self):
        try:
            os.kill(self.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        os.close(self.fd)
        os.waitpid(self.pid, 0)


def alive(pid):
    return os.waitpid(pid, os.WNOHANG) == (0, 0)


def children(pid):
    try:
        found = open(f"/proc/{pid}/task/{pid}/children").read().split()
    except OSError:
        return []
    return [int(child) for child in found]


def peak(pid):
    try:
        status = open(f"/proc/{pid}/status").read()
    except OSError:
        return 0
    return int(re.search(r"VmHWM:\s+(\d+)", status).group(1))


def middle(values):
    values = [value for value in values if value is not None]
    return statistics.median(values) if values else None


def nearly_all(values):
    values = sorted(value for value in values if value is not None)
    return values[min(len(values) - 1, int(len(values) * 0.95))] if values else None


def measure(case, runs):
    """The figures of one program: medians over the runs, keys over all of them."""
    first, whole, keys, memory = [], [], [], []
    for _ in range(runs):
        terminal = Terminal(case["command"], case["env"])
        first.append(terminal.until(case["first"].encode()))
        if first[-1] is None:
            terminal.end()
            return None
        if "whole" in case:
            whole.append(terminal.until(case["whole"].encode()))
        terminal.settle()
        keys += [terminal.key(case["down"]) for _ in range(20)]
        memory.append(terminal.memory())
        terminal.end()
    return {
        "first_ms": middle(first),
        "whole_ms": middle(whole) if whole else middle(first),
        "key_ms": middle(keys),
        "key_p95_ms": nearly_all(keys),
        "peak_mb": middle(memory),
    }


def one_yaml(folder, out):
    files = sorted(glob.glob(os.path.join(folder, "data/colleges/*.yaml")))
    with open(out, "w", encoding="utf-8") as whole:
        whole.write("colleges:\n")
        for name in files:
            lines = open(name, encoding="utf-8").read().splitlines()
            lines = [line for line in lines if not line.startswith("#")]
            whole.write("- " + "\n  ".join(lines).replace("\n  \n", "\n\n") + "\n")


def made(args):
    """The data: a folder of dossiers, and the same as one file for those that read one."""
    folder = os.path.join(args.dir, f"atlas-{args.colleges}")
    if not os.path.exists(folder):
        subprocess.run([GENERATE, "--colleges", str(args.colleges), "--out", folder], check=True)
    paths = {"folder": folder, "yaml": folder + ".yaml", "csv": folder + ".csv", "json": folder + ".json"}
    paths["shipped"] = os.path.join(args.dir, "shipped.json")
    if not os.path.exists(paths["yaml"]):
        one_yaml(folder, paths["yaml"])
    for name, form, data in [("csv", "csv", ["--data", folder]), ("json", "json", ["--data", folder]), ("shipped", "json", [])]:
        if not os.path.exists(paths[name]):
            with open(paths[name], "wb") as out:
                subprocess.run([PROGRAM, "list", "outcomes", "--format", form, *data], stdout=out, check=True)
    return paths


def cases(args, paths):
    env = {**os.environ, "TERM": "xterm-256color", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "RONGTU_LANG": "zh"}
    env["XDG_CACHE_HOME"] = os.path.join(args.dir, "cache")
    folder, total = paths["folder"], f"{args.colleges} 所院校"
    with open(paths["csv"], encoding="utf-8") as file:
        row = file.readlines()[1].split(",")[0]
    some = {"env": env, "down": b"j"}
    own = [PROGRAM, "--theme-name", "dark", "--lang", "zh"]
    yield "rongtu, built-in dossiers", {**some, "command": [PROGRAM], "first": "所院校"}
    yield "jless, built-in dossiers as JSON", {**some, "command": ["jless", paths["shipped"]], "first": "addr"}
    yield f"rongtu, {args.colleges}, not compiled", {
        **some, "command": [*own, "--data", folder, "--no-cache"], "first": "融图", "whole": total}
    warm = [PROGRAM, "list", "--data", folder, "--format", "csv"]
    time.sleep(2.5)
    subprocess.run(warm, stdout=subprocess.DEVNULL, env=env, check=True)
    yield f"rongtu, {args.colleges}, compiled copy", {
        **some, "command": [*own, "--data", folder], "first": "融图", "whole": total}
    first = sorted(os.listdir(os.path.join(folder, "data/colleges")))[0][: -len(".yaml")]
    yield "less, YAML", {**some, "command": ["less", paths["yaml"]], "first": first}
    yield "jless, YAML", {**some, "command": ["jless", "--yaml", paths["yaml"]], "first": first}
    yield "jless, outcomes as JSON", {**some, "command": ["jless", paths["json"]], "first": "addr"}
    yield "csvlens, outcomes as CSV", {**some, "command": ["csvlens", paths["csv"]], "first": row[:6]}
    yield "VisiData, outcomes as CSV", {**some, "command": ["vd", paths["csv"]], "first": row[:6]}


def cell(value, digits=0):
    few = 1 if value is not None and digits == 0 and value < 100 else digits
    return "–" if value is None else f"{value:,.{few}f}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--colleges", type=int, default=3000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--dir", default="/tmp/rongtu-peers")
    parser.add_argument("--only", default="", help="only rows whose name holds this")
    parser.add_argument("--json", help="write the figures here as well")
    args = parser.parse_args()
    os.makedirs(args.dir, exist_ok=True)
    paths = made(args)
    print("| program and data | first screen, ms | all of it, ms | a key, ms | a key, p95 | peak memory, MB |")
    print("|---|--:|--:|--:|--:|--:|")
    found = {}
    for name, case in cases(args, paths):
        if args.only not in name:
            continue
        if not shutil.which(case["command"][0]):
            print(f"{name}: not installed, left out", file=sys.stderr)
            continue
        figures = measure(case, args.runs)
        if figures is None:
            print(f"{name}: never showed {case['first']!r}", file=sys.stderr)
            continue
        found[name] = figures
        told = [cell(figures["first_ms"]), cell(figures["whole_ms"]), cell(figures["key_ms"], 2),
                cell(figures["key_p95_ms"], 2), cell(figures["peak_mb"])]
        print(f"| {name} | {' | '.join(told)} |", flush=True)
    if args.json:
        with open(args.json, "w", encoding="utf-8") as out:
            json.dump(found, out, ensure_ascii=False, indent=1)


main()
