"""One sentence for each kind of identifier of 164.514(b)(2)(i); all values are invented."""

from __future__ import annotations

from typing import NamedTuple

from harborward.domain.identifier import Label


class Exemplar(NamedTuple):
    """``before + value + after`` is a sentence that a clinician might write."""

    label: Label
    before: str
    value: str
    after: str


EXEMPLARS = (
    Exemplar(Label.NAME, "Patient: ", "Margaret Okafor", " was seen in clinic."),
    Exemplar(Label.LOCATION, "Home address: ", "4821 Maple Grove Avenue", " since May."),
    Exemplar(Label.DATE, "DOB ", "03/14/1985", " on the chart."),
    Exemplar(Label.PHONE, "Phone ", "313-555-0142", " is the mobile."),
    Exemplar(Label.FAX, "Fax ", "313-555-0187", " for records."),
    Exemplar(Label.EMAIL, "Email ", "m.okafor@example.com", " for results."),
    Exemplar(Label.SSN, "SSN ", "219-09-9999", " on file."),
    Exemplar(Label.MRN, "MRN ", "00412379", " on file."),
    Exemplar(Label.HEALTH_PLAN, "Member ID ", "XQH883920147", " on the card."),
    Exemplar(Label.ACCOUNT, "Account number ", "8830192745", " is past due."),
    Exemplar(Label.LICENSE, "Driver's license number ", "S530-4827-1193", " was copied."),
    Exemplar(Label.VEHICLE, "VIN ", "1HGCM82633A004352", " in the police report."),
    Exemplar(Label.DEVICE, "Pacemaker serial number ", "PJN4409218", " was checked."),
    Exemplar(Label.URL, "See ", "https://portal.example.org/u/mokafor", " for images."),
    Exemplar(Label.IP, "Logged in from IP address ", "198.51.100.23", " today."),
    Exemplar(Label.BIOMETRIC, "Fingerprint template ID ", "FP20391774", " enrolled."),
    Exemplar(Label.PHOTO, "Photo file ", "IMG_20391774.jpg", " was uploaded."),
    Exemplar(Label.OTHER_ID, "Study subject ID ", "TR-88210-04", " was enrolled."),
)
