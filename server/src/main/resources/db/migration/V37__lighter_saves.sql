-- The notes of changed rows stand between one statement and the next of every act: one index is enough for both questions.
drop index ledger_change_transaction_idx;
alter table ledger_change drop constraint ledger_change_pkey, add primary key (transaction, arrival);

create or replace function refuse_unsaid() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select from ledger_change where transaction = new.transaction and arrival = new.arrival) then
    raise exception 'a row of % was changed and no event says so: every change is an act', new.kept
      using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;

-- A unit is looked for in its round by its code, by every page of a sheet.
create index on round_unit (round, code);
