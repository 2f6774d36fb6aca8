"""Words and phrases that introduce a person, and those that follow one."""

from __future__ import annotations

from typing import Final

from harborward.text.wordlists import wordlist

#: Right after one of these phrases (last word in the key) stands a name. The value
#: holds the words that must stand before it; empty where the word is enough.
INTRODUCERS: Final[dict[str, frozenset[tuple[str, ...]]]] = {
    "named": frozenset({()}),
    "name": frozenset({("first",), ("last",), ("given",), ("maiden",), ("middle",)}),
    "is": frozenset(
        {
            ("name",),
            ("names",),
            ("this",),
            ("pcp",),
            ("here",),
            ("surrogate",),
            ("pt",),
            ("patient",),
        }
    ),
    "was": frozenset({("name",), ("pcp",), ("this",)}),
    "am": frozenset({("i",)}),
    "m": frozenset({("i",)}),
    "s": frozenset({("name",), ("here",)}),
    "called": frozenset({("is",), ("was",), ("been",), ("nicknamed",), ("me",), ("being",)}),
    "call": frozenset({()}),
    "me": frozenset({("call",), ("calls",), ("called",)}),
    "with": frozenset(
        {
            ("spoke",),
            ("spoken",),
            ("speak",),
            ("speaking",),
            ("discussed",),
            ("reviewed",),
            ("met",),
            ("meeting",),
            ("meet",),
            ("verified",),
            ("conferred",),
            ("consulted",),
            ("lives",),
            ("live",),
            ("living",),
            ("visit",),
            ("talked",),
            ("signed",),
            ("resides",),
            ("follow", "up"),
            ("f", "u"),
            ("appointment",),
            ("along",),
        }
    ),
    "w": frozenset({("d",), ("dw",)}),
    "dw": frozenset({()}),
    "to": frozenset(
        {
            ("married",),
            ("spoke",),
            ("speak",),
            ("talked",),
            ("talk",),
            ("reported",),
            ("referred",),
            ("handoff",),
            ("endorsed",),
            ("given",),
            ("called",),
            ("relayed",),
            ("phoned",),
        }
    ),
    "by": frozenset(
        {
            ("dictated",),
            ("signed",),
            ("cosigned",),
            ("authored",),
            ("entered",),
            ("seen",),
            ("evaluated",),
            ("performed",),
            ("accompanied",),
            ("referred",),
            ("witnessed",),
            ("reviewed",),
            ("verified",),
            ("transcribed",),
            ("interpreted",),
            ("ordered",),
            ("read",),
            ("prepared",),
            ("written",),
            ("followed",),
            ("examined",),
            ("collected",),
            ("completed",),
            ("approved",),
            ("administered",),
            ("reported",),
            ("brought", "in"),
            ("placed",),
            ("assisted",),
            ("attended",),
            ("done",),
            ("scribed",),
            ("given",),
            ("electronically", "signed"),
            ("requested",),
            ("obtained",),
            ("provided",),
            ("sent",),
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
    "from": frozenset(
        {
            ("call",),
            ("message",),
            ("letter",),
            ("note",),
            ("signout",),
            ("handoff",),
            ("report",),
            ("received",),
        }
    ),
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
    word: frozenset(lead for lead in leads if len(lead) > 1) for word, leads in INTRODUCERS.items()
}
ALONE: Final = frozenset(word for word, leads in INTRODUCERS.items() if () in leads)

#: A name at the start of a sentence is followed by what people do or have done to them.
PERSON_VERBS: Final = wordlist("person_verbs")

#: Only people do these, so even an unknown word before them is a name.
SPEECH_VERBS: Final = wordlist("speech_verbs")

#: Behind a name and a comma these speak to its owner: "Leif, can you come?"
ADDRESSED: Final = wordlist("addressed")

PERSON_VERBS_ALL: Final = PERSON_VERBS | SPEECH_VERBS

#: Nouns that turn the capitalised word before them into a product or a place on the body.
PRODUCT_NOUNS: Final = wordlist("product_nouns")
