"""A site in three languages, the third of which is one file of words and is read from the right."""

import json
import shutil
from contextlib import chdir
from dataclasses import replace
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import lxml.html
import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from generator.record.model import ReviewStatus
from generator.record.store import write_record

ROOT = Path(__file__).parents[2]
KINDS = ("events", "sources", "people", "organisations", "places", "indicators")
HOME = "https://example.github.io/timeline/"
FOLDERS = {"fr": "", "en": "en/", "ar": "ar/"}


@pytest.fixture
def project(tmp_path, content, monkeypatch, add_arabic):
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    lyon = content.events["conseil-lyon"]
    drafted = replace(lyon, status=ReviewStatus.DRAFT, participants=lyon.participants[:2])
    for kind in KINDS:
        for record in getattr(content, kind).values():
            write_record(tmp_path, drafted if record is lyon else record)
    pages = tmp_path / "content/pages"
    pages.mkdir(parents=True)
    shutil.copy(ROOT / "content/pages/about.md", pages)
    shutil.copy(ROOT / "content/pages/about.en.md", pages)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    add_arabic(tmp_path)
    return tmp_path


def build_site(project):
    with chdir(project):
        config = load_config("mkdocs.yml", site_dir=str(project / "site"), strict=True)
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
    return project / "site"


def documents(site):
    """Return address → document, without former addresses and what is framed by other sites."""
    trees = {}
    for path in site.rglob("index.html"):
        tree = lxml.html.fromstring(path.read_text("utf-8"))
        if not tree.xpath("//meta[@http-equiv='refresh']") and path.parent.name != "embed":
            trees[path.parent.relative_to(site).as_posix().removeprefix(".") + "/"] = tree
    return {address.lstrip("/"): tree for address, tree in trees.items()}


def test_every_page_is_there_in_every_language_under_the_same_path(project):
    trees = documents(build_site(project))
    own = {
        language: {
            path.removeprefix(folder)
            for path in trees
            if (path.startswith(folder) if folder else not path.startswith(("en/", "ar/")))
        }
        for language, folder in FOLDERS.items()
    }
    assert len(own["fr"]) > 20
    assert own["fr"] == own["en"] == own["ar"]
    for language, folder in FOLDERS.items():
        for path in own[language]:
            tree = trees[folder + path]
            ways = {"fr": "ltr", "en": "ltr", "ar": "rtl"}
            assert (tree.get("lang"), tree.get("dir")) == (language, ways[language])
            assert tree.xpath("//link[@rel='canonical']/@href") == [HOME + folder + path]
            named = {
                link.get("hreflang"): link.get("href")
                for link in tree.xpath("//link[@rel='alternate'][not(@type)]")
            }
            wanted = {key: HOME + value + path for key, value in FOLDERS.items()}
            assert named == {**wanted, "x-default": HOME + path}
            switch = {
                link.get("hreflang"): urljoin(HOME + folder + path, link.get("href"))
                for link in tree.xpath("//a[@class='tongues__link']")
            }
            assert switch == {key: url for key, url in wanted.items() if key != language}


def test_no_link_leads_out_of_its_language_but_the_switch(project):
    trees = documents(build_site(project))
    for path, tree in trees.items():
        folder = next((f for f in ("en/", "ar/") if path.startswith(f)), "")
        for link in tree.xpath("//a[@href][not(@class='tongues__link')]"):
            url = urldefrag(urljoin(HOME + path, link.get("href")))[0]
            if url.startswith(HOME) and (url.endswith("/") or "?" in url):
                target = url.removeprefix(HOME)
                inside = target.startswith(folder) and target[:3] not in {"en/", "ar/"} - {folder}
                assert inside, (path, link.get("href"))


