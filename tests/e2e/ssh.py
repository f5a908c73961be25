#!/usr/bin/env python3
"""rongtu behind a real OpenSSH, set up as docs/ssh.md says: what gets through, what does not, and what it costs.

Usage: tests/e2e/ssh.py [BINARY]     (default target/debug/rongtu)

Everything is on the loopback interface, with keys, a configuration and an account that are thrown away. As root it
makes the account of the documentation (under a name of its own); otherwise the account is the caller's.
"""

import concurrent.futures
import fcntl
import getpass
import os
import pty
import re
import select
import shutil
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path

from screen import Screen

ROOT = Path(__file__).resolve().parents[2]
READER = "rongtu-e2e"
SECONDS = 120
SESSIONS = 50
# Two sessions may wait for a processor each, and a debug build is slow; what is tested here is not speed.
PATIENCE = 20
# Keys whose sessions have one limit in minutes that comes soon.
BRIEF = {"idle": 0.05, "total": 0.05}


def main():
    binary = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "target/debug/rongtu").resolve()
    if not binary.is_file():
        sys.exit(f"ssh: there is no {binary}; cargo build makes it")
    if not installed():
        print("ssh: skipped: OpenSSH is not here and cannot be installed")
        return
    signal.signal(signal.SIGALRM, lambda *_: sys.exit(f"ssh: not done within {SECONDS} s"))
    signal.alarm(SECONDS)
    start = time.monotonic()
    with Stage(binary) as stage:
        for door, requests in zip(stage.doors(), [REFUSED, REFUSED[:8]]):
            lookups(door)
            refusals(door, requests)
            transfers(door)
            explorer(door)
        block, line = stage.doors()
        environment(block)
        flood(block)
        for door in (block, line):
            window(door, stage)
        limits(line)
        cut(block, stage)
        crowd(block, stage)
    print(f"ssh: all passed in {time.monotonic() - start:.1f} s")


def installed():
    if shutil.which("ssh") and sshd():
        return True
    sudo = [] if os.getuid() == 0 else ["sudo", "-n"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    try:
        subprocess.run([*sudo, "apt-get", "update", "-qq"], timeout=120, **quiet)
        packages = ["openssh-server", "openssh-client"]
        subprocess.run([*sudo, "apt-get", "install", "-y", "-qq", *packages], timeout=240, **quiet)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return bool(shutil.which("ssh") and sshd())


def sshd():
    return shutil.which("sshd", path=os.environ.get("PATH", "") + ":/usr/sbin:/usr/local/sbin")


def check(fact, what):
    if not fact:
        raise SystemExit(f"ssh: FAILED: {what}")


def documented(name):
    """The block of docs/ssh.md behind the mark of that name."""
    text = (ROOT / "docs/ssh.md").read_text(encoding="utf-8")
    found = re.search(rf"<!-- {name} -->\n```\w*\n(.*?)```", text, re.S)
    check(found, f"docs/ssh.md has no block {name}")
    return found[1]


class Stage:
    """Keys, an account and two daemons, one for each way of the documentation."""

    def __init__(self, binary):
        # sshd trusts no key file below a folder that others may write, such as /tmp.
        place = "/var/lib" if os.getuid() == 0 else Path.home()
        self.folder = Path(tempfile.mkdtemp(prefix="rongtu-ssh-", dir=place))
        self.folder.chmod(0o755)
        self.binary = self.folder / "rongtu"
        self.source = binary
        self.made = False
        self.daemons = []

    def __enter__(self):
        try:
            return self.build()
        except BaseException:
            self.__exit__()
            raise

    def build(self):
        shutil.copy(self.source, self.binary)
        self.binary.chmod(0o755)
        self.reader = self.account()
        for key in ["host", "client", *BRIEF]:
            make = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", key, "-f", self.folder / key]
            subprocess.run(make, check=True)
        if os.getuid() == 0:
            Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)
        keys = {name: (self.folder / f"{name}.pub").read_text().strip() for name in ["client", *BRIEF]}
        (self.folder / "reader_keys").write_text(keys["client"] + "\n")
        line = self.adapted(documented("authorized_keys")).strip()
        lines = [re.sub(r"ssh-ed25519 .*", lambda _: keys["client"], line)]
        for key, limit in BRIEF.items():
            lines.append(re.sub(rf"--{key} \d+", f"--{key} {limit}", lines[0]).replace(keys["client"], keys[key]))
        (self.folder / "authorized_keys").write_text("\n".join(lines) + "\n")
        block = self.daemon("block", self.adapted(documented("sshd_config")))
        single = self.daemon("line", f"AuthorizedKeysFile {self.folder}/authorized_keys\nMaxStartups 60\n")
        self.both = [Door("Match block", self, block), Door("authorized_keys", self, single)]
        return self

    def doors(self):
        return self.both

    def adapted(self, text):
        text = text.replace("/usr/bin/rongtu", str(self.binary))
        text = text.replace("/etc/ssh/reader_keys", str(self.folder / "reader_keys"))
        return re.sub(r"\breader\b", self.reader, text)

    def account(self):
        if os.getuid() != 0:
            return getpass.getuser()
        self.reader = READER
        subprocess.run(["userdel", READER], stderr=subprocess.DEVNULL)
        subprocess.run(["sh", "-ec", self.adapted(documented("account"))], check=True)
        self.made = True
        return READER

    def daemon(self, name, more):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        config = self.folder / f"{name}.conf"
        config.write_text(
            f"Port {port}\nListenAddress 127.0.0.1\nHostKey {self.folder}/host\nPidFile none\nLogLevel VERBOSE\n"
            f"Subsystem sftp internal-sftp\nPasswordAuthentication no\nKbdInteractiveAuthentication no\n{more}"
        )
        subprocess.run([sshd(), "-t", "-f", config], check=True)
        log = open(self.folder / f"{name}.log", "wb")
        self.daemons.append(subprocess.Popen([sshd(), "-D", "-e", "-f", config], stderr=log))
        host = (self.folder / "host.pub").read_text().strip()
        with open(self.folder / "known_hosts", "a") as known:
            known.write(f"[127.0.0.1]:{port} {host}\n")
        until(lambda: listens(port), f"sshd ({name}) listens")
        return port

    def processes(self):
        """The pids of the program under test."""
        found = []
        for entry in Path("/proc").iterdir():
            try:
                if entry.name.isdigit() and os.readlink(entry / "exe") == str(self.binary):
                    found.append(int(entry.name))
            except OSError:
                pass
        return found

    def __exit__(self, *_):
        for daemon in self.daemons:
            daemon.terminate()
            daemon.wait()
        for pid in self.processes():
            os.kill(pid, signal.SIGKILL)
        if self.made:
            subprocess.run(["userdel", READER], stderr=subprocess.DEVNULL)
        shutil.rmtree(self.folder, ignore_errors=True)


