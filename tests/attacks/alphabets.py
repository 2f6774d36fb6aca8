"""Characters that stand for others: where their runs start in Unicode, and single ones."""

from __future__ import annotations

DIGITS = "0123456789"
CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
SMALL = CAPITALS.lower()

DASHES = {
    "hyphen": 0x2010,
    "non-breaking hyphen": 0x2011,
    "figure dash": 0x2012,
    "en dash": 0x2013,
    "em dash": 0x2014,
    "horizontal bar": 0x2015,
    "minus sign": 0x2212,
    "small hyphen-minus": 0xFE63,
    "full-width hyphen": 0xFF0D,
    "small em dash": 0xFE58,
    "hyphen bullet": 0x2043,
    "modifier minus": 0x02D7,
    "Mongolian soft hyphen": 0x1806,
    "Armenian hyphen": 0x058A,
}
MARKS = {
    "fraction slash": ("/", 0x2044),
    "division slash": ("/", 0x2215),
    "full-width solidus": ("/", 0xFF0F),
    "one dot leader": (".", 0x2024),
    "full-width full stop": (".", 0xFF0E),
    "ideographic full stop": (".", 0x3002),
    "small full stop": (".", 0xFE52),
    "full-width at": ("@", 0xFF20),
    "small at": ("@", 0xFE6B),
    "ratio for a colon": (":", 0x2236),
    "full-width low line": ("_", 0xFF3F),
    "no-break space": (" ", 0x00A0),
    "thin space": (" ", 0x2009),
    "narrow no-break space": (" ", 0x202F),
    "ideographic space": (" ", 0x3000),
    "figure space": (" ", 0x2007),
}
DIGIT_RUNS = {
    "Arabic-Indic": 0x0660,
    "Persian": 0x06F0,
    "Devanagari": 0x0966,
    "Bengali": 0x09E6,
    "Gurmukhi": 0x0A66,
    "Gujarati": 0x0AE6,
    "Tamil": 0x0BE6,
    "Telugu": 0x0C66,
    "Thai": 0x0E50,
    "Lao": 0x0ED0,
    "Tibetan": 0x0F20,
    "Myanmar": 0x1040,
    "Khmer": 0x17E0,
    "full-width": 0xFF10,
    "bold": 0x1D7CE,
    "double-struck": 0x1D7D8,
    "sans": 0x1D7E2,
    "sans bold": 0x1D7EC,
    "monospace": 0x1D7F6,
    "segmented": 0x1FBF0,
    "subscript": 0x2080,
}
DIGIT_TABLES = {
    "superscript": "\u2070\xb9\xb2\xb3\u2074\u2075\u2076\u2077\u2078\u2079",
    "circled": "\u24ea\u2460\u2461\u2462\u2463\u2464\u2465\u2466\u2467\u2468",
    "negative circled": "\u24ff\u2776\u2777\u2778\u2779\u277a\u277b\u277c\u277d\u277e",
    "parenthesised": "0\u2474\u2475\u2476\u2477\u2478\u2479\u247a\u247b\u247c",
    "digit full stop": "0\u2488\u2489\u248a\u248b\u248c\u248d\u248e\u248f\u2490",
}
#: Runs of capitals and small letters.
LETTER_RUNS = {
    "full-width letters": (0xFF21, 0xFF41),
    "bold letters": (0x1D400, 0x1D41A),
    "bold italic letters": (0x1D468, 0x1D482),
    "bold script letters": (0x1D4D0, 0x1D4EA),
    "bold fraktur letters": (0x1D56C, 0x1D586),
    "sans letters": (0x1D5A0, 0x1D5BA),
    "sans italic letters": (0x1D608, 0x1D622),
    "monospace letters": (0x1D670, 0x1D68A),
    "circled letters": (0x24B6, 0x24D0),
}
#: Runs of capitals alone, for values in capitals.
CAPITAL_RUNS = {
    "parenthesised letters": 0x1F110,
    "squared letters": 0x1F130,
    "negative circled letters": 0x1F150,
    "negative squared letters": 0x1F170,
    "regional indicators": 0x1F1E6,
}
UNSEEN = {
    "zero width space": 0x200B,
    "zero width non-joiner": 0x200C,
    "zero width joiner": 0x200D,
    "word joiner": 0x2060,
    "byte order mark": 0xFEFF,
    "soft hyphen": 0x00AD,
    "grapheme joiner": 0x034F,
    "vowel separator": 0x180E,
    "left-to-right mark": 0x200E,
    "right-to-left mark": 0x200F,
    "left-to-right override": 0x202D,
    "isolate": 0x2066,
    "invisible times": 0x2062,
    "variation selector": 0xFE0F,
    "variation selector 17": 0xE0100,
    "Hangul filler": 0x3164,
    "null": 0x0000,
    "backspace": 0x0008,
    "annotation anchor": 0xFFF9,
    "terminal colour": 0x001B,
}
OVERLAYS = {
    "stroke overlay": "\u0336",
    "low line": "\u0332",
    "solidus overlay": "\u0337",
    "keycap": "\ufe0f\u20e3",
    "enclosing circle": "\u20dd",
}
CYRILLIC = ("ABEKMHOPCTXaeopcyxisj", "АВЕКМНОРСТХаеорсухіѕј")
GREEK = ("ABEZHIKMNOPTXov", "ΑΒΕΖΗΙΚΜΝΟΡΤΧον")
HTML_NAMES = {
    ".": "&period;",
    "/": "&sol;",
    "@": "&commat;",
    ":": "&colon;",
    "-": "&hyphen;",
    "_": "&lowbar;",
    " ": "&nbsp;",
}
