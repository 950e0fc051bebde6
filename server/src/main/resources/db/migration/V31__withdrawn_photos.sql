-- A photograph of a visit is withdrawn with a reason, before both sides have signed; that it was there, by whom and why it went stays.
create table inspection_withdrawal (
  photo uuid primary key references inspection_photo,
  round uuid not null,
  unit uuid not null,
  words text not null check (words <> ''),
  at timestamptz not null,
  by_account uuid not null references account,
  foreign key (round, unit) references round_unit
);
create index on inspection_withdrawal (round, unit);
grant select, insert on inspection_withdrawal to thangdiem_app;

create trigger only_while_inspecting before insert on inspection_withdrawal for each row execute function refuse_inspection();
create trigger recused before insert on inspection_withdrawal for each row execute function refuse_recused('by_account', 'unit');
create trigger before_the_minutes before insert on inspection_withdrawal for each row execute function refuse_after_minutes();
create trigger by_the_team before insert on inspection_withdrawal for each row execute function refuse_outside_the_team();

-- Both sides have signed when their last signatures are of the same, and nothing came after the earlier of the two.
create function refuse_once_both_signed() returns trigger language plpgsql as $$
declare
  team inspection_signature;
  host inspection_signature;
  signed timestamptz;
begin
  if not exists (select from inspection_photo where id = new.photo and round = new.round and unit = new.unit) then
    raise exception 'the photograph is of another visit' using errcode = 'restrict_violation';
  end if;
  select * into team from inspection_signature where round = new.round and unit = new.unit and side = 'TEAM' order by at desc, id desc limit 1;
  select * into host from inspection_signature where round = new.round and unit = new.unit and side = 'UNIT' order by at desc, id desc limit 1;
  if team.id is null or host.id is null or team.sha256 <> host.sha256 then
    return new;
  end if;
  signed := least(team.at, host.at);
  if not exists (select from inspection_entry where round = new.round and unit = new.unit and at > signed)
     and not exists (select from inspection_photo where round = new.round and unit = new.unit and at > signed)
     and not exists (select from inspection_withdrawal where round = new.round and unit = new.unit and at > signed)
  then
    raise exception 'both sides have signed with this photograph' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger before_both_signed before insert on inspection_withdrawal for each row execute function refuse_once_both_signed();
