"""The language in which the game speaks to people.

Write `_("a sentence")` where it is said, and format after translating:
`_("{actor} pays {n}").format(...)`. Write `N_("a sentence")` where it is only noted, in a table at
import, and translate it when it is said. The source language is English; a catalogue for another
one is `game/locale/<language>/LC_MESSAGES/modus.mo`.
"""

from __future__ import annotations

from collections.abc import Callable

SOURCE = "en"

_translate: Callable[[str], str] | None = None
_translate_many: Callable[[str, str, int], str] | None = None


def _(text: str) -> str:
    """The sentence in the language that is in use when it is said."""
    return text if _translate is None else _translate(text)


def ngettext(one: str, many: str, n: int) -> str:
    """The singular or plural sentence for `n`, by the rules of the language in use."""
    if _translate_many is None:
        return one if n == 1 else many
    return _translate_many(one, many, n)


def N_(text: str) -> str:
    """The sentence itself, marked so that translators find it."""
    return text


def use(language: str) -> str:
    """Speak `language` (`de`, `ko_KR`) from now on, and return the language really spoken.

    That is the source language where there is no catalogue: a scenario may well be translated into
    a language that the program is not.
    """
    global _translate, _translate_many
    _translate = _translate_many = None
    if not language or language.split("_")[0] == SOURCE:
        return SOURCE
    # Imported here: most runs speak the source language and need neither catalogues nor files.
    import gettext
    from importlib.resources import files

    catalogues = str(files("game") / "locale")
    if gettext.find("modus", catalogues, [language]) is None:
        return SOURCE
    catalogue = gettext.translation("modus", catalogues, [language])
    _translate, _translate_many = catalogue.gettext, catalogue.ngettext
    return language
