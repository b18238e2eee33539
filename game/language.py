"""The player's language: `_` for a text, `_n` for one that counts. Outcomes never depend on it.

Catalogues lie in assets/locale/LANGUAGE/LC_MESSAGES/backchannel.mo. `build` of a screen calls `_`
anew each time, so a change of language shows at once; a text kept in a constant would not change:
mark it with `N_` and translate it where it is shown.
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
    return _now.gettext(message) if message else ""


def _n(one: str, many: str, count: int) -> str:
    """A text that depends on a count, with {n} filled in."""
    return _now.ngettext(one, many, count).replace("{n}", str(count))


def N_(message: str) -> str:
    """Mark a text to be translated later, where it is shown."""
    return message


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
