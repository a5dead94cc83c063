from dataclasses import replace

from generator.publish.articles import read_articles


def write(root, name, text):
    path = root / "content/articles" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_a_text_is_published_only_under_an_open_licence(tmp_path, content):
    write(tmp_path, "digest.md", "---\ntitle: x\n---\n\nLe texte.")
    write(tmp_path, "gazette.md", "Un texte qui n'est pas à nous.")
    write(tmp_path, "nobody.md", "Un texte sans fiche.")
    assert read_articles(tmp_path, content.sources) == {"digest": "Le texte."}


def test_a_text_without_front_matter_is_whole(tmp_path, content):
    write(tmp_path, "digest.md", "Un --- deux\n---\ntrois")
    assert read_articles(tmp_path, content.sources) == {"digest": "Un --- deux\n---\ntrois"}


def test_bytes_that_are_no_text_do_not_stop_the_site(tmp_path, content):
    path = tmp_path / "content/articles/digest.md"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"caf\xe9")
    assert read_articles(tmp_path, content.sources) == {"digest": "caf\ufffd"}


def test_private_texts_are_out_of_reach(tmp_path, content):
    write(tmp_path, "private/digest.md", "secret")
    sources = {"digest": replace(content.sources["digest"])}
    assert read_articles(tmp_path, sources) == {}
