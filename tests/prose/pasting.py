"""What editors paste, by where it comes from: Word, Facebook, a mail, a table written out as CSV.

Each strategy gives a text and the words that a reader must see in it, once each and in order. Words are `Wo7rd` or `WO7RD`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import count

from hypothesis import strategies as st

Pasted = tuple[str, list[str]]
SOFT, HARD, NARROW = "\u00ad", "\u00a0", "\u202f"
_WORD = re.compile(r"(?<![A-Za-z0-9])W(?:o\d+rd|O\d+RD)(?![A-Za-z0-9])")


def words_in(text: str) -> list[str]:
    """The marked words of a text, as they follow each other."""
    return _WORD.findall(text)


#: `{}` is a word of its own. A line is one beginning and some pieces.
WORD_STARTS = (
    "", "", "•\t", "• ", "•", "o\t", "o   ", "·\t", f"·{HARD * 7}", "§ ", "–\t", "- ", "1. ", "1.\t", "2) ", "10. ", "a) ", "(ii) ", "2026. ",
    f"   •{HARD}", "    o ",
)  # fmt: skip
WORD_PIECES = (
    "{}", "“{}”", "‘{}’s", f"{{}}{HARD}{{}}", f"{{}}{NARROW}–{NARROW}{{}}", "Opening Times And {}", "{}… and", "{}\u2011{}", "{} – {}",
    "{soft}", "Normal 0 false false false EN-GB X-NONE {}", "/* Style Definitions */ {}", "[if !supportLists] {} [endif]", "mso-fareast-language:EN-GB; {}",
    "table.MsoNormalTable {}", "Error! Bookmark not defined. {}", "{}¹", "½ {}", "*{}*", "**{}**", "_{}_",
)  # fmt: skip
FACEBOOK_STARTS = (
    "",
    "",
    "👉 ",
    "👉",
    "✅ ",
    "➡️ ",
    "⭐️",
    "🔹 ",
    "* ",
    "~ ",
    "#",
    "# ",
    "> ",
    "@MarlTrust ",
    "••• ",
    "1️⃣ ",
)
FACEBOOK_PIECES = (
    "{}", "😀 {}", "{}🎉🎉🎉", "❤️{}❤️", "👩‍👧 {}", "#{}", "#{} #{}", "ALL {CAPS} WELCOME!!!", "*** {CAPS} ***", "~*~ {} ~*~", "{} :)", "<3 {}", "{}!!!",
    "https://www.marl.example/{}?fbclid=IwAR0aB_c-9", "https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.marl.example%2F{}%3Ffbclid%3DIwAR0&h=AT0",
    "www.marl.example/{}", "DM us @marl.trust {}", "{} ... See more", "£3.50 {}", "¯\\_(ツ)_/¯ {}", "({})",
)  # fmt: skip
MAIL_STARTS = ("", "", "> ", ">", "> > ", ">> ", "-- ", "From: ", "Re: ", "    ", "* ", "1) ", "+ ", "| ", ": ")
MAIL_PIECES = (
    "{}", "&nbsp;{}&nbsp;", "{} &amp; {}", "{}&#39;s", "&ldquo;{}&rdquo;", "{}&hellip;", "&bull; {}", "{}&shy;", "AT&T {}", "&pound;5 {}",
    "{} [cid:image001.png@01D9]", "club@marl.example {}", "mailto:club@marl.example {}", "Tel: 01632 960 114 | {}", "{}.",
    "https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.marl.example%2F{}&data=05%7C01%7C&reserved=0", "[{}]", "*{}*",
    "Sent from my {}", "On 3 Nov 2026, {} wrote:",
)  # fmt: skip
MAIL_LINES = (
    "-- ",
    "--",
    "________________________________",
    "-----Original Message-----",
    "=====",
    "***",
    "",
    ">",
    "* * *",
)
CSV_STARTS = ("", "", '"', "'", "\t", " ", "    ", "-", "=", "+", ",,")
CSV_PIECES = (
    "{}", '""{}""', "{}; {}; {}", "{};{}", "{}\t{}", "{}   ", "{}_x000D_", "{},{}", '"{}"', "{}|{}", "TRUE {}", "#N/A {}", "{}\\n", "{} #9", "{} / {}",
    "'{}", "{},,,", "9.00E+02 {}",
)  # fmt: skip


@st.composite
def _line(draw: st.DrawFn, lines: st.SearchStrategy[tuple[str, list[str]]], number: count[int]) -> Pasted:
    """One line, its words counted on."""
    words: list[str] = []

    def word(found: re.Match[str]) -> str:
        words.append(f"WO{next(number)}RD" if found[0] == "{CAPS}" else f"Wo{next(number)}rd")
        return f"{words[-1][:2]}{SOFT}{words[-1][2:]}" if found[0] == "{soft}" else words[-1]

    start, chosen = draw(lines)
    return re.sub(r"\{(?:CAPS|soft)?\}", word, start + " ".join(chosen)), words


def _texts(
    starts: Sequence[str], pieces: Sequence[str], between: Sequence[str], end: str
) -> Callable[[int, int], st.SearchStrategy[Pasted]]:
    """Texts of up to so many lines, their words counted from a number. What is drawn from is made once, not for each text."""
    one_line = st.tuples(st.sampled_from(starts), st.lists(st.sampled_from(pieces), min_size=1, max_size=5))
    one_between = st.lists(st.sampled_from(between), max_size=1)

    @st.composite
    def texts(draw: st.DrawFn, first: int, most: int) -> Pasted:
        number, lines, words = count(first), list[str](), list[str]()
        for _ in range(draw(st.integers(1, most))):
            line, found = draw(_line(one_line, number))
            lines += [line, *(draw(one_between) if most > 1 else [])]
            words += found
        return end.join(lines), words

    return lambda first, most: texts(first, most)


SOURCES = {
    "Word": _texts(WORD_STARTS, WORD_PIECES, ("", HARD, f" {HARD}"), "\n"),
    "Facebook": _texts(FACEBOOK_STARTS, FACEBOOK_PIECES, ("", "", ".", "⬇️⬇️⬇️", "~~~", "***"), "\n"),
    "HTML mail": _texts(MAIL_STARTS, MAIL_PIECES, MAIL_LINES, "\n"),
    "CSV": _texts(CSV_STARTS, CSV_PIECES, ("", "   ", "\t"), "\r\n"),
}
"""Where it was copied from → texts by the number of their first word and how many lines they may have."""
