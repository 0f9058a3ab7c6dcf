"""Message catalogs in French and English: gettext files, read with Babel, looked up by key.

A key is ``<catalog>.<rest>``: ``participant.join.title`` stands in ``i18n/<language>/participant.po`` as
``msgid "join.title"``. Both languages are translations of the key; neither is the source of the other.
"""

from workshop_kit.i18n.numbers import signed
from workshop_kit.i18n.translator import LANGUAGES, Translator, choose_from_header, choose_language, list_said

__all__ = ["LANGUAGES", "Translator", "choose_from_header", "choose_language", "list_said", "signed"]
