"""A yaml-language-server, the program behind completion and underlining in editors, over stdio."""

from __future__ import annotations

import json
import os
import queue
import shutil
import subprocess
import threading
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parents[2]
NAME = "yaml-language-server"
SECONDS = 60  # for one answer, on a machine that does much else
SETTINGS = {
    "validate": True,
    "hover": True,
    "completion": True,
    "schemaStore": {"enable": False},  # it would ask the network
}


def find_server() -> str | None:
    """Return the server that `make editor` installs, or the one on the path."""
    local = HERE / ".cache/node/node_modules/.bin" / NAME
    return os.environ.get("YAML_LANGUAGE_SERVER") or (
        str(local) if local.exists() else shutil.which(NAME)
    )


class Server:
    """Speaks the Language Server Protocol with it."""

    def __init__(self, command: str, root: Path) -> None:
        self.root = root
        self._process = subprocess.Popen(
            [command, "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._number = 0
        self._versions: dict[str, int] = {}
        self._answers: queue.Queue[dict[str, Any]] = queue.Queue()
        self._faults: queue.Queue[dict[str, Any]] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()
        folder = {"uri": root.as_uri(), "name": "site"}
        features = {"completion": {"completionItem": {"documentationFormat": ["markdown"]}}}
        self.ask(
            "initialize",
            processId=os.getpid(),
            rootUri=root.as_uri(),
            workspaceFolders=[folder],
            capabilities={"workspace": {"configuration": True}, "textDocument": features},
        )
        self.tell("initialized")
        self.tell("workspace/didChangeConfiguration", settings={"yaml": SETTINGS})

    def open(self, path: str, text: str) -> str:
        """Open a file with a text, and return its address."""
        uri = (self.root / path).as_uri()
        version = self._versions[uri] = self._versions.get(uri, 0) + 1
        item = {"uri": uri, "languageId": "yaml", "version": version, "text": text}
        if version > 1:
            self.tell("textDocument/didClose", textDocument={"uri": uri})
        self.tell("textDocument/didOpen", textDocument=item)
        return uri

    def complete(self, path: str, text: str) -> dict[str, dict[str, Any]]:
        """Return what is offered at the sign | of a text, by label."""
        uri, place = self._open_at(path, text)
        found = self.ask("textDocument/completion", textDocument={"uri": uri}, position=place)
        items = found["items"] if isinstance(found, dict) else found
        return {item["label"]: item for item in items}

    def hover(self, path: str, text: str) -> str:
        """Return what is shown over the sign | of a text."""
        uri, place = self._open_at(path, text)
        found = self.ask("textDocument/hover", textDocument={"uri": uri}, position=place)
        return found["contents"]["value"] if found else ""

    def diagnose(self, path: str, text: str) -> list[dict[str, Any]]:
        """Return what is underlined in a text."""
        # Under a name of its own, so that no answer is one to an earlier text.
        uri = self.open(path.replace(".yml", f"-{self._number}.yml"), text)
        self._number += 1
        while (found := self._faults.get(timeout=SECONDS))["uri"] != uri:
            pass
        return found["diagnostics"]

    def _open_at(self, path: str, text: str) -> tuple[str, dict[str, int]]:
        before, _, after = text.partition("|")
        line = before.count("\n")
        character = len(before) - before.rfind("\n") - 1
        return self.open(path, before + after), {"line": line, "character": character}

    def ask(self, method: str, **parameters: Any) -> Any:
        self._number += 1
        self._send({"id": self._number, "method": method, "params": parameters})
        while True:
            answer = self._answers.get(timeout=SECONDS)
            if answer["id"] == self._number:
                assert "error" not in answer, answer
                return answer["result"]

    def tell(self, method: str, **parameters: Any) -> None:
        self._send({"method": method, "params": parameters})

    def _send(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self._process.stdin.flush()

    def _listen(self) -> None:
        stream = self._process.stdout
        assert stream
        while line := stream.readline():
            if not line.lower().startswith(b"content-length:"):
                continue
            size = int(line.split(b":")[1])
            while stream.readline().strip():
                pass
            self._take(json.loads(stream.read(size)))

    def _take(self, message: dict[str, Any]) -> None:
        method = message.get("method")
        if method == "workspace/configuration":
            sections = [item.get("section") for item in message["params"]["items"]]
            answer = [SETTINGS if section == "yaml" else {} for section in sections]
            self._send({"id": message["id"], "result": answer})
        elif method == "textDocument/publishDiagnostics":
            self._faults.put(message["params"])
        elif method and "id" in message:
            self._send({"id": message["id"], "result": None})
        elif "id" in message:
            self._answers.put(message)

    def close(self) -> None:
        """End it."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream:
                stream.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the schemas and the folders that records lie in."""
    root = tmp_path_factory.mktemp("editor")
    shutil.copytree(HERE / "schemas", root / "schemas")
    (root / "content/events/2025").mkdir(parents=True)
    (root / "content/people").mkdir()
    return root


@pytest.fixture(scope="session")
def server(site: Path):
    """Start one server for all tests; skip them where there is none."""
    command = find_server()
    if not command or not shutil.which("node"):
        pytest.skip(f"needs node and {NAME}: `make editor` installs it")
    started = Server(command, site)
    yield started
    started.close()
