-- Codes for the day on which the second factor is lost (mã dự phòng): each good for one use; we keep a keyed hash.
create table recovery_code (
  account uuid not null references account,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (account, code_hash)
);
grant select, insert, update, delete on recovery_code to thangdiem_app;

-- The name that a provider's account goes by there, for its owner to know it again.
alter table external_identity add column label text not null default '';

-- Spring's sessions name an account; ours are ended by it.
create index on known_device (account);
create index on external_identity (account);
