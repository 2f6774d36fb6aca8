"""Every error harborward raises on purpose.

::

    HarborwardError
    +-- UsageError                the caller asked for something that cannot be
    |   +-- PolicyError           a policy file is unknown, malformed or against the law
    |   +-- SettingsError         a setting is unknown or out of range
    |   +-- PluginError           an outside detector is not allowed, missing or malformed
    |   +-- ModelError            the trained model is missing, was changed, or cannot run
    +-- InputError                one document cannot be read
    |   +-- UndecodableError      its bytes are not text in the expected encoding
    |   +-- TooLargeError         it is beyond a named bound
    |   +-- MissingFieldError     a record lacks the named column or field
    +-- DetectorError             a detector failed: no answer is not "none found"
    +-- ResidualError             the output still seems to hold an identifier
    +-- CrosswalkError            no fresh surrogate is left, or one was asked for twice
    +-- OutputError               the result cannot be written (disk full, no permission)

No message quotes the data it choked on; each says what to do next.
"""

from __future__ import annotations


class HarborwardError(Exception):
    """Root of the tree. ``advice`` tells a person what to do next."""

    def __init__(self, message: str, *, advice: str = "") -> None:
        """Keep the message, and the advice apart from it."""
        super().__init__(message)
        self.advice = advice

    def __str__(self) -> str:
        """Return the message, followed by the advice where there is one."""
        message = super().__str__()
        return f"{message}. {self.advice}" if self.advice else message


class UsageError(HarborwardError):
    """The caller asked for something that cannot be."""


class PolicyError(UsageError):
    """A policy is unknown, malformed, or mixes what the law keeps apart."""


class SettingsError(UsageError):
    """A setting is unknown or out of range."""


class PluginError(UsageError):
    """An outside detector is not on the allow-list, is missing, or is malformed."""


class ModelError(UsageError):
    """The trained model is missing, was changed, or cannot run; nothing runs without it."""


class InputError(HarborwardError):
    """One document cannot be read; others may still be."""


class UndecodableError(InputError):
    """The bytes are not text in the expected encoding."""


class TooLargeError(InputError):
    """The document is beyond a named bound."""


class MissingFieldError(InputError):
    """A record lacks the column or field that was asked for."""


class DetectorError(HarborwardError):
    """A detector failed. The document is not released: no answer is not "none found"."""


class ResidualError(HarborwardError):
    """The output still seems to hold an identifier, so it is withheld."""


class CrosswalkError(HarborwardError):
    """The crosswalk cannot give out a fresh surrogate."""


class OutputError(HarborwardError):
    """The result cannot be written."""
