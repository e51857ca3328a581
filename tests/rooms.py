"""The two import-linter contracts of the house, in the words of pyproject.toml.

A *room* is a package or module directly under `game`. The built-in layers contract needs one line
from top to bottom; the house is a partial order, with rooms that are not built yet, so its rule is
written as it is meant: each room, and what it may import.
"""

from __future__ import annotations

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output

ROOT = "game"
ANY = "*"


class RoomsContract(Contract):
    """A room imports only the rooms that its line names, a `pure` one no `forbidden` library."""

    type_name = "rooms"

    everyone = fields.SetField(subfield=fields.StringField(), required=False)
    rooms = fields.ListField(subfield=fields.StringField(), required=False)
    pure = fields.SetField(subfield=fields.StringField(), required=False)
    forbidden = fields.SetField(subfield=fields.StringField(), required=False)

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        """Collect every import that breaks the contract, and every room without a line."""
        broken = [*self._broken_rooms(graph), *self._broken_purity(graph)]
        return ContractCheck(kept=not broken, metadata={"broken": broken})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Print one line for each break."""
        for line in check.metadata["broken"]:
            output.print_error(line)

    def _broken_rooms(self, graph: ImportGraph) -> list[str]:
        if not self.rooms:
            return []
        lines = (line.partition(":") for line in self.rooms)
        uses = {
            name.strip(): set(rest.split()) | set(self.everyone or ()) for name, _, rest in lines
        }
        broken = []
        for importer, room in sorted(_rooms(graph).items()):
            if room not in uses:
                broken.append(f"{importer}: the room {room} has no line in pyproject.toml")
                continue
            if ANY in uses[room]:
                continue
            for imported in sorted(graph.find_modules_directly_imported_by(importer)):
                other = _room(imported)
                if other not in {"", room} and other not in uses[room]:
                    broken.append(f"{importer} imports {imported}: {room} may not use {other}")
        return broken

    def _broken_purity(self, graph: ImportGraph) -> list[str]:
        return [
            f"{importer} imports {imported}: {room} must stay pure"
            for importer, room in sorted(_rooms(graph).items())
            if room in (self.pure or ())
            for imported in sorted(graph.find_modules_directly_imported_by(importer))
            if imported.partition(".")[0] in self.forbidden
        ]


def _rooms(graph: ImportGraph) -> dict[str, str]:
    return {module: _room(module) for module in graph.modules if _room(module)}


def _room(module: str) -> str:
    """The room of a module: `game.rules.forums` stands in `rules`; what is no room in none."""
    first, _, rest = module.partition(".")
    return rest.partition(".")[0] if first == ROOT else ""
