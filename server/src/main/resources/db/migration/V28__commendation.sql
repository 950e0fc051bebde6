-- Whom to commend (đề nghị khen thưởng): by a rule that the council sets under a document, out of the result; and what became of it. All of it is append-only.

-- The latest rule counts, until the proposal is sent.
create table commendation_rule (
  id uuid primary key,
  seq bigint generated always as identity unique,
  round uuid not null references round,
  first_of_each int not null check (first_of_each between 1 and 1000),
  grade text not null check (grade <> ''),      -- at least that
  excluded_kinds text not null,                  -- deductions that bar a unit, separated by spaces
  none_open boolean not null,                    -- whether what is not settled bars it
  document text not null check (document <> ''),
  document_on date not null,
  at timestamptz not null,
  by_account uuid not null references account
);
create index on commendation_rule (round, seq);

-- Sent by the council's secretary with its minutes, then on its way at Sở Nội vụ; each step once, in this order.
create table commendation_step (
  id uuid primary key,
  round uuid not null references round,
  step text not null check (step in ('SENT', 'RECEIVED', 'SUBMITTED', 'DECIDED')),
  rule uuid not null references commendation_rule,
  units text not null default '',                -- of what was sent: the units' codes, a line each
  words text not null default '',
  document text not null default '',
  document_on date,
  at timestamptz not null,
  by_account uuid not null references account,
  unique (round, step),
  check ((step = 'SENT') or units = ''),
  check ((step in ('SENT', 'SUBMITTED', 'DECIDED')) = (document <> '')),
  check ((document <> '') = (document_on is not null))
);

grant select, insert on commendation_rule, commendation_step to thangdiem_app;

create function refuse_commendation_rule() returns trigger language plpgsql as $$
declare state text;
begin
  select phase into state from round where id = new.round for share;
  perform pg_advisory_xact_lock(hashtextextended(new.round::text, 28));
  if state not in ('VERIFYING', 'EXPLAINING', 'COUNCIL', 'ADOPTED', 'PUBLISHED')
     or exists (select from commendation_step where round = new.round)
     or new.at > now_effective()
  then
    raise exception 'the proposal was sent, or the round has none yet' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger until_it_is_sent before insert on commendation_rule
  for each row execute function refuse_commendation_rule();

create function refuse_commendation_step() returns trigger language plpgsql as $$
declare
  state text;
  taken int;
begin
  select phase into state from round where id = new.round for share;
  perform pg_advisory_xact_lock(hashtextextended(new.round::text, 28));
  select count(*) into taken from commendation_step where round = new.round;
  if state not in ('ADOPTED', 'PUBLISHED') or new.at > now_effective()
     or taken + 1 <> array_position(array['SENT', 'RECEIVED', 'SUBMITTED', 'DECIDED'], new.step)
     or new.rule is distinct from (
          select id from commendation_rule where round = new.round order by seq desc limit 1)
  then
    raise exception 'not the next step of the commendation' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger in_order before insert on commendation_step
  for each row execute function refuse_commendation_step();
