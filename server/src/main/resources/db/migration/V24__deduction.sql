-- Deductions with due process (trừ điểm, Đ6.4): proposed, made known to the unit, answered by it, decided under a document. All of it is append-only.

-- What shows an incident in the media (bản chụp bài báo), under its hash.
create table deduction_capture (
  sha256 text primary key check (sha256 = encode(sha256(bytes), 'hex')),
  kind text not null check (kind in ('PDF', 'PNG', 'JPEG')),
  bytes bytea not null check (octet_length(bytes) between 1 and 5242880)
);
alter table deduction_capture alter column bytes set storage external;

-- Once for each unit, kind and occasion: the report, the criterion, the article.
create table deduction (
  id uuid primary key,
  round uuid not null,
  unit uuid not null,
  kind text not null,
  occasion text not null check (occasion <> ''),
  happened_on date,                  -- of the article
  due_at timestamptz,                -- of a late report: when it was due, and when it came, if it did
  sent_at timestamptz,
  words text not null default '',    -- why it is proposed
  capture text references deduction_capture,
  file_name text not null default '',
  at timestamptz not null,
  by_account uuid references account, -- nobody where the clock alone says so
  foreign key (round, unit) references round_unit,
  foreign key (round, kind) references round_deduction,
  unique (round, unit, kind, occasion),
  unique (id, unit),
  check ((kind = 'late-report') = (due_at is not null)),
  check ((kind = 'late-report') = (by_account is null)),
  check ((kind = 'late-report') = (words = '')),
  check ((kind = 'incident') = (capture is not null)),
  check ((kind = 'incident') = (happened_on is not null)),
  check ((capture is null) = (file_name = ''))
);

create table deduction_step (
  id uuid primary key,
  deduction uuid not null,
  unit uuid not null,
  step text not null check (step in ('NOTIFIED', 'EXPLAINED', 'UPHELD', 'DISMISSED', 'WITHDRAWN', 'ANNULLED')),
  accepts boolean,                   -- of an explanation: whether the unit agrees
  answer_by date,                    -- of a notice: the last day for explaining
  reason text not null default '',   -- out of the list
  words text not null default '',
  document text not null default '', -- số văn bản
  document_on date,
  at timestamptz not null,
  by_account uuid not null references account,
  foreign key (deduction, unit) references deduction (id, unit),
  check ((step = 'EXPLAINED') = (accepts is not null)),
  check ((step = 'NOTIFIED') = (answer_by is not null)),
  check ((step in ('UPHELD', 'DISMISSED', 'ANNULLED')) = (document <> '')),
  check ((document <> '') = (document_on is not null)),
  check ((step in ('NOTIFIED', 'EXPLAINED')) = (reason = '')),
  check (step = 'NOTIFIED' or words <> '')
);
create index on deduction_step (deduction, at);
-- Applied once, however often somebody clicks: one notice, one end, one annulment.
create unique index one_of_each_step on deduction_step (deduction, step) where step <> 'EXPLAINED';
create unique index one_end on deduction_step (deduction) where step in ('UPHELD', 'DISMISSED', 'WITHDRAWN');

grant select, insert on deduction_capture, deduction, deduction_step to thangdiem_app;

create trigger recused before insert on deduction
  for each row execute function refuse_recused('by_account', 'unit');
create trigger recused before insert on deduction_step
  for each row when (new.step <> 'EXPLAINED') execute function refuse_recused('by_account', 'unit');

-- Proposed from the opening to the council; a report is late only where the clock says so.
create function refuse_deduction() returns trigger language plpgsql as $$
declare
  state text;
  sent timestamptz;
begin
  select phase into state from round where id = new.round for share;
  if state not in ('OPEN', 'VERIFYING', 'EXPLAINING', 'COUNCIL') then
    raise exception 'the round takes no deductions' using errcode = 'restrict_violation';
  end if;
  if new.kind = 'late-report' then
    select submitted_at into sent from round_unit where round = new.round and unit = new.unit for share;
    if (new.sent_at, new.due_at) is distinct from (sent, deadline_of(new.round, new.unit))
       or coalesce(sent, now_effective()) < new.due_at or (sent is null and state = 'OPEN')
    then
      raise exception 'the report is not late' using errcode = 'restrict_violation';
    end if;
  end if;
  if new.at > now_effective() then
    raise exception 'nothing is proposed in the future' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger while_it_may before insert on deduction
  for each row execute function refuse_deduction();

-- The order of due process. Two steps of one deduction are never looked at at the same time.
create function refuse_deduction_step() returns trigger language plpgsql as $$
declare
  about deduction;
  state text;
  noticed date;
  answered boolean;
  ended boolean;
begin
  select * into about from deduction where id = new.deduction;
  select phase into state from round where id = about.round for share;
  perform pg_advisory_xact_lock(hashtextextended(new.deduction::text, 24));
  select max(answer_by), coalesce(bool_or(step = 'EXPLAINED'), false),
         coalesce(bool_or(step in ('UPHELD', 'DISMISSED', 'WITHDRAWN')), false)
    into noticed, answered, ended
    from deduction_step where deduction = new.deduction;
  if state not in ('VERIFYING', 'EXPLAINING', 'COUNCIL')
     and not (state = 'OPEN' and new.step in ('NOTIFIED', 'EXPLAINED', 'WITHDRAWN'))
  then
    raise exception 'the round settles no deductions' using errcode = 'restrict_violation';
  end if;
  if new.at > now_effective()
     or new.step <> 'ANNULLED' and ended
     or new.step = 'ANNULLED' and not exists (
          select from deduction_step where deduction = new.deduction and step = 'UPHELD')
     or new.step = 'NOTIFIED' and noticed is not null
     or new.step in ('EXPLAINED', 'UPHELD', 'DISMISSED') and noticed is null
     or new.step in ('UPHELD', 'DISMISSED') and not answered
        and (now_effective() at time zone 'Asia/Ho_Chi_Minh')::date <= noticed
  then
    raise exception 'not the next step of this deduction' using errcode = 'restrict_violation';
  end if;
  if new.step = 'UPHELD' and about.kind = 'late-report'
     and about.sent_at < deadline_of(about.round, about.unit)
  then
    raise exception 'the unit was given more time' using errcode = 'restrict_violation';
  end if;
  if new.step = 'EXPLAINED' and not exists (
    select from account_role held
     where held.account = new.by_account and held.role in ('CLERK', 'HEAD')
       and new.unit in (select id from unit_and_below(held.unit)))
  then
    raise exception 'a unit answers for itself' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
-- After the trigger of recusal, by its name.
create trigger then_in_order before insert on deduction_step
  for each row execute function refuse_deduction_step();
