-- What is measured on the spot, decided by the council, deducted or corrected follows at once too: noted with the unit, as what is found.
alter table verification_change add column decided xid8; -- the last that measured, decided, deducted or corrected anything of it

create or replace function note_verification_change() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  row_round uuid;
  row_unit uuid;
  adds boolean := tg_table_name in ('supplement', 'evidence_item');
  decides boolean := tg_table_name in ('inspection_entry', 'inspection_signature', 'inspection_minutes',
    'council_conclusion', 'deduction_step', 'adoption');
begin
  case tg_table_name
    when 'explanation' then
      select round, unit into row_round, row_unit from explanation_request where id = new.request;
    when 'council_conclusion' then
      select round, unit into row_round, row_unit from council_motion where id = new.motion;
    when 'deduction_step' then
      select round, unit into row_round, row_unit from deduction where id = new.deduction;
    when 'adoption' then
      select round, unit into row_round, row_unit from correction where id = new.correction;
    else
      row_round := new.round;
      row_unit := new.unit;
  end case;
  if row_unit is null then -- the vote on the whole result changes no unit
    return null;
  end if;
  insert into verification_change as known (round, unit, transaction, added, decided)
  values (row_round, row_unit, pg_current_xact_id(), case when adds then pg_current_xact_id() end,
          case when decides then pg_current_xact_id() end)
  on conflict (round, unit) do update
    set transaction = excluded.transaction, added = coalesce(excluded.added, known.added),
        decided = coalesce(excluded.decided, known.decided);
  return null;
end $$;

create trigger changes after insert on inspection_entry
  for each row execute function note_verification_change();
create trigger changes after insert on inspection_signature
  for each row execute function note_verification_change();
create trigger changes after insert on inspection_minutes
  for each row execute function note_verification_change();
create trigger changes after insert on council_conclusion
  for each row when (new.carried) execute function note_verification_change();
create trigger changes after insert on deduction_step
  for each row execute function note_verification_change();
create trigger changes after insert on adoption
  for each row when (new.version > 1) execute function note_verification_change();
