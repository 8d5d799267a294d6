"""Who sent a letter, and in whose name: a person is its author, a list or publication its site."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from digest.folding import fold_text
from digest.read.byline import NAME

FROM_SITE = re.compile(
    r"(?P<person>.{3,60}?)\s+(?:from|at|of|via|de|von|chez|@)\s+(?P<site>.{2,80})"
    r"|(?P<person2>.{3,60}?)\s*(?:[|·•/—–]|\s-\s|,\s)\s*(?P<site2>.{2,80})"
    r"|(?P<person3>[^(]{3,60}?)\s*\((?P<site3>[^)]{2,80})\)",
    re.IGNORECASE,
)
OWNER = re.compile(
    r"(?P<person>.{3,60}?)[’']s? (?P<what>(?:newsletter|letter|blog|notes|substack|digest|dispatch|mailing list)\b.*)",
    re.IGNORECASE,
)
# What a publication or an office is called, and a person is not.
NO_PERSON = re.compile(
    r"\b(?:the|a|an|my|our|and|of|for|to|on|in|ai|inc|llc|gmbh|ltd|team|news|newsletter|letters?|weekly|daily|monthly|morning|digest|brief(?:ing)?|"
    r"review|report|times|post|journal|magazine|gazette|herald|tribune|media|press|radio|podcast|club|society|institute|university|college|school|"
    r"foundation|association|labs?|studio|group|company|agency|network|community|forum|list|mail(?:er|ing)?|no-?reply|info|hello|support|contact|"
    r"updates?|alerts?|notifications?|bulletin|dispatch(?:es)?|notes|stories|today|tech|science|world|global|library|museum|office|staff|editors?|"
    r"admin|service|center|centre|project|substack|medium|mailchimp|buttondown|beehiiv|ghost|linkedin|github|google)\b|\d|[!?:#&@+]",
    re.IGNORECASE,
)
ADDRESSED = re.compile(r"(?P<name>[^<>]{0,300})<(?P<address>[^<>\s]{1,300})>")
NAMED_BEHIND = re.compile(r"(?P<address>[^\s()<>]{1,300}@[^\s()<>]{1,300})\s*\((?P<name>[^()]{1,300})\)$")
MAX_NAME = 80  # characters
LISTS = ("list-id", "list-unsubscribe", "list-post", "x-campaign", "x-mailgun-tag", "feedback-id", "x-mc-user")


@dataclass(frozen=True, slots=True)
class Sender:
    """The people who wrote a letter, and the publication or list that it belongs to."""

    authors: tuple[str, ...] = ()
    site: str | None = None


def read_sender(headers: Mapping[str, str]) -> Sender:
    """The sender by the From line and the list's own name.

    A letter to a list whose sender may be either is from the publication: to call one a person would be made up,
    unless the address is spelled like the person's name.
    """
    name, address = _split_address(headers.get("from", ""))
    list_name = _list_name(headers.get("list-id", ""))
    if not name or "@" in name:
        return Sender(site=list_name)
    parts = FROM_SITE.fullmatch(name)
    if parts:
        person, site = (
            next(filter(None, (parts[f"{key}{n}"] for n in ("", "2", "3"))), "") for key in ("person", "site")
        )
        if is_person(person):
            return Sender((person.strip(),), site.strip(" \"'"))
    owned = OWNER.fullmatch(name)
    if owned and is_person(owned["person"]):
        return Sender((owned["person"],), name)
    if is_person(name) and (not _is_list(headers) or _spells(address, name)):
        return Sender((name,), list_name if list_name and fold_text(list_name) != fold_text(name) else None)
    return Sender(site=name)


def _split_address(sender: str) -> tuple[str, str]:
    """The words and the address of `Jane Doe <jane@example.org>`, and of `jane@example.org (Jane Doe)`."""
    found = ADDRESSED.match(sender) or NAMED_BEHIND.match(sender)
    words, address = (found["name"], found["address"]) if found else (sender, "")
    return " ".join(words.replace("\\", "").strip("\"' ").split()), address


def _list_name(list_id: str) -> str | None:
    """The words before the address in `List-Id: The Soil Notebook <soil.example.org>`; none where a machine made them."""
    words = list_id.partition("<")[0].strip("\"' ")
    is_made = "." in words or words.lower().endswith("mc list") or len(words) > MAX_NAME
    return words if re.search(r"[^\W\d_]{2}", words) and not is_made else None


def is_person(name: str) -> bool:
    """Whether words are shaped as a person's name and have nothing of a publication's."""
    name = name.strip()
    return (
        re.fullmatch(NAME, name) is not None and name[0].isupper() and not NO_PERSON.search(name) and not name.isupper()
    )


def _is_list(headers: Mapping[str, str]) -> bool:
    return any(name in headers for name in LISTS) or headers.get("precedence", "").lower() in ("bulk", "list")


def _spells(address: str, name: str) -> bool:
    """Whether an address is a person's: `jane.doe@`, `jdoe@`, or `jane@` where nothing else stands there."""
    local = re.sub(
        r"[^a-z.]+", "", fold_text(address.partition("@")[0].partition("+")[0]).replace("_", ".").replace("-", ".")
    )
    first, *others = fold_text(name).split()
    last = others[-1] if others else ""
    return local in {first, f"{first}.{last}", f"{first[:1]}{last}", f"{first[:1]}.{last}", f"{last}.{first}"}
