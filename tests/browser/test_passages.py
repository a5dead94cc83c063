"""Links to passages in a real Chromium: scrolled to and marked, exactly the passage, on any layout.

Every page is made here and served on this machine. What the browser has marked is compared with
the passage itself pixel by pixel: the same range is painted a second time from the page's own
text, and both pictures must be equal. A link to another passage must fail (tested below).
"""

from __future__ import annotations

import base64
import html
import http.server
import random
import sys
import threading
from dataclasses import dataclass

import pytest

from generator.extract.article.reader import read_article
from generator.publish.links import Words, passage_url
from generator.record.passage import name_passage, normalise

pytestmark = pytest.mark.browser

LEAST_HITS = 0.98
PER_LAYOUT = 18
WHO = (
    "Le conseil d’Orville", "La maire, Ada Quist,", "L’agence Port-Réal & Cie",
    "Le comité franco-belge", "Selon le préfet, l’État", "La commission n° 4",
    "Jean-Marc d’Hauteval (OCV)", "L’école « Les Tilleuls »",
)  # fmt: skip
DID = (
    "a signé l’accord avec", "a ouvert un pont vers", "rencontre en mai 2021",
    "a voté 94,8 M€ pour",
    "n’a rien promis à", "a reçu, aujourd’hui, près de", "suspend 27\u00a0% des liens avec",
    "prépare – dit-on – un sommet avec",
)  # fmt: skip
WHOM = (
    "ses trois voisins de l’Est", "la ville-port de Saint-Malon", "l’Union des ports (UDP)",
    "1\u202f500 élèves du canton", "les « amis » du fleuve", "la coopé\u00adration régio\u00adnale",
    "l’île d’en face, à 10\u00a0h\u00a030", "le groupe A/B-12",
)  # fmt: skip
SIGNS = (",", "\u202f;", "\u00a0:", " –")
THEN = (
    "la séance s’est tenue",
    "tout a été dit",
    "« c’est un début\u202f», dit-on",
    "rien n’est sûr",
)
THINGS = (
    "deux ponts", "l’école", "un bac", "le phare", "trois quais", "la digue", "les halles",
    "un train",
    "la crue", "l’hôtel", "un puits", "le port",
)  # fmt: skip
TOWNS = (
    "Orville", "Hauteval", "Saint-Malon", "Port-Réal", "Briançais", "L’Île-Haute", "Vaux",
    "Crèvecœur",
    "Montclar", "Aubeterre",
)  # fmt: skip
MONTHS = ("mars", "juin", "août", "octobre")
ARABIC = (
    "انعقد المجلس يوم الأربعاء في المدينة القديمة",
    "وقعت الرئيسة اتفاقا جديدا مع ثلاث مدن مجاورة",
    "افتتح الجسر الكبير أمام السكان في شهر مايو",
    "رفض المجلس زيادة الميزانية بعد نقاش طويل",
    "زار الوزير الميناء الجديد صباح الاثنين",
    "أعلنت المدرسة عن برنامج للأطفال",
    "تأخر القطار بسبب الفيضان في الجنوب",
    "وصلت السفينة الأولى إلى الجزيرة",
)
FAR = "<div class=far></div>"
STYLE = """
  body { font: 16px/1.6 sans-serif; margin: 2rem; }
  .far { height: 90vh; }
  html.marked ::target-text { background: rgb(255, 0, 255); color: black; }
  html.painted ::target-text { background: transparent; color: black; }
  ::highlight(own) { background: rgb(255, 0, 255); color: black; }
"""
# Paint what the passage is, found by counting the letters of the page's own text.
PAINT = """([start, end]) => {
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const range = new Range();
  let seen = 0, begun = false;
  for (let node; (node = walker.nextNode());)
    for (let i = 0; i < node.data.length; i += 1) {
      if (/[\\s\\u00ad\\u200b]/.test(node.data[i])) continue;
      if (seen === start && !begun) { range.setStart(node, i); begun = true; }
      seen += 1;
      if (seen === end) { range.setEnd(node, i + 1); }
    }
  CSS.highlights.set("own", new Highlight(range));
  document.documentElement.className = "painted";
  const box = range.getClientRects()[0];
  return [box.top, box.bottom, innerHeight];
}"""
COMPARE = """async pictures => {
  const masks = [];
  for (const picture of pictures) {
    const image = new Image();
    image.src = "data:image/png;base64," + picture;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.width, image.height];
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    const data = context.getImageData(0, 0, image.width, image.height).data;
    const mask = [];
    for (let i = 0; i < data.length; i += 4)
      mask.push(data[i] > 200 && data[i + 1] < 90 && data[i + 2] > 200);
    masks.push(mask);
  }
  let both = 0, either = 0;
  masks[0].forEach((one, i) => {
    both += one && masks[1][i];
    either += one || masks[1][i];
  });
  return [both, either];
}"""


