"""Kill commands that write, at random moments and at each step, and look at what they leave.

python scripts/crash.py                 200 kills of each command at random, and one at each step
python scripts/crash.py --kills 15      fewer at random; --seed N for others

After each kill every file must be the old one or the new one, to the byte; a temporary file may be
left, and the next run must clear it, say so, and bring everything to the state of a run that nobody
killed. Exits 1 when one of this fails. Only where processes can fork.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli import main as timeline
from generator.cli.extract import write_drafts
from generator.extract.drafts.proposals import read_proposals
from generator.extract.reading import read
from generator.record.store import read_content

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ARTICLES = {
    "un.txt": """Sommet de l'OMS à Genève

Publié le 17 mai 2024

Le troisième sommet de l'OMS s'est ouvert en mai 2024 à Genève, en présence de Oumar Sidi. Un séisme
a frappé le Chili le 2 mai 2024. Le Pérou a signé un accord avec le Brésil le 6 mai 2024.
""",
    "deux.txt": """Le Japon et la Corée

Publié le 11 octobre 2022

Le Japon a accueilli une conférence sur le climat à Tokyo en septembre 2022. Une tempête a touché le
Portugal le 9 octobre 2022. Le Maroc a signé un accord avec le Sénégal à Rabat en 2021.
""",
}
LATER = {
    "trois.txt": """Retour sur le sommet

Publié le 20 juin 2024

