from dataclasses import replace
from itertools import pairwise
from urllib.parse import unquote, urldefrag, urljoin

import lxml.html
import pytest
from jinja2 import UndefinedError

from generator.publish.edition import TEMPLATES
from generator.publish.exports.site import export_files
from generator.publish.pages import PageCache, environment, open_edition, render_site


@pytest.fixture
def pages(content, options):
    return {page.path: page for page in render_site(content, options)}


def text_of(page):
    return " ".join(lxml.html.fromstring(f"<div>{page.html}</div>").text_content().split())


def test_every_record_has_a_page_and_every_kind_an_index(pages, content):
    for kind in ("events", "sources", "people", "organisations", "places", "indicators"):
        assert f"{kind}/" in pages
        for record_id in getattr(content, kind):
            assert f"{kind}/{record_id}/" in pages
    assert {"", "years/1998/", "years/2024/", "years/2025/"} <= set(pages)


def test_every_link_and_anchor_between_pages_leads_somewhere(pages, content, options):
    anchors = {
        path: set(lxml.html.fromstring(f"<div>{page.html}</div>").xpath("//@id"))
        for path, page in pages.items()
        if not page.redirect_to
    }
    anchors |= dict.fromkeys((path for path, _ in export_files(open_edition(content, options))), ())
    seen = 0
    for path, page in pages.items():
        if page.redirect_to:
            continue
        for href in lxml.html.fromstring(f"<div>{page.html}</div>").xpath("//@href"):
            if href.startswith("http"):
                continue
            url, fragment = urldefrag(urljoin(f"https://x/{path}", href))
            target = url.removeprefix("https://x/").partition("?")[0]
            assert target in anchors, (path, href)
            anchor = unquote(fragment.split(":~:")[0])
            assert not anchor or anchor in anchors[target], (path, href)
            seen += 1
    assert seen > 150


def test_no_page_has_two_elements_of_one_name(pages):
    for page in pages.values():
        names = lxml.html.fromstring(f"<div>{page.html}</div>").xpath("//@id")
        assert len(names) == len(set(names)), page.path


def test_headings_step_down_one_at_a_time_from_one_first_heading(pages):
    for page in pages.values():
        if page.redirect_to:
            continue
        tree = lxml.html.fromstring(f"<div>{page.html}</div>")
        levels = [int(node.tag[1]) for node in tree.iter("h1", "h2", "h3", "h4", "h5", "h6")]
        assert levels.count(1) == 1, page.path
        assert levels[0] == 1, page.path
        steps = pairwise(levels)
        assert all(after <= before + 1 for before, after in steps), (page.path, levels)


def test_the_front_page_shows_every_event_with_its_date_people_sources_and_review(pages):
    text = text_of(pages[""])
    for words in ("4 mars 2024", "septembre 2025", "vers 1998", "Sans date", "Jeanne Martin"):
        assert words in text
    assert "2 sources" in text
    assert "relu" in text
    assert "prévu" in text
    assert "annulé" in text
    assert "contesté" in text
    assert "Un événement retiré" not in text


def test_the_front_page_has_the_newest_first_and_the_chronology_the_oldest(pages):
    newest, oldest = (pages[path].html.partition("data-list")[2] for path in ("", "events/"))
    assert newest.index("réunira à Paris") < newest.index("réunit à Lyon")
    assert oldest.index("réunit à Lyon") < oldest.index("réunira à Paris")


def test_an_event_page_says_what_is_known_and_how(pages):
    text = text_of(pages["events/conseil-lyon/"])
    for words in (
        "Le conseil se réunit à Lyon",
        "The council meets in Lyon",
        "Comment le savons-nous ?",
        "ou compte depuis un autre jour ; calculée",
        "Compté depuis5 mars 2024",
        "plus de 94,8 milliards d’euros",
        "hôte",
        "L’ordre du jour n’est pas connu",
        "Suivi de",
        "Comprend",
        "Dans la même série",
    ):
        assert words in text.replace("\xa0", " "), words


