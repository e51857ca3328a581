"""What is made when the game is installed: the catalogues of translations, from their texts.

`python hatch_build.py` makes them in a checkout.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def compile_catalogues(top: Path) -> None:
    """Write a `modus.mo` beside each `modus.po`."""
    for source in top.glob("game/locale/*/LC_MESSAGES/modus.po"):
        with source.open("rb") as text, source.with_suffix(".mo").open("wb") as compiled:
            write_mo(compiled, read_po(text))


class Catalogues(BuildHookInterface[Any]):
    """Compiles the catalogues before anything is packed or installed in place."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before a build, of a wheel as of an editable one."""
        compile_catalogues(Path(self.root))
        build_data["artifacts"].append("/game/locale/*/LC_MESSAGES/modus.mo")


if __name__ == "__main__":
    compile_catalogues(Path(__file__).resolve().parent)
