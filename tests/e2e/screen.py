"""What stands on a terminal's screen after the bytes that a program sent: the explorer writes a frame in the order that
takes fewest bytes, so words of one row may come apart in the stream. Knows the sequences that the explorer uses, no more."""
import codecs
import re
import unicodedata

TOKEN = re.compile(r"\x1b\[([?>]?[\d;]*)[ -/]*([@-~])|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b.|([\x00-\x1f])|([^\x00-\x1f\x1b])", re.S)

SEQUENCE = re.compile(r"\x1b\[[?>]?[\d;]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)")


class Screen:
    def __init__(self):
        self.rows = {}
        self.row = self.column = 0
        self.decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self.unfinished = ""

    def feed(self, sent):
        """Takes what was sent; a sequence that is not finished waits for the rest of it."""
        text = self.unfinished + self.decoder.decode(sent)
        last = text.rfind("\x1b")
        whole = last < 0 or TOKEN.match(text, last) and text[last + 1 : last + 2] not in ("", "[", "]") or SEQUENCE.match(text, last)
        text, self.unfinished = (text, "") if whole else (text[:last], text[last:])
        for csi, final, control, glyph in TOKEN.findall(text):
            if glyph:
                self.put(glyph)
            elif control:
                self.control(control)
            elif final:
                self.move(csi, final)
        return self

    def put(self, glyph):
        cells = 2 if unicodedata.east_asian_width(glyph) in "WF" else 1
        row = self.rows.setdefault(self.row, {})
        row[self.column] = glyph
        if cells == 2:
            row[self.column + 1] = ""
        self.column += cells

    def control(self, control):
        if control == "\r":
            self.column = 0
        elif control == "\n":
            self.row += 1
        elif control == "\b":
            self.column = max(0, self.column - 1)

    def move(self, csi, final):
        numbers = [int(number or 0) for number in csi.split(";")] if csi[:1] not in ("?", ">") else []
        count = max(1, numbers[0]) if numbers else 1
        if final == "H":
            self.row, self.column = count - 1, max(1, numbers[1] if len(numbers) > 1 else 1) - 1
        elif final in "AB":
            self.row = max(0, self.row + (count if final == "B" else -count))
        elif final in "CD":
            self.column = max(0, self.column + (count if final == "C" else -count))
        elif final == "G":
            self.column = count - 1
        elif final == "d":
            self.row = count - 1
        elif final == "K":
            row = self.rows.get(self.row, {})
            self.rows[self.row] = {at: glyph for at, glyph in row.items() if at < self.column}
        elif final == "J":
            self.rows = {}

    def text(self):
        """The rows, one a line, blank cells as blanks."""
        def line(cells):
            return "".join(cells.get(at, " ") for at in range(max(cells, default=-1) + 1))
        return "\n".join(line(self.rows.get(at, {})) for at in range(max(self.rows, default=-1) + 1))
