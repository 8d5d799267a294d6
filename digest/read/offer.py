"""An assistant's closing offer to do more: kept, marked, out of the argument."""

from __future__ import annotations

import re
from dataclasses import replace

from digest.blocks import Aside, Block, Paragraph, plain_text
from digest.documents import Document

DO = r"(?:make|create|write|draft|give|provide|help|show|put|turn|work|list|compare|explain|suggest|summari[sz]e|also|share|expand|go|walk|prepare|build|generate|sketch|outline|find|do|add|tailor|dig|break|pull|map|adapt|translate|recommend|compile|design|offer|run|calculate|check|look|point|elaborate|include)"
OFFER = re.compile(
    rf"(?:if (?:you(?:[’']d| would| want| wish| like| need|[’']re)|it helps|that helps|useful|helpful|desired)\b.{{0,60}}?\b(?:I|we) (?:can|could|[’']d be happy|would be happy|am happy|[’']ll|will)\b"
    rf"|(?:would|do) you (?:like|want) (?:me|us) to\b|(?:shall|should|can|may) I (?:also )?{DO}\b"
    rf"|I (?:can|could|[’']d be happy to|would be happy to|am happy to|will gladly)(?: also| then| gladly| happily)? {DO}\b.{{0,200}}\b(?:if|for you|you(?:r|[’']d)?|want|like|help)\b|want me to\b"
    r"|(?:wenn|falls) (?:du|sie) (?:möchtest|möchten|willst|wollen|magst)\b.{0,60}|(?:soll|kann) ich (?:dir|ihnen)\b|(?:möchtest du|möchten sie),? dass ich\b"
    r"|si (?:vous (?:le )?(?:souhaitez|voulez)|tu (?:veux|le souhaites))\b.{0,40}\bje (?:peux|pourrais)\b|(?:voulez-vous|souhaitez-vous|veux-tu) que je\b"
    r"|si (?:quieres|lo deseas|desea|te interesa|te sirve)\b.{0,40}\bpuedo\b|¿(?:quieres|te gustaría|desea) que\b|se (?:quiser|desejar)\b.{0,40}\bposso\b|se (?:vuoi|desideri)\b.{0,40}\bposso\b"
    r"|если хотите\b.{0,40}\bмогу\b|如果(?:你|您)(?:需要|想|愿意).{0,20}我可以|(?:よろしければ|ご希望(?:でしたら|であれば)|必要(?:でしたら|であれば)|もしよければ)、?.{2,80}(?:できます|いたします|します|しましょうか|可能です)|.{2,60}(?:しましょうか|いたしましょうか))",
    re.IGNORECASE | re.DOTALL,
)
WEAK = re.compile(
    rf"(?:just )?let me know\b|happy to {DO}\b|feel free to ask\b|(?:just )?say the word\b|sag(?:en sie)? (?:mir )?(?:einfach )?bescheid\b",
    re.IGNORECASE,
)  # people close so too: an offer only where a question is answered, or a machine is said to have written
NEAR_END = 3  # blocks; an offer stands at the end, sometimes above a signature
MAX_WORDS = 80


def mark_offer(document: Document) -> Document:
    """The document with an assistant's closing offer, if it ends in one, as an aside.

    A person may close with "let me know" too: that counts only in an answer to a question, or where a machine is
    said to have written the text.
    """
    blocks = document.blocks
    for place in range(len(blocks) - 1, max(0, len(blocks) - 1 - NEAR_END), -1):
        block = blocks[place]
        if _is_offer(block, assistant=bool(document.question or document.provenance)):
            aside = Aside("offer", (block,))
            return replace(document, blocks=(*blocks[:place], aside, *blocks[place + 1 :]))
    return document


def _is_offer(block: Block, *, assistant: bool) -> bool:
    if not isinstance(block, Paragraph):
        return False
    text = plain_text(block.children).strip()
    offers = OFFER.match(text) or (assistant and WEAK.match(text))
    return len(text.split()) <= MAX_WORDS and bool(offers)