Le troisième sommet de l'OMS s'est tenu à Genève le 16 mai 2024, avec Aino Salo et Oumar Sidi. Le 14
septembre 2022, le Japon a accueilli une conférence sur le climat à Tokyo. La Finlande a inauguré un
tunnel à Oslo le 1er juin 2024. Une crue a touché le Ghana le 4 juin 2024.
"""
}
TABLE = "title,date\nInauguration du phare,2020-05-01\nNaufrage du Rubis,1911-03\nRegates,1932\n"
SOONER = 0.95  # of the time in which a kill came too late: the machine has become faster
CROWD = 3  # commands at once
KILLS_A_CROWD = 10  # random kills for which there is one crowd
KILLED_BY_STEP = 99  # steps of one command; no command here has as many
MARK = "# relu, ne pas toucher"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One command, and the site that it finds."""

    name: str
    old: Path
    """A folder with the site as it is before."""
    act: Callable[[Path], None]
    """Does what the command does, below the folder that it is given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """How a command came to its end in a process of its own."""

    killed: bool
    code: int
    said: str


def prepare(folder: Path) -> tuple[Scene, ...]:
    """Extract articles, let a person edit records, and return what can be killed from there."""
    articles, first = folder / "articles", folder / "first"
    (first / "content").mkdir(parents=True)
    articles.mkdir()
    (first / "mkdocs.yml").write_text("site_name: x\n")
    write_drafts(first, [_reading(first, articles, name, ARTICLES[name]) for name in ARTICLES])
    for path in sorted((first / "content/events").rglob("*.yml"))[::2]:
        path.write_text(path.read_text(encoding="utf-8") + MARK + "\n", encoding="utf-8")
    later = [_reading(first, articles, name, LATER[name]) for name in LATER]
    second = folder / "second"
    shutil.copytree(first, second)
    write_drafts(second, later)
    slips = folder / "slips"
    shutil.copytree(first, slips)
    for path in (slips / "content/events").rglob("*.yml"):
        slipped = path.read_text(encoding="utf-8").replace("status: draft", "stauts: 'drafft'")
        path.write_text(slipped, encoding="utf-8")
    pair = sorted(path.stem for path in (second / "content/events").rglob("*.yml"))[:2]
    (articles / "table.csv").write_text(TABLE, encoding="utf-8")
    table = str(articles / "table.csv"), "--from", "csv"
    return (
        Scene(name="extract", old=first, act=lambda root: write_drafts(root, later)),
        Scene(name="accept", old=second, act=lambda root: _command(root, "accept", "--all")),
        Scene(name="reject", old=second, act=lambda root: _command(root, "reject", "--all")),
        Scene(name="pairs", old=second, act=lambda root: _command(root, "pairs", *pair, "--apart")),
        Scene(name="fix", old=slips, act=lambda root: _command(root, "fix")),
        Scene(name="import", old=first, act=lambda root: _command(root, "import", *table)),
    )


def _reading(root: Path, articles: Path, name: str, text: str):  # noqa: ANN202 -- Reading
    (articles / name).write_text(text, encoding="utf-8")
    return read(articles / name, read_content(root).content, language="fr")


def _command(root: Path, *arguments: str) -> None:
    timeline(["--root", str(root), *arguments])


# ------------------------------------------------------------------ running and killing


def start(scene: Scene, root: Path, said: Path, step: tuple[int, str] | None = None) -> int:
    """Start a command in a process of its own and return its number.

    Args:
        scene: the command.
        root: the site.
        said: file for what it prints.
        step: number of a file operation and "before" or "after": it kills itself there.
    """
    process = os.fork()
    if process == 0:
        _be_the_command(scene, root, said, step)
    return process


def end(process: int, said: Path) -> Ending:
    """Wait for a command."""
    _, status = os.waitpid(process, 0)
    killed = os.WIFSIGNALED(status)
    code = -1 if killed else os.WEXITSTATUS(status)
    return Ending(killed=killed, code=code, said=said.read_text(encoding="utf-8"))


def run(
    scene: Scene, root: Path, *, after: float | None = None, step: tuple[int, str] | None = None
) -> Ending:
    """Run a command, kill it after some seconds or have it kill itself at a step."""
    said = root.parent / "said.txt"
    said.touch()
    process = start(scene, root, said, step)
    if after is not None:
        time.sleep(after)
        os.kill(process, signal.SIGKILL)
    return end(process, said)


def _be_the_command(scene: Scene, root: Path, said: Path, step: tuple[int, str] | None) -> None:
    code = 1
    try:
        handle = os.open(said, os.O_CREAT | os.O_TRUNC | os.O_WRONLY)
        os.dup2(handle, 1)
        os.dup2(handle, 2)
        if step:
            _kill_at(*step)
        scene.act(root)
        code = 0
    except SystemExit as end:
        code = int(end.code or 0)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _kill_at(number: int, moment: str) -> None:
    """Have this process kill itself at its n-th step: a replacement, a removal, a flush."""
    done = 0

    def counted(change: Callable[..., None]) -> Callable[..., None]:
        def step(*arguments: object, **options: object) -> None:
            nonlocal done
            done += 1
            if done == number and moment == "before":
                os.kill(os.getpid(), signal.SIGKILL)
            change(*arguments, **options)
            if done == number:
                os.kill(os.getpid(), signal.SIGKILL)

        return step

    for name in ("replace", "unlink", "fsync"):
        setattr(os, name, counted(getattr(os, name)))


# ------------------------------------------------------------------ looking at what is left


def files(root: Path) -> dict[str, bytes]:
    """Return what stands in each file of the site's content."""
    paths = sorted((root / "content").rglob("*"))
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in paths if p.is_file()}


def faults_of(
    old: dict[str, bytes], new: dict[str, bytes], now: dict[str, bytes]
) -> Iterator[tuple[str, str]]:
    """Yield each file with what is wrong with it after a kill."""
    for name in sorted(old.keys() | new.keys() | now.keys()):
        if name not in old and name not in new:
            if not Path(name).name.startswith(".timeline-"):
                yield name, "stray"
        elif now.get(name) not in {old.get(name), new.get(name)}:
            yield name, "torn" if name in now else "lost"


