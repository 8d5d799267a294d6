"""Formulas of a web page as the TeX that their author wrote, where the page still holds it; else as words."""

from __future__ import annotations

import re

from lxml import html

from digest.read.page_shapes import swap

TEX_SCRIPT = re.compile(r"math/(?:tex|asciimath)", re.IGNORECASE)
DRAWN = frozenset(  # what a script has drawn of a formula, beside its TeX
    {
        "MathJax",
        "MathJax_Preview",
        "MathJax_Display",
        "MathJax_SVG",
        "MathJax_SVG_Display",
        "MathJax_CHTML",
        "MathJax_MathML",
    }
)
AROUND = frozenset(  # what stands around a formula and shows it once more
    {"katex", "katex-display", "katex-mathml", "mwe-math-element", "mwe-math-mathml-inline", "mwe-math-mathml-display"}
)
PICTURED = frozenset({"latex", "tex", "mwe-math-fallback-image-inline", "mwe-math-fallback-image-display"})
DISPLAYED = re.compile(r"katex-display|display", re.IGNORECASE)
STYLED = re.compile(r"\{\\(?:display|text)style\s*(?P<tex>.*)\}", re.DOTALL)
JOINED = {"msup": "^", "msub": "_", "mover": "^", "munder": "_"}
SPACED = frozenset("=+<>≤≥≠≈≡→←↔⇒∈∉⊂⊆∪∩∧∨±−-")


def spell_formulas(tree: html.HtmlElement) -> None:
    """Put the TeX of each formula in its place, as code; what a script or a picture shows of it goes."""
    for script in [script for script in tree.iter("script") if TEX_SCRIPT.match(script.get("type") or "")]:
        _drop_drawn(script)
        _put(script, _tex(script.text or ""), displayed="display" in script.get("type", ""))
    for formula in list(tree.iter("math")):
        outer = _outermost(formula)
        if outer.getparent() is not None:
            _spell(formula, outer)
    for picture in [picture for picture in tree.iter("img") if PICTURED & set((picture.get("class") or "").split())]:
        if (tex := _tex(picture.get("alt") or "")) and picture.getparent() is not None:
            _put(picture, tex, displayed="display" in picture.get("class", ""))


def _drop_drawn(script: html.HtmlElement) -> None:
    before = script.getprevious()
    while before is not None and DRAWN & set((before.get("class") or "").split()) and not (before.tail or "").strip():
        drawn, before = before, before.getprevious()
        drawn.drop_tree()


def _outermost(formula: html.HtmlElement) -> html.HtmlElement:
    """The element around a formula that holds nothing else but other showings of it."""
    place = formula
    while (parent := place.getparent()) is not None and _is_around(parent):
        place = parent
    return place


def _is_around(element: html.HtmlElement) -> bool:
    classes = set((element.get("class") or "").split())
    return element.tag in ("mjx-container", "mjx-assistive-mml", "semantics") or bool(classes & (AROUND | DRAWN))


def _spell(formula: html.HtmlElement, outer: html.HtmlElement) -> None:
    stated = next((one for one in formula.iter("annotation") if "tex" in (one.get("encoding") or "").lower()), None)
    tex = _tex((stated.text if stated is not None else None) or formula.get("alttext") or "")
    shown = f"{formula.get('display') or ''} {outer.get('class') or ''}"
    displayed = formula.get("display") == "block" or outer.get("display") == "true" or bool(DISPLAYED.search(shown))
    if tex:
        _put(outer, tex, displayed=displayed)
    elif words := " ".join(_say(formula).split()):
        spoken = html.Element("span")
        spoken.text = words
        swap(outer, spoken)


def _put(place: html.HtmlElement, tex: str, *, displayed: bool) -> None:
    code = html.Element("code")
    code.text = tex
    if displayed:
        code.set("class", "language-tex")
        block = html.Element("pre")
        block.append(code)
        code = block
    swap(place, code)


def _tex(stated: str) -> str:
    bare = stated.replace("% <![CDATA[", "").replace("%]]>", "").strip()
    styled = STYLED.fullmatch(bare)
    return (styled["tex"] if styled else bare).strip()


def _say(element: html.HtmlElement) -> str:
    """A formula in one line: `a/b`, `x^2`."""
    parts = [_say(child) for child in element if isinstance(child.tag, str) and not child.tag.startswith("annotation")]
    text = element.text or ""
    if element.tag == "mo" and text.strip() in SPACED:
        return f" {text.strip()} "
    if element.tag == "mfrac" and len(parts) == 2:
        return "/".join(_close(part) for part in parts)
    if element.tag in JOINED and len(parts) == 2:
        return f"{parts[0]}{JOINED[element.tag]}{_close(parts[1])}"
    if element.tag in ("msqrt", "mroot"):
        return f"√{_close(parts[0]) if parts else ''}"
    return text.strip() + (" " if element.tag in ("mtd", "mtr") else "").join(parts)


def _close(part: str) -> str:
    bare = part.strip()
    return bare if bare.isalnum() else f"({bare})"
