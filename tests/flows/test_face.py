"""The package as a person imports it, with the real engine."""

from __future__ import annotations

import asyncio

import pytest

import harborward
from harborward.domain.crosswalk import Crosswalk
from harborward.domain.errors import UsageError
from harborward.domain.phi import Phi

TEXT = "Patient: Ottoline Quillfeather, SSN 219-62-8843, came with Zed."


def test_find_takes_text_or_phi() -> None:
    """Both give the same findings."""
    found = harborward.find(TEXT)
    assert found == harborward.find(Phi(TEXT))
    assert {finding.label.value for finding in found} >= {"NAME", "SSN"}


def test_what_is_known_is_found() -> None:
    """As a mapping, the shape of the JSON record."""
    surfaces = [
        found.surface(one).reveal()
        for found in [harborward.find(TEXT, known={"names": ["Zed"]})]
        for one in found
    ]
    assert "Zed" in surfaces
    with pytest.raises(UsageError):
        harborward.find(TEXT, known={"nmes": ["Zed"]})


def test_deidentify_uses_safe_harbor_by_default() -> None:
    """The text is clean and the result silent."""
    result = harborward.deidentify(TEXT)
    assert result.policy == "safe-harbor"
    assert "Quillfeather" not in result.text
    assert "219-62-8843" not in result.text
    assert "Quillfeather" not in repr(result)


def test_one_crosswalk_joins_calls() -> None:
    """The same value, the same tag."""
    crosswalk = Crosswalk()
    first, second = (
        harborward.deidentify("SSN 219-62-8843", "safe-harbor-tag", crosswalk=crosswalk)
        for _ in range(2)
    )
    assert first.text == second.text


def test_the_async_twins_agree() -> None:
    """They do the same in a thread."""

    async def both() -> tuple[object, object]:
        return await harborward.afind(TEXT), await harborward.adeidentify(TEXT, "strict-mask")

    found, result = asyncio.run(both())
    assert found == harborward.find(TEXT)
    assert str(result) == harborward.deidentify(TEXT, "strict-mask").text


def test_bytes_are_refused() -> None:
    """What they encode is not guessed."""
    with pytest.raises(TypeError, match="text"):
        harborward.find(b"x")  # type: ignore[arg-type]
