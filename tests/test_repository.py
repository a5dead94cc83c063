"""What git tracks can be published: small, without addresses of machines, with fresh locks."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
LARGEST = 1 << 20  # bytes; nothing here needs more, and git keeps what it once had
LONGEST_SCRIPT_LINE = 500  # characters; longer ones are written by a minifier
REGISTRY = re.compile(r"(?:pypi|pythonhosted|npmjs|yarnpkg)[.](?:org|com)|index-url +\S*:[/]{2}")
MACHINE = re.compile(r"(?<![\w.~:/-])/(?:work|farm|root|home/\w+|Users/\w+|tmp)/\w")
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT, BUILD = PYPROJECT["project"], PYPROJECT["build-system"]["requires"]
LOCKS = {"requirements.txt": [], "requirements-dev.txt": PROJECT["optional-dependencies"]["dev"]}
PIN = re.compile(r"^([\w.-]+)==([^\s;]+)", re.MULTILINE)


@pytest.fixture(scope="module")
def tracked() -> list[Path]:
    """Every file that git tracks and that is there."""
    command = ["git", "ls-files", "-z"]
    try:
        run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this is no git checkout: nothing says which files are tracked")
    paths = [ROOT / name for name in run.stdout.split("\0") if name]
    return [path for path in paths if path.is_file()]


@pytest.fixture(scope="module")
def texts(tracked) -> dict[str, str]:
    """The tracked text files by relative path."""
    contents = {str(path.relative_to(ROOT)): path.read_bytes() for path in tracked}
    found = {name: data for name, data in contents.items() if b"\0" not in data[:8000]}
    # One fixture is what a spreadsheet writes, which is no UTF-8.
    return {name: data.decode(errors="replace") for name, data in found.items()}


def lines_with(pattern: re.Pattern[str], texts: dict[str, str]) -> list[str]:
    return [
        f"{name}:{number}: {line.strip()}"
        for name, text in texts.items()
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def test_no_file_names_a_package_registry(texts) -> None:
    assert lines_with(REGISTRY, texts) == []


def test_no_file_carries_the_path_of_one_machine(texts) -> None:
    assert lines_with(MACHINE, texts) == []


def test_no_file_is_larger_than_one_mebibyte(tracked) -> None:
    assert [str(path) for path in tracked if path.stat().st_size > LARGEST] == []


def test_no_script_of_others_is_kept_here(tracked) -> None:
    scripts = [path for path in tracked if path.suffix in {".js", ".mjs", ".css"}]
    named = [
        str(path) for path in scripts if re.search(r"[.-]min[.]|node_modules|vendor", str(path))
    ]
    minified = [
        str(path)
        for path in scripts
        if max(map(len, path.read_text().splitlines()), default=0) > LONGEST_SCRIPT_LINE
    ]
    assert (named, minified) == ([], [])


def test_texts_that_may_not_be_published_are_not_tracked(tracked) -> None:
    private = ROOT / "content" / "articles" / "private"
    assert [path.name for path in tracked if private in path.parents] in ([], ["README.md"])


def test_imports_follow_the_arrows(monkeypatch) -> None:
    lint_imports = pytest.importorskip("importlinter.cli", reason="make setup").lint_imports
    monkeypatch.chdir(ROOT)
    assert lint_imports(no_cache=True) == 0


def test_there_is_no_typing_error() -> None:
    pytest.importorskip("codespell_lib", reason="make setup")
    command = [sys.executable, "-m", "codespell_lib"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout) == (0, "")


@pytest.mark.parametrize(("lock", "extras"), LOCKS.items(), ids=LOCKS)
def test_a_lock_pins_everything_that_pyproject_asks_for(lock, extras) -> None:
    pins = dict(PIN.findall((ROOT / lock).read_text()))
    asked = [*PROJECT["dependencies"], *BUILD, *extras]
    assert [text for text in asked if not is_met(Requirement(text), pins)] == []


def is_met(requirement: Requirement, pins: dict[str, str]) -> bool:
    version = pins.get(canonicalize_name(requirement.name))
    return version is not None and requirement.specifier.contains(version)


@pytest.mark.parametrize("lock", LOCKS)
def test_each_pin_of_a_lock_has_a_hash_and_no_address(lock) -> None:
    text = (ROOT / lock).read_text()
    bare = [
        name
        for name, _ in PIN.findall(text)
        if not re.search(rf"^{name}==.*\n +--hash=", text, re.MULTILINE)
    ]
    assert bare == []
    assert "://" not in text


def test_both_locks_agree() -> None:
    run, develop = (dict(PIN.findall((ROOT / lock).read_text())) for lock in LOCKS)
    assert {name: develop.get(name) for name in run} == run


def test_each_dependency_has_a_lower_bound_and_says_why_it_is_there() -> None:
    wanted = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]]
    assert [text for text in wanted if ">=" not in text] == []
    lines = (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    bare = [
        text for text in wanted if not any(f'"{text}"' in line and "# " in line for line in lines)
    ]
    assert bare == []
