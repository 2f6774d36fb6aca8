"""One door for all surrogates: which kind of value is drawn how."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from harborward.text.surrogates import numbers, online
from harborward.text.surrogates.shape import CODES, normal
from harborward.text.surrogates.words import WORDED, Wording

if TYPE_CHECKING:
    from collections.abc import Iterable

    from harborward.domain.crosswalk import Crosswalk
    from harborward.domain.identifier import Label
    from harborward.text.draws import Draws


@final
class Surrogates:
    """Stand-ins from one crosswalk.

    The same value gets the same stand-in, in the capitals and layout of the place where it
    stands; two values never share one; none equals an original that the crosswalk knows.
    Names, places and organisations share the stand-ins of their words: what "Smith" became
    in "John Smith" it is in "Mr. Smith".
    """

    def __init__(self, crosswalk: Crosswalk, draws: Draws) -> None:
        """Draw with ``draws``, remember in ``crosswalk``."""
        self._crosswalk = crosswalk
        self._draws = draws
        self._wording = Wording(crosswalk, draws)

    def reserve(self, label: Label, surface: str) -> None:
        """Make known an original, and its words, before anything is drawn."""
        self._crosswalk.reserve(normal(label, surface))
        if label in WORDED:
            self._crosswalk.reserve(*self._wording.words(surface))

    def reserve_all(self, values: Iterable[tuple[Label, str]]) -> None:
        """Make known all originals of a text."""
        for label, surface in values:
            self.reserve(label, surface)

    def stand_in(self, label: Label, surface: str) -> str:
        """Return the stand-in of ``surface``, as it is to be shown in its place.

        Raises:
            CrosswalkError: no fresh value is left in the pool.
        """
        if label in WORDED:
            return self._wording.stand_in(label, surface)
        if label in CODES:
            return self._code(label, surface)
        return self._address(label, surface)

    def _code(self, label: Label, surface: str) -> str:
        """Draw the characters of a code, and pour them into the layout of ``surface``."""
        core = numbers.core(label, normal(label, surface))

        def draw() -> str:
            return numbers.draw(label, core, surface, self._draws)

        fresh = self._crosswalk.surrogate(label, core, draw).text
        return numbers.laid_out(fresh, core, surface)

    def _address(self, label: Label, surface: str) -> str:
        value = normal(label, surface)

        def draw() -> str:
            return online.draw(label, value, self._draws)

        fresh = self._crosswalk.surrogate(label, value, draw).text
        return fresh.upper() if surface.isupper() else fresh
