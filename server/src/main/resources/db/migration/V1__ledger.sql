-- The ledger (nhật ký): what was done, in an order and with a hash tree that cannot be rewritten unseen.
-- It belongs to a role that nobody signs in as; every other role may add and read, and nothing more.

-- The time of decisions: the database's clock, plus an offset that only the demo and tests set.
create table clock_offset (
  only_row boolean primary key default true check (only_row),
  ahead interval not null
);
insert into clock_offset values (true, interval '0');

create function now_effective() returns timestamptz
  language sql volatile
  return clock_timestamp() + (select ahead from clock_offset);

create table ledger_event (
  event uuid primary key,
  at timestamptz not null,
  kind text not null,
  actor uuid,
  round uuid,
  unit uuid,
  payload text not null,  -- the exact text that was hashed
  leaf_hash bytea not null check (length(leaf_hash) = 32)
);
create index on ledger_event (at);
create index on ledger_event (unit, at);
create index on ledger_event (actor, at);

-- Events wait here, in the order in which they arrived, until the sequencer gives them their position.
create table ledger_queue (
  arrival bigint generated always as identity primary key,
  event uuid not null references ledger_event
);

create table ledger_leaf (
  position bigint primary key check (position >= 0),
  event uuid not null unique references ledger_event
);

create table ledger_checkpoint (
  size bigint primary key check (size > 0),
  at timestamptz not null,
  reason text not null,
  note text not null
);

-- Personal data and free text stand in the ledger only as salted commitments; erasing a row here leaves the ledger verifiable.
create table ledger_commitment (
  event uuid not null references ledger_event,
  field text not null,
  salt bytea not null check (length(salt) = 16),
  value text not null,
  primary key (event, field)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is only added to' using errcode = 'insufficient_privilege';
end $$;

do $$
declare kept text;
begin
  foreach kept in array array['ledger_event', 'ledger_leaf', 'ledger_checkpoint'] loop
    execute format('create trigger only_added_to before update or delete or truncate on %I for each statement execute function refuse_change()', kept);
    execute format('grant select, insert on %I to thangdiem_app', kept);
  end loop;
end $$;
create trigger only_erased before update or truncate on ledger_commitment
  for each statement execute function refuse_change();

grant select, insert, delete on ledger_queue, ledger_commitment to thangdiem_app;
grant select on clock_offset to thangdiem_app, thangdiem_pages;

do $$
declare kept text;
begin
  foreach kept in array array['ledger_event', 'ledger_queue', 'ledger_leaf', 'ledger_checkpoint', 'ledger_commitment'] loop
    execute format('alter table %I owner to thangdiem_ledger', kept);
  end loop;
  alter function refuse_change() owner to thangdiem_ledger;
end $$;
