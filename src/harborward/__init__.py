"""harborward: de-identify clinical text, and use AI on patient data without leaking it.

::

    import harborward

    result = harborward.deidentify("Seen by Dr. ... on ...")
    result.text  # transformed under the policy "safe-harbor"

Importing the package loads nothing heavy; the engine is built on the first call and
kept for the next. Settings come from the environment and a file, see
``harborward.settings``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from harborward.domain.phi import Phi

if TYPE_CHECKING:
    from collections.abc import Mapping

    from harborward.domain.crosswalk import Crosswalk
    from harborward.domain.policy import Policy
    from harborward.services.results import Deidentified, Findings
    from harborward.text.known import Known

__all__ = ["Phi", "adeidentify", "afind", "deidentify", "find"]


def find(x: str | Phi, *, known: Known | Mapping[str, object] | None = None) -> Findings:
    """Return what identifies a person in ``x``: a sequence of findings, in order.

    ``known`` is a registration record, ``{"names": [...], "values": {"MRN": [...]}}``:
    what it holds is found wherever it stands.

    Raises:
        UsageError: the settings or the record cannot be used.
        DetectorError: a detector failed; that is not "none found".
    """
    from harborward import bootstrap  # noqa: PLC0415 - keeps the import of the package short
    from harborward.services.results import Findings  # noqa: PLC0415 - as above

    text = _phi(x)
    return Findings(text, bootstrap.default_engine().find(text, _known(known)))


def deidentify(
    x: str | Phi,
    policy: str | Policy = "safe-harbor",
    *,
    known: Known | Mapping[str, object] | None = None,
    crosswalk: Crosswalk | None = None,
    person: str = "",
) -> Deidentified:
    """Return ``x`` transformed under ``policy`` and verified.

    ``policy`` is a shipped name, the path of a YAML file, or a ``Policy``. Give the same
    ``crosswalk`` to several calls and the same value gets the same surrogate;
    ``person`` keys the date shift of policies that shift.

    Raises:
        UsageError: the policy, the settings or the record cannot be used.
        DetectorError: a detector failed.
        ResidualError: the output still seems to hold an identifier; nothing is returned.
    """
    from harborward import bootstrap  # noqa: PLC0415 - keeps the import of the package short
    from harborward.domain.crosswalk import Crosswalk  # noqa: PLC0415 - as above
    from harborward.services.results import Deidentified  # noqa: PLC0415 - as above

    text = _phi(x)
    released = bootstrap.default_engine().deidentify(
        text,
        bootstrap.policy(policy),
        Crosswalk() if crosswalk is None else crosswalk,
        person=person,
        known=_known(known),
    )
    return Deidentified(text, released)


async def afind(x: str | Phi, *, known: Known | Mapping[str, object] | None = None) -> Findings:
    """Do what ``find`` does, in a thread, so that an event loop is not held up."""
    import asyncio  # noqa: PLC0415 - keeps the import of the package short

    return await asyncio.to_thread(find, x, known=known)


async def adeidentify(
    x: str | Phi,
    policy: str | Policy = "safe-harbor",
    *,
    known: Known | Mapping[str, object] | None = None,
    crosswalk: Crosswalk | None = None,
    person: str = "",
) -> Deidentified:
    """Do what ``deidentify`` does, in a thread, so that an event loop is not held up."""
    import asyncio  # noqa: PLC0415 - keeps the import of the package short

    return await asyncio.to_thread(
        deidentify, x, policy, known=known, crosswalk=crosswalk, person=person
    )


def _phi(x: str | Phi) -> Phi:
    return x if isinstance(x, Phi) else Phi(x)


def _known(record: Known | Mapping[str, object] | None) -> Known | None:
    from harborward.services.registration import record_of  # noqa: PLC0415 - as above
    from harborward.text.known import Known  # noqa: PLC0415 - as above

    return record if record is None or isinstance(record, Known) else record_of(record)
