#!/usr/bin/env python3
"""Many explorers at once, one that reads its data again a thousand times while the files change, and three with
the mouse on whose windows change their size and that are ended by a key and by signals.

Usage: tests/e2e/endure.py [BINARY] [--explorers 200] [--reloads 1000] [--resizes 1000]     (default target/release/rongtu)

Prints memory and times and fails when an explorer does not start, answer or end, loses its data, or grows. Python 3.9 or
later, Linux.
"""
import argparse
import fcntl
import os
import pty
import random
import re
import select
import shutil
import signal
import struct
import sys
import tempfile
import termios
import threading
import time
from pathlib import Path

from screen import Screen

ROOT = Path(__file__).resolve().parents[2]
DOSSIER = "data/colleges/sdcit.yaml"
F5 = b"\x1b[15~"
QUIT = b"\x1b[21~"
QUIET = 0.04
PATIENCE = 60
MODE = re.compile(rb"\x1b\[\?([\d;]+)([hl])")
# The other screen; clicks; mouse reports in figures.
SCREEN, CLICKS, FIGURES = b"1049", b"1000", b"1006"


class Explorer:
    """rongtu in a pseudo-terminal of 36 by 120."""

    def __init__(self, command):
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 36, 120, 0, 0))
            env = {"PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "LANG": "C.UTF-8", "RONGTU_LANG": "zh"}
            os.execvpe(command[0], command, env)
        os.set_blocking(self.fd, False)
        self.written = b""
        self.last = None
        self.modes = set()

    def read(self, patience):
        if not select.select([self.fd], [], [], patience)[0]:
            return False
        try:
            some = os.read(self.fd, 1 << 16)
        except OSError:
            return False
        self.last = time.perf_counter()
        if re.search(rb"\x1b\[0?c", some):
            os.write(self.fd, b"\x1b[36;3R" + b"\x1b[36;2R" * 3 + b"\x1b[?62;22c")
        self.written += some
        for numbers, switch in MODE.findall(some):
            (self.modes.update if switch == b"h" else self.modes.difference_update)(numbers.split(b";"))
        return bool(some)

    def resize(self, rows, columns):
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def until(self, *texts):
        """Waits until one of the texts has been written; says which."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            plain = Screen().feed(self.written).text().replace(" ", "")
            for text in texts:
                if text in plain:
                    return text
            self.read(0.2)
        sys.exit(f"endure: never seen: {texts}\n{self.written[-400:]!r}")

    def key(self, key):
        """Milliseconds until the last byte drawn for a key; none if it draws nothing."""
        self.written, self.last = b"", None
        pressed = time.perf_counter()
        os.write(self.fd, key)
        while self.read(QUIET if self.last else 10 * QUIET):
            pass
        return (self.last - pressed) * 1000 if self.last else None

    def memory(self, what="Rss"):
        rollup = Path(f"/proc/{self.pid}/smaps_rollup").read_text()
        return int(re.search(rf"^{what}:\s+(\d+)", rollup, re.M).group(1))

    def quit(self, by=None):
        """Ends it by its key or by a signal; says how it ended."""
        if by is None:
            os.write(self.fd, QUIT)
        else:
            os.kill(self.pid, by)
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            self.read(0.02)
            done, status = os.waitpid(self.pid, os.WNOHANG)
            if done:
                os.close(self.fd)
                return os.waitstatus_to_exitcode(status)
        os.kill(self.pid, signal.SIGKILL)
        return None


def quantile(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, int(len(values) * share))]


def many(binary, count):
    start = time.monotonic()
    explorers = [Explorer([binary]) for _ in range(count)]
    for explorer in explorers:
        explorer.until("所院校")
    took = time.monotonic() - start
    for explorer in explorers:
        while explorer.read(0.05):
            pass
    resident, own = [[one.memory(what) for one in explorers] for what in ("Rss", "Pss")]
    chosen = random.Random(1).choices(explorers, k=400)
    times = [one.key(random.choice([b"j", b"k", b"\t", b"\x1b[6~", b"0"])) for one in chosen]
    times = [ms for ms in times if ms is not None]
    print(f"{count} explorers: all on screen after {took:.1f} s; "
          f"RSS {quantile(resident, 0.5)} KB each (at most {max(resident)}), "
          f"PSS {quantile(own, 0.5)} KB each, {sum(own) / 1024:.0f} MB together")
    print(f"  a key in any of them: median {quantile(times, 0.5):.2f} ms, p95 {quantile(times, 0.95):.2f}")
    ends = [explorer.quit() for explorer in explorers]
    if ends != [0] * count:
        sys.exit(f"endure: ended with {set(ends)}")


def spoil(path, whole, stop):
    """Rewrites the file in place, mostly cut short, sometimes gone for a moment, until told to stop."""
    chance = random.Random(2)
    while not stop.is_set():
        path.write_bytes(whole[: chance.randrange(len(whole))])
        if chance.random() < 0.2:
            path.unlink()
        time.sleep(chance.random() / 500)
        path.write_bytes(whole)
        time.sleep(chance.random() / 100)


def reloads(binary, count):
    with tempfile.TemporaryDirectory() as folder:
        for name in ("data", "seeds"):
            shutil.copytree(ROOT / name, Path(folder) / name)
        path = Path(folder) / DOSSIER
        whole, stop = path.read_bytes(), threading.Event()
        explorer = Explorer([binary, "--data", folder])
        explorer.until("2所院校")
        writer = threading.Thread(target=spoil, args=(path, whole, stop))
        writer.start()
        outcomes, memory = {}, []
        for at in range(count):
            explorer.key(b"j" if at % 2 else b"k")
            os.write(explorer.fd, F5)
            said = explorer.until("仍用原来的", "已重新读取")
            outcomes[said] = outcomes.get(said, 0) + 1
            if at % max(1, count // 10) == 0:
                memory.append(explorer.memory())
        stop.set()
        writer.join()
        explorer.key(b"\x0c")
        os.write(explorer.fd, F5)
        explorer.until("已重新读取")
        memory.append(explorer.memory())
        print(f"{count} reloads while a file changes: {outcomes}; RSS KB {memory}")
        if explorer.quit() != 0 or memory[-1] > max(memory[1:4]) * 1.2 + 2048:
            sys.exit("endure: it grew, or did not end well")


def storms(binary, count):
    """Resizes amid keys and clicks, then an end by a key and by each signal, with the mouse on."""
    chance = random.Random(3)
    for end, code in ((None, 0), (signal.SIGTERM, 143), (signal.SIGHUP, 129)):
        explorer = Explorer([binary, "--mouse"])
        explorer.until("所院校")
        for at in range(count // 3):
            explorer.resize(chance.randint(1, 60), chance.randint(1, 220))
            if at % 4 == 0:
                column, row = chance.randint(1, 220), chance.randint(1, 60)
                click = b"\x1b[<0;%d;%dM\x1b[<0;%d;%dm" % (column, row, column, row)
                os.write(explorer.fd, chance.choice([b"j", b"c", b"\x1b[6~", b"\x1b[<65;9;9M", click]))
            if at % 20 == 0:
                explorer.read(0.01)
        explorer.resize(36, 120)
        while explorer.read(0.3):
            pass
        os.write(explorer.fd, b"\x1b" * 3)
        while explorer.read(0.3):
            pass
        if not {SCREEN, CLICKS, FIGURES} <= explorer.modes:
            sys.exit(f"endure: runs with {explorer.modes}")
        ended = explorer.quit(end)
        if ended not in (code, -(code - 128)) or {SCREEN, CLICKS, FIGURES} & explorer.modes:
            sys.exit(f"endure: {end} left {explorer.modes}, ended with {ended}")
        print(f"{count // 3} resizes with the mouse on, then {end.name if end else 'q'}: ended with {ended}, all given back")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary", nargs="?", default=str(ROOT / "target/release/rongtu"))
    parser.add_argument("--explorers", type=int, default=200)
    parser.add_argument("--reloads", type=int, default=1000)
    parser.add_argument("--resizes", type=int, default=1000)
    args = parser.parse_args()
    many(args.binary, args.explorers)
    reloads(args.binary, args.reloads)
    storms(args.binary, args.resizes)


if __name__ == "__main__":
    main()
