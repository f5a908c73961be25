#!/usr/bin/env python3
"""Reads thousands of dossiers again and again while keys are pressed: how long a key waits, and what memory is left.

Usage: tests/e2e/reload.py [BINARY] [--atlas FOLDER] [--reloads 10] [--ways 'F5; watch; ...']
       (default target/release/rongtu; without a folder, target/release/examples/generate makes 3,000 dossiers)

For each way to load again (F5 and `--watch`; with a compiled copy and without) prints how long keys took, pressed one
by one all the while, and the memory after each reload. Fails with a wide margin: when one key in a hundred takes more than
50 ms that it did not wait for other programs, or memory grows by more than a third from the
first three reloads to the last three, the least of each. Python 3.9 or
later, Linux.
"""
import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from endure import F5, ROOT, Explorer, quantile

# A frame ends with it (DEC private mode 2026).
FRAME_END = b"\x1b[?2026l"
CURSOR_ROW = b">"
RELOADED = "已重新读取".encode()
# Between two keys; a fast typist's is 60 ms.
PAUSE = 0.015
LONGEST_WAIT = 50
LARGEST_GROWTH = 4 / 3
WAYS = {
    "F5": (F5, ["--no-cache"]),
    "watch": (None, ["--no-cache", "--watch"]),
    "F5, compiled copy": (F5, []),
    "watch, compiled copy": (None, ["--watch"]),
}


def plain(drawn):
    return re.sub(rb"\x1b\[[0-9;?]*[ -/]*[@-~]| ", b"", drawn)


def queued(*processes):
    """Milliseconds that the first threads of the processes have waited for a processor."""
    return sum(int(Path(f"/proc/{pid}/task/{pid}/schedstat").read_text().split()[1]) for pid in processes) / 1e6


def wait(explorer, key):
    """Presses a key that moves the cursor. Milliseconds until the frame with the cursor in its new row is whole, and what
    is left of them without those that explorer or this script waited for a processor."""
    explorer.written = b""
    before = queued(explorer.pid, os.getpid())
    pressed = time.perf_counter()
    os.write(explorer.fd, key)
    while time.perf_counter() < pressed + 10:
        explorer.read(1)
        at = plain(explorer.written).find(CURSOR_ROW)
        if at >= 0 and explorer.written.endswith(FRAME_END):
            took = (explorer.last - pressed) * 1000
            return took, max(0, took - (queued(explorer.pid, os.getpid()) - before))
    sys.exit(f"reload: a key was never answered: {explorer.written[-400:]!r}")


def press_until(explorer, end, keys):
    """Moves up and down until `end` says that it is over; the time of each key, and of the whole."""
    times, start = [], time.perf_counter()
    while True:
        times.append(wait(explorer, next(keys)))
        seen = plain(explorer.written)
        while explorer.read(PAUSE):
            seen += plain(explorer.written)
        if end(seen):
            return times, time.perf_counter() - start
        if time.perf_counter() > start + 120:
            sys.exit("reload: it never ended")


def alternate():
    while True:
        yield b"j"
        yield b"k"


def measure(way, binary, atlas, cache, reloads):
    key, options = WAYS[way]
    cached = "--no-cache" not in options
    options = options + (["--cache", str(cache)] if cached else [])
    explorer = Explorer([binary, "--data", str(atlas), *options])
    explorer.until("3000所院校")
    time.sleep(3)
    while explorer.read(0.3):
        pass
    dossier = sorted((atlas / "data/colleges").iterdir())[-1]
    keys, times, lengths, memory = alternate(), [], [], []
    at_rest, _ = press_until(explorer, lambda _, end=time.perf_counter() + 1: time.perf_counter() > end, keys)
    for _ in range(reloads):
        if key:
            os.write(explorer.fd, key)
        else:
            os.utime(dossier)
        took, length = press_until(explorer, lambda seen: RELOADED in seen, keys)
        # What is given back afterwards, and a copy that is kept, are part of it.
        after, _ = press_until(explorer, lambda _, end=time.perf_counter() + 3: time.perf_counter() > end, keys)
        times += took + after
        lengths.append(length)
        memory.append(explorer.memory() / 1024)
    if explorer.quit() != 0:
        sys.exit("reload: it did not end well")
    # What is not given back yet when it is read is given back by the next time.
    growth = min(memory[-3:]) / min(memory[:3])
    at_rest, (times, own) = max(at_rest)[0], zip(*times)
    print(f"{way}: {len(times)} keys during {reloads} reloads of {quantile(lengths, 0.5):.1f} s: "
          f"median {quantile(times, 0.5):.1f} ms, p99 {quantile(times, 0.99):.1f}, slowest {max(times):.1f} "
          f"(at rest {at_rest:.1f}); {sum(ms > 16 for ms in times)} over 16 ms\n"
          f"  without waiting for a processor: p99 {quantile(own, 0.99):.1f} ms, slowest {max(own):.1f}\n"
          f"  resident MB after each: {' '.join(f'{mb:.0f}' for mb in memory)}: {growth - 1:+.0%}", flush=True)
    return quantile(own, 0.99) <= LONGEST_WAIT and growth <= LARGEST_GROWTH


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary", nargs="?", default=str(ROOT / "target/release/rongtu"))
    parser.add_argument("--atlas", type=Path, help="a folder that examples/generate has filled")
    parser.add_argument("--reloads", type=int, default=10)
    parser.add_argument("--ways", help="some of: " + "; ".join(WAYS))
    args = parser.parse_args()
    ways = [way.strip() for way in args.ways.split(";")] if args.ways else list(WAYS)
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "cache").mkdir()
        atlas = args.atlas or Path(folder) / "atlas"
        if not args.atlas:
            generate = ROOT / "target/release/examples/generate"
            subprocess.run([generate, "--colleges", "3000", "--out", atlas], check=True, stdout=subprocess.DEVNULL)
        results = [measure(way, args.binary, atlas, Path(folder) / "cache", args.reloads) for way in ways]
    if not all(results):
        sys.exit(f"reload: keys waited over {LONGEST_WAIT} ms, or memory grew by more than a third")


main()
