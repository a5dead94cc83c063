import logging
import re
import signal
import subprocess
import sys
from contextlib import chdir
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import lxml.html
import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from generator.publish.frame import POLICY
from generator.record.model import ReviewStatus
from generator.record.store import write_record

ROOT = Path(__file__).parents[2]
KINDS = ("events", "sources", "people", "organisations", "places", "indicators")
BROKEN = 'title:\n  fr: "Rompu"\ndate: "16 juin 2025"\ntype: fete\n'


@pytest.fixture
def project(tmp_path, content, monkeypatch):
    """Write the small timeline to a folder, with the site's own configuration."""
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    lyon = content.events["conseil-lyon"]
    drafted = replace(lyon, status=ReviewStatus.DRAFT, participants=lyon.participants[:2])
    for kind in KINDS:
        for record in getattr(content, kind).values():
            write_record(tmp_path, drafted if record is lyon else record)
    pages = tmp_path / "content/pages"
    pages.mkdir(parents=True)
    (pages / "about.md").write_text("# À propos\n\n<script>alert(1)</script> Oui.\n", "utf-8")
    (tmp_path / "mkdocs.yml").write_text((ROOT / "mkdocs.yml").read_text("utf-8"), "utf-8")
    return tmp_path


def config_of(project, command="build", *, dirty=False):
    """Read the configuration as MkDocs does: its plugins are kept from one reading to the next."""
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(project / "site"), strict=True)
    if command:
        config.plugins.on_startup(command=command, dirty=dirty)
    return config


def set_option(project, line):
    path = project / "mkdocs.yml"
    text = path.read_text("utf-8")
    assert text.count("  - timeline:\n") == 1
    path.write_text(text.replace("  - timeline:\n", f"  - timeline:\n      {line}\n"), "utf-8")


def build_site(project):
    with chdir(project):
        build(config_of(project))
    return project / "site"


def rebuild(project, *, dirty=False):
    """Build once more as `mkdocs serve` does, without strictness: an editor is at work."""
    config = config_of(project, "")
    config.strict = False
    build(config, dirty=dirty)


def files_of(site):
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file() and path.suffix in {".html", ".json", ".css", ".js"}
    }


def page_of(site, path):
    return lxml.html.fromstring((site / path / "index.html").read_text("utf-8"))


def test_a_strict_build_writes_a_page_for_every_record(project, content):
    site = build_site(project)
    for kind in KINDS:
        for record_id in getattr(content, kind):
            assert (site / kind / record_id / "index.html").is_file()
    assert (site / "about/index.html").is_file()
    assert (site / "404.html").is_file()


def test_every_link_and_anchor_of_the_built_site_leads_somewhere(project):
    site = build_site(project)
    trees = {
        path.relative_to(site).as_posix(): lxml.html.fromstring(path.read_text("utf-8"))
        for path in site.rglob("*.html")
    }
    seen = 0
    for name, tree in trees.items():
        base = f"https://example.github.io/timeline/{name}"
        for href in tree.xpath("//@href | //@src"):
            url, fragment = urldefrag(urljoin(base, href))
            if not url.startswith("https://example.github.io/timeline/"):
                continue
            target = url.removeprefix("https://example.github.io/timeline/")
            target = target.partition("?")[0]
            target += "index.html" if target.endswith("/") or not target else ""
            assert (site / target).is_file(), (name, href)
            anchor = unquote(fragment.split(":~:")[0])
            if anchor and target in trees:
                assert trees[target].xpath("//*[@id=$name]", name=anchor), (name, href)
            seen += 1
    assert seen > 600


def test_building_twice_gives_the_same_bytes(project):
    assert files_of(build_site(project)) == files_of(build_site(project))


def test_a_build_lists_every_problem_and_leaves_the_old_site_alone(project, caplog):
    site = build_site(project)
    folder = project / "content/events/2025"
    (folder / "rompu.yml").write_text(BROKEN, "utf-8")
    (folder / "rompu-aussi.yml").write_text("title: [\n", "utf-8")
    with pytest.raises(Abort):
        build_site(project)
    for place in (
        "content/events/2025/rompu.yml:3:7: [date-format]",
        "content/events/2025/rompu.yml:4:7:",
        "content/events/2025/rompu-aussi.yml:",
    ):
        assert place in caplog.text
    assert (site / "events/conseil-lyon/index.html").is_file()


