"""Words and phrases that introduce a person, and those that follow one."""

from __future__ import annotations

from typing import Final

#: Right after one of these phrases (last word in the key) stands a name. The value
#: holds the words that must stand before it; empty where the word is enough.
INTRODUCERS: Final[dict[str, frozenset[tuple[str, ...]]]] = {
    "named": frozenset({()}),
    "name": frozenset({("first",), ("last",), ("given",), ("maiden",), ("middle",)}),
    "is": frozenset({("name",), ("names",), ("this",), ("pcp",), ("here",), ("surrogate",), ("pt",), ("patient",)}),
    "was": frozenset({("name",), ("pcp",), ("this",)}),
    "am": frozenset({("i",)}),
    "m": frozenset({("i",)}),
    "s": frozenset({("name",), ("here",)}),
    "called": frozenset({("is",), ("was",), ("been",), ("nicknamed",), ("me",), ("being",)}),
    "call": frozenset({("please",), ("me",)}),
    "me": frozenset({("call",), ("calls",), ("called",)}),
    "with": frozenset(
        {
            ("spoke",), ("spoken",), ("speak",), ("speaking",), ("discussed",), ("reviewed",),
            ("met",), ("meeting",), ("meet",), ("verified",), ("conferred",), ("consulted",),
            ("lives",), ("live",), ("living",), ("visit",), ("talked",), ("signed",), ("resides",),
            ("follow", "up"), ("f", "u"), ("appointment",), ("along",),
        }
    ),
    "w": frozenset({("d",), ("dw",)}),
    "dw": frozenset({()}),
    "to": frozenset({("married",), ("spoke",), ("speak",), ("talked",), ("talk",), ("reported",), ("referred",), ("handoff",), ("endorsed",), ("given",), ("called",), ("relayed",), ("phoned",)}),
    "by": frozenset(
        {
            ("dictated",), ("signed",), ("cosigned",), ("authored",), ("entered",), ("seen",),
            ("evaluated",), ("performed",), ("accompanied",), ("referred",), ("witnessed",),
            ("reviewed",), ("verified",), ("transcribed",), ("interpreted",), ("ordered",),
            ("read",), ("prepared",), ("written",), ("followed",), ("examined",), ("collected",),
            ("completed",), ("approved",), ("administered",), ("reported",), ("brought", "in"),
            ("placed",), ("assisted",), ("attended",), ("done",), ("scribed",), ("given",),
            ("electronically", "signed"), ("requested",), ("obtained",), ("provided",), ("sent",),
        }
    ),
    "per": frozenset({()}),
    "attn": frozenset({()}),
    "attention": frozenset({()}),
    "dear": frozenset({()}),
    "hi": frozenset({()}),
    "hello": frozenset({()}),
    "hey": frozenset({()}),
    "thanks": frozenset({()}),
    "signed": frozenset({()}),
    "said": frozenset({()}),
    "saw": frozenset({()}),
    "thx": frozenset({()}),
    "him": frozenset({("named",), ("call",), ("called",)}),
    "her": frozenset({("named",), ("call",), ("called",)}),
    "advocate": frozenset({()}),
    "sincerely": frozenset({()}),
    "regards": frozenset({()}),
    "love": frozenset({()}),
    "cheers": frozenset({()}),
    "aka": frozenset({()}),
    "nee": frozenset({()}),
    "cc": frozenset({()}),
    "re": frozenset({()}),
    "from": frozenset({("call",), ("message",), ("letter",), ("note",), ("signout",), ("handoff",), ("report",), ("received",)}),
    "for": frozenset({("mother",), ("caring",), ("care", "plan")}),
    "friend": frozenset({("best",), ("a",), ("her",), ("his",)}),
    "attending": frozenset({()}),
    "pcp": frozenset({()}),
}

#: Leads of one word and of two, apart, so that a look-up answers.
LEADS_1: Final = {
    word: frozenset(lead[0] for lead in leads if len(lead) == 1)
    for word, leads in INTRODUCERS.items()
}
LEADS_2: Final = {
    word: frozenset(lead for lead in leads if len(lead) == 2)  # noqa: PLR2004
    for word, leads in INTRODUCERS.items()
}
ALONE: Final = frozenset(word for word, leads in INTRODUCERS.items() if () in leads)

#: A name at the start of a sentence is followed by what people do or have done to them.
PERSON_VERBS: Final = frozenset(
    """said says say states stated state reports reported denies denied complains complained
    presents presented called calls came comes returns returned lives lived works worked tolerated
    arrived was is has had will would did does feels felt notes noted endorses endorsed requests
    requested asked asks agreed agrees refused refuses declined declines verbalized understands
    understood wants wanted thinks thought takes took tells told lost gave gives got went goes
    continues continued remains remained describes described admits admitted needs needed should
    can could may seems seemed appears appeared wishes wished brought visited visits attended smokes knows knew
    drinks uses used enjoys likes loves moved fell sustained underwent received started stopped saw
    sees signed reviewed performed discussed recommended ordered accompanied and or who whose""".split()
)

#: Only people do these, so even an unknown word before them is a name.
SPEECH_VERBS: Final = frozenset(
    """said says states stated reports reported denies denied complained asked asks told tells
    verbalized thinks thinks wants wanted called calls shouted replied answered knows knew agreed
    refused lives works smokes drinks married retired""".split()
)

#: Behind a name and a comma these speak to its owner: "Leif, can you come?"
ADDRESSED: Final = frozenset(
    "can could would will please i we you thank thanks are do did let how what when is it".split()
)

PERSON_VERBS_ALL: Final = PERSON_VERBS | SPEECH_VERBS

#: Nouns that turn the capitalised word before them into a product or a place on the body.
PRODUCT_NOUNS: Final = frozenset(
    """mg mcg ml cc g units tablet tablets tab tabs capsule capsules patch cream ointment gel
    solution drops spray inhaler suture sutures stitch stitches clamp clamps retractor retractors
    forceps scissors catheter catheters drain drains stent stents balloon wire guidewire needle
    needles trocar sheath dressing dressings bandage graft mesh screw screws plate plates rod rods
    pin pins implant implants prosthesis valve pump tube tubes collar brace boot cast splint knife
    blade elevator rongeur curette punch drill saw scope speculum tenaculum procedure technique
    maneuver approach incision position test tests sign signs score scale syndrome disease
    phenomenon palsy criteria classification grade stage stain smear line port bag mask monitor
    filter device system kit swab soap shampoo laser cautery tip probe hook retrievers snare basket
    cage anchor anchors button cement bone wax sponge pad pads pack tape strip strips antibody
    virus bacillus cell cells body bodies node nodes duct canal tubercle ligament fascia fracture
    hernia nevus tumor lymphoma protocol regimen diet formula medium view views brand""".split()
)
