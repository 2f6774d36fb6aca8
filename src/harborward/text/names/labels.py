"""Label and value: headers, letterheads, signature blocks, forms and tables.

``Patient: SMITH, JOHN``, ``cc: Dr. A. Ruiz``, ``Dictated by - j. okafor``, ``| Employer |
Zorvan Steel |``. A known label decides what its value is, so the value needs no capital
and no name list; it only must not be an ordinary answer such as "none" or "see below", nor
plain language from end to end.
"""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from typing import TYPE_CHECKING, Final, final

from harborward.domain.identifier import Label
from harborward.domain.span import Finding, Span
from harborward.text.names.evidence import PLACEHOLDERS, Evidence, Kind, Titles
from harborward.text.names.tables import Cell, cells

if TYPE_CHECKING:
    from collections.abc import Iterator

    from harborward.text.lexicon import Lexicon
    from harborward.text.passage import Passage

_NAME: Final = "labels.v1"
#: Between a label and its value: a colon, a cell border, a tab, a dash, or dot leaders.
_SEPARATOR: Final = re.compile(
    r"\"?[ ]{0,3}(?:\([^()\n]{1,24}\)[ ]{0,2})?(?:[:|\t=]|\?[ ]|[ ]-{1,2}(?=[ ])|\.{3,30})"
    r"[ \t|:]{0,20}[\[{]?\"?"
)
#: The value ends at a line, cell or column border, or where another label starts.
_VALUE: Final = re.compile(r"[^\n|\t;]{1,80}")
_QUOTED: Final = re.compile(r"[^\n\"]{1,80}")
_COLUMNS: Final = re.compile(
    r"[ ]{3,}|[ ]{2}(?=[A-Z][A-Za-z ./#]{1,24}:)"
    r"|[ ](?=(?:[A-Z][A-Za-z.]{1,14}[ ]){0,2}[A-Z][A-Za-z./#]{1,14}:)"
)
_PERSON_WORD: Final = re.compile(r"[^\W\d_][\w'.-]*")
#: A person's value ends where these begin.
_PERSON_END: Final = re.compile(
    r"[0-9(\[/<@:]|[ ]-[ ]|[ ]{2}|\.[ ](?=[A-Z][a-z]{1,20}[ ][a-z])"
    r"|[ ](?:on|at|was|is|has|who|for|from|in|to|with|will)\b"
)
#: A sentence behind a place: "Village: Denmead. Study closed", not "St. Paul".
_NEXT_SENTENCE: Final = re.compile(r"(?<=[^\W\d_]{3})\.[ ](?=[A-Z][a-z]{1,20}[ ,][a-z])")
_INITIALS: Final = re.compile(r"[A-Za-z]{2,3}|[A-Z]\.[ ]?[A-Z][\w'-]{1,20}")
#: A value with one of these is a number's label, not a facility.
_NUMBERED: Final = frozenset({"id", "no", "number", "#", "policy", "group", "phone", "fax"})
_MUTED: Final = "[__"
#: Under these headers a word is somebody's name, were it Love or Justice.
_NAME_HEADERS: Final = frozenset({"last", "first", "name", "surname", "lname", "fname"})
_WORD_NAME: Final = re.compile(r"[^\W\d_]{2,20}(?:,?[ ][^\W\d_]{2,20}){0,2}")
#: "A." is an answer only in small letters.
_INITIAL: Final = re.compile(r"[A-Z]\.")
_LONGEST_NAME: Final = 6
#: A cell under an identifier's header is one from this many digits, up to this length.
_FEWEST_DIGITS: Final = 3
_LONGEST_CODE: Final = 40
#: Values this short under a facility's label are codes of body sites: LA, RD.
_CODE: Final = 3


