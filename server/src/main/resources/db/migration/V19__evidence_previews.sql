-- What was found in the bytes of evidence, and their pages as pictures. Both can be made again from the bytes, so neither outlives a crash.
create unlogged table evidence_inspection (
  sha256 text primary key,
  pages int not null,                -- 0: cannot be shown
  report text not null,              -- what the inspector said, a line for each signature
  at timestamptz not null
);
create unlogged table evidence_preview (
  sha256 text not null,
  page int not null,
  png bytea not null,
  primary key (sha256, page)
);
alter table evidence_preview alter column png set storage external;
grant select, insert, update, delete on evidence_inspection, evidence_preview to thangdiem_app;
