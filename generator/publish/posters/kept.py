"""Posters kept between builds under the hash of what they say: a rebuild draws the changed ones."""

from __future__ import annotations

import hashlib
import os
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import PIL

from generator.publish.posters.drawing import VERSION, draw_poster
from generator.publish.posters.faces import SHAPED, machine_faces, our_faces

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.publish.posters.faces import Face
    from generator.publish.posters.poster import Poster


def write_posters(posters: Iterable[Poster], fonts: Path, folder: Path) -> dict[Poster, Path]:
    """Draw the posters that are not in a folder yet, and forget those that nobody asked for.

    Args:
        posters: what the posters say.
        fonts: the site's own fonts.
        folder: of the cache; made where it is missing.

    Returns:
        Poster → its PNG.
    """
    ours = our_faces(fonts)
    drawn_with = repr((VERSION, PIL.__version__, SHAPED, [_digest(face.path) for face in ours]))
    folder.mkdir(parents=True, exist_ok=True)
    kept = {path.name for path in folder.glob("*.png")}
    found = {}
    for poster in posters:
        faces = ours if _is_ours(poster, ours) else (*ours, *machine_faces())
        others = "" if faces is ours else repr([face.path.name for face in faces])
        key = hashlib.sha256(
            f"{drawn_with}{others}{replace(poster, path='')!r}".encode()
        ).hexdigest()[:32]
        found[poster] = folder / f"{key}.png"
        if found[poster].name not in kept:
            _write(found[poster], draw_poster(poster, faces))
            kept.add(found[poster].name)
    for name in kept - {path.name for path in found.values()}:
        (folder / name).unlink(missing_ok=True)
    return found


def _is_ours(poster: Poster, ours: Iterable[Face]) -> bool:
    """Say whether our own fonts have every letter that is visible on a poster."""
    text = "".join(
        (*poster.titles[:1], *poster.dates[:1], poster.site, poster.note, poster.lead, poster.foot)
    )
    return all(any(face.has(letter) for face in ours) for letter in set(text))


def _write(target: Path, data: bytes) -> None:
    """Put a picture into the cache whole, so that a stopped build leaves no half one."""
    handle, temporary = tempfile.mkstemp(dir=target.parent, suffix=".tmp")
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    Path(temporary).replace(target)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
