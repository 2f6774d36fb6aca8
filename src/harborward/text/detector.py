"""The seam between the engine and whatever finds identifiers, ours and guests alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from harborward.domain.span import Finding
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


class Follower(Protocol):
    """Finds more in a passage from what was accepted in it already."""

    @property
    def name(self) -> str:
        """Name and version, such as ``propagation.v1``."""
        ...

    def find(self, passage: Passage, accepted: Sequence[Finding]) -> Sequence[Finding]:
        """Return further claims whose spans are offsets into ``passage.text``."""
        ...
