"""Short forms of place names that the atlas does not list, since they mean something else elsewhere."""

from __future__ import annotations

# State: how the Associated Press shortens it, and the letters of the post.
_STATES = """
Alabama Ala. AL|Alaska Alas. AK|Arizona Ariz. AZ|Arkansas Ark. AR|California Calif. CA|Colorado Colo. CO
Connecticut Conn. CT|Delaware Del. DE|Florida Fla. FL|Georgia Ga. GA|Hawaii Haw. HI|Idaho Ida. ID
Illinois Ill. IL|Indiana Ind. IN|Iowa Ia. IA|Kansas Kan. KS|Kansas Kans. KS|Kentucky Ky. KY|Louisiana La. LA
Maine Me. ME|Maryland Md. MD|Massachusetts Mass. MA|Michigan Mich. MI|Minnesota Minn. MN|Mississippi Miss. MS
Missouri Mo. MO|Montana Mont. MT|Nebraska Neb. NE|Nebraska Nebr. NE|Nevada Nev. NV|New_Hampshire N.H. NH
New_Jersey N.J. NJ|New_Mexico N.M. NM|New_York N.Y. NY|North_Carolina N.C. NC|North_Dakota N.D. ND|Ohio O. OH
Oklahoma Okla. OK|Oregon Ore. OR|Pennsylvania Pa. PA|Pennsylvania Penn. PA|Rhode_Island R.I. RI
South_Carolina S.C. SC|South_Dakota S.D. SD|Tennessee Tenn. TN|Texas Tex. TX|Utah Ut. UT|Vermont Vt. VT
Virginia Va. VA|Washington Wash. WA|West_Virginia W.Va. WV|West_Virginia W._Va. WV|Wisconsin Wis. WI
Wisconsin Wisc. WI|Wyoming Wyo. WY|Ontario Ont. ON|Quebec Que. QC|British_Columbia B.C. BC|Alberta Alta. AB
Manitoba Man. MB|Saskatchewan Sask. SK|Nova_Scotia N.S. NS|New_Brunswick N.B. NB
"""
# Only behind the name of a town ("Paris, Ill."), since they are words, names or titles as well.
IN_PAIRS: dict[str, str] = {}
for _entry in _STATES.replace("\n", "|").split("|"):
    if _entry:
        _name, _press, _post = _entry.split()
        IN_PAIRS[_press.replace("_", " ")] = _name.replace("_", " ")
        IN_PAIRS[_post] = _name.replace("_", " ")
# Wherever they stand.
ALONE = {
    "N.Y.": "New York", "N.J.": "New Jersey", "N.H.": "New Hampshire", "N.M.": "New Mexico",
    "N.C.": "North Carolina", "S.C.": "South Carolina", "N.D.": "North Dakota", "S.D.": "South Dakota",
    "R.I.": "Rhode Island", "W.Va.": "West Virginia", "Calif.": "California", "Fla.": "Florida",
    "Conn.": "Connecticut", "Okla.": "Oklahoma", "Tenn.": "Tennessee", "Minn.": "Minnesota",
    "Mich.": "Michigan", "NY": "New York", "NJ": "New Jersey", "D.C.": "Washington, D.C.",
    "DC": "Washington, D.C.", "L.A.": "Los Angeles", "LA": "Los Angeles", "NYC": "New York City",
    "U.K.": "United Kingdom", "UK": "United Kingdom",
}  # fmt: skip


def written_out(surface: str, *, in_pair: bool = False) -> str:
    """A short form in full; anything else as it is.

    Args:
        in_pair: whether it stands behind the name of a town and a comma.
    """
    return ALONE.get(surface) or (IN_PAIRS.get(surface, surface) if in_pair else surface)