def listens(port):
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def until(fact, what, seconds=PATIENCE):
    end = time.monotonic() + seconds
    while not fact():
        check(time.monotonic() < end, what)
        time.sleep(0.01)


class Door:
    """One way in, and the real client to try it."""

    def __init__(self, name, stage, port):
        self.name, self.stage, self.port = name, stage, port

    def options(self, key="client"):
        folder = self.stage.folder
        named = {
            "User": self.stage.reader,
            "IdentityFile": folder / key,
            "UserKnownHostsFile": folder / "known_hosts",
            "IdentitiesOnly": "yes",
            "IdentityAgent": "none",
            "BatchMode": "yes",
            "LogLevel": "ERROR",
        }
        return ["-F", "/dev/null", *[word for name, value in named.items() for word in ("-o", f"{name}={value}")]]

    def client(self, *more, key="client"):
        return ["ssh", *self.options(key), "-p", str(self.port), *more, "127.0.0.1"]

    def ask(self, *words, flags=(), stdin=b"", env=None):
        line = [*self.client(*flags), "--", *words]
        env = {"PATH": os.environ["PATH"], **(env or {})}
        return subprocess.run(line, input=stdin, capture_output=True, timeout=PATIENCE, env=env)


def lookups(door):
    start = time.monotonic()
    ran = door.ask("find", "jyl")
    took = time.monotonic() - start
    text = ran.stdout.decode()
    check(ran.returncode == 0 and "%" in text and "tzvcst/" in text, f"{door.name}: find jyl: {ran}")
    check(b"\x1b" not in ran.stdout, "no colour in a pipe")
    table = door.ask("compare", "tzkj", "sdxx", "--format", "csv")
    lines = table.stdout.decode().splitlines()
    check(table.returncode == 0 and len(lines) > 5 and "," in lines[0], f"{door.name}: compare: {table}")
    absent = door.ask("show", "no-such-thing")
    check(absent.returncode == 1, f"{door.name}: what is not there: {absent}")
    helped = door.ask("--help")
    check(helped.returncode == 0 and b"compare" in helped.stdout and b"--data" not in helped.stdout, "help")
    blind = door.ask()
    check(blind.returncode == 2 and b"\x1b" not in blind.stdout, f"the explorer needs a terminal: {blind}")
    print(f"ssh: {door.name}: look-up and comparison answered; a look-up alone takes {took:.2f} s, log-in included")


