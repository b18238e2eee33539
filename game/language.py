"""The player's language: `_` for a text, `_n` for one that counts, `_p` for one of several senses.

Outcomes never depend on it.

Catalogues lie in assets/locale/LANGUAGE/LC_MESSAGES/backchannel.mo. `build` of a screen calls `_`
anew each time, so a change of language shows at once; a text kept in a constant would not change:
mark it with `N_`, or with `NP_` if it has several senses, and translate it by `_` where it is
shown.
"""

from __future__ import annotations

import gettext
import locale
import re
from collections.abc import Callable
from pathlib import Path

from game.paths import assets

DOMAIN = "backchannel"
PSEUDO = "xx"
"""A made-up language, 40 % longer and all in accents, that shows what a text forgot."""
NAMES = {"en": "English", "fr": "Français", "es": "Español"}
RTL = {"ar", "fa", "he", "ur"}
CONTEXT = "\x04"
"""Stands between the sense of a text and the text, as in a compiled catalogue."""

_ACCENTS = str.maketrans("aceinosuyACEINOSUY", "àçéîñöšûýÀÇÉÎÑÖŠÛÝ")
_KEPT = re.compile(r"(\{[^}]*\}|\[\[[^|\]]*\||\]\]|\*\*|\n)")


class Pseudo(gettext.NullTranslations):
    """Lengthens and accents every text, and leaves its fields alone."""

    def gettext(self, message: str) -> str:
        """The text in the made-up language."""
        return pseudo(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The text for a count."""
        return pseudo(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        """The text in one of its senses."""
        return pseudo(message)


_now: gettext.NullTranslations = gettext.NullTranslations()
_code = "en"


def use(code: str) -> None:
    """Speak a language from now on; English where there is no catalogue."""
    global _now, _code
    _code = code or _of_system()
    if _code == PSEUDO:
        _now = Pseudo()
    else:
        _now = gettext.translation(DOMAIN, _folder(), languages=[_code], fallback=True)


def current() -> str:
    """The language spoken now."""
    return _code


def catalogue(domain: str) -> Callable[[str], str] | None:
    """What says a scenario's own texts in the player's language; None where nobody has yet."""
    found = gettext.translation(domain, _folder(), languages=[_code], fallback=True)
    return found.gettext if isinstance(found, gettext.GNUTranslations) else None


def is_rtl() -> bool:
    """Whether it is written from right to left."""
    return _code in RTL


def languages() -> dict[str, str]:
    """The languages there are, by code, each in its own words."""
    there = {path.name for path in Path(_folder()).glob("*")}
    return {code: name for code, name in NAMES.items() if code == "en" or code in there}


def _(message: str) -> str:
    """A text in the player's language."""
    if CONTEXT in message:
        return _p(*message.split(CONTEXT))
    return _now.gettext(message) if message else ""


def _n(one: str, many: str, count: float) -> str:
    """A text that depends on a count, with {n} filled in.

    Where fewer than two of a thing are one in grammar ("1,5 point"), so are none; where only one
    is one ("1.5 points"), none are many: a fraction below two counts like none.
    """
    whole = int(count) if count >= 2 or count == int(count) else 0
    return _now.ngettext(one, many, whole).replace("{n}", f"{count:.15g}")


def _p(context: str, message: str) -> str:
    """A text that means several things, in the sense that the context names."""
    return _now.pgettext(context, message)


def N_(message: str) -> str:
    """Mark a text to be translated later, where it is shown."""
    return message


def NP_(context: str, message: str) -> str:
    """Mark a text in one of its senses to be translated later, by `_`, where it is shown."""
    return f"{context}{CONTEXT}{message}"


def pseudo(message: str) -> str:
    """A text in the made-up language."""
    parts = _KEPT.split(message)
    turned = [part if i % 2 else part.translate(_ACCENTS) for i, part in enumerate(parts)]
    longer = max(1, round(0.4 * len(message)))
    filler = (" lorem ipsum dolor sit amet consectetur" * (longer // 38 + 1))[:longer].rstrip()
    return "".join(turned) + filler


def _folder() -> str:
    return str(assets() / "locale")


def _of_system() -> str:
    code = (locale.getlocale()[0] or "en").split("_")[0].lower()
    return code if code in NAMES else "en"
