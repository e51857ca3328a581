"""The bright line: no scenario models how a weapon performs (language.md, at its head).

The language has no key for it, so all that is left is prose. Words that only a technical
description needs are warned about; words that politics needs too (a range of views, to yield to
pressure) are left alone unless a number makes them technical.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from game.i18n import _
from game.scenario.desk import Desk, Path

_NUMBER = r"\d[\d.,]*\s?"
TECHNICAL = re.compile(
    rf"""
    \b(
        {_NUMBER}(?:km|kilomet(?:re|er)s?|nautical\smiles?|kilotons?|megatons?|kt|mach)\b
      | mach\s\d
      | warheads? | payloads? | throw[-\s]weight | apogee | velocity | telemetry | seeker
      | circular\serror | burn[-\s]?out | boost[-\s]phase | mid-?course | terminal\sphase
      | speed\sof\ssound | accurate\s(?:to|within)\s(?:\w+\s){{1,3}}(?:centi)?met(?:re|er)s?\b
      | incoming\s(?:missiles?|rockets?|warheads?|aircraft)
      | (?:destroys?|intercepts?|hits?|downs?|stops?)\s\w+\s(?:of|in|out\sof)\s(?:every\s)?\w+\s
        (?:missiles?|rockets?|targets?|aircraft)
      | (?:hit|kill|interception|intercept)[-\s](?:probability|rate|chain|vehicle|ratio)
      | (?:probability|rate)\sof\s(?:interception|kill|hit)
      | (?:radar|missile|interceptor|warhead|defen[cs]e)[-\s]
        (?:range|coverage|speed|accuracy|yield|cross[-\s]section)
      | (?:range|yield|speed|accuracy|coverage)\sof\s(?:the\s)?
        (?:missile|radar|interceptor|warhead|batter(?:y|ies)|{_NUMBER})
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_NO_PROSE = frozenset({"sources", "cases"})


def check_prose(desk: Desk) -> None:
    """Warn about each text of the file that describes a weapon instead of a policy."""
    for path, text in _texts(desk.source.data, ()):
        found = TECHNICAL.search(text)
        if found is not None:
            says = _(
                "'{words}' describes how a weapon performs; a deployment is a political fact: say "
                "who consents, who minds and what follows."
            )
            desk.warn(
                "prose/technical", says.format(words=found[0].strip()), path, offset=found.start()
            )


def _texts(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, entry in value.items():
            if path or key not in _NO_PROSE:
                yield from _texts(entry, (*path, key))
    elif isinstance(value, list):
        for number, entry in enumerate(value):
            yield from _texts(entry, (*path, number))
