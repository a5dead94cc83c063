from generator.publish.citations import citation_tags
from generator.record.edtf import parse_edtf
from generator.record.model import Source


def test_a_source_is_told_to_reference_managers():
    source = Source(
        id="s", title='A "title" <b>', language="fr", author="Ada", publisher="La Gazette",
        issued=parse_edtf("2024-07-03~"), url="javascript:alert(1)",
    )  # fmt: skip
    tags = str(citation_tags(source))
    assert '<meta name="citation_title" content="A &#34;title&#34; &lt;b&gt;">' in tags
    assert '<meta name="citation_publication_date" content="2024/07/03">' in tags
    assert "javascript" not in tags


def test_what_is_not_known_is_not_told():
    tags = str(citation_tags(Source(id="s", title="T", language="fr")))
    assert tags.count("<meta") == 2
