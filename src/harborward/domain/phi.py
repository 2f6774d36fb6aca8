"""The silent type: a text that may hold identifiers never shows itself."""

from __future__ import annotations

from typing import Never, final


@final
class Phi:
    """A text that may hold protected health information (45 CFR 160.103).

    Its ``repr``, ``str``, ``format``, pickle and JSON show a length and nothing else.
    ``reveal()`` is the one way out, so a search for that word lists every use.
    """

    __slots__ = ("__text",)

    def __init__(self, text: str) -> None:
        """Take ``text`` into custody."""
        if not isinstance(text, str):
            msg = f"Phi holds text, not {type(text).__name__}"
            raise TypeError(msg)
        self.__text = text

    def __repr__(self) -> str:
        """Return the length, never the text."""
        return f"<Phi: {len(self.__text)} characters>"

    __str__ = __repr__

    def __format__(self, spec: str) -> str:
        """Ignore ``spec``: a format string must not be a way around ``repr``."""
        return repr(self)

    def __len__(self) -> int:
        """Return the number of characters."""
        return len(self.__text)

    def __eq__(self, other: object) -> bool:
        """Compare by content, with other ``Phi`` only."""
        return isinstance(other, Phi) and self.__text == other.reveal()

    def __hash__(self) -> int:
        """Hash by content, salted by the interpreter's own string hash."""
        return hash(("Phi", self.__text))

    def __reduce__(self) -> Never:
        """Refuse to be pickled or copied into another process."""
        msg = "Phi does not pickle: hand over the source, not the text"
        raise TypeError(msg)

    def __copy__(self) -> Phi:
        """Return itself: it is immutable."""
        return self

    def __deepcopy__(self, memo: object) -> Phi:
        """Return itself: it is immutable."""
        return self

    def reveal(self) -> str:
        """Hand out the text. The caller answers for where it goes."""
        return self.__text
