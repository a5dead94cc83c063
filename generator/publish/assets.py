"""The style sheet and the scripts as the site serves them, under addresses that change with them.

Scripts are ES modules and keep their file names. The pages, and the modules among themselves, name
them with the fingerprint of all of them as a query, so that a browser may keep a file for as long
as it likes and yet never joins an old module to a new one.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

STYLES = "assets/timeline.css"
SCRIPTS = "assets/js/"
FONTS = "assets/fonts/"
START = SCRIPTS + "start.js"

_IMPORT = re.compile(r"""(\b(?:from|import)\s*\(?\s*)(["'])(\./[a-z0-9-]+\.js)\2""")


@dataclass(frozen=True, slots=True, kw_only=True)
class Assets:
    """What is served beside the pages."""

    files: tuple[tuple[str, str], ...]
    """Path below the site's root → text, in the order of the paths."""
    fonts: tuple[tuple[str, Path], ...] = ()
    """Path below the site's root → file that is served as it is."""
    version: str
    """Fingerprint of all of them: eight hexadecimal digits."""

    def address(self, path: str) -> str:
        """Return the address of one of the files, relative to the site's root."""
        return f"{path}?v={self.version}"


def read_assets(folder: Path) -> Assets:
    """Join the style sheets in the order of their names; read the scripts.

    Args:
        folder: has ``css/*.css``, ``js/*.js`` and drawings, ``*.svg``.

    Raises:
        OSError: one of them cannot be read.
    """
    sheets = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("css/*.css"))]
    scripts = {
        f"{SCRIPTS}{path.name}": path.read_text(encoding="utf-8")
        for path in sorted(folder.glob("js/*.js"))
    }
    pictures = {f"assets/{path.name}": path.read_text("utf-8") for path in folder.glob("*.svg")}
    texts = {STYLES: "".join(sheets), **pictures, **scripts}
    version = hashlib.sha256("\0".join([*texts, *texts.values()]).encode()).hexdigest()[:8]
    named = {path: _with_version(text, version) for path, text in scripts.items()}
    fonts = tuple((f"{FONTS}{path.name}", path) for path in sorted(folder.glob("fonts/*.woff2")))
    return Assets(files=tuple(sorted({**texts, **named}.items())), fonts=fonts, version=version)


def _with_version(script: str, version: str) -> str:
    return _IMPORT.sub(rf"\g<1>\g<2>\g<3>?v={version}\g<2>", script)
