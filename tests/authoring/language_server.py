"""A YAML language server as an editor starts it, and what an author would see of it."""

from __future__ import annotations

import contextlib
import itertools
import json
import queue
import re
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

PATIENCE = 60
"""Seconds after which a server that says nothing is given up."""

SETTINGS = {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}}


class LanguageServer:
    """Speaks the Language Server Protocol over standard input and output."""

    def __init__(self, program: Path, folder: Path) -> None:
        self.process = subprocess.Popen(
            ["node", str(program), "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self.said: queue.Queue[dict[str, Any]] = queue.Queue()
        self.numbers = itertools.count(1)
        self.problems: dict[str, list[dict[str, Any]]] = {}
        threading.Thread(target=self._listen, daemon=True).start()
        item = {"snippetSupport": True, "documentationFormat": ["markdown"]}
        capabilities = {
            "workspace": {"configuration": True},
            "textDocument": {
                "completion": {"completionItem": item},
                "hover": {"contentFormat": ["markdown"]},
            },
        }
        begin = {"processId": None, "rootUri": folder.as_uri(), "capabilities": capabilities}
        self._ask("initialize", begin)
        self._tell("initialized", {})

    def open(self, path: Path) -> list[dict[str, Any]]:
        """Open a file, and return what the editor would underline in it."""
        opened = {"languageId": "yaml", "version": 1, "text": path.read_text(encoding="utf-8")}
        self._tell("textDocument/didOpen", {"textDocument": {"uri": path.as_uri(), **opened}})
        while path.as_uri() not in self.problems:
            self._answer(self.said.get(timeout=PATIENCE))
        return self.problems[path.as_uri()]

    def completions(self, path: Path, line: int, column: int) -> dict[str, str]:
        """What is offered at a place of an open file, and how it is explained."""
        found = self._ask("textDocument/completion", _place(path, line, column))
        return {item["label"]: _text(item.get("documentation")) for item in found["items"]}

    def inserted(self, path: Path, line: int, column: int, label: str) -> str:
        """What choosing an offer would write, each place to fill in as it stands at first."""
        found = self._ask("textDocument/completion", _place(path, line, column))
        (text,) = (one["textEdit"]["newText"] for one in found["items"] if one["label"] == label)
        return re.sub(r"\$\{\d+:([^}]*)\}", r"\1", text)

    def hover(self, path: Path, line: int, column: int) -> str:
        """What is shown for the word under the pointer."""
        found = self._ask("textDocument/hover", _place(path, line, column))
        return _text(found["contents"]) if found else ""

    def close(self) -> None:
        """End the server."""
        with contextlib.suppress(OSError, queue.Empty):
            self._ask("shutdown", None)
            self._tell("exit", None)
        self.process.kill()
        self.process.wait()

    # ------------------------------------------------------------------ the protocol

    def _ask(self, method: str, given: Any) -> Any:
        number = next(self.numbers)
        self._send({"id": number, "method": method, "params": given})
        while True:
            said = self.said.get(timeout=PATIENCE)
            if said.get("id") == number and "method" not in said:
                assert "error" not in said, said
                return said["result"]
            self._answer(said)

    def _tell(self, method: str, given: Any) -> None:
        self._send({"method": method, "params": given})

    def _answer(self, said: dict[str, Any]) -> None:
        """Take note of problems, and answer what the server asks the editor."""
        if said.get("method") == "textDocument/publishDiagnostics":
            self.problems[said["params"]["uri"]] = said["params"]["diagnostics"]
        elif "method" in said and "id" in said:
            asked = said["params"].get("items", []) if said.get("params") else []
            result = [SETTINGS if item.get("section") == "yaml" else {} for item in asked]
            self._send({"id": said["id"], "result": result or None})

    def _send(self, message: dict[str, Any]) -> None:
        assert self.process.stdin is not None
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(content) + content)
        self.process.stdin.flush()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for length in _lengths(self.process.stdout):
            self.said.put(json.loads(self.process.stdout.read(length)))


def _lengths(stream: Any) -> Iterator[int]:
    """The length of each message, after its header has been read."""
    length = 0
    while line := stream.readline():
        name, _colon, value = line.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
        elif not line.strip():
            yield length


def _place(path: Path, line: int, column: int) -> dict[str, Any]:
    position = {"line": line, "character": column}
    return {"textDocument": {"uri": path.as_uri()}, "position": position}


def _text(said: Any) -> str:
    return str(said.get("value", "")) if isinstance(said, dict) else str(said or "")
