"""The tables that are derived, as data: what the merging makes of the others, and what it looks things up in.

They can be lost: the caller makes them anew from documents, readings and judgements. All that belongs to
an event mention goes with it.
"""

from __future__ import annotations

from dragoman.store.columns import MENTION

# The day of an event, or of its first report; '~' sorts behind every digit: those without either come last.
FIRST_DAY = "COALESCE(earliest, latest, reported_earliest, reported_latest, '~')"
# AUTOINCREMENT: a listing in progress holds numbers, so a number must never come to mean another event.
_EVENT = """CREATE TABLE event (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL,
  mode TEXT,
  status TEXT NOT NULL,
  earliest TEXT,
  latest TEXT,
  reported_earliest TEXT,
  reported_latest TEXT,
  reports INTEGER NOT NULL,
  confidence REAL NOT NULL,
  said_by TEXT NOT NULL,
  sentence TEXT NOT NULL,
  voices INTEGER NOT NULL DEFAULT 1,
  disputed TEXT NOT NULL DEFAULT '[]',
  history TEXT NOT NULL DEFAULT '[]',
  story TEXT NOT NULL DEFAULT ''
)"""

_EVENT_PARTICIPANT = f"""CREATE TABLE event_participant (
  event INTEGER NOT NULL REFERENCES event (number) ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role IN ('actor', 'recipient', 'place')),
  position INTEGER NOT NULL,
  {MENTION},
  PRIMARY KEY (event, role, position)
) WITHOUT ROWID"""

_EVENT_TELLING = """CREATE TABLE event_telling (
  event INTEGER NOT NULL REFERENCES event (number) ON DELETE CASCADE,
  event_mention INTEGER NOT NULL REFERENCES event_mention (number) ON DELETE CASCADE,
  document INTEGER NOT NULL REFERENCES document (number),
  PRIMARY KEY (event, event_mention)
) WITHOUT ROWID"""

_EVENT_OUTLET = """CREATE TABLE event_outlet (
  event INTEGER NOT NULL REFERENCES event (number) ON DELETE CASCADE,
  outlet TEXT NOT NULL,
  PRIMARY KEY (event, outlet)
) WITHOUT ROWID"""

_PRINT = """CREATE TABLE print (
  value INTEGER NOT NULL,
  document INTEGER NOT NULL REFERENCES document (number),
  PRIMARY KEY (value, document)
) WITHOUT ROWID"""

_COPY = """CREATE TABLE copy (
  document INTEGER NOT NULL REFERENCES document (number),
  original INTEGER NOT NULL REFERENCES document (number),
  kind TEXT NOT NULL,
  share REAL NOT NULL,
  PRIMARY KEY (document, original)
) WITHOUT ROWID"""

_TRACE = """CREATE TABLE trace (
  event_mention INTEGER PRIMARY KEY REFERENCES event_mention (number) ON DELETE CASCADE,
  data BLOB NOT NULL
)"""

# A telling with a wider block asks only for those whose own it is: they stand together behind `own`.
_BLOCK = """CREATE TABLE block (
  key INTEGER NOT NULL,
  own INTEGER NOT NULL,
  event_mention INTEGER NOT NULL REFERENCES event_mention (number) ON DELETE CASCADE,
  PRIMARY KEY (key, own, event_mention)
) WITHOUT ROWID"""

_LINK = """CREATE TABLE link (
  one INTEGER NOT NULL REFERENCES event_mention (number) ON DELETE CASCADE,
  other INTEGER NOT NULL REFERENCES event_mention (number) ON DELETE CASCADE,
  score REAL NOT NULL,
  PRIMARY KEY (one, other)
) WITHOUT ROWID"""

_SUBJECT = """CREATE TABLE subject (
  document INTEGER PRIMARY KEY REFERENCES document (number),
  data BLOB NOT NULL
)"""

_SUBJECT_KEY = """CREATE TABLE subject_key (
  key INTEGER NOT NULL,
  document INTEGER NOT NULL REFERENCES document (number),
  PRIMARY KEY (key, document)
) WITHOUT ROWID"""

_STORY_LINK = """CREATE TABLE story_link (
  one INTEGER NOT NULL REFERENCES document (number),
  other INTEGER NOT NULL REFERENCES document (number),
  score REAL NOT NULL,
  PRIMARY KEY (one, other)
) WITHOUT ROWID"""

_STORY = """CREATE TABLE story (
  document INTEGER PRIMARY KEY REFERENCES document (number),
  story TEXT NOT NULL
)"""

_EVENT_INDEXES = (
    f"CREATE INDEX event_order ON event ({FIRST_DAY}, id)",
    "CREATE INDEX event_participant_entity ON event_participant (entity, role)",
    "CREATE INDEX event_participant_country ON event_participant (country, role)",
    "CREATE INDEX event_telling_mention ON event_telling (event_mention)",
    "CREATE INDEX event_outlet_outlet ON event_outlet (outlet)",
)

# Most events stand alone and are told in one way.
IN_STORY = "story <> ''"
IS_DISPUTED = "disputed <> '[]'"
MERGING_INDEXES = (
    f"CREATE INDEX event_story ON event (story) WHERE {IN_STORY}",
    f"CREATE INDEX event_disputed ON event ({FIRST_DAY}, id) WHERE {IS_DISPUTED}",
    "CREATE INDEX print_document ON print (document)",
    "CREATE INDEX copy_original ON copy (original)",
    "CREATE INDEX block_event_mention ON block (event_mention)",
    "CREATE INDEX link_other ON link (other)",
    "CREATE INDEX subject_key_document ON subject_key (document)",
    "CREATE INDEX story_link_other ON story_link (other)",
    "CREATE INDEX story_story ON story (story)",
)

MERGING_TABLES = (
    _PRINT,
    _COPY,
    _TRACE,
    _BLOCK,
    _LINK,
    _SUBJECT,
    _SUBJECT_KEY,
    _STORY_LINK,
    _STORY,
)
TABLES = (_EVENT, _EVENT_PARTICIPANT, _EVENT_TELLING, _EVENT_OUTLET, *MERGING_TABLES)
INDEXES = (*_EVENT_INDEXES, *MERGING_INDEXES)
