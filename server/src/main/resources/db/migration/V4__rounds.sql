-- Rounds (đợt đánh giá). What a round is judged by is frozen when it opens.
create table round (
  id uuid primary key,
  year int not null,
  rehearsal boolean not null default false,
  name text not null,
  criteria_id text not null,
  criteria_yaml text not null,
  criteria_sha256 text not null,
  policy text not null,              -- key=value, a line each
  phase text not null check (phase in
    ('DRAFT', 'OPEN', 'VERIFYING', 'EXPLAINING', 'COUNCIL', 'ADOPTED', 'PUBLISHED')),
  created_at timestamptz not null,
  opened_at timestamptz,
  version int not null default 1,
  unique (year, rehearsal)
);

create table round_instant (
  round uuid not null references round,
  milestone text not null,
  at timestamptz not null,
  primary key (round, milestone)
);

create table round_deduction (
  round uuid not null references round,
  kind text not null,
  points text,                       -- a decimal; null: recorded, without effect
  primary key (round, kind)
);

create table round_unit (
  round uuid not null references round,
  unit uuid not null references org_unit,
  code text not null,
  name text not null,
  ranking_group text not null,
  ordinal int not null,
  submitted_at timestamptz,
  primary key (round, unit)
);

create table round_extension (
  id uuid primary key,
  round uuid not null references round,
  unit uuid not null references org_unit,
  until_instant timestamptz not null,
  reason text not null,
  document text not null,
  at timestamptz not null,
  by_account uuid not null references account,
  foreign key (round, unit) references round_unit
);
create index on round_extension (round, unit);

create table nudge (
  id uuid primary key,
  round uuid not null references round,
  unit uuid not null references org_unit,
  account uuid not null references account,
  at timestamptz not null,
  by_account uuid not null references account,
  message text not null,
  email text not null check (email in ('none', 'sent', 'failed')),
  seen_at timestamptz
);
create index on nudge (round, unit);
create index on nudge (account);

-- Days that are not worked, and Saturdays that are (ngày nghỉ, ngày làm bù).
create table calendar_day (
  day date primary key,
  name text not null,
  working boolean not null
);

-- What units report (số liệu): the answer as JSON, and the version that a change must name.
create table answer (
  round uuid not null,
  unit uuid not null,
  fact text not null,
  value text not null,
  version int not null default 1,
  at timestamptz not null,
  by_account uuid references account,
  primary key (round, unit, fact),
  foreign key (round, unit) references round_unit
);

-- The result of a finished round, as the bytes that were handed out.
create table round_result (
  round uuid primary key references round,
  results bytea not null,
  sha256 text not null
);

grant select, insert, update on round, round_unit, answer, nudge to thangdiem_app;
grant select, insert, update, delete on round_instant, round_deduction, calendar_day to thangdiem_app;
grant delete on round_unit to thangdiem_app;
grant select, insert on round_extension, round_result to thangdiem_app;

-- A frozen round stays as it was opened, whoever asks.
create function refuse_frozen() returns trigger language plpgsql as $$
declare state text;
begin
  select phase into state from round
   where id = case when tg_op = 'DELETE' then old.round else new.round end;
  if state <> 'DRAFT' then
    raise exception 'the round is open: its % is frozen', tg_table_name
      using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger frozen before insert or update or delete on round_deduction
  for each row execute function refuse_frozen();
create trigger frozen before insert or delete on round_unit
  for each row execute function refuse_frozen();
create trigger frozen before update or delete on round_instant
  for each row execute function refuse_frozen();

create function refuse_other_rules() returns trigger language plpgsql as $$
begin
  if old.phase <> 'DRAFT' and
     (new.year, new.rehearsal, new.criteria_id, new.criteria_yaml, new.criteria_sha256, new.policy)
     is distinct from
     (old.year, old.rehearsal, old.criteria_id, old.criteria_yaml, old.criteria_sha256, old.policy)
  then
    raise exception 'the round is open: its rules are frozen' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger frozen before update on round
  for each row execute function refuse_other_rules();
