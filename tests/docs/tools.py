"""The scripts under ``tools/docs``, as modules."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from typing import TYPE_CHECKING

from docs import pages

if TYPE_CHECKING:
    from types import ModuleType


def tool(name: str) -> ModuleType:
    """Return one of the scripts; running it is up to the caller."""
    path = pages.ROOT / "tools" / "docs" / f"{name}.py"
    spec = spec_from_file_location(f"tools_docs_{name}", path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[spec.name] = module  # a dataclass looks its module up
    spec.loader.exec_module(module)
    return module
