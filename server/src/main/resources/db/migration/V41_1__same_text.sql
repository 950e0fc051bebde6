-- What a PDF says, as one hash, by which the same document is known again in another file. It is found again from the bytes.
create table evidence_text (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  text_sha256 text not null check (text_sha256 ~ '^([0-9a-f]{64})?$')  -- empty: too few words to tell
);
create index on evidence_text (text_sha256) where text_sha256 <> '';
grant select, insert, update, delete on evidence_text to thangdiem_app;
