"""Bytes of a web page to its tree: any encoding, broken markup, and no tree too large or too deep for what follows."""

from __future__ import annotations

import codecs
import re

from lxml import etree, html

from digest.errors import SourceError
from digest.read.decode import BOMS, is_binary
from digest.read.page_email import show_addresses
from digest.read.page_math import spell_formulas
from digest.read.page_panels import label_panels, link_players
from digest.read.page_pictures import show_whole

MAX_PAGE_BYTES = 20 * 1024 * 1024  # a page with its pictures inside has 5 MB or so; a dump of a database has more
MAX_DEPTH = 150  # elements within one another; pages written by people and their tools stay below 60
TOO_DEEP = etree.XPath(f"boolean({'/*' * MAX_DEPTH})")
HEAD_BYTES = 4096  # where a page declares its encoding
DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
XML_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}>")
XML_ENCODING = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})")
# An element of 100,000 attributes keeps the parser busy for minutes.
MANY_ATTRIBUTES = 30_000
CROWDED_TAG = re.compile(
    r"<([A-Za-z][\w:-]*+)(?:\s++[^\s=<>]++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s<>]++))?+){2000,}+[^<>]*+>"
)
# What broken pages nest thousands of; without them the words still stand in their paragraphs and lists.
BARE_TAG = re.compile(
    r"</?(?:b|big|center|div|em|font|i|section|small|span|strong|tt|u)\b[^<>]{0,1000}>", re.IGNORECASE
)
MAX_SPAN = 50  # columns or rows of a table's cell; trafilatura makes as many cells of it
UNREADABLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
HIDING = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
TITLED = ("h2", "h3", "h4", "h5", "h6", "dt", "summary")  # what holds the button that opens the part below
# UTF-8 that was read as Latin-1 and written as UTF-8 again; no page means the control characters that come of it.
TWICE = re.compile("[\xc2-\xf4][\x80-\xbf]*[\x80-\x9f][\x80-\xbf]*")
WEB_NAMES = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252"}


def read_tree(content: bytes, *, where: str) -> html.HtmlElement:
    """The tree of a page; raises SourceError where there is none. What is nested past all sense becomes plain words."""
    if len(content) > MAX_PAGE_BYTES:
        raise SourceError(
            where, f"too large: over {MAX_PAGE_BYTES // 1024**2} MiB", "save only the article, or remove it"
        )
    decoded = decode_page(content)
    if is_binary(decoded):
        raise SourceError(where, "no page: its bytes are no text", "save the page again, or remove it")
    text = UNREADABLE.sub("", decoded)
    text = text[declaration.end() :] if (declaration := XML_DECLARATION.match(text)) else text
    if not text.strip():
        raise SourceError(where, "empty", "save the page again, or remove it")
    if text.count("=") > MANY_ATTRIBUTES:
        text = CROWDED_TAG.sub(r"<\1>", text)
    tree, whole = _parse(text, where=where)
    if not whole:
        tree, whole = _parse(BARE_TAG.sub(" ", text), where=where)
    if not whole:
        raise SourceError(where, "over 2,000 elements within one another", "save only the article, or remove it")
    _level(tree)
    for cell in tree.iter("td", "th"):
        for name in ("colspan", "rowspan"):
            span = cell.get(name, "1")
            if not span.isdecimal() or len(span) > 3 or int(span) > MAX_SPAN:
                del cell.attrib[name]
    return tree


def _parse(text: str, *, where: str) -> tuple[html.HtmlElement, bool]:
    """The tree of a text, and whether the parser came to its end: it stops at 2,048 elements within one another."""
    # Surrogates are gone, so that this cannot fail; bytes, because libxml2 reads those fastest.
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(text.encode(), parser=parser)
    except etree.ParserError as error:
        raise SourceError(where, "no page: it holds no element", "save the page again, or remove it") from error
    return tree, all(error.type != etree.ErrorTypes.ERR_RESOURCE_LIMIT for error in parser.error_log)


def decode_page(content: bytes) -> str:
    """The characters of a page: UTF-8 where the bytes are, whatever it declares; then as declared; then as it looks."""
    for bom, encoding in BOMS:
        if content.startswith(bom):
            return content[len(bom) :].decode(encoding, "replace")
    try:
        return TWICE.sub(_decode_twice, content.decode("utf-8"))
    except UnicodeDecodeError:
        return _decode_declared(content)


