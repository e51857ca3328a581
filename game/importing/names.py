"""Ids of the language for names that anybody may have given."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from keyword import iskeyword

from game.scenario.load import RESERVED

LONGEST = 36
"""An id has at most 40 characters; the rest is for a number that tells two apart."""
LABEL = 200
"""So many characters a name may have."""


def ids(names: Iterable[str], prefix: str, taken: Iterable[str] = ()) -> dict[str, str]:
    """An id for each name, no two alike and none of `taken`: its letters and digits in lower case.

    What does not begin with a letter, or means something in conditions, gets `prefix` before it.

    >>> ids(["60 Gb", "Fees & fines", "Gebühr", "turn", "價格", "費用"], "o").values()
    dict_values(['o_60_gb', 'fees_fines', 'gebuhr', 'o_turn', 'o', 'o_2'])
    """
    found: dict[str, str] = {}
    used = set(taken)
    for name in names:
        plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
        words = re.sub(r"[^a-z0-9]+", "_", plain.lower()).strip("_")
        if not words[:1].isalpha() or iskeyword(words) or words in RESERVED:
            words = f"{prefix}_{words}".rstrip("_")
        first = words[:LONGEST].rstrip("_")
        number, own = 1, first
        while own in used:
            number += 1
            own = f"{first}_{number}"
        used.add(own)
        found[name] = own
    return found


def label(name: str) -> str:
    """A name as a scenario may show it: printable, and not too long."""
    shown = "".join(char if char.isprintable() else " " for char in name)
    return shown if len(shown) <= LABEL else shown[: LABEL - 1] + "…"