def test_dates_numbers_and_words_are_the_readers(project):
    site = build_site(project)
    trees = documents(site)
    path = "events/conseil-lyon/"
    texts = {
        language: trees[folder + path].xpath("string(//main)")
        for language, folder in FOLDERS.items()
    }
    for language, date in {"fr": "4 mars 2024", "en": "4 March 2024", "ar": "4 مارس 2024"}.items():
        assert date in texts[language]
    assert "اجتماع" in texts["ar"]
    home = trees["ar/"]
    menu = home.xpath("//nav[@class='menu']//a")
    shown = [link.text for link in menu]
    assert (shown[0], *shown[2:5]) == ("التسلسل الزمني", "الأشخاص", "الأماكن", "المصادر")
    about = next(link for link in menu if link.get("href").endswith("about/"))
    assert (about.text, about.get("lang"), about.get("dir")) == ("À propos", "fr", "ltr")


def test_what_is_not_translated_says_so_and_is_marked(project):
    trees = documents(build_site(project))
    arabic = trees["ar/events/conseil-lyon/"]
    assert arabic.xpath("string(//h1)") == "المجلس يجتمع في ليون"
    assert not arabic.xpath("//p[@class='untranslated']")
    person = trees["ar/people/jeanne-martin/"]
    assert "الفرنسية" in person.xpath("string(//p[@class='untranslated'])")
    (name,) = person.xpath("//h1/span")
    assert (name.get("lang"), name.get("dir")) == ("fr", "ltr")
    about = trees["ar/about/"]
    assert about.xpath("//p[@class='untranslated']")
    (body,) = about.xpath("//main/div[@lang]")
    assert (body.get("lang"), body.get("dir")) == ("fr", "ltr")
    assert not trees["en/about/"].xpath("//p[@class='untranslated']")
    assert trees["en/about/"].xpath("string(//h1)").startswith("About")


def test_a_passage_keeps_its_direction(project):
    tree = documents(build_site(project))["ar/events/conseil-lyon/"]
    quotes = tree.xpath("//*[contains(@class, 'quote')][@lang]")
    assert quotes
    assert {(quote.get("lang"), quote.get("dir")) for quote in quotes} <= {
        ("fr", "ltr"),
        ("de", "ltr"),
    }


def test_feeds_and_calendars_are_in_each_language_and_the_api_is_once(project):
    site = build_site(project)
    for language, folder in FOLDERS.items():
        feed = json.loads((site / folder / "feeds/events.json").read_text("utf-8"))
        assert feed["language"] == language
        assert feed["home_page_url"] == HOME + folder
        assert all(item["url"].startswith(HOME + folder) for item in feed["items"])
        assert (site / folder / "calendars/all.ics").is_file()
        assert (site / folder / "index/search/manifest.json").is_file()
    assert "المجلس يجتمع في ليون" in (site / "ar/feeds/events.xml").read_text("utf-8")
    assert (site / "api/v1/events.json").is_file()
    assert not (site / "en/api").exists()
    assert not (site / "en/data/events.csv").exists()


def test_the_sitemap_has_all_pages_and_the_missing_page_all_languages(project):
    site = build_site(project)
    text = (site / "sitemap.xml").read_text("utf-8")
    for folder in FOLDERS.values():
        assert f"<loc>{HOME}{folder}events/conseil-lyon/</loc>" in text
    missing = lxml.html.fromstring((site / "404.html").read_text("utf-8"))
    sections = missing.xpath("//section[@lang]")
    assert [(one.get("lang"), one.get("dir")) for one in sections] == [
        ("fr", "ltr"),
        ("en", "ltr"),
        ("ar", "rtl"),
    ]
    assert all(href.startswith("/timeline/") for href in missing.xpath("//section//a/@href"))


def test_a_language_without_words_stops_the_build_and_names_those_there_are(project, caplog):
    config = project / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("[fr, en, ar]", "[fr, tlh]"), "utf-8")
    with pytest.raises(Abort):
        build_site(project)
    assert "'tlh'" in caplog.text
    assert "ar, en, fr" in caplog.text


def test_pictures_of_hand_written_pages_are_beside_them_in_every_language(project):
    (project / "content/pages/plan.svg").write_text("<svg/>", "utf-8")
    site = build_site(project)
    assert (site / "plan.svg").is_file()
    assert (site / "ar/plan.svg").is_file()
