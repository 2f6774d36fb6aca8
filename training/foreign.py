"""Draws names of many countries from Faker's lists, once; the corpus reads the result."""

from __future__ import annotations

from pathlib import Path
from typing import Final
from zlib import crc32

from faker import Faker

_LOCALES: Final = (
    "en_US en_GB en_IN en_IE en_NZ es_MX es_ES es_CO pt_BR pt_PT fr_FR fr_CA de_DE it_IT pl_PL "
    "nl_NL tr_TR sv_SE da_DK no_NO fi_FI cs_CZ hu_HU ro_RO hr_HR sk_SK id_ID vi_VN yo_NG ig_NG "
    "ha_NG tw_GH zu_ZA az_AZ et_EE lt_LT lv_LV sl_SI"
).split()
_FROM_EACH: Final = 400
_HEAD: Final = (
    "# given name, surname, F or M; drawn with Faker 40 (MIT licence) by training/foreign.py"
)
#: The last letter of Latin Extended-B, and a bit: other scripts are left out.
_LATIN: Final = "\u0250"


def names() -> list[tuple[str, str, str]]:
    """Return given name, surname and sex of people of many countries, in Latin letters."""
    found: set[tuple[str, str, str]] = set()
    for locale in _LOCALES:
        fake = Faker(locale)
        fake.seed_instance(crc32(locale.encode()))
        for _ in range(_FROM_EACH):
            found.add((fake.first_name_female(), fake.last_name(), "F"))
            found.add((fake.first_name_male(), fake.last_name(), "M"))
    return sorted(row for row in found if all(max(word) < _LATIN for word in row[:2]))


if __name__ == "__main__":
    lines = [_HEAD, *("\t".join(row) for row in names())]
    target = Path(__file__).parent / "corpus" / "foreign.tsv"
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
