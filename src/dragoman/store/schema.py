"""The tables, as data. Changing one means a new version and a step in `migrate`.

Columns hold words and days, not blobs, so that the file can be read in Datasette, R or pandas. Lists
that nobody filters by (spans, clues, contexts) are JSON. Days are ISO 8601 text.

Tables are joined by row numbers, not by ids: ids are hashes, and an index of hashes is written all over.
At 40,000 documents that made 2,300 documents a second of 1,500 (tests/store/speed.py, processor time).
"""

from __future__ import annotations

from dragoman.store import coded, derived
from dragoman.store.columns import MENTION

APPLICATION_ID = 0x44524147  # "DRAG"; tells our files from other SQLite files
VERSION = 6

_META = "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID"

_DOCUMENT = """CREATE TABLE document (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  fingerprint TEXT NOT NULL,
  title TEXT,
  outlet TEXT,
  url TEXT,
  origin TEXT NOT NULL,
  language TEXT NOT NULL,
  published_earliest TEXT,
  published_latest TEXT,
  published_best TEXT,
  text TEXT NOT NULL,
  clues TEXT NOT NULL,
  furniture TEXT NOT NULL,
  sentences TEXT NOT NULL,
  repairs TEXT NOT NULL
)"""

_APPEARANCE = """CREATE TABLE appearance (
  number INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document (number),
  origin TEXT NOT NULL,
  outlet TEXT,
  url TEXT,
  title TEXT,
  published_earliest TEXT,
  published_latest TEXT
)"""

_INTAKE = """CREATE TABLE intake (
  key TEXT PRIMARY KEY,
  origin TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('document', 'skip')),
  document INTEGER REFERENCES document (number),
  kind TEXT,
  reason TEXT,
  at TEXT NOT NULL
) WITHOUT ROWID"""

_READING = """CREATE TABLE reading (
  document INTEGER PRIMARY KEY REFERENCES document (number),
  reader TEXT NOT NULL,
  at TEXT NOT NULL,
  world TEXT NOT NULL DEFAULT '',
  code TEXT NOT NULL DEFAULT ''
)"""

_ACTOR_MENTION = f"""CREATE TABLE mention (
  document INTEGER NOT NULL REFERENCES reading (document) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  {MENTION},
  PRIMARY KEY (document, position)
) WITHOUT ROWID"""

_EVENT_MENTION = """CREATE TABLE event_mention (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  document INTEGER NOT NULL REFERENCES reading (document) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  type TEXT NOT NULL,
  mode TEXT,
  status TEXT NOT NULL,
  earliest TEXT,
  latest TEXT,
  trigger TEXT NOT NULL,
  sentence TEXT NOT NULL,
  trigger_start INTEGER NOT NULL,
  trigger_end INTEGER NOT NULL,
  evidence TEXT NOT NULL,
  contexts TEXT NOT NULL,
  confidence REAL NOT NULL,
  reader TEXT NOT NULL
)"""

_PARTICIPANT = f"""CREATE TABLE participant (
  event_mention INTEGER NOT NULL REFERENCES event_mention (number) ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role IN ('actor', 'recipient', 'place')),
  position INTEGER NOT NULL,
  {MENTION},
  PRIMARY KEY (event_mention, role, position)
) WITHOUT ROWID"""

_CLAIM = """CREATE TABLE claim (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  document INTEGER NOT NULL REFERENCES reading (document) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  about TEXT NOT NULL,
  low REAL,
  high REAL,
  unit TEXT NOT NULL,
  qualifier TEXT NOT NULL,
  sentence TEXT NOT NULL,
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  evidence_start INTEGER NOT NULL,
  evidence_end INTEGER NOT NULL,
  event_mention TEXT,
  reader TEXT NOT NULL
)"""

_ATTRIBUTION = f"""CREATE TABLE attribution (
  number INTEGER PRIMARY KEY,
  event_mention INTEGER REFERENCES event_mention (number) ON DELETE CASCADE,
  claim INTEGER REFERENCES claim (number) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  {MENTION},
  cue_start INTEGER,
  cue_end INTEGER,
  CHECK ((event_mention IS NULL) <> (claim IS NULL))
)"""

# Searched by word stems ("troop" finds "troops"); evidence is searched by the words themselves.
_DOCUMENT_FTS = """CREATE VIRTUAL TABLE document_fts USING fts5 (
  title, text, content='document', content_rowid='number',
  tokenize='porter unicode61 remove_diacritics 2'
)"""