@pytest.mark.parametrize("step", ["on_files", "on_nav", "on_env", "on_page_context"])
def test_another_plugin_that_fails_at_any_step_leaves_the_old_site_alone(project, step):
    before = files_of(build_site(project))
    (project / "fails.py").write_text(
        f"def {step}(*_, **__):\n    raise RuntimeError('on purpose')\n", "utf-8"
    )
    path = project / "mkdocs.yml"
    path.write_text(path.read_text("utf-8") + "\nhooks: [fails.py]\n", "utf-8")
    event = project / "content/events/2024/conseil-lyon.yml"
    event.write_text(event.read_text("utf-8").replace("2024-03-04", "2024-03-05"), "utf-8")
    with pytest.raises(RuntimeError, match="on purpose"):
        build_site(project)
    assert files_of(project / "site") == before
    assert not (project / ".site.building").exists()


def test_a_build_that_is_killed_leaves_the_old_site_and_the_next_one_clears_up(project):
    before = files_of(build_site(project))
    (project / "dies.py").write_text(
        "import os, signal\n\ndef on_page_context(*_, **__):\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n",
        "utf-8",
    )
    path = project / "mkdocs.yml"
    good = path.read_text("utf-8")
    path.write_text(good + "\nhooks: [dies.py]\n", "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    done = subprocess.run(command, cwd=project, capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL
    assert files_of(project / "site") == before
    path.write_text(good, "utf-8")
    assert files_of(build_site(project)) == before
    assert not (project / ".site.building").exists()


def test_while_serving_a_broken_record_keeps_its_last_good_page(project, caplog):
    path = project / "content/events/2024/conseil-lyon.yml"
    good = path.read_text("utf-8")
    with chdir(project):
        build(config_of(project, "serve"))
        path.write_text(good.replace('date: "2024-03-04"', 'date: "4 mars"'), "utf-8")
        rebuild(project)
    assert "content/events/2024/conseil-lyon.yml:" in caplog.text
    assert "[date-format]" in caplog.text
    page = page_of(project / "site", "events/conseil-lyon")
    assert "4 mars 2024" in page.text_content()


def test_while_serving_a_broken_template_keeps_the_last_good_pages(project, caplog):
    templates = project / "templates"
    for source in (ROOT / "site_templates").rglob("*"):
        if source.is_file():
            target = templates / source.relative_to(ROOT / "site_templates")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(source.read_bytes())
    set_option(project, f"templates: {templates}")
    with chdir(project):
        build(config_of(project, "serve"))
        (templates / "pages/event.html").write_text("{% if %}", "utf-8")
        rebuild(project)
    assert "TemplateSyntaxError" in caplog.text
    assert (project / "site/events/conseil-lyon/index.html").is_file()


def test_a_record_without_url_is_said_but_does_not_stop_a_strict_build(project, caplog):
    caplog.set_level(logging.INFO)
    build_site(project)
    assert "[source-url]" in caplog.text


def test_titles_are_escaped_for_the_theme(project, content):
    path = project / "content/events/undated/rumeur.yml"
    text = path.read_text("utf-8").replace("Une rumeur sans date", "</title><script>x</script>")
    path.write_text(text, "utf-8")
    about = project / "content/pages/about.md"
    about.write_text("---\ntitle: </title><script>y</script>\n---\n\nOui.\n", "utf-8")
    site = build_site(project)
    for name in ("events/rumeur", "about"):
        page = page_of(site, name)
        assert page.xpath("string(//title)").startswith("</title><script>")
        assert not page.xpath("//script[text()='x' or text()='y']")


def test_a_hand_written_page_cannot_run_anything(project):
    page = page_of(build_site(project), "about")
    assert "Oui." in page.text_content()
    assert not page.xpath("//*[@id='content']//script")


def test_each_page_leads_to_its_record_on_the_forge_and_to_the_report_form(project):
    page = page_of(build_site(project), "events/conseil-lyon")
    (edit,) = page.xpath("//a[@rel='edit']/@href")
    assert edit == (
        "https://github.com/example/timeline/edit/main/content/events/2024/conseil-lyon.yml"
    )
    (report,) = page.xpath("//footer//a[@class='action'][not(@rel)]/@href")
    assert report.startswith("https://github.com/example/timeline/issues/new?title=Erreur")
    assert "events%2Fconseil-lyon" in report


def test_the_menu_has_the_sections_by_the_names_of_the_configuration(project):
    page = page_of(build_site(project), "people/jeanne-martin")
    links = page.xpath("//nav[@class='menu']//a")
    assert [link.text_content() for link in links] == [
        "Chronologie",
        "Carte",
        "Personnes",
        "Lieux",
        "Sources",
        "Organisations",
        "Indicateurs",
        "Désaccords",
        "À propos",
    ]
    assert [link.text_content() for link in links if link.get("aria-current")] == ["Personnes"]
    further = page.xpath("//details[@class='menu__more']//a")
    assert next(link.text_content() for link in further) == "Organisations"
    assert page.xpath("string(//details[@class='menu__more']/summary)") == "Plus"


def test_every_page_has_the_policy_and_nothing_that_it_forbids(project):
    checked = 0
    for path in build_site(project).rglob("*.html"):
        text = path.read_text("utf-8")
        if 'http-equiv="refresh"' in text:
            continue
        assert text.count(f'Content-Security-Policy" content="{POLICY}"'.replace("'", "&#39;")) == 1
        assert "unsafe" not in text
        for attributes in re.findall(r"<script([^>]*)>", text):
            assert "src=" in attributes or "json" in attributes, path
        assert not re.search(r"<style|\sstyle=|\son\w+=", text), path
        checked += 1
    assert checked > 40


def test_nothing_of_the_theme_is_published(project):
    site = build_site(project)
    assert {path.suffix for path in (site / "assets").rglob("*.*")} == {
        ".css",
        ".js",
        ".svg",
        ".woff2",
    }
    assert not (site / "assets/javascripts").exists()


def test_nothing_is_asked_of_another_host(project):
    for path in build_site(project).rglob("*.html"):
        tree = lxml.html.fromstring(path.read_text("utf-8"))
        asked = tree.xpath(
            "//script/@src | //img/@src | //iframe/@src"
            " | //link[@rel!='canonical'][not(@hreflang)]/@href"
        )
        assert [url for url in asked if "//" in url] == []


def test_a_former_address_is_a_page_that_leads_on(project):
    text = (build_site(project) / "events/conseil-a-lyon/index.html").read_text("utf-8")
    assert 'content="0; url=../../events/conseil-lyon/"' in text


def test_the_sitemap_has_the_records(project):
    text = (build_site(project) / "sitemap.xml").read_text("utf-8")
    assert "https://example.github.io/timeline/events/conseil-lyon/" in text


def pictures_of(site):
    """Return page → the picture that links to it are shown with, as a path below the site."""
    found = {}
    for path in site.rglob("index.html"):
        tree = lxml.html.fromstring(path.read_text("utf-8"))
        for address in tree.xpath("//meta[@property='og:image']/@content"):
            page = path.parent.relative_to(site).as_posix()
            found[page] = address.removeprefix("https://example.github.io/timeline/")
    return found


def test_each_event_has_a_picture_of_its_own_and_other_pages_share_one(project, content):
    site = build_site(project)
    found = pictures_of(site)
    assert found["."] == found["people/jeanne-martin"] == "poster.png"
    for event in content.events:
        assert found[f"events/{event}"] == f"events/{event}/poster.png"
    for path in found.values():
        assert (site / path).read_bytes().startswith(b"\x89PNG")
    alt = page_of(site, "events/conseil-lyon").xpath("//meta[@property='og:image:alt']/@content")
    assert "Le conseil se réunit à Lyon" in alt[0]


def test_pictures_can_be_switched_off(project):
    set_option(project, "cards: false")
    site = build_site(project)
    assert pictures_of(site) == {}
    assert list(site.rglob("poster.png")) == []


def test_nothing_is_drawn_while_serving(project):
    config = config_of(project, "serve")
    build(config)
    assert list((project / "site").rglob("poster.png")) == []
    assert not (project / "site/embed").exists()


def test_pages_for_frames_are_in_no_site_map(project):
    site = build_site(project)
    assert (site / "events/conseil-lyon/embed/index.html").is_file()
    assert "embed" not in (site / "sitemap.xml").read_text("utf-8")
