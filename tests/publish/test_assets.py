"""Scripts and styles under addresses that change with them."""

import re

import pytest

from generator.publish.assets import START, STYLES, read_assets
from generator.publish.edition import TEMPLATES


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "css").mkdir()
    (tmp_path / "js").mkdir()
    (tmp_path / "css/20-b.css").write_text("b{}\n")
    (tmp_path / "css/10-a.css").write_text("a{}\n")
    (tmp_path / "js/start.js").write_text('const load = () => import("./list.js");\n')
    (tmp_path / "js/list.js").write_text("import { day } from './days.js';\n")
    (tmp_path / "js/days.js").write_text('export const day = "./days.js";\n')
    return tmp_path


def test_sheets_are_joined_in_the_order_of_their_names(folder):
    assert dict(read_assets(folder).files)[STYLES] == "a{}\nb{}\n"


def test_modules_import_each_other_at_the_same_version(folder):
    assets = read_assets(folder)
    files = dict(assets.files)
    assert files[START] == f'const load = () => import("./list.js?v={assets.version}");\n'
    assert files["assets/js/list.js"].endswith(f"from './days.js?v={assets.version}';\n")
    assert files["assets/js/days.js"] == 'export const day = "./days.js";\n'


@pytest.mark.parametrize("changed", ["css/10-a.css", "js/days.js"])
def test_any_change_gives_every_file_another_address(folder, changed):
    before = read_assets(folder).address(START)
    assert before == read_assets(folder).address(START)
    (folder / changed).write_text("/* new */\n")
    assert read_assets(folder).address(START) != before


def test_our_own_modules_import_only_modules_that_exist():
    assets = read_assets(TEMPLATES / "assets")
    names = {path.removeprefix("assets/js/") for path, _ in assets.files}
    for path, text in assets.files:
        if path.endswith(".js"):
            asked = re.findall(r"""(?:from |import\()"\./([^?"]+)""", text)
            assert set(asked) <= names, path
