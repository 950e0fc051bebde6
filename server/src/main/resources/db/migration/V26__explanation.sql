-- Units are heard (giải trình, C-6), and may add to their report in windows of their own (C-3): after a return, and in January.

-- How often and how long units are heard; without a row once, five working days.
create table explanation_rule (
  round uuid primary key references round,
  turns int not null check (turns between 1 and 3),
  days int not null check (days between 1 and 30),
  at timestamptz not null,
  by_account uuid not null references account
);

-- What a unit is asked to answer: a difference of which it was told, or a question of a verifier (turn 0).
create table explanation_request (
  id uuid primary key,
  round uuid not null,
  unit uuid not null,
  code text not null,
  finding uuid not null references finding,
  turn int not null check (turn >= 0),
  until timestamptz not null,        -- the first instant at which no answer is taken
  at timestamptz not null,
  by_account uuid not null references account,
  foreign key (round, unit) references round_unit,
  unique (finding, turn),
  check (until > at)
);
create index on explanation_request (round, unit);

-- What the unit says to it: drafted by anybody who answers for it, sent by its head, then as it is.
create table explanation (
  request uuid primary key references explanation_request,
  agrees boolean not null,
  words text not null default '',
  version int not null default 1,
  at timestamptz not null,
  by_account uuid not null references account,
  sent_at timestamptz,
  sent_by uuid references account,
  check ((sent_at is null) = (sent_by is null)),
  check (sent_at is null or agrees or words <> '')
);

-- The values that it holds to be right; they stand here and move no column.
create table explanation_value (
  request uuid not null references explanation,
  fact text not null,
  value text not null,
  primary key (request, fact)
);

-- What came of it; with a new finding where the verified column changes.
create table explanation_outcome (
  request uuid primary key references explanation,
  round uuid not null,
  unit uuid not null,
  result text not null check (result in ('ACCEPTED', 'PARTLY', 'UPHELD')),
  words text not null check (words <> ''),
  finding uuid unique references finding,
  at timestamptz not null,
  by_account uuid not null references account,
  foreign key (round, unit) references round_unit,
  check ((result = 'UPHELD') = (finding is null))
);

-- Facts and criteria that go back to the unit to be completed, until an instant (trả lại để bổ sung).
create table completion (
  id uuid primary key,
  round uuid not null,
  unit uuid not null,
  words text not null check (words <> ''),
  until timestamptz not null,
  at timestamptz not null,
  by_account uuid not null references account,
  foreign key (round, unit) references round_unit,
  check (until > at)
);
create index on completion (round, unit);
create table completion_item (
  completion uuid not null references completion,
  about text not null check (about in ('FACT', 'CRITERION')),
  code text not null,
  primary key (completion, about, code)
);

-- An explanation moves no column: what it asks for stands in it.
alter table supplement drop constraint supplement_kind_check;
alter table supplement add constraint supplement_kind_check check (kind in ('RETURN', 'TOP_UP'));

grant select, insert, update on explanation_rule to thangdiem_app;
grant select, insert on explanation_request, explanation_outcome, completion, completion_item to thangdiem_app;
grant select, insert, update on explanation to thangdiem_app;
grant select, insert, delete on explanation_value to thangdiem_app;

create function refuse_not_heard(of_round uuid) returns text language plpgsql as $$
declare state text;
begin
  select phase into state from round where id = of_round for share;
  if state not in ('VERIFYING', 'EXPLAINING') then
    raise exception 'units are heard while the round is verified' using errcode = 'restrict_violation';
  end if;
  return state;
end $$;

create function refuse_rule() returns trigger language plpgsql as $$
declare state text;
begin
  select phase into state from round where id = new.round for share;
  if state not in ('DRAFT', 'OPEN', 'VERIFYING', 'EXPLAINING') then
    raise exception 'the units have been heard' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger before_the_council before insert or update on explanation_rule
  for each row execute function refuse_rule();

create function refuse_request() returns trigger language plpgsql as $$
declare
  state text := refuse_not_heard(new.round);
  told finding;
