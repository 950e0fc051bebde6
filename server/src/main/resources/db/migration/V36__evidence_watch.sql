-- When the bytes of evidence were last read again and compared with their hash, and whether they still fit.
create table evidence_check (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  at timestamptz not null,
  whole boolean not null,
  broken_since timestamptz,          -- when they were first found to be others
  check (whole = (broken_since is null))
);
create index on evidence_check (at);
grant select, insert, update, delete on evidence_check to thangdiem_app;

-- By number and date one finds the same document as evidence of another unit or year.
create index on evidence_item (issued_on) where number <> '';
