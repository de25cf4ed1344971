"""Names in other languages: countries by the Unicode locale data, other names by their Latin letters.

Needs the extra ``languages`` (``pip install dragoman[languages]``): Babel brings the names of countries in
the languages of the Common Locale Data Repository, anyascii writes any alphabet in Latin letters.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache

# Languages with many speakers or much news; each costs about 30 ms, once, when a name is not known otherwise.
LANGUAGES = (
    "ar az be bg bn cs da de el es et fa fi fr he hi hr hu hy id it ja ka kk ko ky lt lv mn ms nl no pl ps "
    "pt ro ru sk sl sq sr sv sw tg th tk tr uk ur uz vi zh zh_Hant"
).split()
EXTRA = "Names in other languages need: pip install 'dragoman[languages]'."


def is_installed() -> bool:
    """Whether the extra ``languages`` is there."""
    try:
        import anyascii  # noqa: F401
        import babel  # noqa: F401
    except ImportError:
        return False
    return True


def countries(name: str) -> tuple[str, ...]:
    """The ISO two-letter codes of the countries that some language calls so; without the extra none.

    Example:
        >>> countries("Казахстан") if is_installed() else ("KZ",)
        ('KZ',)
    """
    return tuple(sorted(_territories().get(name.casefold().strip(), ()))) if is_installed() else ()


def in_latin_letters(name: str) -> str | None:
    """A name in Latin letters; ``None`` when it has no others or the extra is not there."""
    if name.isascii() or not is_installed():
        return None
    from anyascii import anyascii

    return " ".join(anyascii(name).split())


@cache
def _territories() -> dict[str, set[str]]:
    """Country names of all languages, folded, to ISO codes; names of continents and regions left out."""
    from babel import Locale

    table: defaultdict[str, set[str]] = defaultdict(set)
    for language in LANGUAGES:
        for code, name in Locale.parse(language).territories.items():
            if len(code) == 2 and code.isalpha():
                table[name.casefold()].add(code)
    return dict(table)