begin
  select * into told from finding where id = new.finding;
  if (told.round, told.unit, told.code) is distinct from (new.round, new.unit, new.code) then
    raise exception 'a unit is heard on what was found about it' using errcode = 'restrict_violation';
  end if;
  if new.turn = 0 and told.verdict <> 'ASKED'
     or new.turn > 0 and told.verdict not in ('CORRECTED', 'REJECTED', 'CLAIM_REFUSED')
  then
    raise exception 'a unit is heard on questions and differences' using errcode = 'restrict_violation';
  end if;
  if new.turn > 0 and state <> 'EXPLAINING' then
    raise exception 'differences are told when the units are heard' using errcode = 'restrict_violation';
  end if;
  if new.turn > coalesce((select turns from explanation_rule where round = new.round), 1) then
    raise exception 'the unit has been heard as often as the round allows' using errcode = 'restrict_violation';
  end if;
  if new.at > now_effective() then
    raise exception 'the clock says when a unit was told' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger while_heard before insert on explanation_request
  for each row execute function refuse_request();

create function refuse_explanation() returns trigger language plpgsql as $$
declare asked explanation_request;
begin
  select * into asked from explanation_request where id = new.request;
  perform refuse_not_heard(asked.round);
  if now_effective() >= asked.until then
    raise exception 'the time to explain is over' using errcode = 'restrict_violation';
  end if;
  if tg_op = 'UPDATE' and (old.sent_at is not null or new.request <> old.request) then
    raise exception 'an explanation stays as it was sent' using errcode = 'restrict_violation';
  end if;
  if new.sent_at > now_effective() then
    raise exception 'the clock says when something was sent' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger in_time before insert or update on explanation
  for each row execute function refuse_explanation();

create function refuse_explained_value() returns trigger language plpgsql as $$
declare
  of_request uuid := case when tg_op = 'DELETE' then old.request else new.request end;
  asked explanation_request;
begin
  select * into asked from explanation_request where id = of_request;
  perform refuse_not_heard(asked.round);
  if now_effective() >= asked.until
     or exists (select from explanation where request = of_request and sent_at is not null)
  then
    raise exception 'an explanation stays as it was sent' using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger in_time before insert or update or delete on explanation_value
  for each row execute function refuse_explained_value();

create function refuse_outcome() returns trigger language plpgsql as $$
declare asked explanation_request;
begin
  perform refuse_not_heard(new.round);
  select * into asked from explanation_request where id = new.request;
  if (asked.round, asked.unit) is distinct from (new.round, new.unit) or asked.turn = 0 then
    raise exception 'an outcome belongs to a difference of the unit' using errcode = 'restrict_violation';
  end if;
  if not exists (select from explanation where request = new.request and sent_at is not null and not agrees) then
    raise exception 'there is no explanation to decide on' using errcode = 'restrict_violation';
  end if;
  if new.finding is not null and not exists (
    select from finding where id = new.finding and xmin = pg_current_xact_id()::xid
       and (round, unit, code) = (asked.round, asked.unit, asked.code))
  then
    raise exception 'an outcome changes values by a finding of its own' using errcode = 'restrict_violation';
  end if;
  if new.at > now_effective() then
    raise exception 'the clock says when something was decided' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger of_an_explanation before insert on explanation_outcome
  for each row execute function refuse_outcome();
create trigger recused before insert on explanation_outcome
  for each row execute function refuse_recused('by_account', 'unit');

create function refuse_completion() returns trigger language plpgsql as $$
begin
  perform refuse_not_heard(new.round);
  if not exists (select from round_unit where round = new.round and unit = new.unit and submitted_at is not null) then
    raise exception 'the unit has sent no report' using errcode = 'restrict_violation';
  end if;
  if new.at > now_effective() or new.until <= now_effective() then
    raise exception 'a return leaves time from now on' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger while_heard before insert on completion
  for each row execute function refuse_completion();
create trigger recused before insert on completion
  for each row execute function refuse_recused('by_account', 'unit');

