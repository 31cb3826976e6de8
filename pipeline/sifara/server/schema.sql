-- The index of a store: what the JSON API counts, filters and searches. Made afresh when the store changes.
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE entities (
  id INTEGER PRIMARY KEY, iri TEXT NOT NULL UNIQUE, ar TEXT, en TEXT, class TEXT NOT NULL,
  country INTEGER, wikidata TEXT, listed INTEGER NOT NULL,
  events INTEGER NOT NULL DEFAULT 0, documents INTEGER NOT NULL DEFAULT 0, mentions INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE names (entity INTEGER NOT NULL, name TEXT NOT NULL, folded TEXT NOT NULL, alias INTEGER NOT NULL);
CREATE TABLE documents (
  id INTEGER PRIMARY KEY, iri TEXT NOT NULL UNIQUE, identifier TEXT NOT NULL, title TEXT, date TEXT, publisher TEXT,
  source TEXT NOT NULL, events INTEGER NOT NULL DEFAULT 0  -- source: publisher, or the document if it names none
);
-- first and last: the days that the date covers; told_*: the same of the document's date.
CREATE TABLE events (
  id INTEGER PRIMARY KEY, iri TEXT NOT NULL UNIQUE, class TEXT NOT NULL, status TEXT NOT NULL, confidence REAL NOT NULL,
  date TEXT, first TEXT, last TEXT, basis TEXT, until TEXT, document INTEGER NOT NULL, told TEXT, told_first TEXT,
  told_last TEXT, source TEXT NOT NULL, canonical TEXT, act TEXT NOT NULL, sentence TEXT, position INTEGER NOT NULL
);
CREATE TABLE roles (event INTEGER NOT NULL, role TEXT NOT NULL, entity INTEGER NOT NULL);
CREATE TABLE pairs (event INTEGER NOT NULL, a INTEGER NOT NULL, b INTEGER NOT NULL, directed INTEGER NOT NULL);
CREATE TABLE mentions (document INTEGER NOT NULL, entity INTEGER NOT NULL);
CREATE TABLE offices (person INTEGER NOT NULL, role TEXT NOT NULL, of INTEGER NOT NULL, document INTEGER NOT NULL);
CREATE VIRTUAL TABLE found_names USING fts5(folded, content='', tokenize="unicode61 remove_diacritics 2", prefix='2 3');
CREATE VIRTUAL TABLE found_titles USING fts5(folded, content='', tokenize="unicode61 remove_diacritics 2", prefix='2 3');
CREATE VIRTUAL TABLE found_sentences USING fts5(folded, content='', tokenize="unicode61 remove_diacritics 2");