def test_evidence_leads_to_the_passage_at_the_publishers(pages):
    tree = lxml.html.fromstring(pages["events/conseil-lyon/"].html)
    links = tree.xpath("//a[@rel='external noopener nofollow']/@href")
    assert (
        "https://gazette.example/seance?id=1#haut:~:text=Le%20conseil%20s%27est%20r%C3%A9uni,"
        "pr%C3%A9sence%20de%20la%20maire." in links
    )


def test_evidence_of_a_source_without_address_leads_to_our_page_of_it(pages):
    tree = lxml.html.fromstring(pages["events/conseil-lyon/"].html)
    links = tree.xpath("//p[@class='passage__link']/a/@href")
    assert "../../sources/journal/#p-conseil-lyon-e3" in links
    own = {link for link in links if "sources/digest" in link}
    words = "Le%20conseil%20s%27est%20r%C3%A9uni,pr%C3%A9sence%20de%20la%20maire."
    assert own == {f"../../sources/digest/#p-conseil-lyon-e2:~:text={words}"}


def test_sources_that_differ_stand_side_by_side(pages):
    tree = lxml.html.fromstring(pages["events/conseil-lyon/"].html)
    boxes = tree.xpath("//div[contains(@class,'disagreement')]")
    readings = [
        [" ".join(node.text_content().split()) for node in box.xpath(".//dt")] for box in boxes
    ]
    assert ["4 mars 2024 retenu par la fiche", "2024"] in readings
    # A year that holds the day, a country that holds the city: less precise, not a contradiction.
    assert all("moins précise" in box.text_content() for box in boxes)


def test_a_statement_without_proof_says_so(pages):
    text = text_of(pages["events/conseil-lyon/"])
    assert "Sans passage à l’appui" in text
    assert "Présence : France" in text


def test_a_source_page_lists_each_passage_with_what_rests_on_it(pages):
    text = text_of(pages["sources/gazette/"])
    assert "Le conseil s'est réuni … présence de la maire." in text
    assert "Date : 4 mars 2024" in text.replace("\xa0", " ")
    assert "Le conseil se réunira à Paris" in text


def test_a_digest_is_shown_on_its_own_page_and_on_that_of_what_it_retells(pages):
    assert "en présence de la maire" in text_of(pages["sources/digest/"])
    assert "en présence de la maire" in text_of(pages["sources/gazette/"])
    assert "en présence de la maire" not in text_of(pages["sources/journal/"])


def test_a_former_address_redirects(pages):
    page = pages["events/conseil-a-lyon/"]
    assert page.redirect_to == "events/conseil-lyon/"
    assert 'content="0; url=../../events/conseil-lyon/"' in page.html
    assert 'rel="canonical" href="https://conseils.example/events/conseil-lyon/"' in page.html
    assert pages["places/lugdunum/"].redirect_to == "places/lyon/"


def test_a_former_id_that_a_record_has_taken_does_not_redirect(content, options):
    events = dict(content.events)
    events["rumeur"] = replace(events["rumeur"], formerly=("conseil-lyon",))
    paths = [page.path for page in render_site(replace(content, events=events), options)]
    assert paths.count("events/conseil-lyon/") == 1


def test_a_withdrawn_event_has_a_page_that_says_so(pages):
    assert "a été retirée" in text_of(pages["events/retire/"])


def test_an_indicator_has_a_chart_and_the_same_numbers_in_a_table(pages):
    tree = lxml.html.fromstring(pages["indicators/budget/"].html)
    assert len(tree.xpath("//a[contains(@class, 'chart__datum')]")) == 2
    rows = [
        [" ".join(cell.text_content().split()) for cell in row] for row in tree.xpath("//tbody/tr")
    ]
    assert rows[0][:2] == ["2024", "plus de 94,8 milliards d’euros"]
    assert rows[1][:2] == ["2025", "environ 90 milliards d’euros"]