def _decode_twice(found: re.Match[str]) -> str:
    """The characters that a run of others stands for, or the run where it stands for none."""
    try:
        return found[0].encode("latin-1").decode("utf-8")
    except UnicodeError:
        return found[0]


def _decode_declared(content: bytes) -> str:
    declared = DECLARED.search(content[:HEAD_BYTES]) or XML_ENCODING.search(content[:HEAD_BYTES])
    name = declared[1].decode("ascii", "replace").lower() if declared else ""
    encoding = _known(WEB_NAMES.get(name, name))
    if encoding in ("utf-8", "utf-16"):  # it says so and yet is broken: keep what is sound
        return content.decode("utf-8", "replace")
    return content.decode(encoding or _guess(content), "replace")


def _known(name: str) -> str | None:
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    return found.name if getattr(found, "_is_text_encoding", True) else None


def _guess(content: bytes) -> str:
    from charset_normalizer import from_bytes  # a tenth of a second to import, and rarely needed

    lenient = content.decode("utf-8", "replace")
    broken = lenient.count("\ufffd")
    if sum(character > "\x7f" for character in lenient) > 2 * broken:
        return "utf-8"
    best = from_bytes(content[: 16 * HEAD_BYTES]).best()
    return "cp1252" if best is None or best.encoding.startswith(("utf_16", "utf_32", "utf_7")) else best.encoding


def _level(tree: html.HtmlElement) -> None:
    """Put the words of elements that are nested too deep in place of the elements."""
    if not TOO_DEEP(tree):
        return
    depth, deep = 0, []
    walker = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walker:
        depth += 1 if event == "start" else -1
        if event == "start" and depth >= MAX_DEPTH and len(element):
            deep.append(element)
            walker.skip_subtree()
    for element in deep:
        words = " ".join(text for text in element.itertext() if text.strip())
        del element[:]
        element.text = words


def spell_out(tree: html.HtmlElement) -> None:
    """Put words in the place of what shows by a script or a click: formulas, tabs, films, addresses, pictures."""
    spell_formulas(tree)
    label_panels(tree)
    link_players(tree)
    show_addresses(tree)
    show_whole(tree)
    for footer in tree.xpath("//blockquote//footer"):  # it names who is quoted, and is no end of a page
        footer.tag = "div" if next(footer.iterdescendants("p", "div"), None) is not None else "p"


def strip_unread(tree: html.HtmlElement) -> None:
    """Take out what holds no words for a reader: half of most pages, and all that comes after goes the faster for it.

    JSON-LD stays: trafilatura finds threads by it. So does what a button opens, and then its label is a heading.
    """
    for button in tree.iter("button"):
        if _opens_text(button):
            button.tag = "span" if next(button.iterancestors(*TITLED), None) is not None else "h3"
    for hint in tree.xpath("//figure//*[@role='button']/span[not(.//img)]"):  # said to who cannot see the picture
        hint.drop_tree()
    etree.strip_elements(tree, "style", "svg", "template", "iframe", with_tail=False)
    for script in [script for script in tree.iter("script") if "ld+json" not in (script.get("type") or "")]:
        script.drop_tree()


def _opens_text(button: html.HtmlElement) -> bool:
    """Whether a button is the headline of a part that it folds: within a heading, or a question that opens its answer."""
    if next(button.iterancestors(*TITLED), None) is not None:
        return True
    words = " ".join(button.itertext()).split()
    folds = button.get("aria-expanded") is not None or button.get("aria-controls") is not None
    return folds and len(words) > 2 and words[-1].endswith(("?", "？"))


def reveal(tree: html.HtmlElement) -> None:
    """Show what a page hides until a script has run: parts that wait for their place, and what stands in for scripts."""
    for element in tree.iter("noscript"):
        element.tag = "div"
    for element in tree.iter("*"):
        if element.get("hidden") is not None:
            del element.attrib["hidden"]
        if HIDING.search(element.get("style") or ""):
            del element.attrib["style"]
