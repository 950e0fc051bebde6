-- What the application refuses of a round, the database refuses too: phases, frozen rules, windows of a unit, extensions by one person alone.

-- Every step there is (giai đoạn); the application only reads it.
create table phase_transition (
  from_phase text not null,
  to_phase text not null,
  primary key (from_phase, to_phase)
);
insert into phase_transition values
  ('DRAFT', 'OPEN'), ('OPEN', 'VERIFYING'), ('VERIFYING', 'EXPLAINING'), ('EXPLAINING', 'COUNCIL'),
  ('COUNCIL', 'EXPLAINING'), ('COUNCIL', 'ADOPTED'), ('ADOPTED', 'PUBLISHED');
grant select on phase_transition to thangdiem_app;

create function refuse_other_beginning() returns trigger language plpgsql as $$
begin
  if new.phase <> 'DRAFT' then
    raise exception 'a round begins as a draft' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger begins_as_draft before insert on round
  for each row execute function refuse_other_beginning();

create or replace function refuse_other_rules() returns trigger language plpgsql as $$
begin
  if new.phase <> old.phase and not exists (
    select 1 from phase_transition where from_phase = old.phase and to_phase = new.phase)
  then
    raise exception 'no step leads from % to %', old.phase, new.phase using errcode = 'restrict_violation';
  end if;
  if new.phase = 'OPEN' and old.phase = 'DRAFT' and not (
    new.opened_at is not null
    and exists (select 1 from round_unit where round = new.id)
    and exists (select 1 from round_instant where round = new.id and milestone = 'DEADLINE'))
  then
    raise exception 'a round opens with units and a deadline' using errcode = 'restrict_violation';
  end if;
  if old.phase <> 'DRAFT' and
     (new.id, new.year, new.rehearsal, new.name, new.criteria_id, new.criteria_yaml,
      new.criteria_sha256, new.policy, new.created_at, new.opened_at)
     is distinct from
     (old.id, old.year, old.rehearsal, old.name, old.criteria_id, old.criteria_yaml,
      old.criteria_sha256, old.policy, old.created_at, old.opened_at)
  then
    raise exception 'the round is open: its rules are frozen' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

-- Shared with whoever opens the round: a change is wholly before it, or refused.
create or replace function refuse_frozen() returns trigger language plpgsql as $$
declare state text;
begin
  if tg_op <> 'INSERT' then
    select phase into state from round where id = old.round for share;
    if state <> 'DRAFT' then
      raise exception 'the round is open: its % is frozen', tg_table_name using errcode = 'restrict_violation';
    end if;
  end if;
  if tg_op <> 'DELETE' then
    select phase into state from round where id = new.round for share;
    if state <> 'DRAFT' then
      raise exception 'the round is open: its % is frozen', tg_table_name using errcode = 'restrict_violation';
    end if;
    return new;
  end if;
  return old;
end $$;

-- Of a unit that takes part, only its being sent changes once the round is open, and only while it is.
create function refuse_other_participation() returns trigger language plpgsql as $$
declare state text;
begin
  select phase into state from round where id = old.round for share;
  if state = 'DRAFT' and new.submitted_at is null then
    return new;
  end if;
  if (new.round, new.unit, new.code, new.name, new.ranking_group, new.ordinal)
     is distinct from
     (old.round, old.unit, old.code, old.name, old.ranking_group, old.ordinal)
  then
    raise exception 'the round is open: its units are frozen' using errcode = 'restrict_violation';
  end if;
  if new.submitted_at is distinct from old.submitted_at and not (
    state = 'OPEN' and old.submitted_at is null and new.submitted_at <= now_effective())
  then
    raise exception 'a report is sent once, now, while the round is open' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger frozen_but_for_sending before update on round_unit
  for each row execute function refuse_other_participation();

-- Answers are taken while the round is open, late ones too.
create function refuse_answer() returns trigger language plpgsql as $$
declare state text;
begin
  select phase into state from round where id = new.round for share;
  if state <> 'OPEN' then
    raise exception 'the round takes no answers' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger only_while_open before insert or update on answer
  for each row execute function refuse_answer();

-- An extension (gia hạn): proposed by one person, confirmed by another.
create table extension_proposal (
  id uuid primary key,
  round uuid not null,
  unit uuid not null,
  until_instant timestamptz not null,
  reason text not null check (reason <> ''),
  document text not null check (document <> ''),
  at timestamptz not null,
  by_account uuid not null references account,
  withdrawn_at timestamptz,
  withdrawn_by uuid references account,
  foreign key (round, unit) references round_unit,
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
create index on extension_proposal (round, unit);
grant select, insert, update (withdrawn_at, withdrawn_by) on extension_proposal to thangdiem_app;
alter table round_extension add column proposal uuid unique references extension_proposal;

-- The first instant at which this unit is late: its latest extension, or the round's deadline.
create function deadline_of(of_round uuid, of_unit uuid) returns timestamptz language sql stable as $$
  select max(until) from (
    select at as until from round_instant where round = of_round and milestone = 'DEADLINE'
    union all
    select until_instant from round_extension where round = of_round and unit = of_unit) as limits
$$;

-- Whether a report sent now would be late, by the clock of decisions.
create function late_now(of_round uuid, of_unit uuid) returns boolean language sql volatile as $$
  select now_effective() >= deadline_of(of_round, of_unit)
$$;

create function refuse_extension() returns trigger language plpgsql as $$
declare
  state text;
  proposed extension_proposal;
begin
  select phase into state from round where id = new.round for share;
  if state <> 'OPEN' then
    raise exception 'extensions are given while the round is open' using errcode = 'restrict_violation';
  end if;
  select * into proposed from extension_proposal where id = new.proposal;
  if proposed.id is null or proposed.withdrawn_at is not null or proposed.by_account = new.by_account
     or (proposed.round, proposed.unit, proposed.until_instant, proposed.reason, proposed.document)
        is distinct from
        (new.round, new.unit, new.until_instant, new.reason, new.document)
  then
    raise exception 'an extension is proposed by one person and confirmed by another' using errcode = 'restrict_violation';
  end if;
  if new.until_instant <= deadline_of(new.round, new.unit) then
    raise exception 'an extension only gives more time' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger two_people before insert on round_extension
  for each row execute function refuse_extension();

-- A nudge waits for the mail server until it has answered, so that a crash between loses none.
alter table nudge drop constraint nudge_email_check;
alter table nudge add constraint nudge_email_check check (email in ('none', 'waiting', 'sent', 'failed'));

-- What a finished rehearsal handed out, each file as its bytes.
alter table round_result
  add column workbook bytea not null,
  add column bundle bytea not null,
  add column at timestamptz not null;
create function refuse_result() returns trigger language plpgsql as $$
begin
  if (select phase from round where id = new.round) <> 'PUBLISHED' then
    raise exception 'a result belongs to a finished round' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger of_a_finished_round before insert on round_result
  for each row execute function refuse_result();
