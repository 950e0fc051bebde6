-- A file brings a hundred answers in one statement. Where a table changes in such numbers, its notes are taken once a statement and
-- not once a row: one note with all rows as they were and all as they are. What the ledger says of them is the same.
create or replace function note_change() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp set timezone = 'UTC' set bytea_output = 'hex' as $$
declare
  ignoring constant text[] := tg_argv[0]::text[];
  before jsonb;
  after jsonb;
begin
  if tg_level = 'ROW' then
    before := to_jsonb(old) - ignoring;
    after := to_jsonb(new) - ignoring;
  else
    if tg_op <> 'INSERT' then
      before := (select jsonb_agg(to_jsonb(was) - ignoring) from was);
    end if;
    if tg_op <> 'DELETE' then
      after := (select jsonb_agg(to_jsonb(became) - ignoring) from became);
    end if;
  end if;
  if before is distinct from after then
    insert into ledger_change (transaction, kept, before, after)
    values (pg_current_xact_id(), tg_table_name, before, after);
  end if;
  return null;
end $$;

-- They stand there between two statements: packing them costs more than their place.
alter table ledger_change alter before set storage external, alter after set storage external;

drop function keep_in_ledger(regclass, text[]);
create function keep_in_ledger(kept regclass, ignoring text[] default '{}', together boolean default false) returns void
  language plpgsql as $$
declare
  owner name := (select pg_get_userbyid(relowner) from pg_class where oid = kept);
  note text := format('when (session_user <> %L) execute function note_change(%L)', owner, ignoring);
begin
  if together then
    execute format('drop trigger if exists kept on %s', kept);
    execute format('create or replace trigger kept_added after insert on %s
                    referencing new table as became for each statement %s', kept, note);
    execute format('create or replace trigger kept_changed after update on %s
                    referencing old table as was new table as became for each statement %s', kept, note);
    execute format('create or replace trigger kept_removed after delete on %s
                    referencing old table as was for each statement %s', kept, note);
  else
    execute format('create or replace trigger kept after insert or update or delete on %s
                    for each row %s', kept, note);
  end if;
end $$;
revoke execute on function keep_in_ledger(regclass, text[], boolean) from public;

-- The same of the question whether answers are taken: once for the unit that a statement changes.
create function refuse_answers() returns trigger language plpgsql as $$
declare
  place record;
  state text;
  sent timestamptz;
begin
  for place in select distinct round, unit from touched loop
    select phase into state from round where id = place.round for share;
    if state <> 'OPEN' then
      raise exception 'the round takes no answers' using errcode = 'restrict_violation';
    end if;
    select submitted_at into sent from round_unit where round = place.round and unit = place.unit for share;
    if sent is not null then
      raise exception 'the report has been sent' using errcode = 'restrict_violation';
    end if;
  end loop;
  return null;
end $$;
drop trigger only_while_open on answer;
create trigger only_while_open_added after insert on answer
  referencing new table as touched for each statement execute function refuse_answers();
create trigger only_while_open_changed after update on answer
  referencing new table as touched for each statement execute function refuse_answers();
create trigger only_while_open_removed after delete on answer
  referencing old table as touched for each statement execute function refuse_answers();
