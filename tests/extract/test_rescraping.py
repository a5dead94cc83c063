"""A page fetched again with other markup still proves what it proved; an altered one does not."""

from __future__ import annotations

import html

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.extract.article.reader import read_article
from generator.record.passage import name_passage, normalise
from generator.record.standing import Standing, verify

PARAGRAPHS = (
    "Le conseil d’Orville s’est réuni le 4 mars 2024, en présence de la maire, Ada Quist.",
    "Il a voté 94,8 millions d’euros pour l’école, soit 27 % de plus que l’an dernier.",
    "La séance suivante aura lieu en mai 2024 à Port-Réal, dans la salle des fêtes de la ville.",
)


FORMS = ["{}"] * 6 + ["<b>{}</b>", '<a href="/x">{}</a>', "<i>{}</i>"]


@st.composite
def pages(draw):
    """Mark up the paragraphs as some site might, with what stands around an article."""
    nbsp = draw(st.booleans())
    tag = draw(st.sampled_from(["p", "div", "li", "section"]))
    blocks = []
    for paragraph in PARAGRAPHS:
        words = [html.escape(word, quote=draw(st.booleans())) for word in paragraph.split(" ")]
        for index, word in enumerate(words):
            form = draw(
                st.sampled_from(["{}"] * 6 + ["<b>{}</b>", '<a href="/x">{}</a>', "<i>{}</i>"])
            )
            words[index] = form.format(word)
        joint = "&nbsp;" if nbsp else draw(st.sampled_from([" ", "\n", "  "]))
        text = joint.join(words)
        if draw(st.booleans()):
            text = text.replace("’", draw(st.sampled_from(["'", "&rsquo;", "&#8217;"])))
        blocks.append(f"<{tag}>{text}</{tag}>")
    banner = draw(st.sampled_from(["", "<header>Le Courrier du Port</header>", "<p>À la une</p>"]))
    footer = draw(st.sampled_from(["", "<footer>Tous droits réservés</footer>"]))
    space = draw(st.sampled_from(["", "\n", "\n    "]))
    body = space.join((banner, "<article>", *blocks, "</article>", footer))
    head = "<head><title>Conseil</title></head>"
    return f"<!doctype html><html lang=fr>{head}<body>{body}</body></html>"


def text_of(folder, page):
    path = folder / "page.html"
    path.write_text(page, encoding="utf-8")
    return normalise(read_article(path).text)


def passages_of(text):
    """Return a passage of each paragraph: all of it, and its figure or date alone."""
    words = (
        "Le conseil d'Orville s'est réuni le 4 mars 2024",
        "94,8 millions d'euros",
        "soit 27 % de plus que l'an dernier",
        "La séance suivante aura lieu en mai 2024 à Port-Réal",
    )
    for each in words:
        start = text.text.index(each)
        yield name_passage(text, start, start + len(each))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(pages(), pages())
def test_other_markup_breaks_no_proof(tmp_path, before, after):
    read, now = text_of(tmp_path, before), text_of(tmp_path, after)
    for passage in passages_of(read):
        assert verify(passage, now).standing in (Standing.OK, Standing.MOVED)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40
)
@given(pages(), pages())
def test_other_markup_hides_no_altered_figure_or_date(tmp_path, before, after):
    read = text_of(tmp_path, before)
    for old, new in (("2024", "2025"), ("94,8", "94,9"), ("27", "72")):
        after = after.replace(old, new)
    now = text_of(tmp_path, after)
    for passage in passages_of(read):
        assert verify(passage, now).standing is Standing.CHANGED