REFUSED = [
    ["id"],
    ["sh", "-i"],
    ["list;", "id"],
    ["list", "&&", "id"],
    ["list | sh"],
    ["list > {marker}"],
    ["find $(touch {marker})"],
    ["find `touch {marker}`"],
    ["list\nid"],
    ["list\r\ntouch {marker}"],
    ["list", "--help"],
    ["show", "--help"],
    ["help", "--data=/etc"],
    ["list", "--data", "/etc"],
    ["--data=/etc", "list"],
    ["show", "../../etc/passwd"],
    ["source", "/etc/passwd"],
    ["find \x1b]52;c;eA==\x07"],
    ["find \u202ecba"],
    [b"find \xff\xfe"],
    ["-oProxyCommand=touch {marker}"],
    ["check", "/etc"],
    ["export", "{marker}"],
    ["kiosk"],
    ["find " + "x" * 100_000],
]


def refusals(door, requests):
    anyone = door.stage.folder / "anyone"
    anyone.mkdir(exist_ok=True)
    anyone.chmod(0o777)
    marker = anyone / "marker"

    def put(word):
        return word if isinstance(word, bytes) else word.replace("{marker}", str(marker))

    def refused(words):
        ran = door.ask(*map(put, words))
        told = ran.stderr.decode()
        check(ran.returncode == 2 and ran.stdout == b"", f"{door.name}: {words!r:.60} is refused: {ran!r:.300}")
        check(told.startswith("rongtu: ") and told.count("\n") == 1 and len(told) < 300, f"one plain line: {told!r}")
        check(not re.search(r"[\x00-\x09\x0b-\x1f\x7f\u202e]", told), f"no control characters: {told!r}")

    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        list(pool.map(refused, requests))
    check(not marker.exists(), "nothing was run")
    print(f"ssh: {door.name}: {len(requests)} requests refused")


def transfers(door):
    text = door.stage.folder / "known_hosts"
    there = f"{door.stage.reader}@127.0.0.1:/tmp/rongtu-ssh-e2e"
    options = [*door.options(), "-P", str(door.port)]
    tries = {
        "scp": ["scp", *options, text, there],
        "scp of old": ["scp", "-O", *options, text, there],
        "scp from there": ["scp", *options, f"{door.stage.reader}@127.0.0.1:/etc/passwd", door.stage.folder / "got"],
        "sftp": ["sftp", "-b", "/dev/null", *options, f"{door.stage.reader}@127.0.0.1"],
        "a forwarded port": door.client("-W", f"127.0.0.1:{door.port}"),
        "a port forwarded back": door.client("-N", "-o", "ExitOnForwardFailure=yes", "-R", "0:127.0.0.1:9"),
    }

    def fails(item):
        name, line = item
        ran = subprocess.run(line, stdin=subprocess.DEVNULL, capture_output=True, timeout=PATIENCE)
        check(ran.returncode != 0 and b"SSH-2" not in ran.stdout, f"{door.name}: {name} is refused: {ran}")

    with concurrent.futures.ThreadPoolExecutor(3) as pool:
        list(pool.map(fails, tries.items()))
    check(not Path("/tmp/rongtu-ssh-e2e").exists() and not (door.stage.folder / "got").exists(), "no file moved")
    print(f"ssh: {door.name}: {', '.join(tries)} refused")


class Terminal:
    """The client in a pseudo-terminal, of 24 rows and 80 columns unless told otherwise."""

    def __init__(self, line, size=(24, 80)):
        self.master, slave = pty.openpty()
        self.resize(*size)
        env = {"PATH": os.environ["PATH"], "TERM": "xterm-256color"}
        self.process = subprocess.Popen(
            line, stdin=slave, stdout=slave, stderr=slave, env=env, start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )
        os.close(slave)
        self.seen, self.screen = b"", Screen()

    def resize(self, rows, columns):
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def read(self, seconds):
        """Takes in what comes; false at the end."""
        if not select.select([self.master], [], [], seconds)[0]:
            return True
        try:
            more = os.read(self.master, 65536)
        except OSError:
            return False
        self.seen += more
        self.screen.feed(more)
        return bool(more)

    def text(self):
        return self.screen.text()

    def sees(self, words, seconds=PATIENCE):
        end = time.monotonic() + seconds
        while words not in self.text():
            alive = self.read(0.05)
            check(alive and time.monotonic() < end, f"the screen shows {words}: {self.text()[-2000:]!r}")

    def type(self, keys):
        os.write(self.master, keys)

    def pour(self, keys):
        """Types more than fits on the way, reading what comes back."""
        os.set_blocking(self.master, False)
        end = time.monotonic() + PATIENCE
        while keys:
            check(self.read(0) and time.monotonic() < end, f"{len(keys)} bytes are not taken")
            if select.select([self.master], [self.master], [], 0.1)[1]:
                keys = keys[os.write(self.master, keys[:4096]) :]
        os.set_blocking(self.master, True)

    def ends(self):
        end = time.monotonic() + PATIENCE
        while self.read(0.05):
            check(time.monotonic() < end, f"the session ends: {self.text()[-500:]!r}")
            if self.process.poll() is not None and not select.select([self.master], [], [], 0.2)[0]:
                break
        os.close(self.master)
        return self.process.wait(PATIENCE)