def check_kill(
    scene: Scene, root: Path, new: dict[str, bytes], tally: Counter[str], **kill: object
) -> list[str]:
    """Kill a command once, look at the files, run it again, and look once more."""
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(scene.old, root)
    old = files(root)
    ending = run(scene, root, **kill)  # type: ignore[arg-type]
    now = files(root)
    left = now.keys() - old.keys() - new.keys()
    tally["runs"] += 1
    tally["killed"] += ending.killed
    tally["half-way"] += now not in (old, new)
    tally["temporary files left"] += len(left)
    faults = [f"{fault}: {name}" for name, fault in faults_of(old, new, now)]
    held = (root / ".cache/timeline.holder").exists()
    again = run(scene, root)
    if again.code != 0:
        faults.append(f"the next run exits {again.code}: {again.said}")
    if held is not ("was cut short" in again.said):
        faults.append(f"the next run does not say what it found: {again.said}")
    faults += [f"after the next run: {n}: {fault}" for n, fault in faults_of(new, new, files(root))]
    read_proposals(root)
    tally["faults"] += len(faults)
    return [f"{scene.name} {kill}: {fault}" for fault in faults]


def check_crowd(
    scene: Scene, root: Path, new: dict[str, bytes], tally: Counter[str], after: float
) -> list[str]:
    """Run a command several times at once, kill one of them, and look at the files."""
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(scene.old, root)
    notes = [root.parent / f"said-{number}.txt" for number in range(CROWD)]
    for note in notes:
        note.touch()
    processes = [start(scene, root, note) for note in notes]
    time.sleep(after)
    os.kill(processes[-1], signal.SIGKILL)  # the last one is the likeliest to wait or to write
    endings = [end(*each) for each in zip(processes, notes, strict=True)]
    tally["runs"] += len(processes)
    tally["killed"] += endings[-1].killed
    faults = [f"{ending.code}: {ending.said}" for ending in endings if ending.code > 0]
    faults += [f"{fault}: {name}" for name, fault in faults_of(new, new, files(root))]
    tally["faults"] += len(faults)
    return [f"{scene.name} at once: {fault}" for fault in faults]


def campaign(scene: Scene, folder: Path, kills: int, chance: random.Random) -> list[str]:
    """Kill a command at each step and at random moments; print the counts, return the faults."""
    root = folder / "site"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(scene.old, root)
    started = time.monotonic()
    whole = run(scene, root)
    seconds = time.monotonic() - started
    new = files(root)
    if whole.code != 0 or new == files(scene.old):
        return [f"{scene.name} does nothing even when nobody kills it: {whole.said}"]
    faults: list[str] = []
    steps: Counter[str] = Counter()
    for number in range(1, KILLED_BY_STEP):
        for moment in ("before", "after"):
            faults += check_kill(scene, root, new, steps, step=(number, moment))
        if steps["killed"] < 2 * number:
            break  # it came to its end before that step
    at_random: Counter[str] = Counter()
    while at_random["killed"] < kills:
        before = at_random["killed"]
        faults += check_kill(scene, root, new, at_random, after=chance.uniform(0, seconds))
        if at_random["killed"] == before:
            seconds *= SOONER
    crowds: Counter[str] = Counter()
    for _ in range(kills // KILLS_A_CROWD):
        faults += check_crowd(scene, root, new, crowds, chance.uniform(0, seconds))
    tallies = {"each step": steps, "random": at_random, "at once": crowds}
    for how, tally in tallies.items():
        counts = ", ".join(f"{number} {what}" for what, number in tally.items())
        print(f"{scene.name:8} {how:10} {counts}")
    return faults


def main(arguments: list[str] | None = None) -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("commands", nargs="*", help="which commands; by default all of them")
    parser.add_argument("--kills", type=int, default=200, help="random kills of each command")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    chance = random.Random(options.seed)  # noqa: S311 -- moments, no secrets
    faults: list[str] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        scenes = prepare(folder)
        names = options.commands or [scene.name for scene in scenes]
        for scene in (scene for scene in scenes if scene.name in names):
            faults += campaign(scene, folder, options.kills, chance)
    for fault in faults:
        print(fault)
    print(f"{len(faults)} faults")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
