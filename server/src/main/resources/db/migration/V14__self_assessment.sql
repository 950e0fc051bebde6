-- A unit assesses itself (tự đánh giá): answers, what does not apply, who does which section, what is said about a fact, and the report.

-- A version is never used twice, so that an answer that was cleared and given again is not taken for the old one.
create sequence answer_version as int;
select setval('answer_version', greatest(1, (select coalesce(max(version), 1) from answer)));
alter table answer alter column version set default nextval('answer_version');
grant usage on sequence answer_version to thangdiem_app;
grant delete on answer to thangdiem_app;

-- What the unit says does not apply to it (không áp dụng), with its reason; the verifier and the council decide.
create table not_applicable_claim (
  round uuid not null,
  unit uuid not null,
  code text not null,
  reason text not null check (reason <> ''),
  at timestamptz not null,
  by_account uuid not null references account,
  primary key (round, unit, code),
  foreign key (round, unit) references round_unit
);

-- Taken while the round is open, late ones too, and until the report is sent: sending shares the unit's row with every save.
create or replace function refuse_answer() returns trigger language plpgsql as $$
declare
  changed record;
  state text;
  sent timestamptz;
begin
  if tg_op = 'DELETE' then
    changed := old;
  else
    changed := new;
  end if;
  select phase into state from round where id = changed.round for share;
  if state <> 'OPEN' then
    raise exception 'the round takes no answers' using errcode = 'restrict_violation';
  end if;
  select submitted_at into sent from round_unit where round = changed.round and unit = changed.unit for share;
  if sent is not null then
    raise exception 'the report has been sent' using errcode = 'restrict_violation';
  end if;
  return changed;
end $$;
drop trigger only_while_open on answer;
create trigger only_while_open before insert or update or delete on answer
  for each row execute function refuse_answer();
create trigger only_while_open before insert or update or delete on not_applicable_claim
  for each row execute function refuse_answer();

-- Who does which section (giao việc); one person each.
create table section_assignment (
  round uuid not null,
  unit uuid not null,
  section text not null,
  account uuid not null references account,
  at timestamptz not null,
  by_account uuid not null references account,
  primary key (round, unit, section),
  foreign key (round, unit) references round_unit
);

-- What is said about a fact among those who answer for the unit (trao đổi).
create table answer_comment (
  id uuid primary key,
  round uuid not null,
  unit uuid not null,
  fact text not null,
  words text not null check (words <> ''),
  at timestamptz not null,
  by_account uuid not null references account,
  foreign key (round, unit) references round_unit
);
create index on answer_comment (round, unit, fact);

-- Who was named in a comment, and when they had seen it.
create table comment_mention (
  comment uuid not null references answer_comment,
  account uuid not null references account,
  seen_at timestamptz,
  primary key (comment, account)
);
create index on comment_mention (account) where seen_at is null;

-- The sheet goes to the head and comes back with words (trình, trả lại).
create table report_handover (
  id uuid primary key,
  round uuid not null,
  unit uuid not null,
  step text not null check (step in ('TO_HEAD', 'RETURNED')),
  words text not null,
  at timestamptz not null,
  by_account uuid not null references account,
  foreign key (round, unit) references round_unit
);
create index on report_handover (round, unit, at);

-- A report as it was sent (báo cáo đã gửi): the answers as bytes under their hash. One that is taken back stays.
create table submission (
  id uuid primary key,
  round uuid not null,
  unit uuid not null,
  version int not null,
  request uuid not null,             -- of the form that was sent: sent twice, it is one report
  answers bytea not null,
  sha256 text not null,
  total text not null,
  grade text not null,
  late boolean not null,
  event uuid not null,               -- in the ledger
  at timestamptz not null,
  by_account uuid not null references account,
  taken_back_at timestamptz,
  taken_back_by uuid references account,
  foreign key (round, unit) references round_unit,
  unique (round, unit, version),
  unique (round, unit, request),
  check ((taken_back_at is null) = (taken_back_by is null))
);
create unique index one_report_at_a_time on submission (round, unit) where taken_back_at is null;

grant select, insert, delete on not_applicable_claim, section_assignment to thangdiem_app;
grant select, insert on answer_comment, report_handover to thangdiem_app;
grant select, insert, update (seen_at) on comment_mention to thangdiem_app;
grant select, insert, update (taken_back_at, taken_back_by) on submission to thangdiem_app;

-- Whether it is late is for the clock of decisions to say, in the transaction that sends it.
create function refuse_submission() returns trigger language plpgsql as $$
begin
  if (select phase from round where id = new.round for share) <> 'OPEN' then
    raise exception 'the round takes no reports' using errcode = 'restrict_violation';
  end if;
  if new.late <> (new.at >= deadline_of(new.round, new.unit)) or new.at > now_effective() then
    raise exception 'the clock says when a report was sent, and whether it was late' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger by_the_clock before insert on submission
  for each row execute function refuse_submission();

create function refuse_taking_back() returns trigger language plpgsql as $$
begin
  if old.taken_back_at is not null or new.taken_back_at > now_effective()
     or (select phase from round where id = old.round for share) <> 'OPEN'
     or now_effective() >= deadline_of(old.round, old.unit)
  then
    raise exception 'a report is taken back before its deadline, once' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger before_the_deadline before update on submission
  for each row execute function refuse_taking_back();

-- Of a unit that takes part, only its being sent changes once the round is open; it is taken back only before its deadline.
create or replace function refuse_other_participation() returns trigger language plpgsql as $$
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
    state = 'OPEN' and (
      old.submitted_at is null and new.submitted_at <= now_effective()
      or new.submitted_at is null and now_effective() < deadline_of(old.round, old.unit)))
  then
    raise exception 'a report is sent now, while the round is open, and taken back before its deadline' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
