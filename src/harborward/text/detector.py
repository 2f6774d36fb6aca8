"""The seam between the engine and whatever finds identifiers, ours and guests alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from harborward.domain.span import Finding, Span
    from harborward.text.passage import Passage


@runtime_checkable
class Detector(Protocol):
    """Finds identifiers in one passage.

    A detector that cannot answer raises; an empty result means it looked and found
    nothing. It keeps no text between calls and answers the same for the same passage.
    """

    @property
    def name(self) -> str:
        """Name and version, such as ``rules.v1``."""
        ...

    def find(self, passage: Passage) -> Sequence[Finding]:
        """Return claims whose spans are offsets into ``passage.text``."""
        ...


@runtime_checkable
class BatchDetector(Protocol):
    """A detector that reads many passages at once, faster than one by one."""

    def find_many(self, passages: Sequence[Passage]) -> Sequence[Sequence[Finding]]:
        """Return for each passage what ``find`` would return, the same claims."""
        ...


class Opinion(Protocol):
    """What a model makes of one passage: claims, and an opinion on any span."""

    @property
    def claims(self) -> Sequence[Finding]:
        """What the model claims itself."""
        ...

    def chance(self, span: Span) -> float:
        """Return the chance that something in the span identifies somebody."""
        ...


class Reader(Protocol):
    """A model that claims, and is asked about the claims of others."""

    @property
    def name(self) -> str:
        """Name and version, such as ``model.v1``."""
        ...

    def read_many(self, passages: Sequence[Passage]) -> Sequence[Opinion]:
        """Return what it makes of each passage, the same as one by one."""
        ...


class Follower(Protocol):
    """Finds more in a passage from what was accepted in it already."""

    @property
    def name(self) -> str:
        """Name and version, such as ``propagation.v1``."""
        ...

    def find(self, passage: Passage, accepted: Sequence[Finding]) -> Sequence[Finding]:
        """Return further claims whose spans are offsets into ``passage.text``."""
        ...
