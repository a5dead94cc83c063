"""What an untrusted run has left is unpacked as data, or refused as a whole."""

import ast
import stat
import sys
import zipfile

import artifact
import pytest


@pytest.fixture
def pack(tmp_path):
    """Write an archive of names and bytes; a name may be a ZipInfo."""

    def pack(entries):
        path = tmp_path / "artifact.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
            for name, data in entries:
                packed.writestr(name, data)
        return path

    return pack


def test_a_built_site_is_unpacked(pack, tmp_path):
    names = (
        "site/_headers",
        "site/index.html",
        "site/assets/a.b-1.min.css",
        "pictures/01-before.png",
        "review.json",
    )
    assert artifact.unpack(pack([(name, "x") for name in names]), tmp_path / "out") == len(names)
    assert all((tmp_path / "out" / name).read_text() == "x" for name in names)


@pytest.mark.parametrize(
    "name",
    [
        "../evil.html",
        "a/../../evil.html",
        "/etc/cron.d/evil.txt",
        "C:/evil.txt",
        "a\\..\\evil.txt",
        ".git/config.txt",
        "a/.htaccess.html",
        "-rf.html",
        "a//b.html",
        "a/./b.html",
        "é.html",
        "a b.html",
        "a\n::error::b.html",
        "x" * 300 + ".html",
        "run.sh",
        "a.py",
        "page.php",
        "no-kind",
        "con.html/",
    ],
)
def test_a_name_that_no_site_has_refuses_everything(pack, tmp_path, name):
    archive = pack([("good.html", "x"), (name, "x")])
    if name.endswith("/"):
        artifact.unpack(archive, tmp_path / "out")  # a folder by itself is left out
        assert [path.name for path in (tmp_path / "out").iterdir()] == ["good.html"]
        return
    with pytest.raises(artifact.Refused):
        artifact.unpack(archive, tmp_path / "out")
    assert not (tmp_path / "out").exists()
    assert list(tmp_path.glob("**/*evil*")) == []


def entry(name, mode):
    info = zipfile.ZipInfo(name)
    info.external_attr = mode << 16
    return info


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFDIR, stat.S_IFIFO, stat.S_IFCHR])
def test_a_link_or_a_device_is_refused(pack, tmp_path, kind):
    with pytest.raises(artifact.Refused):
        artifact.unpack(pack([(entry("a.html", kind | 0o777), "/etc/passwd")]), tmp_path / "out")


def test_a_file_that_may_be_run_is_written_as_one_that_may_not(pack, tmp_path):
    artifact.unpack(pack([(entry("a.html", stat.S_IFREG | 0o755), "x")]), tmp_path / "out")
    assert not (tmp_path / "out/a.html").stat().st_mode & 0o111


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("names", [("a.html", "a.html"), ("a.html", "A.html")])
def test_two_files_of_one_name_are_refused(pack, tmp_path, names):
    with pytest.raises(artifact.Refused):
        artifact.unpack(pack([(name, "x") for name in names]), tmp_path / "out")


@pytest.mark.parametrize(
    ("limit", "value", "entries"),
    [
        ("MAX_FILES", 2, [("a.html", "x"), ("b.html", "x"), ("c.html", "x")]),
        ("MAX_FILE", 10, [("a.html", "x" * 11)]),
        ("MAX_TOTAL", 10, [("a.html", "x" * 6), ("b.html", "x" * 6)]),
    ],
)
def test_too_much_is_refused(pack, tmp_path, monkeypatch, limit, value, entries):
    monkeypatch.setattr(artifact, limit, value)
    with pytest.raises(artifact.Refused):
        artifact.unpack(pack(entries), tmp_path / "out")


def test_what_a_file_unpacks_to_counts_not_what_the_archive_says(pack, tmp_path, monkeypatch):
    monkeypatch.setattr(artifact, "MAX_FILE", 1000)
    monkeypatch.setattr(artifact, "check_entries", lambda _entries: None)
    with pytest.raises(artifact.Refused):
        artifact.unpack(pack([("bomb.html", "0" * 2_000_000)]), tmp_path / "out")
    assert (tmp_path / "out/bomb.html").stat().st_size <= artifact.CHUNK


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"<html>", b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_archive_ends_in_words(tmp_path, capsys, data):
    (tmp_path / "a.zip").write_bytes(data)
    code = artifact.main([str(tmp_path / "a.zip"), str(tmp_path / "out")])
    said = capsys.readouterr()
    assert (code, bool(said.err)) in {(1, True), (0, False)}
    assert code == 1 or "0 files" in said.out


def test_it_needs_nothing_but_the_standard_library():
    for name in ("artifact.py", "preview.py"):
        tree = ast.parse((artifact.Path(artifact.__file__).parent / name).read_text())
        found = {
            alias.name.split(".")[0]
            for node in ast.walk(tree)
            for alias in (
                node.names
                if isinstance(node, ast.Import)
                else [ast.alias(node.module)]
                if isinstance(node, ast.ImportFrom)
                else []
            )
        }
        assert found <= set(sys.stdlib_module_names)