KEYS = [b"j", b"j", b"k", b"\t", b"j", b"j", b"j", b"\r", b"j", b"\x1b", b"l", b"j", b"j", b"s", b"\x1b"]


def explorer(door):
    log = door.stage.folder / "wire"
    terminal = Terminal(door.client("-v", "-E", str(log), "-t"))
    terminal.sees("\u878d\u56fe")
    check(b"\x1b[?1049h" in terminal.seen, "the explorer has the screen")
    before = len(terminal.seen)
    for key in KEYS * 2:
        terminal.type(key)
        time.sleep(0.06)
        terminal.read(0)
    check(len(terminal.seen) > before, "keys change the screen")
    # NUL, a sequence that is no key, Ctrl-Z: it stays.
    terminal.type(b"\x00\x1b[31m\x1a")
    time.sleep(0.3)
    check(terminal.read(0) and terminal.process.poll() is None, "it does not stop")
    terminal.type(b"q")
    check(terminal.ends() == 0, f"q quits: {terminal.process.returncode}")
    check(b"\x1b[?1049l" in terminal.seen, "the screen is given back")
    wire = sent_and_received(log)
    print(f"ssh: {door.name}: explorer, {len(KEYS) * 2} keys: {len(terminal.seen)} bytes of terminal; wire {wire}")
    log.unlink()
    door.ask("find", "jyl", flags=["-v", "-E", str(log)])
    print(f"ssh: {door.name}: ssh host find jyl: wire {sent_and_received(log)}")
    log.unlink()


def sent_and_received(log):
    found = re.search(r"Transferred: sent (\d+), received (\d+) bytes", log.read_text(errors="replace"))
    check(found, "ssh -v tells the bytes")
    return f"{found[1]} bytes sent, {found[2]} received, log-in included"


def environment(door):
    def title(env):
        names = [word for name in env for word in ("-o", f"SendEnv={name}")]
        return door.ask("list", flags=names, env=env).stdout.decode()

    check("\u9662\u6821" in title({"LC_ALL": "zh_CN.UTF-8"}), "LC_ALL is heard")
    check("\u9662\u6821" not in title({"RONGTU_LANG": "zh"}), "RONGTU_LANG is not")
    print("ssh: of the environment, the locale is heard and RONGTU_LANG is not")


def flood(door):
    million = b"find jyl; id\n\x00\x1b" * 70_000
    ran = door.ask("list", stdin=million)
    check(ran.returncode == 0 and ran.stdout == door.ask("list").stdout, "a million bytes of input change nothing")
    ran = door.ask(*["x" * 100_000] * 10)
    check(ran.returncode in (2, 255) and ran.stdout == b"", f"a million bytes of request: {ran!r:.300}")
    terminal = Terminal(door.client("-t"))
    terminal.sees("\u878d\u56fe")
    terminal.pour(b"/" + "\u5c31\u4e1ajyl 98% ".encode() * 60_000)
    terminal.type(b"\x15jyl")
    terminal.sees("\u6bd5\u4e1a\u751f\u5c31\u4e1a\u7387")
    terminal.type(b"\x1b")
    time.sleep(0.3)
    terminal.type(b"q")
    check(terminal.ends() == 0, f"a million bytes typed: q still quits: {terminal.process.returncode}")
    print("ssh: a million bytes of input unread, of request refused, of keys taken")


def window(door, stage):
    """A window that nobody has, named at the start and by resizes: the server's memory stays bounded."""
    terminal = Terminal(door.client("-t"), (65535, 65535))
    terminal.sees("\u878d\u56fe")
    (pid,) = stage.processes()
    peaks = []
    for size in [(10000, 10000), (24, 80), (3000, 3000), (65535, 1), (65535, 65535)]:
        terminal.resize(*size)
        terminal.type(b"o")
        while terminal.read(0.5) and select.select([terminal.master], [], [], 0.5)[0]:
            pass
        peaks.append(kilobytes(f"/proc/{pid}/status", "VmHWM"))
    check(max(peaks) <= 64 << 10, f"{max(peaks)} kB in a window of 65535 by 65535")
    # At the overview or not: Ctrl-C quits from everywhere.
    terminal.type(b"\x03")
    check(terminal.ends() == 0, f"Ctrl-C quits in a large window: {terminal.process.returncode}")
    check(b"\x1b[?1049l" in terminal.seen, "the screen is given back")
    print(f"ssh: {door.name}: windows up to 65535 by 65535: {max(peaks) / 1024:.1f} MiB at most, screen given back")


