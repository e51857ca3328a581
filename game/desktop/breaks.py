"""Where a line of text may end, by the habits of the script it is written in.

A small part of Unicode Standard Annex 14: Latin, Cyrillic and Korean text breaks at spaces and
after hyphens; Japanese and Chinese text between any two letters, but no line begins with a closing
mark or a small kana, and none ends with an opening mark (JIS X 4051, kinsoku).
"""

from __future__ import annotations

import re
import unicodedata

OPENING = "([{“‘«‹「『【〔〖〘〚〈《〝（［｛｟｢"
"""What no line ends with."""

CLOSING = (
    ")]}”’»›」』】〕〗〙〛〉》〞〟）］｝｠｣、。，．､｡,.!?;:！？；：‼⁇⁈⁉…‥・･·％%‰°′″々〻ゝゞヽヾーｰ〜～–\u3099\u309a"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿｧｨｩｪｫｬｭｮｯﾞﾟ"
)
"""What no line of Japanese or Chinese begins with."""

# Han, kana and their signs, but not Hangul: Korean breaks at spaces.
_HAN = (
    r"\u2e80-\u312f\u3190-\u31ff\u3220-\u325f\u3280-\ua4cf\uf900-\ufaff\ufe30-\ufe4f"
    r"\uff01-\uff9f\uffe0-\uffe6\U00020000-\U0003ffff"
)
_CLOSE = re.escape(CLOSING) + r"\ufe00-\ufe0f\U000e0100-\U000e01ef"
_OPEN = re.escape(OPENING)

_BREAK = re.compile(
    r"(?<=[ \t\u200b\u3000])(?![ \t\u200b\u3000])"
    r"|(?<=\w[-\u2010\u2013\u2014/])(?=\w)"
    rf"|(?<=[{_HAN}])(?<![{_OPEN}])(?![\s\u200b{_CLOSE}])(?=.)"
    rf"|(?<![{_OPEN}\s\u200b])(?=[{_HAN}])(?<=.)(?![{_CLOSE}\u3000])"
)
_NEW_LINE = re.compile("\r\n|[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]")
_JOINER = "\u200d"


def paragraphs(text: str) -> list[str]:
    """The pieces of a text between its line breaks; there is one at least."""
    return _NEW_LINE.split(text)


def units(paragraph: str) -> list[str]:
    """The pieces that stay together in a line, each with the spaces behind it.

    >>> units("Sea-based talks, 合意した。")
    ['Sea-', 'based ', 'talks, ', '合', '意', 'し', 'た。']
    """
    return [unit for unit in _BREAK.split(paragraph) if unit]


def clusters(word: str) -> list[str]:
    """The letters of a word, each with the marks that stand on it and what is joined to it."""
    found: list[str] = []
    for letter in word:
        belongs = unicodedata.category(letter)[0] == "M" or letter == _JOINER
        if found and (belongs or found[-1].endswith(_JOINER)):
            found[-1] += letter
        else:
            found.append(letter)
    return found
