"""A small site about a port town, for everything that people write with the program's help."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main

FILES = {
    "mkdocs.yml": "site_name: Belleport\n",
    "content/events/2021/ouverture-pont.yml": (
        'title:\n  fr: "Ouverture du pont des Trois-Rives"\n'
        'date: "2021-05-03"\ntype: project\nstatus: draft\nplace: belleport\n'
    ),
    "content/sources/courrier-2021.yml": (
        'title: "Le pont est ouvert"\nlanguage: fr\npublisher: "Le Courrier du Port"\n'
        "url: https://courrier.example/pont\n"
    ),
    "content/people/ada-quist.yml": 'name:\n  fr: "Ada Quist"\naliases: ["A. Quist"]\n',
    "content/organisations/conseil.yml": (
        'name:\n  fr: "Conseil de Belleport"\nacronym:\n  fr: "CDB"\n'
    ),
    "content/places/belleport.yml": 'name:\n  fr: "Belleport"\nkind: city\n',
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def run(root):
    """Call the command as a script does."""

    def run(*words, **more):
        return CliRunner().invoke(main, ["--root", str(root), *map(str, words)], **more)

    return run


@pytest.fixture
def files(root):
    """Say which records there are, beside those of the start."""

    def files():
        found = {path.relative_to(root).as_posix() for path in root.glob("content/**/*.yml")}
        return found - FILES.keys()

    return files
