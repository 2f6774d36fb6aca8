"""Stand-ins for addresses of mail, web and machines, all in ranges kept for documentation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from harborward.domain.errors import CrosswalkError
from harborward.domain.identifier import Label
from harborward.text.surrogates.numbers import mac
from harborward.text.surrogates.pools import pools
from harborward.text.surrogates.shape import scramble

if TYPE_CHECKING:
    from harborward.text.draws import Draws

#: RFC 2606.
_DOMAINS: Final = ("example.com", "example.net", "example.org")
#: RFC 5737.
_NETWORKS: Final = ("192.0.2", "198.51.100", "203.0.113")
#: RFC 3849.
_NETWORK6: Final = "2001:db8"
_HEXTETS: Final = 6
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_URL: Final = re.compile(
    r"(?P<scheme>[a-z][a-z0-9+.-]*://)?(?P<www>www\.)?(?P<host>[^/?#:]*)(?P<rest>.*)", re.DOTALL
)
_MAC: Final = re.compile(r"(?:[0-9a-f]{2}(?P<by>[:-])){5}[0-9a-f]{2}")


def draw(label: Label, value: str, draws: Draws) -> str:
    """Return another address, in lower case; ``value`` is in normal form.

    Raises:
        CrosswalkError: ``label`` is not an address; nothing stands in for its values.
    """
    if label is Label.EMAIL:
        return _email(value, draws)
    if label is Label.URL:
        return _url(value, draws)
    if label is Label.IP:
        return _ip(value, draws)
    msg = f"nothing realistic stands in for {label.value}"
    raise CrosswalkError(msg, advice="Use redact or tag")


def _email(value: str, draws: Draws) -> str:
    local = value.rpartition("@")[0] or value
    fresh = _LETTERS.sub(lambda m: _word(m[0], draws), local)
    fresh = re.sub(r"[0-9]", lambda m: scramble(m[0], draws), fresh)
    return f"{fresh}@{draws.choice(_DOMAINS)}"


def _word(word: str, draws: Draws) -> str:
    """Return a surname, or a letter for an initial."""
    return draws.choice(pools().surnames) if len(word) > 1 else scramble(word, draws)


def _url(value: str, draws: Draws) -> str:
    match = _URL.match(value)
    scheme, www = (match["scheme"] or "", match["www"] or "") if match else ("", "")
    rest = scramble(match["rest"], draws) if match else ""
    return f"{scheme}{www}{draws.choice(pools().surnames)}.{draws.choice(_DOMAINS)}{rest}"


def _ip(value: str, draws: Draws) -> str:
    match = _MAC.fullmatch(value)
    if match:
        digits = mac(draws)
        return match["by"].join(digits[at : at + 2] for at in range(0, len(digits), 2))
    if ":" in value and "." not in value:
        groups = (f"{draws.randrange(0x10000):x}" for _ in range(_HEXTETS))
        return ":".join((_NETWORK6, *groups))
    return f"{draws.choice(_NETWORKS)}.{1 + draws.randrange(254)}"
