"""The language in which the game speaks to people.

Write `_("a sentence")` where it is said, and format after translating:
`_("{actor} pays {n}").format(...)`. Write `N_("a sentence")` where it is only noted, in a table at
import, and translate it when it is said. The source language is English; a catalogue for another
one is `game/locale/<language>/LC_MESSAGES/modus.mo`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gettext import GNUTranslations

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


def drafted(language: str) -> bool:
    """Whether the catalogue of `language` is a machine draft that no native speaker has read."""
    catalogue = _catalogue(language)
    return catalogue is not None and catalogue.info().get("x-draft") == "machine"


def use(language: str) -> str:
    """Speak `language` (`de`, `ko_KR`) from now on, and return the language really spoken.

    That is the source language where there is no catalogue: a scenario may well be translated into
    a language that the program is not.
    """
    global _translate, _translate_many
    _translate = _translate_many = None
    catalogue = _catalogue(language)
    if catalogue is None:
        return SOURCE
    _translate, _translate_many = catalogue.gettext, catalogue.ngettext
    return language


def _catalogue(language: str) -> GNUTranslations | None:
    """The catalogue of a language; None for the source language and where there is none."""
    if not language or language.split("_")[0] == SOURCE:
        return None
    # Imported here: most runs speak the source language and need neither catalogues nor files.
    import gettext
    from importlib.resources import files

    catalogues = str(files("game") / "locale")
    if gettext.find("modus", catalogues, [language]) is None:
        return None
    found = gettext.translation("modus", catalogues, [language])
    return found if isinstance(found, gettext.GNUTranslations) else None
