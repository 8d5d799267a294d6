"""What is packed comes back equal, and bytes that are none of ours make nothing but our own values."""

from dataclasses import replace

import pytest
from documents import a_document, a_draft

from digest.blocks import (
    Aside,
    Blocks,
    Break,
    BulletList,
    Code,
    CodeBlock,
    Emphasis,
    Heading,
    Image,
    Link,
    OrderedList,
    Paragraph,
    Quote,
    Rule,
    Strong,
    Table,
    Text,
)
from digest.documents import Attachment, Sidecar
from digest.packing import pack, unpack

DOCUMENT = a_document(
    text="One.\n- two\n- three\n> Four.",
    authors=("Ada", "Bo\ud800"),
    sidecar=Sidecar(pin=True, draft=False, tags=("a",)),
    attachments=(Attachment("a.png", "image/png", bytes(range(256))),),
)
EVERY_BLOCK: Blocks = (
    Heading(2, (Text("Soil "), Emphasis((Strong((Code("rest"),)),)))),
    Paragraph((Link("/a", (Text("a"),), "A"), Image("b.png", "b"), Break()), "p1"),
    BulletList(((Paragraph((Text("one"),)), OrderedList(((), (Rule(),)), 3)),)),
    Quote((Paragraph(()),), ("Ada",), "/c"),
    CodeBlock("x = 1\n", "python"),
    Table(((Text("a"),), ()), (((Text("1"),), (Text("2"),)),), ("left", "")),
    Aside("glossary", (Rule(),)),
)


@pytest.mark.parametrize(
    "value",
    [
        pytest.param(DOCUMENT, id="a document, with bytes and a lone surrogate"),
        pytest.param(a_draft(text="Soil feeds us. Soil is a living thing. It needs rest."), id="a draft"),
        pytest.param(EVERY_BLOCK, id="every block and inline"),
        pytest.param((), id="nothing"),
        pytest.param((Paragraph((Break(), Break())), Rule(), Rule()), id="values without a field"),
        pytest.param((1, 1.5, -0.0, True, None, "1"), id="plain values"),
        pytest.param(((), ("a", None), (("b",),)), id="tuples in tuples"),
        pytest.param((Aside("offer", ()), Text("b64")), id="words that packing uses itself"),
    ],
)
def test_a_value_comes_back_equal(value: object) -> None:
    assert repr(unpack(pack(value))) == repr(value)


def test_a_list_comes_back_as_a_tuple() -> None:
    assert unpack(pack(replace(DOCUMENT, authors=["Ada"]))) == replace(DOCUMENT, authors=("Ada",))


def test_what_is_no_value_of_a_document_is_refused() -> None:
    with pytest.raises(TypeError, match=r"builtins\.set is no value of a document"):
        pack((1, {2}))


def test_equal_values_have_equal_bytes() -> None:
    assert pack(DOCUMENT) == pack(replace(DOCUMENT, title="".join(["So", "il"])))