@final
class LabelledValues:
    """Finds the values of known labels."""

    name = _NAME

    def __init__(self, lexicon: Lexicon) -> None:
        """Read the label table and keep the lexical evidence."""
        self._evidence = Evidence(lexicon)
        self._titles = Titles(lexicon)
        self._lexicon = lexicon
        table = tomllib.loads(
            (files("harborward.text") / "data" / "names" / "labels.toml").read_text("utf-8")
        )
        self._answers = frozenset(word for line in table["answers"] for word in line.split())
        self._headers: dict[tuple[str, ...], Label] = {}
        self._labels: dict[str, list[tuple[tuple[str, ...], Label]]] = {}
        for kind, phrases in table["columns"].items():
            for phrase in phrases:
                self._headers[tuple(phrase.split(" "))] = Label(kind)
        for kind in ("NAME", "ORG", "LOCATION"):
            for phrase in table[kind]["labels"]:
                words = tuple(phrase.split(" "))
                self._headers[words] = Label(kind)
                self._labels.setdefault(words[-1], []).append((words, Label(kind)))

    def find(self, passage: Passage) -> list[Finding]:
        """Return claims on the values of labels."""
        return [*self._values(passage), *self._columns(passage)]

    def _columns(self, passage: Passage) -> Iterator[Finding]:
        """Yield the values below headers of tables."""
        for cell in cells(passage.text, self._headers):
            label = self._headers.get(cell.header)
            if label is None:
                continue
            span = self._cut(passage, label, cell.start, cell.end)
            if span is None and label is Label.NAME:
                span = self._initials(passage, cell)
            evidence: tuple[str, ...] = ("column",)
            if span is None and label is Label.NAME:
                span, evidence = self._word_name(passage, cell), ("column", "word")
            if span is not None:
                yield Finding(span, label, 0.9, _NAME, evidence)

    def _initials(self, passage: Passage, cell: Cell) -> Span | None:
        """Return the range of initials in a cell under a person's label."""
        value = passage.text[cell.start : cell.end]
        if _INITIALS.fullmatch(value) and value.lower() not in self._answers:
            return Span(cell.start, cell.end)
        return None

    def _word_name(self, passage: Passage, cell: Cell) -> Span | None:
        """Return the range of a name that is a word, under the header of a name: Love, Justice."""
        value = passage.text[cell.start : cell.end]
        if _NAME_HEADERS.isdisjoint(cell.header) or not _WORD_NAME.fullmatch(value):
            return None
        words = value.lower().replace(",", " ").split()
        if any(word in self._answers or word in PLACEHOLDERS for word in words):
            return None
        return Span(cell.start, cell.end)

    def _values(self, passage: Passage) -> Iterator[Finding]:
        text, words, ends = passage.text, passage.words, passage.ends
        known = self._labels
        for index in passage.where(known):
            labels = known[words[index]]
            separator = _SEPARATOR.match(text, ends[index])
            if separator is None:
                continue
            label = self._label(passage, index, labels)
            quoted = separator[0].endswith('"')
            value = (_QUOTED if quoted else _VALUE).match(text, separator.end())
            if label is None or value is None:
                continue
            column = _COLUMNS.search(text, value.start(), value.end())
            end = column.start() if column else value.end()
            if label is Label.LOCATION and (
                stop := _NEXT_SENTENCE.search(text, value.start(), end)
            ):
                end = stop.start()
            span = self._cut(passage, label, value.start(), end)
            if span is not None:
                yield Finding(span, label, 0.9, _NAME, ("label",))

    @staticmethod
    def _label(
        passage: Passage, index: int, labels: list[tuple[tuple[str, ...], Label]]
    ) -> Label | None:
        """Return what the longest label phrase that ends at token ``index`` stands for."""
        words = passage.words
        best: tuple[int, Label] | None = None
        for phrase, label in labels:
            size = len(phrase)
            if size <= index + 1 and tuple(words[index + 1 - size : index + 1]) == phrase:
                if best is None or size > best[0]:
                    best = (size, label)
        return best[1] if best else None

    def _cut(self, passage: Passage, label: Label, start: int, end: int) -> Span | None:
        # A placeholder of an earlier run; its bracket may have passed for a separator.
        if _MUTED in passage.text[start - 1 : end]:
            return None
        if label is Label.NAME:
            return self._person(passage, start, end)
        if label not in {Label.ORG, Label.LOCATION}:
            return self._code(passage, start, end)
        value = passage.text[start:end].strip(" .,:-")
        first = passage.text.find(value, start) if value else start
        words = passage.lower[start:end].split()
        if not any(map(str.isalnum, value)):
            return None
        if all(word.strip(".,:()") in self._answers for word in words[:2]):
            return None
        if label is Label.LOCATION and not any(self._place_like(word) for word in words):
            return None
        if label is Label.ORG and (len(value) <= _CODE or not self._org_like(words)):
            return None
        return Span(first, first + len(value))

    @staticmethod
    def _code(passage: Passage, start: int, end: int) -> Span | None:
        """Return the range of a number or code: it holds digits and few words."""
        value = passage.text[start:end]
        digits = sum(letter.isdigit() for letter in value)
        if digits < _FEWEST_DIGITS and "@" not in value:
            return None
        return Span(start, end) if len(value) <= _LONGEST_CODE else None

    def _place_like(self, word: str) -> bool:
        bare = word.strip(".,()")
        return bare in self._lexicon.city_words or self._evidence.kind(bare) > Kind.WORD

    def _org_like(self, words: list[str]) -> bool:
        bare = [word.strip(".,()") for word in words]
        if not _NUMBERED.isdisjoint(bare):
            return False
        heads = self._lexicon.facility_heads
        return len(bare) <= _LONGEST_NAME + 2 and (
            any(word in heads for word in bare)
            or any(self._evidence.kind(word) > Kind.WORD for word in bare)
        )

    def _person(self, passage: Passage, start: int, end: int) -> Span | None:
        """Return the range of the person in a value: titles and credentials left out."""
        stop = _PERSON_END.search(passage.text, start, end)
        limit = stop.start() if stop else end
        first = last = -1
        count = 0
        for match in _PERSON_WORD.finditer(passage.text, start, limit):
            word = match[0].lower().strip(".'-")
            bare = word.replace(".", "")
            if bare in self._titles.honorifics and first < 0:
                continue
            answer = bare in self._answers and not _INITIAL.fullmatch(match[0])
            if first < 0 and (answer or bare in self._titles.roles):
                return None
            ends_it = answer or (
                first >= 0 and self._credential(passage, match, bare, passage.text[first:last])
            )
            if count == _LONGEST_NAME or ends_it:
                break
            first = match.start() if first < 0 else first
            last = match.start() + len(match[0].rstrip("-'"))
            count += 1
        if first < 0:
            return None
        while (
            passage.text[last - 1] == "."
            and last - first > len("J.")
            and passage.text[last - 2].islower()
        ):
            last -= 1
        return Span(first, last) if self._personal(passage, first, last) else None

    def _credential(self, passage: Passage, match: re.Match[str], bare: str, person: str) -> bool:
        """Tell MD from Do, the surname: credentials stand in capitals or behind a comma.

        "DO" needs both, behind a person who is not in capitals too.
        """
        comma = passage.text[: match.start()].rstrip(" ")[-1:] == ","
        if bare in self._titles.credentials:
            return comma or match[0].isupper() or "." in match[0]
        ambiguous = bare in self._titles.AMBIGUOUS
        return ambiguous and comma and match[0].isupper() and not person.isupper()

    def _prose(self, passage: Passage, first: int, last: int) -> bool:
        """Tell whether a value mixes small plain words in, as a sentence does and a name not."""
        surface = passage.text[first:last]
        small = [word.strip(".,'-") for word in surface.split() if word[:1].islower()]
        return any(
            word not in self._titles.particles and self._evidence.kind(word) is Kind.WORD
            for word in small
        )

    def _personal(self, passage: Passage, first: int, last: int) -> bool:
        """Tell a name from a phrase: not all its words are plain language."""
        words = [
            w.strip(".'-")
            for w in re.split(r"[\s,-]+", passage.lower[first:last])
            if w.strip(".'-")
        ]
        if self._prose(passage, first, last):
            return any(self._evidence.kind(word) is Kind.NAME for word in words)
        if not words or all(word in PLACEHOLDERS or len(word) == 1 for word in words):
            return len(words) > 1 and not any(word in PLACEHOLDERS for word in words)
        kinds = [self._evidence.kind(word) for word in words if len(word) > 1]
        if Kind.NAME in kinds:
            return True
        plain = sum(1 for kind in kinds if kind is Kind.WORD)
        return plain * 2 <= len(kinds) and plain < len(kinds)