def limits(door):
    terminal = Terminal(door.client("-t", key="idle"))
    terminal.sees("unless a key is pressed")
    check(terminal.ends() == 0 and "session was ended" in terminal.text(), "nobody there: the session ends")
    terminal = Terminal(door.client("-t", key="total"))
    terminal.sees("\u878d\u56fe")
    start, announced = time.monotonic(), False
    while terminal.process.poll() is None and terminal.read(0.05) and time.monotonic() < start + PATIENCE:
        announced = announced or "time is up" in terminal.text()
        terminal.type(b"j")
        time.sleep(0.05)
    check(announced, f"the end is announced: {terminal.text()[-500:]!r}")
    check(terminal.ends() == 0 and "session was ended" in terminal.text(), "keys do not put the end off")
    print("ssh: idle and total limits announced and kept")


def cut(door, stage):
    terminal = Terminal(door.client("-t"))
    terminal.sees("\u878d\u56fe")
    check(len(stage.processes()) == 1, f"one session: {stage.processes()}")
    terminal.process.kill()
    start = time.monotonic()
    until(lambda: not stage.processes(), "the process is gone", 5)
    took = time.monotonic() - start
    check(took <= 1, f"gone within a second, not {took:.2f} s")
    os.close(terminal.master)
    terminal.process.wait()
    print(f"ssh: connection cut: process gone after {took * 1000:.0f} ms")


def crowd(door, stage):
    def enter(_):
        start = time.monotonic()
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
        env = {"PATH": os.environ["PATH"], "TERM": "xterm-256color"}
        session = subprocess.Popen(door.client("-tt"), env=env, bufsize=0, **pipes)
        check(session.stdout.read(1), "one of many opens")
        return session, time.monotonic() - start

    with concurrent.futures.ThreadPoolExecutor(SESSIONS) as pool:
        sessions = list(pool.map(enter, range(SESSIONS)))
    tell(f"{SESSIONS} explorers at once, until drawn", [took for _, took in sessions])
    pids = stage.processes()
    check(len(pids) == SESSIONS, f"{SESSIONS} sessions, not {len(pids)}")
    resident = [kilobytes(f"/proc/{pid}/status", "VmRSS") for pid in pids]
    own = [kilobytes(f"/proc/{pid}/smaps_rollup", "Pss") for pid in pids]
    print(
        f"ssh: memory of {SESSIONS} explorers: RSS {sum(resident) / 1024:.0f} MiB in all, {max(resident) / 1024:.1f} MiB"
        f" the largest; shared pages counted once (PSS) {sum(own) / 1024:.0f} MiB in all"
    )
    tell("a key in each of them at once, until answered", answers([session for session, _ in sessions]))
    lookups(door)
    for session, _ in sessions:
        session.stdin.write(b"q")
    for session, _ in sessions:
        session.communicate(timeout=PATIENCE)
        check(session.returncode == 0, f"q quits: {session.returncode}")


def answers(sessions):
    """Seconds from one key in every session until something of the answer is there."""
    waiting = {session.stdout.fileno() for session in sessions}
    while quiet := select.select(list(waiting), [], [], 1.5)[0]:
        for file in quiet:
            os.read(file, 65536)
    start = time.monotonic()
    for session in sessions:
        session.stdin.write(b"j")
    took = []
    while waiting:
        ready = select.select(list(waiting), [], [], PATIENCE)[0]
        check(ready, "every session answers a key")
        waiting -= set(ready)
        took += [time.monotonic() - start] * len(ready)
    return took


def kilobytes(file, field):
    found = re.search(rf"^{field}:\s+(\d+) kB", Path(file).read_text(), re.M)
    return int(found[1]) if found else 0


def tell(what, seconds):
    took = sorted(seconds)
    at = lambda share: took[min(len(took) - 1, int(len(took) * share))]
    print(f"ssh: {what}: median {at(0.5) * 1000:.0f} ms, 95 % {at(0.95) * 1000:.0f} ms, longest {took[-1] * 1000:.0f} ms")


if __name__ == "__main__":
    main()
