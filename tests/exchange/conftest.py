"""Small files of other programs, and an empty project to import them into."""

import datetime as dt
from pathlib import Path

import pytest

from generator.exchange.exporting import export
from generator.exchange.formats import Asked, describe_in, read_source
from generator.exchange.ledger import read_ledgers
from generator.exchange.planner import apply, plan
from generator.record.store import read_content

TODAY = dt.date(2026, 1, 1)


class Project:
    """A project's folder, and what the commands do in it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        (root / "content").mkdir(parents=True, exist_ok=True)

    def bring(self, source: Path, format_name: str, **asked):
        """Import a file, and return what was planned."""
        made = self.plan(source, format_name, **asked)
        apply(made, self.root)
        return made

    def plan(self, source: Path, format_name: str, *, language="en", today=TODAY, **asked):
        reading = read_source(source, format_name, Asked(**asked))
        return plan(
            reading,
            self.loaded,
            self.root,
            name=f"{source.stem}-{format_name}",
            known=read_ledgers(self.root).get(f"{source.stem}-{format_name}"),
            language=language,
            today=today,
            describe=describe_in(format_name),
        )

    def take(self, target: str, language="en"):
        """Export all events."""
        return export(self.loaded.content, target, read_ledgers(self.root), language)

    @property
    def loaded(self):
        return read_content(self.root)

    @property
    def events(self):
        return self.loaded.content.events

    @property
    def errors(self):
        return [str(p) for p in self.loaded.problems if p.severity == "error"]

    def files(self):
        """Return every file of the records with what is in it."""
        paths = sorted(self.root.rglob("content/**/*"))
        return {
            path.relative_to(self.root).as_posix(): path.read_bytes()
            for path in paths
            if path.is_file()
        }


@pytest.fixture
def project(tmp_path):
    return Project(tmp_path / "project")


@pytest.fixture
def file(tmp_path):
    def write(name, content):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


@pytest.fixture(scope="session")
def new_project(tmp_path_factory):
    """Make a project of its own for each example that Hypothesis thinks of."""
    return lambda: Project(tmp_path_factory.mktemp("any"))
