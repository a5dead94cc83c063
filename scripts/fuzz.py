"""Look for inputs that break a reader, guided by which of its lines they reach.

python scripts/fuzz.py                          every target, a minute each
python scripts/fuzz.py record edtf --seconds 600
python scripts/fuzz.py --again tests/regressions/edtf/0a1b2c3d

Each target runs in a process of its own under libFuzzer (atheris), from our own samples; an input
that raises, or takes more than ten seconds, is kept in `tests/regressions/TARGET/`. What a run
learned stays in `.cache/fuzz/`, so that the next goes on from there.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / "tests" / "regressions"
LONGEST = 20_000  # bytes of one input: length is what the benchmarks double
LEARNED = ROOT / ".cache" / "fuzz"
BOUND = 10  # seconds of one input
MEMORY = 4_000  # MB of one process, models and all

_EXECUTIONS = re.compile(r"(?:number_of_executed_units: |^#)(\d+)", re.MULTILINE)
DATES = (
    "2025", "2025-06", "2025-06-16", "2025-06-16/2025-06-18", "2025~", "XXXX-06-16", "../2020",
    "[2020..2022]", "2025-21", "2025-33", "2025-41", "-0044-03-15", "2024-02-29%", "16 juin 2025",
)  # fmt: skip


def seeds(target: str) -> list[bytes]:
    """Return inputs to begin with: our own records, articles, fixtures and dates."""
    if target == "edtf":
        return [date.encode() for date in DATES]
    if target == "record":
        files = (ROOT / "content").rglob("*.yml")
        kinds = ("events", "sources", "people", "organisations", "places", "indicators")
        return [
            bytes([kinds.index(path.relative_to(ROOT / "content").parts[0])]) + path.read_bytes()
            for path in sorted(files)
            if path.relative_to(ROOT / "content").parts[0] in kinds
        ]
    if target == "exchange":
        polar = sorted((ROOT / "tests" / "exchange" / "polar").rglob("*.*"))
        kind = {".json": 0, ".csv": 1, ".ics": 2, ".md": 3}
        return [
            bytes([kind[path.suffix]]) + path.read_bytes() for path in polar if path.suffix in kind
        ]
    texts = [path.read_bytes() for path in sorted((ROOT / "tests" / "quality").rglob("*.txt"))]
    prefix = b"" if target == "character_set" else b"\0"
    return [prefix + text[:LONGEST] for text in texts]


def fuzz(target: str) -> None:
    """Fuzz one target in this process until libFuzzer ends it."""
    import atheris  # noqa: PLC0415 -- only the process that fuzzes needs it

    with atheris.instrument_imports(include=["generator"]):
        import fuzz_targets  # noqa: PLC0415 -- imported here, so that its lines are counted
    atheris.Setup(sys.argv, fuzz_targets.TARGETS[target])
    atheris.Fuzz()


def run(target: str, seconds: int) -> bool:
    """Fuzz one target in a process of its own; print its counts; say whether nothing broke."""
    learned, kept = LEARNED / target, KEPT / target
    for folder in (learned, kept):
        folder.mkdir(parents=True, exist_ok=True)
    for data in seeds(target):
        (learned / hashlib.sha256(data).hexdigest()[:16]).write_bytes(data)
    before = set(kept.iterdir())
    options = (
        f"-max_total_time={seconds}", f"-timeout={BOUND}", f"-rss_limit_mb={MEMORY}",
        f"-max_len={LONGEST}", f"-artifact_prefix={kept}/", "-print_final_stats=1", "-verbosity=1",
    )  # fmt: skip
    command = [sys.executable, __file__, "--inside", target, *options, str(learned)]
    done = subprocess.run(  # noqa: S603 -- this script itself
        command, capture_output=True, text=True, errors="replace", check=False
    )
    found = sorted(set(kept.iterdir()) - before)
    tried = _EXECUTIONS.findall(done.stderr)
    print(
        f"{target}: {tried[-1] if tried else 0} inputs in {seconds} s, {len(found)} findings",
        flush=True,
    )
    for path in found:
        print(f"  python scripts/fuzz.py --again {path.relative_to(ROOT)}")
    if done.returncode:
        said = (*done.stdout.splitlines()[-20:], *done.stderr.splitlines()[-4:])
        print("\n".join(f"  {line}" for line in said))
    if not any(kept.iterdir()):
        kept.rmdir()
    return not found and not done.returncode


def main() -> int:
    """Fuzz the named targets one after the other, or one input again."""
    if len(sys.argv) > 1 and sys.argv[1] == "--inside":
        target = sys.argv.pop(2)
        del sys.argv[1]
        fuzz(target)
        return 0
    from fuzz_targets import TARGETS  # noqa: PLC0415 -- not in the process that fuzzes

    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(TARGETS))
    parser.add_argument("--seconds", type=int, default=60, help="time of each target")
    parser.add_argument("--again", type=Path, help="run one kept input")
    options = parser.parse_args()
    if options.again:
        TARGETS[options.again.parent.name](options.again.read_bytes())
        return 0
    if unknown := set(options.targets) - TARGETS.keys():
        parser.error(f"no target is called {', '.join(sorted(unknown))}")
    done = [run(target, options.seconds) for target in options.targets or TARGETS]
    return not all(done)


if __name__ == "__main__":
    sys.exit(main())