@dataclass(frozen=True)
class Case:
    """A passage of a page, and the link that should lead to it."""

    layout: str
    page: str
    span: tuple[int, int]
    """Offsets in the letters of the page's text: what is neither white space nor invisible."""
    words: Words
    passage: str


def sentences(rng, number):
    """Return sentences of our own: most begin, go on or end like another one, none is another."""
    return [
        f"{rng.choice(WHO)} {rng.choice(DID)} {rng.choice(WHOM)}, {rng.choice(THINGS)} et "
        f"{rng.choice(THINGS)}{rng.choice(SIGNS)} {rng.choice(THEN)} le {rng.randrange(1, 29)} "
        f"{rng.choice(MONTHS)} à {rng.choice(TOWNS)}."
        for _ in range(number)
    ]


def paragraphs(lines, rng):
    return "".join(
        f"<p>{' '.join(map(html.escape, lines[i : i + 3]))}</p>" + FAR * (i % 9 == 0)
        for i in range(0, len(lines), 3)
    )


def inline(lines, rng):
    """Put words into links, bold type and footnotes, now and then in the middle of a word."""

    def dressed(word):
        word = html.escape(word)
        kind = rng.randrange(6)
        if kind == 0:
            return f'<a href="#x">{word}</a>'
        if kind == 1:
            return f"<em><b>{word}</b></em>"
        if kind == 2 and len(word) > 4 and "&" not in word:
            return f"{word[:2]}<i>{word[2:]}</i>"
        return word

    return "".join(
        f"<p>{' '.join(map(dressed, line.split(' ')))}</p><div class=far></div>" for line in lines
    )


def lists(lines, rng):
    return "".join(
        f"<ul><li>{html.escape(one)}<ul><li>{html.escape(two)}</li></ul></li></ul>{FAR}"
        for one, two in zip(lines[::2], lines[1::2], strict=False)
    )


def tables(lines, rng):
    rows = "".join(
        f"<tr><td>{i}</td><td>{html.escape(one)}</td><td>{html.escape(two)}</td></tr>"
        for i, (one, two) in enumerate(zip(lines[::2], lines[1::2], strict=False))
    )
    return f"<table>{rows}</table><div class=far></div>"


def breaks(lines, rng):
    return "".join(
        f"<div>{html.escape(one)}<br>{html.escape(two)}<br><br></div><div class=far></div>"
        for one, two in zip(lines[::2], lines[1::2], strict=False)
    )


def duplicates(lines, rng):
    """Repeat half of every line in a teaser before the article itself."""
    halves = [line.split(" ") for line in lines]
    teasers = "".join(
        f"<p>À lire : {html.escape(' '.join(half[: len(half) // 2]))} demain.</p>"
        for half in halves
    )
    return f"{teasers}<div class=far></div>{paragraphs(lines, rng)}"


def headings(lines, rng):
    return "".join(
        f"<h2>{html.escape(' '.join(one.split(' ')[:6]).upper())}</h2>"
        f"<blockquote>{html.escape(one)}</blockquote><p>{html.escape(two)}</p>{FAR}"
        for one, two in zip(lines[::2], lines[1::2], strict=False)
    )


def right_to_left(lines, rng):
    made = [
        f"{rng.randrange(2, 99)} {rng.choice(ARABIC)} {rng.randrange(2000, 2030)} "
        f"{rng.choice(ARABIC)} {rng.randrange(2, 99)} {rng.choice(ARABIC)}."
        for _ in lines
    ]
    return "".join(f"<p dir=rtl lang=ar>{line}</p><div class=far></div>" for line in made)


def decomposed(lines, rng):
    """Write accents as signs of their own and apostrophes straight."""
    import unicodedata  # noqa: PLC0415 -- of this layout only

    lines = [unicodedata.normalize("NFD", line.replace("’", "'")) for line in lines]
    return paragraphs(lines, rng)


LAYOUTS = (
    paragraphs, inline, lists, tables, breaks, duplicates, headings, right_to_left, decomposed,
)  # fmt: skip


def letters(text):
    return sum(not (sign.isspace() or sign in "\u00ad\u200b") for sign in text)


