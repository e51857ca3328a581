"""Where the language and YAML disagree about a comma, a bracket or a colon, the language wins.

An author writes `for: [p, q] in pairs(players)`, `{if: gain(c, thaad, shelved) > 0}` or
`[argue "We, too" because "it pays"]` without thinking of YAML, which would cut these texts or
choke on them. So before YAML reads the file, the characters that would mislead it are exchanged,
one for one, for characters that mean nothing, and exchanged back in every text afterwards. Lines
and columns stay what they were, and a text that was quoted anyway comes back as it was.
"""

from __future__ import annotations

import re

_PLAIN = ",[]{}:#"
# Private characters nobody types; a file that holds one of them is simply not masked.
_MASKED = "".join(chr(0xF8D0 + i) for i in range(len(_PLAIN)))
_MASK = str.maketrans(_PLAIN, _MASKED)
_UNMASK = str.maketrans(_MASKED, _PLAIN)
_ANY_MASKED = re.compile(f"[{_MASKED}]")

_NAMES_IN = re.compile(r"\[[ ]*\w{1,60}[ ]*(?:,[ ]*\w{1,60}[ ]*){0,8}\](?=[ ]{1,8}in[ ])")
_IN_LIST = re.compile(r"(?<=\bin )[ ]*\[[^\[\]{}\n\"':#]{0,500}\]")
_QUOTED = r'"(?:[^"\\\n]|\\.){0,4000}"'
_ARGUE = re.compile(rf"\bargue[ ]{{1,8}}{_QUOTED}(?:[ ]{{1,8}}because[ ]{{1,8}}{_QUOTED}){{0,9}}")
_BRACKET = re.compile(r"""[()\n"'{}]|: | #""")


def mask(text: str) -> str:
    """Return `text` with what YAML would misread exchanged, character for character."""
    if not text.isascii() and _ANY_MASKED.search(text):
        return text
    if '"' in text:
        text = _ARGUE.sub(_masked, text)
    if " in " in text:
        text = _IN_LIST.sub(_masked, _NAMES_IN.sub(_masked, text))
    return _mask_calls(text) if "(" in text else text


def unmask(text: str) -> str:
    """Return what the author wrote."""
    return text if text.isascii() else text.translate(_UNMASK)


def _masked(found: re.Match[str]) -> str:
    return found[0].translate(_MASK)


def _mask_calls(text: str) -> str:
    """Mask what stands between parentheses that open and close on one line, outside any quotes.

    A quote, a brace, ` #` or `: ` between them says that they may not belong together, and then
    nothing is touched.
    """
    spans: list[tuple[int, int]] = []
    opened: list[int] = []
    for found in _BRACKET.finditer(text):
        sign, at = found[0], found.start()
        if sign == "(":
            opened.append(at)
        elif sign != ")":
            # An apostrophe inside a word (the people's choice) opens no quotation.
            if sign != "'" or not text[at - 1 : at].isalnum():
                opened.clear()
        elif opened:
            start = opened.pop()
            while spans and spans[-1][0] > start:
                spans.pop()
            spans.append((start, at))
    pieces: list[str] = []
    done = 0
    for start, end in spans:
        pieces += (text[done:start], text[start:end].translate(_MASK))
        done = end
    pieces.append(text[done:])
    return "".join(pieces)
