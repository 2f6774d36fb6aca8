"""What stands beside an accepted finding and belongs to it.

The rest of a number of which a part was found, as tokens end where digits do; the other days
of "14th, 15th or Easter" and of a row of days; the other parts of a name that an interface
joins by carets (``OKAFOR^ADA^M``, HL7 v2 XPN); and the initials that a legend gives for
somebody ("ek = Elspeth Kwarteng"), wherever they stand in the document.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, final

from harborward.domain.identifier import Label
from harborward.domain.span import Finding, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from harborward.text.lexicon import Lexicon
    from harborward.text.passage import Passage

_NAME: Final = "beside.v1"
_SCORE: Final = 0.7
#: What is written as one run of letters and digits is one number: 4T0S11827, CU-5340-39.
_RUN_BEFORE: Final = re.compile(r"[^\W_]{1,40}\Z")
_RUN_BEHIND: Final = re.compile(r"[^\W_]{1,40}")
_GROUP: Final = r"(?:[^\W\d_]{0,9}\d[^\W_]{0,18}|[A-Z]{1,4})"
_HYPHENED_BEFORE: Final = re.compile(
    rf"(?<![^\W_])(?:{_GROUP}-){{0,3}}(?:{_GROUP}-|[^\W_]{{1,40}})\Z"
)
_HYPHENED_BEHIND: Final = re.compile(rf"[^\W_]{{0,40}}(?:-{_GROUP}(?![^\W_])){{0,3}}")
_MODEL: Final = "model.v1"
_NUMBERS: Final = frozenset(
    {
        *(Label.SSN, Label.MRN, Label.HEALTH_PLAN, Label.ACCOUNT, Label.LICENSE, Label.VEHICLE),
        *(Label.DEVICE, Label.OTHER_ID),
    }
)
#: A name weaker than this gives nobody initials.
_TRUSTED: Final = 0.6
#: As far as one looks to each side.
_REACH: Final = 40
_ORDINAL: Final = (
    r"(?:(?:[12]?\d|3[01])(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
    r"|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth"
    r"|(?:twenty|thirty)[ -](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
    r"|twentieth|thirtieth)"
)
_JOINT: Final = r"(?:,?[ ](?:or|and|to|through|thru|&)[ ]|,[ ]|[ ]?[/–-][ ]?)(?:the[ ])?"
_DAY_BEFORE: Final = re.compile(rf"(?<![\w/-]){_ORDINAL}(?={_JOINT}\Z)")
_DAY_BEHIND: Final = re.compile(
    rf"{_JOINT}({_ORDINAL})(?![\w-])(?=[ ]?(?:[,.;:)?!\n]|$)|[ ](?:or|and|at|am|pm|but|if)\b)"
)
#: A date that may be the last of a list of days: a day or a holiday, but no whole date.
_OPEN_DATE: Final = re.compile(rf"{_ORDINAL}(?!\w)|[^\d]*\Z")
_SLASHED: Final = re.compile(r"(\d{1,2})/(\d{1,2})")
_NEXT_CELL: Final = re.compile(r"[ \t|]{1,12}(\d{1,2})/(\d{1,2})(?![\d/])")
_CELL_BEFORE: Final = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})[ \t|]{1,12}\Z")
_CARET_PART: Final = r"[^\W\d_](?:[^\W\d_]|['. -](?=[^\W\d_])){0,39}"
_CARETS_BEHIND: Final = re.compile(rf"\^{_CARET_PART}(?:\^{{1,2}}{_CARET_PART}){{0,4}}")
_CARETS_BEFORE: Final = re.compile(rf"(?<![^\W\d_])(?:{_CARET_PART}\^{{1,2}}){{1,3}}\Z")
_PART: Final = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_LEGEND_BEFORE: Final = re.compile(r"(?<![\w.])([A-Za-z]{2,4})([ ]{0,2}[=:])?[ ]{1,2}\Z")
_LEGEND_BEHIND: Final = re.compile(
    r"(?:,?[ ][A-Z]{2,5})?[ ]{0,2}"
    r"(?:\(([A-Za-z]{2,4})\)|\[([A-Za-z]{2,4})\]|=[ ]?([A-Za-z]{2,4})(?!\w))"
)
#: A claim may take the legend's initials along.
_WHOLE_LEGEND: Final = re.compile(r"[A-Za-z]{2,4}[ ]{0,2}=[ ]{0,2}(?=\w)")
#: Initials with these around are part of a code: EK-4417, EK4417.
_CODE_AROUND: Final = re.compile(r"\d[A-Za-z]|\d-[A-Za-z]|[A-Za-z]-\d|[A-Za-z]\d")
#: Who has initials has so many parts to the name.
_FULL: Final = 2
_LONGEST_DAY: Final = 31
#: Parts of names this short are claimed where they fill a field.
_SHORT_PART: Final = 2
_FIELD_BEFORE: Final = re.compile(r"(?:^|\n|[ ]{2}|[\t/;|:(,>]|[/;|,][ ]|\d[FC][ ])\Z")
_FIELD_BEHIND: Final = re.compile(r"$|\n|[ ]{2}|[\t/;|),.]|[ ][/;|]")


@final
class Companions:
    """Claims what belongs to accepted findings and stands beside them."""

    name = _NAME

    def __init__(self, lexicon: Lexicon) -> None:
        """Keep the lexicon: initials that are words are claimed in fields of their own only."""
        self._lexicon = lexicon

    def find(self, passage: Passage, accepted: Sequence[Finding]) -> list[Finding]:
        """Return claims on what belongs to ``accepted``."""
        dates = [f.span for f in accepted if f.label is Label.DATE]
        names = [f for f in accepted if f.label is Label.NAME]
        claims = [Finding(s, Label.DATE, _SCORE, _NAME, ("day",)) for s in _days(passage, dates)]
        claims += [
            Finding(whole, f.label, f.score, _NAME, ("rest",))
            for f in accepted
            if f.label in _NUMBERS and (whole := _whole(passage.text, f)) != f.span
        ]
        if "^" in passage.text:
            claims += [
                Finding(span, Label.NAME, _SCORE, _NAME, ("caret",))
                for name in names
                for span in _carets(passage.text, name.span)
            ]
        claims += [
            Finding(span, Label.NAME, _SCORE, _NAME, ("legend",))
            for span in self._initials(passage, names)
        ]
        return claims

    def _initials(self, passage: Passage, names: Iterable[Finding]) -> Iterator[Span]:
        """Yield initials that a legend explains, and short parts of names, in their fields."""
        text = passage.text
        anywhere: set[str] = set()
        in_fields: set[str] = set()
        for name in names:
            if name.score < _TRUSTED:
                continue
            span = name.span
            if whole := _WHOLE_LEGEND.match(text, span.start, span.end):
                span = Span(whole.end(), span.end)
            parts = _PART.findall(text[span.start : span.end])
            parts = [part for part in parts if not self._honorific(part)]
            if len(parts) < _FULL:
                continue
            in_fields.update(p for p in parts if len(p) == _SHORT_PART and p.istitle())
            for legend in self._legends(text, span, parts):
                yield legend
                form = text[legend.start : legend.end]
                (in_fields if self._word(form) else anywhere).add(form)
        for index in passage.where({form.lower() for form in anywhere | in_fields}):
            span = Span(passage.starts[index], passage.ends[index])
            form = passage.forms[index]
            fills = form in in_fields and _fills_field(text, span)
            if fills or (form in anywhere and not _in_code(text, span)):
                yield span

    def _legends(self, text: str, span: Span, parts: Sequence[str]) -> Iterator[Span]:
        """Yield where the initials of a name stand right before or behind it.

        Without a sign between them they must be no word: "by Brian Young".
        """
        initials = {parts[0][0] + parts[-1][0], "".join(part[0] for part in parts)}
        initials = {form.lower() for form in initials}
        before = _LEGEND_BEFORE.search(text, max(0, span.start - _REACH), span.start)
        if before is not None and before[1].lower() in initials:
            if before[2] or not self._ordinary(before[1]):
                yield Span(before.start(1), before.end(1))
        behind = _LEGEND_BEHIND.match(text, span.end, span.end + _REACH)
        group = behind.lastindex if behind is not None else None
        if behind is not None and group is not None and behind[group].lower() in initials:
            if not self._title(behind[group]):
                yield Span(*behind.span(group))

    def _ordinary(self, form: str) -> bool:
        """Tell whether letters before a name say something of their own; three seldom do."""
        lexicon = self._lexicon
        if len(form) > _SHORT_PART:
            return form.lower() in lexicon.words or self._title(form)
        return self._word(form)

    def _honorific(self, form: str) -> bool:
        return "honorific" in self._lexicon.titles.get(form.lower(), ())

    def _word(self, form: str) -> bool:
        """Tell whether letters are a word, a term, a title or a state before all."""
        lower = form.lower()
        lexicon = self._lexicon
        return lower in lexicon.words or lower in lexicon.clinical or self._title(form)

    def _title(self, form: str) -> bool:
        lower = form.lower()
        return lower in self._lexicon.titles or lower in self._lexicon.state_codes


def _fills_field(text: str, span: Span) -> bool:
    """Tell whether nothing but a border of cells stands around a span."""
    before, behind = text[max(0, span.start - 3) : span.start], text[span.end : span.end + 2]
    return bool(_FIELD_BEFORE.search(before) and _FIELD_BEHIND.match(behind))


def _in_code(text: str, span: Span) -> bool:
    """Tell whether letters are part of a code: EK-4417, 17EK."""
    return bool(_CODE_AROUND.search(text, max(0, span.start - 2), span.end + 2))


def _whole(text: str, finding: Finding) -> Span:
    """Return the run of letters and digits that a finding is part of.

    Rules know where their numbers start, and that MRN0042217 starts with a label; the
    model's go on over letters and hyphens.
    """
    span, ours = finding.span, finding.detector == _MODEL
    pattern = _HYPHENED_BEFORE if ours else _RUN_BEFORE
    before = pattern.search(text, max(0, span.start - _REACH), span.start)
    if before is not None and not ours and before[0].isalpha():
        before = None
    behind = (_HYPHENED_BEHIND if ours else _RUN_BEHIND).match(text, span.end)
    return Span(
        before.start() if before is not None else span.start,
        behind.end() if behind is not None else span.end,
    )


def _days(passage: Passage, dates: Sequence[Span]) -> Iterator[Span]:
    """Yield days that are joined to accepted ones, from one to the next."""
    known = {(span.start, span.end) for span in dates}
    pending = list(dates)
    while pending:
        span = pending.pop()
        for found in (*_coordinated(passage.lower, span), *_row(passage.text, span)):
            if (found.start, found.end) not in known:
                known.add((found.start, found.end))
                pending.append(found)
                yield found


def _coordinated(lower: str, span: Span) -> Iterator[Span]:
    """Yield the days before and behind a date that are joined to it."""
    if _OPEN_DATE.match(lower, span.start, span.end):
        before = _DAY_BEFORE.search(lower, max(0, span.start - _REACH), span.start)
        if before is not None:
            yield Span(before.start(), before.end())
    behind = _DAY_BEHIND.match(lower, span.end, span.end + _REACH)
    if behind is not None:
        yield Span(behind.start(1), behind.end(1))


def _row(text: str, span: Span) -> Iterator[Span]:
    """Yield the cells beside a day that hold the day before or after: 4/1  4/2  4/3."""
    this = _SLASHED.fullmatch(text, span.start, span.end)
    if this is None:
        return
    before = _CELL_BEFORE.search(text, max(0, span.start - _REACH), span.start)
    if before is not None and _follows(before.groups(), this.groups()):
        yield Span(before.start(), before.end(2))
    behind = _NEXT_CELL.match(text, span.end)
    if behind is not None and _follows(this.groups(), behind.groups()):
        yield Span(behind.start(1), behind.end(2))


def _follows(one: Sequence[str | None], other: Sequence[str | None]) -> bool:
    """Tell whether a month and day come right after another, a new month included."""
    (month, day), (next_month, next_day) = (tuple(int(p or 0) for p in d) for d in (one, other))
    if month == next_month:
        return next_day == day + 1 <= _LONGEST_DAY
    return next_month == month % 12 + 1 and next_day == 1 and day >= _LONGEST_DAY - 3


def _carets(text: str, span: Span) -> Iterator[Span]:
    """Yield the parts of a name before and behind it that carets join to it."""
    behind = _CARETS_BEHIND.match(text, span.end)
    before = _CARETS_BEFORE.search(text, max(0, span.start - _REACH), span.start)
    if behind is not None or before is not None:
        start = before.start() if before is not None else span.start
        yield Span(start, behind.end() if behind is not None else span.end)
