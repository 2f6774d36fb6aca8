"""The eighteen identifiers of Safe Harbor, and the labels that findings carry."""

from __future__ import annotations

from enum import Enum, StrEnum
from typing import Final


class Identifier(Enum):
    """The kinds of 45 CFR 164.514(b)(2)(i), by their letter."""

    NAME = ("A", "Names")
    GEOGRAPHY = ("B", "Geographic subdivisions smaller than a state")
    DATE = ("C", "Elements of dates except year, and ages over 89")
    TELEPHONE = ("D", "Telephone numbers")
    FAX = ("E", "Fax numbers")
    EMAIL = ("F", "Electronic mail addresses")
    SSN = ("G", "Social security numbers")
    MRN = ("H", "Medical record numbers")
    HEALTH_PLAN = ("I", "Health plan beneficiary numbers")
    ACCOUNT = ("J", "Account numbers")
    LICENSE = ("K", "Certificate and license numbers")
    VEHICLE = ("L", "Vehicle identifiers and serial numbers, license plates included")
    DEVICE = ("M", "Device identifiers and serial numbers")
    URL = ("N", "Web universal resource locators")
    IP = ("O", "Internet protocol address numbers")
    BIOMETRIC = ("P", "Biometric identifiers, finger and voice prints included")
    PHOTO = ("Q", "Full-face photographs and comparable images")
    OTHER = ("R", "Any other unique identifying number, characteristic or code")

    def __init__(self, letter: str, title: str) -> None:
        """Keep the letter of the paragraph and its title."""
        self.letter = letter
        self.title = title

    @property
    def citation(self) -> str:
        """The paragraph of the rule, such as ``45 CFR 164.514(b)(2)(i)(H)``."""
        return f"45 CFR 164.514(b)(2)(i)({self.letter})"


class Label(StrEnum):
    """What a finding is called in files and on screen; each belongs to one identifier."""

    NAME = "NAME"
    ORG = "ORG"
    LOCATION = "LOCATION"
    DATE = "DATE"
    AGE_OVER_89 = "AGE>89"
    PHONE = "PHONE"
    FAX = "FAX"
    EMAIL = "EMAIL"
    SSN = "SSN"
    MRN = "MRN"
    HEALTH_PLAN = "HEALTH_PLAN"
    ACCOUNT = "ACCOUNT"
    LICENSE = "LICENSE"
    VEHICLE = "VEHICLE"
    DEVICE = "DEVICE"
    URL = "URL"
    IP = "IP"
    BIOMETRIC = "BIOMETRIC"
    PHOTO = "PHOTO"
    OTHER_ID = "OTHER_ID"

    @property
    def identifier(self) -> Identifier:
        """The identifier of the rule that this label falls under."""
        return _IDENTIFIER_OF[self]


_IDENTIFIER_OF: Final = {
    Label.NAME: Identifier.NAME,
    # Names of employers fall under (A); a facility's name is treated alike.
    Label.ORG: Identifier.NAME,
    Label.LOCATION: Identifier.GEOGRAPHY,
    Label.DATE: Identifier.DATE,
    Label.AGE_OVER_89: Identifier.DATE,
    Label.PHONE: Identifier.TELEPHONE,
    Label.FAX: Identifier.FAX,
    Label.EMAIL: Identifier.EMAIL,
    Label.SSN: Identifier.SSN,
    Label.MRN: Identifier.MRN,
    Label.HEALTH_PLAN: Identifier.HEALTH_PLAN,
    Label.ACCOUNT: Identifier.ACCOUNT,
    Label.LICENSE: Identifier.LICENSE,
    Label.VEHICLE: Identifier.VEHICLE,
    Label.DEVICE: Identifier.DEVICE,
    Label.URL: Identifier.URL,
    Label.IP: Identifier.IP,
    Label.BIOMETRIC: Identifier.BIOMETRIC,
    Label.PHOTO: Identifier.PHOTO,
    Label.OTHER_ID: Identifier.OTHER,
}
