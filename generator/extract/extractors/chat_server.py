"""One question to a server and its answer, within a time and a size; no redirect is followed."""

from __future__ import annotations

import json
import socket
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

MAX_ANSWER = 2_000_000  # bytes; an answer has some ten thousand
OK = 200


class ServerError(Exception):
    """A server gave no answer that can be used; the text says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """Where questions go."""

    address: str
    """``http`` or ``https``, without a slash at its end."""
    timeout: float
    """Seconds for one whole answer, however it trickles in."""
    key: str = field(default="", repr=False)

    def post(self, path: str, question: Mapping[str, Any]) -> str:
        """Send JSON and return the text of the answer.

        Raises:
            ServerError: no connection, no answer in time, an answer too long or an error.
        """
        parts = urlsplit(self.address)
        kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
        connection = kind(parts.hostname or "", parts.port, timeout=self.timeout)
        late = threading.Event()
        clock: threading.Timer | None = None
        try:
            connection.connect()
            # The response takes the socket over, so it is kept here to be hung up.
            clock = threading.Timer(self.timeout, _hang_up, (connection.sock, late))
            clock.daemon = True
            clock.start()
            connection.request("POST", parts.path + path, json.dumps(question), self._headers())
            response = connection.getresponse()
            body = response.read(MAX_ANSWER + 1)
            status = response.status
        except (OSError, HTTPException, ValueError) as error:
            if late.is_set() or isinstance(error, TimeoutError):
                raise ServerError(self._late()) from error
            raise ServerError(
                f"the server {self.address} could not be asked ({error}): is it running?"
            ) from error
        finally:
            if clock:
                clock.cancel()
            connection.close()
        if late.is_set():
            raise ServerError(self._late())
        return self._checked(status, body)

    def _headers(self) -> dict[str, str]:
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        return {**headers, "Authorization": f"Bearer {self.key}"} if self.key else headers

    def _late(self) -> str:
        return (
            f"the server {self.address} did not answer within {self.timeout:g} s: "
            "allow it more with --with timeout=SECONDS"
        )

    def _checked(self, status: int, body: bytes) -> str:
        if status != OK:
            said = " ".join(body[:200].decode(errors="replace").split())
            raise ServerError(f"the server {self.address} answered with status {status}: {said}")
        if len(body) > MAX_ANSWER:
            raise ServerError(
                f"the server {self.address} answered with more than {MAX_ANSWER} bytes"
            )
        return body.decode(errors="replace")


def _hang_up(line: socket.socket, late: threading.Event) -> None:
    """End a connection that takes too long; whoever reads from it gets an error or an end."""
    late.set()
    with suppress(OSError):
        line.shutdown(socket.SHUT_RDWR)
