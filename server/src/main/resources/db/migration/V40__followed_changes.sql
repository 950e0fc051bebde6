-- What is judged follows at once, among thousands of units too.

-- All that is_recused(who, …) refuses, at once: what one belongs to, what is below it, and what is above it short of the province.
create function recused_units(who uuid) returns table (unit uuid) language sql stable as $$
  with recursive own as (
    select belonging.id, org_unit.parent
      from (select works_in as id from account where id = who
            union
            select account_role.unit from account_role where account = who) belonging
      join org_unit on org_unit.id = belonging.id and org_unit.parent is not null),
  above as (
    select own.id, own.parent from own
    union
    select org_unit.id, org_unit.parent from org_unit join above on org_unit.id = above.parent)
  select below.id from own, unit_and_below(own.id) below
  union
  select above.id from above where above.parent is not null
$$;

-- Of which units anything was found, asked, answered or added, and by which transaction last: whoever keeps what was read asks
-- for what was written by transactions that it could not see yet. Nothing is lost with these rows but time.
create table verification_change (
  round uuid not null,
  unit uuid not null,
  transaction xid8 not null,
  added xid8,                -- the last that added to the report itself
  primary key (round, unit)
);
create index on verification_change (round, transaction);
grant select on verification_change to thangdiem_app;

create function note_verification_change() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  row_round uuid;
  row_unit uuid;
  adds boolean := tg_table_name in ('supplement', 'evidence_item');
begin
  if tg_table_name = 'explanation' then
    select round, unit into row_round, row_unit from explanation_request where id = new.request;
  else
    row_round := new.round;
    row_unit := new.unit;
  end if;
  insert into verification_change as known (round, unit, transaction, added)
  values (row_round, row_unit, pg_current_xact_id(), case when adds then pg_current_xact_id() end)
  on conflict (round, unit) do update
    set transaction = excluded.transaction, added = coalesce(excluded.added, known.added);
  return null;
end $$;

create trigger changes after insert on finding
  for each row execute function note_verification_change();
create trigger changes after insert on supplement
  for each row execute function note_verification_change();
create trigger changes after insert or update on evidence_item
  for each row when (new.later) execute function note_verification_change();
create trigger changes after insert or update on explanation_request
  for each row execute function note_verification_change();
create trigger changes after insert or update on explanation
  for each row execute function note_verification_change();
create trigger changes after insert or update on explanation_outcome
  for each row execute function note_verification_change();

insert into verification_change (round, unit, transaction, added)
select round, unit, pg_current_xact_id(), pg_current_xact_id()
  from (select round, unit from finding union select round, unit from supplement
        union select round, unit from explanation_request
        union select round, unit from evidence_item where later) known;