def make_cases(layout, folder):
    """Return passages of one page: parts of sentences, whole ones, two in a row."""
    rng = random.Random(layout.__name__)
    body = layout(sentences(rng, 24), rng)
    page = (
        "<!doctype html><html lang=fr class=marked><meta charset=utf-8><title>Page</title>"
        f"<link rel=stylesheet href=/style.css><main>{body}</main></html>"
    )
    path = folder / f"{layout.__name__}.html"
    path.write_text(page, encoding="utf-8")
    raw = read_article(path).text
    text = normalise(raw)
    words = [0, *(i + 1 for i, sign in enumerate(text.text) if sign == " ")]
    clauses = [n for n, at in enumerate(words[:-30]) if at and text.text[at - 2] in ".,;:"]
    cases = []
    for number in range(PER_LAYOUT):
        first = rng.choice(clauses) if number % 3 else rng.randrange(len(words) - 30)
        start, end = words[first], words[first + rng.choice((2, 4, 6, 9, 14, 25))] - 1
        named = name_passage(text, start, end)
        start, end = named.at
        from_, to = text.to_raw(start, end)
        cases.append(
            Case(
                layout=layout.__name__,
                page=page,
                span=(letters(raw[:from_]), letters(raw[:to])),
                words=Words(
                    first=named.from_,
                    last=named.to,
                    prefix=named.prefix or "",
                    suffix=named.suffix or "",
                ),
                passage=text.text[start:end],
            )
        )
    return cases


@pytest.fixture(scope="module")
def host():
    """Serve the pages of this module; the value is the address and a mapping of path to page."""
    pages = {"/style.css": STYLE}

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            found = pages.get(self.path.partition("?")[0])
            body = (found or "").encode()
            kind = "text/css" if self.path.endswith(".css") else "text/html"
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", pages
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def tabs(chromium):
    """Two tabs: one for the pages, one that compares pictures."""
    context = chromium.new_context(viewport={"width": 900, "height": 700})
    yield context.new_page(), context.new_page()
    context.close()


def is_hit(case, words, host, tabs):
    """Say whether a link opens the page at the passage and marks it, no more and no less."""
    base, pages = host
    page, judge = tabs
    pages[f"/{case.layout}"] = case.page
    page.goto("about:blank")
    page.goto(passage_url(f"{base}/{case.layout}", words))
    # The browser looks for the words once the page has been laid out.
    page.evaluate(
        """() => new Promise(done => {
          const start = performance.now();
          const look = () => scrollY > 0 || performance.now() - start > 700
            ? setTimeout(done, 30) : setTimeout(look, 20);
          look();
        })"""
    )
    found = page.screenshot()
    top, bottom, height = page.evaluate(PAINT, list(case.span))
    painted = page.screenshot()
    pictures = [base64.b64encode(picture).decode() for picture in (found, painted)]
    both, either = judge.evaluate(COMPARE, pictures)
    return top >= 0 and bottom <= height and both > 100 and both / either > 0.95


@pytest.fixture(scope="module")
def cases(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    return [case for layout in LAYOUTS for case in make_cases(layout, folder)]


def test_at_least_98_of_100_links_scroll_to_their_passage_and_mark_it(cases, host, tabs, capsys):
    assert len(cases) >= 150
    missed = [case for case in cases if not is_hit(case, case.words, host, tabs)]
    rate = 1 - len(missed) / len(cases)
    with capsys.disabled():
        sys.stdout.write(f"\n{len(cases) - len(missed)} of {len(cases)} passages hit: {rate:.1%}\n")
        for case in missed:
            sys.stdout.write(f"  missed: {case.layout}: {case.words}: {case.passage}\n")
    assert rate >= LEAST_HITS


def test_a_link_to_another_passage_is_no_hit(cases, host, tabs):
    for case in cases[:: PER_LAYOUT // 3]:
        other = next(
            each
            for each in cases
            if each.layout == case.layout and each.passage.lower() != case.passage.lower()
        )
        assert not is_hit(case, other.words, host, tabs), (case.words, other.words)


def test_a_link_without_words_is_no_hit(cases, host, tabs):
    assert not any(is_hit(case, Words(first=""), host, tabs) for case in cases[::30])


def test_a_link_that_marks_too_much_is_no_hit(cases, host, tabs):
    case = next(case for case in cases if case.words.first == case.words.last)
    longer = Words(first=case.words.first, last="demain.")
    assert not is_hit(case, longer, host, tabs)
