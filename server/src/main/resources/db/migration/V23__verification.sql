-- Verification (thẩm định): what each verifier finds about each criterion of a unit. The verified column is
-- what the standing findings say; the unit's own column is never touched, and no finding is ever changed.

-- Who looks at what (phân công): a section of a unit, by a first and perhaps a second, independent verifier.
create table verification_task (
  round uuid not null,
  unit uuid not null,
  section text not null,
  place int not null check (place in (1, 2)),
  account uuid not null references account,
  at timestamptz not null,
  by_account uuid not null references account,
  primary key (round, unit, section, place),
  unique (round, unit, section, account),
  foreign key (round, unit) references round_unit
);
create index on verification_task (account, round);

-- What was found (nhận xét thẩm định). Place 0 settles what two verifiers see differently.
create table finding (
  id uuid primary key,
  seq bigint generated always as identity unique,
  round uuid not null,
  unit uuid not null,
  code text not null,                -- of a criterion, or of what is claimed not to apply
  place int not null check (place in (0, 1, 2)),
  verdict text not null check (verdict in
    ('ACCEPTED', 'CORRECTED', 'REJECTED', 'ASKED', 'CLAIM_APPROVED', 'CLAIM_REFUSED')),
  ground text not null default '',   -- from the list of reasons; with words where anything changes
  words text not null default '',
  at timestamptz not null,
  by_account uuid not null references account,
  foreign key (round, unit) references round_unit,
  check (verdict in ('ACCEPTED', 'CLAIM_APPROVED') or words <> ''),
  check (verdict in ('ACCEPTED', 'CLAIM_APPROVED', 'ASKED') or ground <> '')
);
create index on finding (round, unit, code);

-- The values that a finding puts into the verified column; null: nothing is recognised.
create table finding_fact (
  finding uuid not null references finding,
  fact text not null,
  value text,
  primary key (finding, fact)
);

-- What a unit adds to its report in a window of its own: after a return, with an explanation, in January.
create table supplement (
  id uuid primary key,
  seq bigint generated always as identity unique,
  round uuid not null,
  unit uuid not null,
  fact text not null,
  value text not null,
  kind text not null check (kind in ('RETURN', 'EXPLANATION', 'TOP_UP')),
  at timestamptz not null,
  by_account uuid not null references account,
  foreign key (round, unit) references round_unit
);
create index on supplement (round, unit);

grant select, insert, update, delete on verification_task to thangdiem_app;
grant select, insert on finding, finding_fact, supplement to thangdiem_app;

-- Findings are made while the round is verified and while units are heard, of reports that were sent.
create function refuse_finding() returns trigger language plpgsql as $$
declare
  state text;
  sent timestamptz;
begin
  select phase into state from round where id = new.round for share;
  if state not in ('VERIFYING', 'EXPLAINING') then
    raise exception 'the round is not being verified' using errcode = 'restrict_violation';
  end if;
  select submitted_at into sent from round_unit where round = new.round and unit = new.unit;
  if sent is null then
    raise exception 'the unit has sent no report' using errcode = 'restrict_violation';
  end if;
  if new.at > now_effective() then
    raise exception 'the clock says when something was found' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger while_verifying before insert on finding
  for each row execute function refuse_finding();
create trigger recused before insert on finding
  for each row execute function refuse_recused('by_account', 'unit');
create trigger recused before insert or update on verification_task
  for each row execute function refuse_recused('account', 'unit');

-- Values come with their finding and never after it.
create function refuse_late_value() returns trigger language plpgsql as $$
begin
  if not exists (select from finding where id = new.finding and xmin = pg_current_xact_id()::xid) then
    raise exception 'a finding stays as it was made' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger with_its_finding before insert on finding_fact
  for each row execute function refuse_late_value();

create function refuse_other_division() returns trigger language plpgsql as $$
declare state text;
begin
  select phase into state from round
   where id = case when tg_op = 'DELETE' then old.round else new.round end for share;
  if state not in ('OPEN', 'VERIFYING', 'EXPLAINING') then
    raise exception 'the round is not being verified' using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger while_verifying before insert or update or delete on verification_task
  for each row execute function refuse_other_division();
