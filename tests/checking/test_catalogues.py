"""What the program's own catalogues lack."""

from __future__ import annotations

from pathlib import Path

from game.checking.catalogues import sentences

CATALOGUE = r"""
msgid ""
msgstr "Language: xx\n"

#, python-brace-format
msgid "One {thing}"
msgstr "Een \"{thing}\""

msgid ""
"Two "
"lines"
msgstr ""

msgid "{n} day"
msgid_plural "{n} days"
msgstr[0] "{n} dag"
msgstr[1] "{n} dagen"

#, fuzzy
msgid "A guess"
msgstr "Gok"

#~ msgid "Gone"
#~ msgstr "Weg"
"""


def test_a_catalogue_is_read_as_translators_write_it(tmp_path: Path) -> None:
    file = tmp_path / "modus.po"
    file.write_text(CATALOGUE, encoding="utf-8")
    assert dict(sentences(file)) == {
        "One {thing}": 'Een "{thing}"',
        "Two lines": "",
        "{n} day": "{n} dag",
        "A guess": "",
    }
