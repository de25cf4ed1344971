"""Who held which office, and when."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.world import load

QUIZ = [
    ("RUS", "president", "2000-06-01", "Vladimir Putin"),
    ("RUS", "president", "2010-06-01", "Dmitry Medvedev"),
    ("RUS", "prime_minister", "2010-06-01", "Vladimir Putin"),
    ("RUS", "president", "2022-10-14", "Vladimir Putin"),
    ("RUS", "prime_minister", "2022-10-14", "Mikhail Mishustin"),
    ("RUS", "foreign_minister", "2022-10-14", "Sergei Lavrov"),
    ("RUS", "defence_minister", "2022-10-14", "Sergei Shoigu"),
    ("RUS", "defence_minister", "2024-06-01", "Andrei Belousov"),
    ("UKR", "president", "2014-01-01", "Viktor Yanukovych"),
    ("UKR", "president", "2015-01-01", "Petro Poroshenko"),
    ("UKR", "president", "2019-05-20", "Volodymyr Zelenskyy"),
    ("UKR", "foreign_minister", "2022-10-14", "Dmytro Kuleba"),
    ("UKR", "defence_minister", "2022-10-14", "Oleksii Reznikov"),
    ("UKR", "prime_minister", "2022-10-14", "Denys Shmyhal"),
    ("BLR", "leader", "2020-08-09", "Alexander Lukashenko"),
    ("BLR", "foreign_minister", "2022-10-14", "Vladimir Makei"),
    ("KAZ", "president", "2019-03-19", "Nursultan Nazarbayev"),
    ("KAZ", "president", "2019-03-21", "Kassym-Jomart Tokayev"),
    ("KAZ", "prime_minister", "2022-01-04", "Askar Mamin"),
    ("KAZ", "prime_minister", "2022-10-14", "Alikhan Smailov"),
    ("KAZ", "foreign_minister", "2022-10-14", "Mukhtar Tileuberdi"),
    ("UZB", "leader", "2022-10-14", "Shavkat Mirziyoyev"),
    ("UZB", "president", "2010-01-01", "Islam Karimov"),
    ("KGZ", "president", "2022-09-16", "Sadyr Japarov"),
    ("KGZ", "president", "2020-08-01", "Sooronbay Jeenbekov"),
    ("TJK", "president", "2022-10-14", "Emomali Rahmon"),
    ("TKM", "president", "2022-03-01", "Gurbanguly Berdimuhamedow"),
    ("TKM", "president", "2022-10-14", "Serdar Berdimuhamedow"),
    ("AZE", "president", "2020-10-01", "Ilham Aliyev"),
    ("ARM", "leader", "2017-01-01", "Serzh Sargsyan"),
    ("ARM", "leader", "2022-10-31", "Nikol Pashinyan"),
    ("GEO", "leader", "2022-01-01", "Irakli Garibashvili"),
    ("MDA", "president", "2022-01-01", "Maia Sandu"),
    ("USA", "president", "2021-01-19", "Donald Trump"),
    ("USA", "president", "2022-10-14", "Joe Biden"),
    ("USA", "foreign_minister", "2022-10-14", "Antony Blinken"),
    ("GBR", "prime_minister", "2022-10-01", "Liz Truss"),
    ("GBR", "prime_minister", "2022-10-25", "Rishi Sunak"),
    ("GBR", "monarch", "2022-09-09", "Charles III"),
    ("DEU", "leader", "2021-12-01", "Angela Merkel"),
    ("DEU", "chancellor", "2022-10-14", "Olaf Scholz"),
    ("FRA", "leader", "2022-10-14", "Emmanuel Macron"),
    ("ITA", "prime_minister", "2022-10-14", "Mario Draghi"),
    ("POL", "president", "2022-11-15", "Andrzej Duda"),
    ("HUN", "leader", "2022-10-14", "Viktor Orban"),
    ("TUR", "leader", "2010-01-01", "Recep Tayyip Erdogan"),
    ("TUR", "president", "2010-01-01", "Abdullah Gul"),
    ("CHN", "leader", "2022-09-16", "Xi Jinping"),
    ("CHN", "prime_minister", "2022-10-14", "Li Keqiang"),
    ("IRN", "leader", "2022-10-14", "Ali Khamenei"),
    ("IRN", "president", "2022-10-14", "Ebrahim Raisi"),
    ("JPN", "prime_minister", "2022-10-14", "Fumio Kishida"),
    ("KOR", "president", "2022-10-14", "Yoon Suk Yeol"),
    ("PRK", "leader", "2022-10-14", "Kim Jong Un"),
    ("IND", "prime_minister", "2022-09-16", "Narendra Modi"),
    ("PAK", "prime_minister", "2022-04-01", "Imran Khan"),
    ("PAK", "prime_minister", "2022-09-16", "Shehbaz Sharif"),
    ("ISR", "prime_minister", "2022-10-14", "Yair Lapid"),
    ("ISR", "prime_minister", "2023-01-01", "Benjamin Netanyahu"),
    ("SYR", "president", "2015-01-01", "Bashar al-Assad"),
    ("NATO", "secretary_general", "2022-10-14", "Jens Stoltenberg"),
    ("NATO", "secretary_general", "2025-01-01", "Mark Rutte"),
    ("UN", "secretary_general", "2022-10-14", "Antonio Guterres"),
    ("IAEA", "secretary_general", "2022-10-14", "Rafael Grossi"),
    ("CSTO", "secretary_general", "2022-10-14", "Stanislav Zas"),
    ("EUROPEAN_COMMISSION", "bloc_president", "2022-10-14", "Ursula von der Leyen"),
    ("EU", "high_representative", "2022-10-14", "Josep Borrell"),
    ("Wagner Group", "group_leader", "2022-10-14", "Yevgeny Prigozhin"),
    ("UKR", "security_adviser", "2024-12-01", "Oleksandr Lytvynenko"),
    ("UKR", "defence_minister", "2026-01-14", "Mykhailo Fedorov"),
    ("KAZ", "defence_minister", "2025-06-30", "Dauren Kosanov"),
    ("ARM", "defence_minister", "2020-10-01", "Davit Tonoyan"),
    ("ARM", "defence_minister", "2020-11-20", "Vagharshak Harutyunyan"),
    ("ARM", "defence_minister", "2021-11-15", "Suren Papikyan"),
    ("TUR", "interior_minister", "2023-06-03", "Ali Yerlikaya"),
    ("IRN", "foreign_minister", "2024-06-01", "Ali Bagheri Kani"),
    ("IRN", "foreign_minister", "2024-08-21", "Abbas Araghchi"),
    ("USA", "security_adviser", "2020-12-01", "Robert O'Brien"),
    ("JPN", "defence_minister", "2024-10-01", "Gen Nakatani"),
    ("PAK", "prime_minister", "2024-01-01", "Anwaar-ul-Haq Kakar"),
    ("SCO", "secretary_general", "2025-09-01", "Nurlan Yermekbayev"),
    ("OTS", "secretary_general", "2022-11-10", "Baghdad Amreyev"),
    ("EAEU", "bloc_president", "2024-02-01", "Bakytzhan Sagintayev"),
]


@pytest.mark.parametrize(("of", "office", "on", "person"), QUIZ)
def test_holder_on_a_day(of: str, office: str, on: str, person: str) -> None:
    """An office is held by the person who held it on that day."""
    holder = load().holder(of, office, date.fromisoformat(on))
    assert holder is not None
    assert holder.id == person


def test_the_newcomer_holds_on_the_day_of_the_handover() -> None:
    """On 20 January 2025 the president of the United States is the one who swears the oath."""
    holder = load().holder("USA", "president", date(2025, 1, 20))
    assert holder is not None
    assert holder.id == "Donald Trump"


def test_nobody_is_known() -> None:
    """An office without a known holder has none; nobody is guessed."""
    world = load()
    assert world.holder("NRU", "chancellor", date(2022, 1, 1)) is None
    assert world.holder("RUS", "president", date(1960, 1, 1)) is None
    assert world.holder("nowhere", "leader", date(2022, 1, 1)) is None


def test_a_person_is_an_actor_while_in_office() -> None:
    """Nazarbayev held his office from independence until 20 March 2019."""
    exists = load().entities["Nursultan Nazarbayev"].exists
    assert (exists.earliest, exists.latest) == (date(1991, 12, 16), date(2019, 3, 20))


def test_terms_of_a_person() -> None:
    """Medvedev was president, then prime minister."""
    offices = [term.office for term in load().terms_of("Dmitry Medvedev")]
    assert offices[:2] == ["president", "prime_minister"]


def test_every_office_word_has_a_sector() -> None:
    """The table gives the office and the sector: a general is MIL, a patriarch REL."""
    offices = load().offices
    assert offices["foreign minister"].id == offices["top diplomat"].id == "foreign_minister"
    assert offices["defense minister"] == offices["defence minister"]
    assert offices["general"].sector == "MIL"
    assert offices["patriarch"].sector == "REL"


@pytest.mark.parametrize(
    ("day", "sector"),
    [("1995-05-01", "REB"), ("2000-05-01", "GOV"), ("2010-05-01", "REB"), ("2022-05-01", "GOV")],
)
def test_a_group_changes_its_sector(day: str, sector: str) -> None:
    """The Taliban ruled twice; today's sector stands where no day is given."""
    world = load()
    taliban = world.entities["Taliban"]
    assert world.group_sector(taliban, date.fromisoformat(day)) == sector
    assert world.group_sector(taliban, None) == "GOV"
