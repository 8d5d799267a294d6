"""Mail addresses that a page's host has written in numbers against harvesters, as the addresses that readers see."""

from __future__ import annotations

import re

from lxml import html

from digest.read.page_shapes import swap

HEX = re.compile(r"(?:[0-9a-fA-F]{2}){4,120}")
ADDRESS = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+")
LINK = re.compile(r"/cdn-cgi/l/email-protection#([0-9a-fA-F]{8,240})")


def show_addresses(tree: html.HtmlElement) -> None:
    """Put each hidden address in the place of `[email protected]`, and in the links that lead to it."""
    for link in tree.iter("a"):
        hidden = LINK.search(link.get("href") or "")
        if hidden and (address := _decode(hidden[1])):
            link.set("href", f"mailto:{address}")
    for element in tree.xpath("//*[@data-cfemail]"):
        if address := _decode(element.get("data-cfemail")):
            words = html.Element("span")
            words.text = address
            swap(element, words)


def _decode(written: str) -> str:
    """The address: each number but the first is a letter, taken together with the first."""
    if HEX.fullmatch(written) is None:
        return ""
    key, *letters = bytes.fromhex(written)
    address = bytes(letter ^ key for letter in letters).decode("utf-8", "replace")
    return address if ADDRESS.fullmatch(address) else ""