_EVIDENCE_FTS = """CREATE VIRTUAL TABLE evidence_fts USING fts5 (
  sentence, content='event_mention', content_rowid='number', tokenize='unicode61 remove_diacritics 2'
)"""

_TRIGGERS = (
    """CREATE TRIGGER document_indexed AFTER INSERT ON document BEGIN
  INSERT INTO document_fts (rowid, title, text) VALUES (new.number, new.title, new.text); END""",
    """CREATE TRIGGER document_removed AFTER DELETE ON document BEGIN
  INSERT INTO document_fts (document_fts, rowid, title, text)
  VALUES ('delete', old.number, old.title, old.text); END""",
    """CREATE TRIGGER evidence_indexed AFTER INSERT ON event_mention BEGIN
  INSERT INTO evidence_fts (rowid, sentence) VALUES (new.number, new.sentence); END""",
    """CREATE TRIGGER evidence_removed AFTER DELETE ON event_mention BEGIN
  INSERT INTO evidence_fts (evidence_fts, rowid, sentence)
  VALUES ('delete', old.number, old.sentence); END""",
)

# Only ever added to; the latest row about a subject holds.
JUDGEMENT = """CREATE TABLE judgement (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  value TEXT NOT NULL,
  author TEXT NOT NULL,
  at TEXT NOT NULL,
  remark TEXT NOT NULL
)"""

JUDGEMENT_RULES = (
    "CREATE INDEX judgement_subject ON judgement (subject, kind, number)",
    """CREATE TRIGGER judgement_once BEFORE INSERT ON judgement
WHEN EXISTS (SELECT 1 FROM judgement WHERE id = new.id) BEGIN SELECT RAISE(IGNORE); END""",
    """CREATE TRIGGER judgement_stands BEFORE UPDATE ON judgement BEGIN
  SELECT RAISE(ABORT, 'a judgement is never changed; add another one'); END""",
    """CREATE TRIGGER judgement_stays BEFORE DELETE ON judgement BEGIN
  SELECT RAISE(ABORT, 'a judgement is never removed; add another one'); END""",
)

# By the telling that `same` and `not same` name second; and what is undone, wherever it was made.
JUDGEMENT_INDEXES = (
    "CREATE INDEX judgement_value ON judgement (value)",
    "CREATE INDEX judgement_undo ON judgement (number) WHERE kind = 'undo'",
)

FIRST_PUBLISHED = "COALESCE(published_earliest, published_latest, '~')"

RETOLD_MOST = 20  # documents with the same sentences that are looked at; a wire story has hundreds
RETOLD_SENTENCES = 2  # fewer can be a saying or a line of furniture
# Short sentences are said again by chance.
LONG_SENTENCE = 60
RETOLD_INDEX = f"CREATE INDEX event_mention_sentence ON event_mention (sentence) \
WHERE length(sentence) >= {LONG_SENTENCE}"

# With what lists choose by: without it every document and claim would be read, text and all.
DOCUMENT_ORDER = f"CREATE INDEX document_order ON document \
({FIRST_PUBLISHED}, id, published_earliest, published_latest, language)"
CLAIM_DOCUMENT = "CREATE INDEX claim_document ON claim (document, position, about, unit)"

_INDEXES = (
    "CREATE INDEX document_fingerprint ON document (fingerprint)",
    DOCUMENT_ORDER,
    "CREATE INDEX appearance_document ON appearance (document)",
    "CREATE INDEX appearance_outlet ON appearance (outlet)",
    "CREATE INDEX event_mention_document ON event_mention (document)",
    RETOLD_INDEX,
    CLAIM_DOCUMENT,
    "CREATE INDEX attribution_event_mention ON attribution (event_mention)",
    "CREATE INDEX attribution_claim ON attribution (claim)",
)

TABLES = (
    _META,
    _DOCUMENT,
    _APPEARANCE,
    _INTAKE,
    _READING,
    _ACTOR_MENTION,
    _EVENT_MENTION,
    _PARTICIPANT,
    _CLAIM,
    _ATTRIBUTION,
    *derived.TABLES,
    *coded.TABLES,
    _DOCUMENT_FTS,
    _EVIDENCE_FTS,
    JUDGEMENT,
)

STATEMENTS = (
    *TABLES,
    *_INDEXES,
    *derived.INDEXES,
    *coded.INDEXES,
    *_TRIGGERS,
    *JUDGEMENT_RULES,
    *JUDGEMENT_INDEXES,
)
