"""Take the pictures of docs/editing.md: our own page, and drawings of a forge's editor and answer.

    python scripts/editing_pictures.py SITE OUT

SITE is a built site in two languages with edit links. The forge is drawn, not photographed: it
belongs to somebody else, and looks different next year.
"""

from __future__ import annotations

import html
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from compare_pages import serving
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from playwright.sync_api import Browser

EVENT = "events/deuxieme-sommet-chine-asie-centrale-astana/"
WIDTH, HEIGHT = 900, 420  # pixels of a picture
MARK = "outline:4px solid #c2410c;outline-offset:4px;border-radius:6px"
WORDS = {
    "en": {
        "file": "content / events / 2025 / deuxieme-sommet-….yml",
        "edit": "Edit",
        "commit": "Propose changes",
        "note": "A drawing: your forge looks a little different.",
        "failed": "check: 1 problem",
        "line": "Line 5",
        "said": 'found "16 juin 2025", expected EDTF such as 2025-06-16, 2025-06 or '
        '2025-06-16/2025-06-18. Did you mean "2025-06-16"?',
        "summary": "What changes",
        "change": "Date: June 2025 → 16–18 June 2025",
        "before": "before",
        "after": "after",
    },
    "fr": {
        "file": "content / events / 2025 / deuxieme-sommet-….yml",
        "edit": "Modifier",
        "commit": "Proposer la modification",
        "note": "Un dessin : votre forge est un peu différente.",
        "failed": "check : 1 problème",
        "line": "Ligne 5",
        "said": 'found "16 juin 2025", expected EDTF such as 2025-06-16, 2025-06 or '
        '2025-06-16/2025-06-18. Did you mean "2025-06-16"?',
        "summary": "Ce qui change",
        "change": "Date : juin 2025 → du 16 au 18 juin 2025",
        "before": "avant",
        "after": "après",
    },
}
RECORD = (
    "title:",
    '  fr: "Deuxième sommet Chine – Asie centrale, à Astana"',
    '  en: "Second China–Central Asia summit, in Astana"',
    "",
    'date: "2025-06-16/2025-06-18"',
    "type: summit",
    "event_status: happened",
    "status: reviewed",
)
STYLE = """
body{margin:0;font:16px/1.5 system-ui,sans-serif;color:#1c2430;background:#fff}
main{padding:22px 28px}.bar{display:flex;justify-content:space-between;align-items:center;
border-bottom:1px solid #c8d0da;padding-bottom:12px}.path{color:#4a5667}
.button{background:#1f6f43;color:#fff;border-radius:6px;padding:6px 16px;font-weight:600}
pre{font:15px/1.7 ui-monospace,monospace;margin:14px 0 0;border:1px solid #c8d0da;
border-radius:6px}pre span{display:block;padding:0 14px}pre i{color:#8893a2;font-style:normal;
display:inline-block;width:2.2em}.on{background:#fff3c4}.card{border:1px solid #c8d0da;
border-radius:6px;margin-top:16px}.card h2{font-size:16px;margin:0;padding:10px 14px;
background:#f3f5f8;border-bottom:1px solid #c8d0da}.card p{margin:0;padding:10px 14px}
.bad h2{background:#fdecea}.pages{display:flex;gap:14px;padding:12px 14px}
.pages div{flex:1;border:1px dashed #8893a2;height:74px;text-align:center;line-height:74px;
color:#4a5667}small{color:#5b6675;position:absolute;bottom:12px;right:28px}
"""


def draw_editor(words: dict[str, str]) -> str:
    """Return a page that looks like an editor with the changed line marked."""
    lines = "".join(
        f"<span{' class=on' if line.startswith('date') else ''}>"
        f"<i>{number}</i>{html.escape(line)}</span>"
        for number, line in enumerate(RECORD, start=1)
    )
    button = f'<span class="button" style="{MARK}">{words["commit"]}</span>'
    bar = f'<div class="bar"><span class="path">{words["file"]}</span>{button}</div>'
    return _page(f"{bar}<pre>{lines}</pre>", words)


def draw_answer(words: dict[str, str]) -> str:
    """Return a page that looks like a pull request with what the checks say."""
    problem = f'<b>{words["line"]}</b> · <code>date: "16 juin 2025"</code><br>'
    bad = f'<div class="card bad"><h2>✗ {words["failed"]}</h2><p>{problem}'
    bad += f"{html.escape(words['said'])}</p></div>"
    pages = f'<div class="pages"><div>{words["before"]}</div><div>{words["after"]}</div></div>'
    good = f'<div class="card"><h2>{words["summary"]}</h2><p>{words["change"]}</p>{pages}</div>'
    return _page(bad + good, words)


def _page(body: str, words: dict[str, str]) -> str:
    note = f"<small>{words['note']}</small>"
    return f'<!doctype html><meta charset="utf-8"><style>{STYLE}</style><main>{body}</main>{note}'


def take(browser: Browser, *, url: str = "", drawn: str = "") -> bytes:
    """Return a picture of a drawing, or of the foot of a page with its edit link marked."""
    page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
    if drawn:
        page.set_content(drawn)
    else:
        page.goto(url)
        link = page.locator("a[rel=edit]").first
        link.evaluate("(node, style) => { node.style.cssText += style }", MARK)
        link.evaluate("node => node.scrollIntoView({ block: 'center' })")
        page.wait_for_timeout(300)
    picture = page.screenshot()
    page.close()
    return picture


def main(site: Path, out: Path) -> None:
    """Take all pictures."""
    out.mkdir(parents=True, exist_ok=True)
    chromium = os.environ.get("CHROMIUM") or "/usr/bin/chromium"
    with sync_playwright() as driver, serving(site) as origin:
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for language, words in WORDS.items():
            address = origin + ("" if language == "fr" else f"{language}/") + EVENT
            pictures = {
                "1-page": take(browser, url=address),
                "2-editor": take(browser, drawn=draw_editor(words)),
                "3-answer": take(browser, drawn=draw_answer(words)),
            }
            for name, picture in pictures.items():
                (out / f"edit-{name}.{language}.png").write_bytes(picture)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
