"""Realistic stand-ins: drawn at random, of the same form, one-to-one within a crosswalk."""

from harborward.text.surrogates.standin import Surrogates

__all__ = ["Surrogates"]
