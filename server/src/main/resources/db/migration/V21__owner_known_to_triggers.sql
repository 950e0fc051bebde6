-- Whose changes are a migration is looked up when the trigger is made, and no longer for every row: that look was a quarter of a note.
create or replace function note_change() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp set timezone = 'UTC' set bytea_output = 'hex' as $$
declare
  before jsonb := to_jsonb(old) - tg_argv[0]::text[];
  after jsonb := to_jsonb(new) - tg_argv[0]::text[];
begin
  if before is distinct from after then
    insert into ledger_change (transaction, kept, before, after)
    values (pg_current_xact_id(), tg_table_name, before, after);
  end if;
  return null;
end $$;

create or replace function keep_in_ledger(kept regclass, ignoring text[] default '{}') returns void
  language plpgsql as $$
declare
  owner name := (select pg_get_userbyid(relowner) from pg_class where oid = kept);
begin
  execute format('create or replace trigger kept after insert or update or delete on %s
                  for each row when (session_user <> %L) execute function note_change(%L)', kept, owner, ignoring);
end $$;

-- The tables that are kept already.
do $$
declare known record;
begin
  for known in
    select tgrelid::regclass as kept, trim('\000' from encode(tgargs, 'escape'))::text[] as ignoring
      from pg_trigger where tgfoid = 'note_change'::regproc
  loop
    perform keep_in_ledger(known.kept, known.ignoring);
  end loop;
end $$;