def test_an_empty_site_is_not_a_blank_one(content, options):
    pages = {page.path: page for page in render_site(type(content)(), options)}
    assert "Aucun événement n’est encore publié." in text_of(pages[""])


def test_a_long_timeline_is_cut_and_says_so(content, options):
    event = content.events["conseil-lyon"]
    many = {
        f"e{number}": replace(event, id=f"e{number}", formerly=(), part_of=None)
        for number in range(150)
    }
    whole = replace(content, events={**many, "conseil-paris": content.events["conseil-paris"]})
    pages = {page.path: page for page in render_site(whole, replace(options, page_events=20))}
    home = pages[""]
    assert home.html.count('class="event ') <= 20
    assert "autres événements se trouvent sur les pages des années" in text_of(home).replace(
        "\xa0", " "
    )
    listed = (pages[path].html.count('class="event ') for path in ("years/2024/", "years/2024/2/"))
    assert list(listed) == [100, 50]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_site_is_whole_in_each_of_its_languages(content, options, language):
    pages = render_site(content, replace(options, language=language))
    assert len(pages) > 20
    (event,) = [page for page in pages if page.path == "events/conseil-lyon/"]
    assert ("Who" in text_of(event)) is (language == "en")


def test_rendering_twice_gives_the_same_bytes(content, options):
    assert render_site(content, options) == render_site(content, options)


def test_only_pages_that_depend_on_a_record_are_rendered_again(content, options):
    cache = PageCache()
    first = {page.path: page.html for page in render_site(content, options, cache)}
    marked = {path: (view, f"{html}<!--old-->") for path, (view, html) in cache.bodies.items()}
    cache.bodies = marked
    people = dict(content.people)
    people["jeanne-martin"] = replace(people["jeanne-martin"], name={"fr": "Jeanne Durand"})
    changed = replace(content, people=people)
    second = {page.path: page.html for page in render_site(changed, options, cache)}
    fresh = {path for path in second if not second[path].endswith("<!--old-->")}
    clean = {page.path: page.html for page in render_site(changed, options)}
    assert {path for path in first if first[path] != clean[path]} == {
        path
        for path in fresh
        if not path.endswith(("lugdunum/", "conseil-a-lyon/"))
        and not path.startswith(("certainty/", "series/", "standing/", "types/"))  # rows: no names
    }
    assert "events/conseil-lyon/" in fresh
    assert "sources/journal/" not in fresh


def test_a_template_that_asks_for_what_is_not_there_is_an_error():
    template = environment(TEMPLATES).from_string("{{ nothing }}")
    with pytest.raises(UndefinedError):
        template.render()


def test_a_record_of_an_impossible_name_is_refused(content, options):
    bad = replace(content.events["rumeur"], id="../x")
    with pytest.raises(ValueError, match="no id"):
        render_site(replace(content, events={"../x": bad}), options)


def faults(hostile, options, texts):
    articles = {f"h{number:04d}": text for number, text in enumerate(texts)}
    pages = render_site(hostile.hostile_content(texts), replace(options, articles=articles))
    assert len(pages) > 6 * len(texts)
    return {page.path: found for page in pages if (found := hostile.faults_of(page.html))}


def test_hostile_text_in_any_field_is_only_text(hostile, options):
    assert faults(hostile, options, list(hostile.OWN)) == {}


def test_a_collection_of_payloads_in_every_field_is_only_text(hostile, options):
    if not hostile.COLLECTION.is_file():
        pytest.skip("the collection of payloads is not beside the repository")
    assert faults(hostile, options, hostile.payloads()) == {}


def test_the_reader_of_faults_finds_them(hostile):
    bad = "<p onclick=x><script>1</script><a href='java&#115;cript:x'>y</a><img src=x></p>"
    assert hostile.faults_of(bad) == [
        "p@onclick",
        "script []",
        "href javascript:x",
        "<img>",
        "img@src",
    ]