create function refuse_later_item() returns trigger language plpgsql as $$
begin
  if not exists (select from completion where id = new.completion and xmin = pg_current_xact_id()::xid) then
    raise exception 'a return stays as it was made' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger with_its_return before insert on completion_item
  for each row execute function refuse_later_item();

-- The January window (bổ sung tháng 01), out of the round's calendar.
create function topping_up(of_round uuid) returns boolean language sql volatile as $$
  select exists (
    select from round_instant begins
      join round_instant ends on ends.round = begins.round and ends.milestone = 'TOP_UP_UNTIL'
     where begins.round = of_round and begins.milestone = 'TOP_UP_FROM'
       and begins.at <= now_effective() and now_effective() < ends.at)
$$;

-- Which facts and criteria have gone back to the unit at this moment.
create function returned_now(of_round uuid, of_unit uuid)
  returns table (about text, code text) language sql volatile as $$
  select item.about, item.code
    from completion join completion_item item on item.completion = completion.id
   where completion.round = of_round and completion.unit = of_unit
     and completion.at <= now_effective() and now_effective() < completion.until
$$;

-- What a unit is to answer at this moment.
create function asked_now(of_round uuid, of_unit uuid)
  returns table (request uuid, code text) language sql volatile as $$
  select id, code from explanation_request asked
   where round = of_round and unit = of_unit and now_effective() < until
     and not exists (select from explanation where request = asked.id and sent_at is not null)
$$;

create function refuse_supplement() returns trigger language plpgsql as $$
begin
  perform refuse_not_heard(new.round);
  if not exists (select from round_unit where round = new.round and unit = new.unit and submitted_at is not null) then
    raise exception 'the unit has sent no report' using errcode = 'restrict_violation';
  end if;
  if new.kind = 'RETURN' and not exists (
       select from returned_now(new.round, new.unit) item where item.about = 'FACT' and item.code = new.fact)
     or new.kind = 'TOP_UP' and not topping_up(new.round)
  then
    raise exception 'the report is closed for this fact' using errcode = 'restrict_violation';
  end if;
  if new.at > now_effective() then
    raise exception 'the clock says when something was added' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger in_its_window before insert on supplement
  for each row execute function refuse_supplement();

-- Evidence that came after the report (minh chứng bổ sung): only in a window, only for what it names; it stays.
alter table evidence_item add column later boolean not null default false;
create index on evidence_item (round, unit) where later;

create or replace function refuse_item() returns trigger language plpgsql as $$
declare sent timestamptz;
begin
  select submitted_at into sent from round_unit where round = new.round and unit = new.unit for share;
  if tg_op = 'UPDATE' and new.later is distinct from old.later then
    raise exception 'when a document came does not change' using errcode = 'restrict_violation';
  end if;
  if tg_op = 'INSERT' then
    new.later := sent is not null;
  end if;
  if new.later and new.replaces is null and new.withdrawn_at is null and (
       exists (select from returned_now(new.round, new.unit))
       or exists (select from asked_now(new.round, new.unit))
       or topping_up(new.round))
  then
    perform refuse_not_heard(new.round);
  else
    perform refuse_frozen_evidence(new.round, new.unit);
  end if;
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

create or replace function refuse_citation() returns trigger language plpgsql as $$
declare cited evidence_item;
begin
  select * into cited from evidence_item
   where id = case when tg_op = 'DELETE' then old.item else new.item end;
  if tg_op = 'INSERT' and cited.later and (
       exists (select from returned_now(cited.round, cited.unit) named
                where named.about = new.about and named.code = new.code)
       or new.about = 'CRITERION'
          and exists (select from asked_now(cited.round, cited.unit) named where named.code = new.code)
       or new.about = 'FACT' and topping_up(cited.round)
          and exists (select from supplement
                       where round = cited.round and unit = cited.unit and fact = new.code and kind = 'TOP_UP'))
  then
    perform refuse_not_heard(cited.round);
  else
    perform refuse_frozen_evidence(cited.round, cited.unit);
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
