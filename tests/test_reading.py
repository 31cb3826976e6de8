"""Files to documents: exactly the text as given, and a reason for whatever cannot be read."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sifara.document import Document
from sifara.errors import InputError
from sifara.reading import Unreadable, encoding, files, read
from sifara.reading.jsonl import read_jsonl
from sifara.reading.plain import read_plain

ARABIC = "التقى وزير الخارجية المصري نظيره الأردني في القاهرة أمس، وبحثا التعاون بين البلدين في مجالات عدة.\n"


def plain(data: bytes, day: date | None = None) -> Document:
    document = read_plain(data, "a/talks.txt", "talks", day)
    assert isinstance(document, Document)
    return document


def refused(data: bytes) -> Unreadable:
    result = read_plain(data, "a/talks.txt", "talks", None)
    assert isinstance(result, Unreadable)
    return result


def test_plain_text_takes_id_and_title_from_file_and_first_line() -> None:
    document = plain(f"\n  عنوان الخبر \n{ARABIC}".encode(), date(2021, 5, 20))
    assert document == Document("talks", f"\n  عنوان الخبر \n{ARABIC}", date(2021, 5, 20), "عنوان الخبر")


def test_front_matter_gives_fields_and_the_rest_is_the_text() -> None:
    head = "---\nid: x-1\ndate: 2021-06-17\ntitle: قمة: السفيران\nsource: original\npublisher: 'مثال'\n# note\n\n---\n"
    document = plain((head + "\n" + ARABIC).encode(), date(1999, 1, 1))
    assert document == Document("x-1", "\n" + ARABIC, date(2021, 6, 17), "قمة: السفيران", "original", "مثال")


def test_line_ends_stay_as_they_were() -> None:
    assert plain(b"---\r\nid: a\r\n---\r\none\r\ntwo\r").text == "one\r\ntwo\r"


def test_byte_order_mark_is_no_part_of_the_text() -> None:
    assert plain(("\ufeff---\nid: a\n---\n" + ARABIC).encode()).text == ARABIC
    assert plain(ARABIC.encode("utf-16")).text == ARABIC


def test_old_code_page_is_recognised_as_arabic() -> None:
    pytest.importorskip("charset_normalizer")
    assert plain((ARABIC * 5).encode("cp1256")).text == ARABIC * 5


def test_bytes_in_no_encoding_are_refused_with_their_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoding, "_guess", lambda data: None)
    result = refused("خبر\nab".encode() + b"\x81\xfe")
    assert (result.line, result.column) == (2, 3)
    assert "0x81" in result.reason
    assert str(result).startswith("a/talks.txt:2:3: ")


def test_binary_is_not_taken_for_arabic() -> None:
    assert "UTF-8" in refused(bytes(range(256)) * 4).reason


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("---\nid: a\nno field\n---\nx", 3, "expected one of id, date"),
        ("---\nid: a\nwho knows: this\n---\nx", 3, "'who knows: this'"),
        ("---\nid: a\nx", 3, "expected one of"),
        ("---\nid: a\ndate: 2021-01-01", 1, "no end"),
        ("---\nid: a\ndate: 2021-02-30\n---\nx", 0, "YYYY-MM-DD"),
        ("---\nid: a\ndate: yesterday\n---\nx", 0, "'yesterday'"),
        ("---\nid: a\n---\n \n", 0, "no text"),
        ("", 0, "no text"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text: str, line: int, words: str) -> None:
    result = refused(text.encode())
    assert result.line == line
    assert words in result.reason


def test_a_rule_of_dashes_is_no_front_matter() -> None:
    assert plain(b"---\nJust words.\n---\n").text == "---\nJust words.\n---\n"


@given(st.text(min_size=1).filter(lambda text: text.strip() and not text.startswith(("---", "\ufeff"))))
def test_any_text_is_kept_to_the_last_character(text: str) -> None:
    try:
        data = text.encode()
    except UnicodeEncodeError:
        return
    assert plain(data).text == text
    assert plain(b"---\nid: a\n---\n" + data).text == text


def jsonl(*lines: object) -> list[Document | Unreadable]:
    data = [line if isinstance(line, bytes) else json.dumps(line).encode() + b"\n" for line in lines]
    return list(read_jsonl(data, "n.jsonl", "n", date(2000, 1, 1)))


def test_json_lines_give_a_document_each() -> None:
    record = {"id": "a", "text": ARABIC, "date": "2021-05-20T10:00:00Z", "title": "t", "url": "u", "publisher": "p"}
    assert jsonl({**record, "x": 1}, b"\n", {"text": "b", "source": "s"}, {"id": 7, "text": "c"}) == [
        Document("a", ARABIC, date(2021, 5, 20), "t", "u", "p"),
        Document("n-3", "b", date(2000, 1, 1), source="s"),
        Document("7", "c", date(2000, 1, 1)),
    ]


@pytest.mark.parametrize(
    ("line", "column", "words"),
    [
        (b'{"id": }\n', 8, "not JSON"),
        (b"[1]\n", 1, "JSON list"),
        (b'{"id": "a"}\n', 1, 'no "text"'),
        (b'{"text": 3}\n', 1, 'no "text"'),
        (b'{"text": "a", "title": ["t"]}\n', 1, '"title" is a list'),
        (b'{"text": "a", "date": "20 May"}\n', 1, "'20 May'"),
        (b'{"text": "a\\ud800"}\n', 1, "surrogate"),
        (b'{"text": " "}\n', 1, "no text"),
        (b"[" * 100_000 + b"\n", 1, "not usable JSON"),
    ],
)
def test_a_bad_line_is_put_aside_and_the_next_one_read(line: bytes, column: int, words: str) -> None:
    bad, good = jsonl(line, {"text": "b"})
    assert isinstance(bad, Unreadable)
    assert (bad.path, bad.line, bad.column) == ("n.jsonl", 1, column)
    assert words in bad.reason
    assert isinstance(good, Document)


@given(st.binary())
def test_no_bytes_raise(data: bytes) -> None:
    assert isinstance(read_plain(data, "a.txt", "a", None), Document | Unreadable)
    for result in read_jsonl([data], "a.jsonl", "a", None):
        assert isinstance(result, Document | Unreadable)


def test_folders_are_read_sorted_with_all_below_them(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("z.txt", "b/a.txt", "b/c.TXT", "a.md"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    (tmp_path / "m.jsonl").write_text('{"id": "j", "text": "x"}\n', encoding="utf-8")
    assert [item.id for item in read([str(tmp_path)])] == ["a", "c", "j", "z"]


def test_standard_input_is_told_by_its_first_character(monkeypatch: pytest.MonkeyPatch) -> None:
    def first(data: bytes) -> Document | Unreadable:
        import io
        import sys

        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        return next(read(["-"]))

    assert first(ARABIC.encode()) == Document("stdin", ARABIC, title=ARABIC.strip())
    assert first(b'\xef\xbb\xbf {"id": "j", "text": "x"}\n') == Document("j", "x")


def test_an_id_is_read_once(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(f"---\nid: same\n---\n{name}\n", encoding="utf-8")
    first, second = read([str(tmp_path)])
    assert isinstance(first, Document)
    assert isinstance(second, Unreadable)
    assert "a.txt" in second.reason
    assert second.id == "same"


def test_inputs_that_are_not_there_raise(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no file or folder"):
        files(["nowhere.txt"])
    with pytest.raises(InputError, match="holds no"):
        files([str(tmp_path)])


def test_a_file_that_cannot_be_opened_is_put_aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.txt"
    file.write_text("x", encoding="utf-8")

    def fail(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", fail)
    [result] = read([str(file)])
    assert isinstance(result, Unreadable)
    assert "Permission denied" in result.reason
