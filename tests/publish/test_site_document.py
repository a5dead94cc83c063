"""docs/site.md names every option of the plugin and every template with its view."""

import re
from pathlib import Path

from generator.publish import views
from generator.publish.edition import TEMPLATES
from generator.publish.plugin import TimelineConfig

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs/site.md").read_text("utf-8")


def test_every_option_of_the_plugin_is_in_the_table_with_its_default():
    rows = dict(re.findall(r"^\| `(\w+)` \| (.+?) \|", TEXT, re.MULTILINE))
    options = TimelineConfig()
    assert set(rows) == {name for name, _ in options._schema}  # noqa: SLF001
    for name in ("page_events", "exports", "policy"):
        assert rows[name] == f"`{str(options[name]).lower()}`"


def test_every_template_is_in_the_table_and_every_view_is_a_class():
    named = set(re.findall(r"^\| `pages/([\w.]+)`", TEXT, re.MULTILINE))
    assert named == {path.name for path in (TEMPLATES / "pages").glob("*.html")}
    folder = Path(views.__file__).parent
    code = "".join(path.read_text("utf-8") for path in folder.glob("*.py"))
    for view in re.findall(r"`(\w+View)`", TEXT):
        assert f"class {view}:" in code
