-- Evidence (minh chứng). The bytes stand here once, in pieces of a megabyte, under their SHA-256.
create table evidence_chunk (
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  number int not null check (number >= 0),
  bytes bytea not null check (octet_length(bytes) between 1 and 1048576),
  primary key (sha256, number)
);
alter table evidence_chunk alter column bytes set storage external;  -- PDFs and photos do not shrink

-- What of a file has arrived so far. Unlogged: after a crash of the database one sends it again.
create unlogged table evidence_piece (
  account uuid not null,
  round uuid not null,
  unit uuid not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  number int not null check (number >= 0),
  bytes bytea not null check (octet_length(bytes) between 1 and 1048576),
  at timestamptz not null,
  primary key (account, round, unit, sha256, number)
);

-- A document of a unit: which bytes, and what a reader must know of it.
create table evidence_item (
  id uuid primary key,
  round uuid not null,
  unit uuid not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size int not null check (size > 0),
  kind text not null check (kind in ('PDF', 'PNG', 'JPEG', 'DOCX', 'XLSX', 'ODT', 'ODS')),
  flags text not null default '',    -- what is unusual in it, separated by spaces
  file_name text not null,
  number text not null default '',   -- số, ký hiệu
  issuer text not null default '',   -- nơi ban hành
  issued_on date,
  subject text not null default '',  -- trích yếu
  replaces uuid references evidence_item,
  at timestamptz not null,
  by_account uuid not null references account,
  withdrawn_at timestamptz,
  withdrawn_by uuid references account,
  version int not null default 1,
  foreign key (round, unit) references round_unit,
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
create index on evidence_item (round, unit);
create index on evidence_item (sha256);
create unique index on evidence_item (round, unit, sha256) where withdrawn_at is null;
create unique index on evidence_item (replaces) where withdrawn_at is null;

-- Which fact or criterion a document proves, and on which pages.
create table evidence_citation (
  item uuid not null references evidence_item,
  about text not null check (about in ('FACT', 'CRITERION')),
  code text not null,
  pages text not null default '',
  primary key (item, about, code)
);

grant select, insert, delete on evidence_chunk, evidence_piece to thangdiem_app;
grant select, insert, update on evidence_item to thangdiem_app;
grant select, insert, update, delete on evidence_citation to thangdiem_app;

-- Evidence comes and goes until the unit sends its report; from then on it is what was sent.
create function refuse_frozen_evidence(of_round uuid, of_unit uuid) returns void language plpgsql as $$
declare
  state text;
  sent timestamptz;
begin
  select phase into state from round where id = of_round for share;
  select submitted_at into sent from round_unit where round = of_round and unit = of_unit for share;
  if state <> 'OPEN' or sent is not null then
    raise exception 'the evidence of the unit is frozen' using errcode = 'restrict_violation';
  end if;
end $$;

create function refuse_item() returns trigger language plpgsql as $$
begin
  perform refuse_frozen_evidence(new.round, new.unit);
  if tg_op = 'UPDATE' then
    if (new.id, new.round, new.unit, new.sha256, new.size, new.kind, new.flags, new.file_name,
        new.replaces, new.at, new.by_account)
       is distinct from
       (old.id, old.round, old.unit, old.sha256, old.size, old.kind, old.flags, old.file_name,
        old.replaces, old.at, old.by_account)
    then
      raise exception 'other bytes are another document' using errcode = 'restrict_violation';
    end if;
    if old.withdrawn_at is not null then
      raise exception 'the document is withdrawn' using errcode = 'restrict_violation';
    end if;
  elsif not exists (select from evidence_chunk where sha256 = new.sha256) then
    raise exception 'a document has bytes' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger until_sent before insert or update on evidence_item
  for each row execute function refuse_item();

create function refuse_citation() returns trigger language plpgsql as $$
declare cited evidence_item;
begin
  select * into cited from evidence_item
   where id = case when tg_op = 'DELETE' then old.item else new.item end;
  perform refuse_frozen_evidence(cited.round, cited.unit);
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger until_sent before insert or update or delete on evidence_citation
  for each row execute function refuse_citation();

-- Bytes never change, and go only when no document has them any more.
create function refuse_chunk() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' or exists (
    select from evidence_item where sha256 = old.sha256 and withdrawn_at is null)
  then
    raise exception 'the bytes of evidence stay as they are' using errcode = 'restrict_violation';
  end if;
  return old;
end $$;
create trigger stays before update or delete on evidence_chunk
  for each row execute function refuse_chunk();
