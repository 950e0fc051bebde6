-- What the ledger says of rows. Triggers note every row of a kept table that a transaction changes; the
-- event of the act takes these notes and says them. A change whose notes no event has taken is refused
-- when it would be committed. So the state of each kept table can be told from the ledger alone.
create unlogged table ledger_change (  -- empty between transactions
  arrival bigint generated always as identity primary key,
  transaction xid8 not null,
  kept text not null,
  before jsonb,
  after jsonb
);
create index on ledger_change (transaction);

-- What the owner of a table does – a migration – is said by an event of its own at the next start.
create function note_change() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp set timezone = 'UTC' set bytea_output = 'hex' as $$
declare
  before jsonb := to_jsonb(old) - tg_argv[0]::text[];
  after jsonb := to_jsonb(new) - tg_argv[0]::text[];
begin
  if before is distinct from after
     and session_user <> (select pg_get_userbyid(relowner) from pg_class where oid = tg_relid) then
    insert into ledger_change (transaction, kept, before, after)
    values (pg_current_xact_id(), tg_table_name, before, after);
  end if;
  return null;
end $$;

create function take_changes() returns table (kept text, before jsonb, after jsonb)
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  with taken as (
    delete from ledger_change where transaction = pg_current_xact_id_if_assigned()
    returning arrival, kept, before, after)
  select kept, before, after from taken order by arrival
$$;

create function refuse_unsaid() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select from ledger_change where arrival = new.arrival) then
    raise exception 'a row of % was changed and no event says so: every change is an act', new.kept
      using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
create constraint trigger said after insert on ledger_change
  deferrable initially deferred for each row execute function refuse_unsaid();

-- Has the rows of a table kept; R__ledger_keeps.sql names the tables.
create function keep_in_ledger(kept regclass, ignoring text[] default '{}') returns void
  language plpgsql as $$
begin
  execute format('create or replace trigger kept after insert or update or delete on %s
                  for each row execute function note_change(%L)', kept, ignoring);
end $$;

alter table ledger_change owner to thangdiem_ledger;
alter function note_change() owner to thangdiem_ledger;
alter function take_changes() owner to thangdiem_ledger;
alter function refuse_unsaid() owner to thangdiem_ledger;
revoke execute on function take_changes(), keep_in_ledger(regclass, text[]) from public;
grant execute on function take_changes() to thangdiem_app;
grant select on flyway_schema_history to thangdiem_app;
