-- The council (Hội đồng, Điều 8): members, sessions, votes, adjustments beside the verified column, and the adoption that nothing follows but a numbered correction.

create table council_member (
  id uuid primary key,
  round uuid not null references round,
  account uuid not null references account,
  office text not null check (office in ('CHAIR', 'VICE', 'MEMBER', 'SECRETARY')),
  document text not null check (document <> ''),  -- the decision that appointed them, and its date
  document_on date not null,
  at timestamptz not null,
  by_account uuid not null references account,
  released_document text not null default '',
  released_at timestamptz,
  released_by uuid references account,
  check ((released_at is null) = (released_by is null)),
  check ((released_at is null) = (released_document = ''))
);
create unique index one_office_each on council_member (round, account) where released_at is null;
create unique index one_chair on council_member (round) where office = 'CHAIR' and released_at is null;

-- How many must be there (điều kiện họp). The latest rule counts; without one, more than half.
create table council_quorum (
  id uuid primary key,
  seq bigint generated always as identity unique,
  round uuid not null references round,
  rule text not null check (rule in ('MORE_THAN_HALF', 'TWO_THIRDS', 'AT_LEAST')),
  number int not null check ((rule = 'AT_LEAST') = (number > 0)),
  at timestamptz not null,
  by_account uuid not null references account
);

create table council_session (
  id uuid primary key,
  round uuid not null references round,
  number int not null,
  held_on date not null,
  place text not null check (place <> ''),
  at timestamptz not null,
  by_account uuid not null references account,
  opened_at timestamptz,
  opened_by uuid references account,
  closed_at timestamptz,
  closed_by uuid references account,
  unique (round, number),
  check ((opened_at is null) = (opened_by is null)),
  check ((closed_at is null) = (closed_by is null)),
  check (closed_at is null or opened_at is not null)
);
create unique index one_session_at_a_time on council_session (round)
  where opened_at is not null and closed_at is null;

-- Who is there (có mặt), as they come and go: the latest row of each counts.
create table council_presence (
  id uuid primary key,
  seq bigint generated always as identity unique,
  session uuid not null references council_session,
  account uuid not null references account,
  present boolean not null,
  at timestamptz not null,
  by_account uuid not null references account
);
create index on council_presence (session);

-- What is on the agenda: a criterion of a unit, a unit as a whole, or the result itself.
create table council_item (
  id uuid primary key,
  seq bigint generated always as identity unique,
  round uuid not null references round,
  session uuid not null references council_session,
  unit uuid,
  code text not null,
  source text not null check (source in ('DISPUTED', 'ASKED', 'UNVERIFIED', 'CONTESTED',
    'NEAR_BOUNDARY', 'CLAIM', 'ORDER_FLIP', 'PERSON', 'ADOPTION')),
  words text not null default '',
  at timestamptz not null,
  by_account uuid not null references account,
  taken_off_words text not null default '',
  taken_off_at timestamptz,
  taken_off_by uuid references account,
  foreign key (round, unit) references round_unit,
  check ((source = 'ADOPTION') = (unit is null)),
  check (unit is not null or code = ''),
  check (source <> 'PERSON' or words <> ''),
  check ((taken_off_at is null) = (taken_off_by is null)),
  check ((taken_off_at is null) = (taken_off_words = ''))
);
create index on council_item (session);
create unique index once_in_a_session on council_item (session, unit, code) nulls not distinct
  where taken_off_at is null;

-- What is proposed to decide (kiến nghị). The latest of an item is what is voted on.
create table council_motion (
  id uuid primary key,
  seq bigint generated always as identity unique,
  item uuid not null references council_item,
  round uuid not null references round,
  unit uuid,
  code text not null,
  kind text not null check (kind in
    ('KEEP', 'VALUES', 'CLAIM_APPROVED', 'CLAIM_REFUSED', 'ADOPT')),
  ground text not null,              -- from the list of reasons
  words text not null,
  results_sha256 text not null default '',  -- of the result that is to be adopted
  at timestamptz not null,
  by_account uuid not null references account,
  foreign key (round, unit) references round_unit,
  check ((kind = 'ADOPT') = (unit is null)),
  check ((kind = 'ADOPT') = (results_sha256 <> '')),
  check (kind in ('KEEP', 'ADOPT') or code <> ''),
  check (kind = 'ADOPT' or words <> ''),
  check (kind in ('KEEP', 'ADOPT') or ground <> '')
);
create index on council_motion (item);
create index on council_motion (round, unit);

-- The values that a motion puts into the council's column; null: nothing is recognised.
create table council_motion_fact (
  motion uuid not null references council_motion,
  fact text not null,
  value text,
  primary key (motion, fact)
);

-- Votes (phiếu biểu quyết): one of each member; who changes their mind votes again, and the latest counts.
create table council_vote (
  id uuid primary key,
  seq bigint generated always as identity unique,
  motion uuid not null references council_motion,
  unit uuid,
  choice text not null check (choice in ('FOR', 'AGAINST', 'ABSTAIN')),
  at timestamptz not null,
  by_account uuid not null references account
);
create index on council_vote (motion);

-- What a vote came to (kết quả biểu quyết), with what it did to points, grade and rank.
create table council_conclusion (
  motion uuid primary key references council_motion,
  round uuid not null references round,
  carried boolean not null,
  votes_for int not null,
  votes_against int not null,
  votes_abstained int not null,
  eligible int not null,
  present int not null,
  needed int not null,
  points_before text not null,
  points_after text not null,
  total_before text not null,
  total_after text not null,
  grade_before text not null,
  grade_after text not null,
  rank_before int not null,
  rank_after int not null,
  at timestamptz not null,
  by_account uuid not null references account,
  check (carried = (2 * votes_for > votes_for + votes_against + votes_abstained)),
  check (present >= needed and votes_for + votes_against + votes_abstained > 0)
);

-- How firm the ranking is, measured with these draws (độ vững của xếp hạng).
create table robustness_run (
  id uuid primary key,
  seq bigint generated always as identity unique,
  round uuid not null references round,
  draws int not null check (draws between 100 and 20000),
  seed bigint not null,
  sha256 text not null,
  at timestamptz not null,
  by_account uuid not null references account
);

-- A correction (đính chính) of an adopted result: numbered, proposed by one, approved by two others.
create table correction (
  id uuid primary key,
  seq bigint generated always as identity unique,
  round uuid not null,
  unit uuid not null,
  code text not null check (code <> ''),
  kind text not null check (kind in ('VALUES', 'CLAIM_APPROVED', 'CLAIM_REFUSED')),
  document text not null check (document <> ''),
  document_on date not null,
  ground text not null check (ground <> ''),
  words text not null check (words <> ''),
  base int not null,                 -- the version that it corrects
  at timestamptz not null,
  by_account uuid not null references account,
  withdrawn_words text not null default '',
  withdrawn_at timestamptz,
  withdrawn_by uuid references account,
  foreign key (round, unit) references round_unit,
  unique (round, document),
  check ((withdrawn_at is null) = (withdrawn_by is null)),
  check ((withdrawn_at is null) = (withdrawn_words = ''))
);

create table correction_fact (
  correction uuid not null references correction,
  fact text not null,
  value text,
  primary key (correction, fact)
);

create table correction_approval (
  correction uuid not null references correction,
  unit uuid not null,
  at timestamptz not null,
  by_account uuid not null references account,
  primary key (correction, by_account)
);

-- The adopted result (kết quả đã thông qua), each version as bytes under their hash; none replaces another.
create table adoption (
  round uuid not null references round,
  version int not null check (version > 0),
  answers bytea not null,            -- answers.json: facts, what does not apply, deductions
  bundle bytea not null,             -- with criteria, policy and results
  sha256 text not null check (sha256 = encode(sha256(bundle), 'hex')),
  results_sha256 text not null,
  criteria_sha256 text not null,
  motion uuid unique references council_motion,
  correction uuid unique references correction,
  at timestamptz not null,
  by_account uuid not null references account,
  primary key (round, version),
  check ((version = 1) = (motion is not null)),
  check ((version > 1) = (correction is not null))
);
alter table adoption alter column bundle set storage external;
alter table correction add foreign key (round, base) references adoption;

grant select, insert on council_quorum, council_presence, council_motion, council_motion_fact, council_vote,
  council_conclusion, robustness_run, correction_fact, correction_approval, adoption to thangdiem_app;
grant select, insert, update (released_document, released_at, released_by) on council_member to thangdiem_app;
grant select, insert, update (opened_at, opened_by, closed_at, closed_by) on council_session to thangdiem_app;
grant select, insert, update (taken_off_words, taken_off_at, taken_off_by) on council_item to thangdiem_app;
grant select, insert, update (withdrawn_words, withdrawn_at, withdrawn_by) on correction to thangdiem_app;

-- Who may vote about a unit: members but for the secretary, short of who belongs to it (F04).
create function council_eligible(of_round uuid, of_unit uuid) returns setof uuid language sql stable as $$
  select account from council_member
   where round = of_round and released_at is null and office <> 'SECRETARY'
     and not is_recused(account, of_unit)
$$;

-- How many of those must be there.
create function council_needed(of_round uuid, eligible int) returns int language sql stable as $$
  select coalesce(
    (select case rule when 'AT_LEAST' then number
                      when 'TWO_THIRDS' then (2 * eligible + 2) / 3
                      else eligible / 2 + 1 end
       from council_quorum where round = of_round order by seq desc limit 1),
    eligible / 2 + 1)
$$;

create function council_present(of_session uuid) returns setof uuid language sql stable as $$
  select account from (
    select distinct on (account) account, present from council_presence
     where session = of_session order by account, seq desc) latest
   where present
$$;

-- The latest vote of each.
create function council_votes(of_motion uuid) returns table (account uuid, choice text) language sql stable as $$
  select distinct on (by_account) by_account, choice from council_vote
   where motion = of_motion order by by_account, seq desc
$$;

create function refuse_unless(allowed boolean, why text) returns void language plpgsql as $$
begin
  if allowed is not true then
    raise exception '%', why using errcode = 'restrict_violation';
  end if;
end $$;

-- The council is made ready while the round runs, and sits in its own phase.
create function refuse_outside_council() returns trigger language plpgsql as $$
declare state text;
begin
  select phase into state from round where id = new.round for share;
  perform refuse_unless(state = any (tg_argv), 'not in this phase of the round');
  perform refuse_unless(tg_op = 'UPDATE' or new.at <= now_effective(), 'nothing is done in the future');
  return new;
end $$;
create trigger in_its_phase before insert or update on council_member
  for each row execute function refuse_outside_council('OPEN', 'VERIFYING', 'EXPLAINING', 'COUNCIL');
create trigger in_its_phase before insert on council_quorum
  for each row execute function refuse_outside_council('OPEN', 'VERIFYING', 'EXPLAINING', 'COUNCIL');
create trigger in_its_phase before insert or update on council_session
  for each row execute function refuse_outside_council('VERIFYING', 'EXPLAINING', 'COUNCIL');
create trigger in_its_phase before insert or update on council_item
  for each row execute function refuse_outside_council('VERIFYING', 'EXPLAINING', 'COUNCIL');
create trigger in_its_phase before insert on council_motion
  for each row execute function refuse_outside_council('COUNCIL');
create trigger in_its_phase before insert on council_conclusion
  for each row execute function refuse_outside_council('COUNCIL');
create trigger in_its_phase before insert on robustness_run
  for each row execute function refuse_outside_council('VERIFYING', 'EXPLAINING', 'COUNCIL', 'ADOPTED', 'PUBLISHED');
create trigger in_its_phase before insert or update on correction
  for each row execute function refuse_outside_council('ADOPTED', 'PUBLISHED');

create function refuse_member() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    perform refuse_unless(exists (
      select from account_role where account = new.account
         and role = any (case when new.office = 'SECRETARY' then array['COUNCIL_SECRETARY']
                              else array['COUNCIL_MEMBER', 'CHAIRMAN'] end)),
      'a member holds a role of the council');
  else
    perform refuse_unless(old.released_at is null, 'a member is released once');
  end if;
  return new;
end $$;
create trigger of_the_council before insert or update on council_member
  for each row execute function refuse_member();

create function refuse_session() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    perform refuse_unless(new.opened_at is null, 'a session is called before it is opened');
  else
    perform refuse_unless(
      (select phase from round where id = new.round) = 'COUNCIL'
      and old.closed_at is null
      and (old.opened_at is null or new.opened_at is not distinct from old.opened_at),
      'a session is opened and closed once, in the phase of the council');
    perform refuse_unless(new.opened_at <= now_effective() and coalesce(new.closed_at, new.opened_at) <= now_effective(),
      'the clock says when');
    if old.opened_at is null then
      perform refuse_unless(
        (select count(*) from council_present(new.id) here
           join council_eligible(new.round, null) one on one = here)
        >= council_needed(new.round, (select count(*)::int from council_eligible(new.round, null))),
        'there is no quorum');
    end if;
  end if;
  return new;
end $$;
create trigger once_each before insert or update on council_session
  for each row execute function refuse_session();

create function refuse_presence() returns trigger language plpgsql as $$
declare at_session council_session;
begin
  select * into at_session from council_session where id = new.session for share;
  perform refuse_unless(at_session.closed_at is null, 'the session is closed');
  perform refuse_unless(
    (select phase from round where id = at_session.round for share) in ('VERIFYING', 'EXPLAINING', 'COUNCIL'),
    'not in this phase of the round');
  perform refuse_unless(exists (
    select from council_member
     where round = at_session.round and account = new.account and released_at is null),
    'who is no member is not counted');
  return new;
end $$;
create trigger of_members before insert on council_presence
  for each row execute function refuse_presence();

create function refuse_agenda() returns trigger language plpgsql as $$
begin
  perform refuse_unless(exists (
    select from council_session where id = new.session and round = new.round and closed_at is null for share),
    'the session is closed');
  if tg_op = 'UPDATE' then
    perform refuse_unless(old.taken_off_at is null and not exists (
      select from council_motion motion join council_conclusion on council_conclusion.motion = motion.id
       where motion.item = new.id),
      'what was decided stays on the agenda');
  end if;
  return new;
end $$;
create trigger while_it_sits before insert or update on council_item
  for each row execute function refuse_agenda();

-- Motions, votes and conclusions about one item are never looked at at the same time.
create function session_of_item(of_item uuid) returns council_session language plpgsql as $$
declare found_session council_session;
begin
  perform pg_advisory_xact_lock(hashtextextended(of_item::text, 27));
  select council_session.* into found_session
    from council_item join council_session on council_session.id = council_item.session
   where council_item.id = of_item and council_item.taken_off_at is null;
  return found_session;
end $$;

create function refuse_motion() returns trigger language plpgsql as $$
declare
  at_session council_session;
  about council_item;
begin
  at_session := session_of_item(new.item);
  perform refuse_unless(at_session.opened_at is not null and at_session.closed_at is null, 'the session is not open');
  select * into about from council_item where id = new.item;
  perform refuse_unless(
    (new.round, new.unit, new.code) is not distinct from (about.round, about.unit, about.code),
    'a motion is about its item');
  perform refuse_unless(not exists (
    select from council_motion motion join council_conclusion on council_conclusion.motion = motion.id
     where motion.item = new.item), 'the item is decided');
  perform refuse_unless(exists (
    select from council_member
     where round = new.round and account = new.by_account and released_at is null)
    and new.by_account in (select council_present(at_session.id)), 'members who are there make motions');
  return new;
end $$;
create trigger then_in_session before insert on council_motion
  for each row execute function refuse_motion();
create trigger recused before insert on council_motion
  for each row execute function refuse_recused('by_account', 'unit');

create function refuse_late_motion_value() returns trigger language plpgsql as $$
begin
  perform refuse_unless(exists (
    select from council_motion where id = new.motion and xmin = pg_current_xact_id()::xid),
    'a motion stays as it was made');
  return new;
end $$;
create trigger with_its_motion before insert on council_motion_fact
  for each row execute function refuse_late_motion_value();

create function refuse_vote() returns trigger language plpgsql as $$
declare
  about council_motion;
  at_session council_session;
begin
  select * into about from council_motion where id = new.motion;
  at_session := session_of_item(about.item);
  perform refuse_unless(
    (select phase from round where id = about.round for share) = 'COUNCIL'
    and at_session.opened_at is not null and at_session.closed_at is null, 'the session is not open');
  perform refuse_unless(new.unit is not distinct from about.unit, 'a vote is about the unit of its motion');
  perform refuse_unless(not exists (select from council_conclusion where motion = new.motion)
    and about.seq = (select max(seq) from council_motion where item = about.item),
    'this motion is no longer voted on');
  perform refuse_unless(new.by_account in (select council_eligible(about.round, about.unit))
    and new.by_account in (select council_present(at_session.id)), 'members who are there vote');
  perform refuse_unless(new.at <= now_effective(), 'the clock says when');
  return new;
end $$;
create trigger recused before insert on council_vote
  for each row execute function refuse_recused('by_account', 'unit');
create trigger then_in_session before insert on council_vote
  for each row execute function refuse_vote();

-- A conclusion says what the votes say, and there is none without a quorum.
create function refuse_conclusion() returns trigger language plpgsql as $$
declare
  about council_motion;
  at_session council_session;
  able int;
  here int;
begin
  select * into about from council_motion where id = new.motion;
  at_session := session_of_item(about.item);
  perform refuse_unless(at_session.opened_at is not null and at_session.closed_at is null, 'the session is not open');
  perform refuse_unless(new.round = about.round and not exists (
    select from council_motion motion join council_conclusion on council_conclusion.motion = motion.id
     where motion.item = about.item)
    and about.seq = (select max(seq) from council_motion where item = about.item), 'the item is decided once');
  select count(*) into able from council_eligible(about.round, about.unit);
  select count(*) into here from council_eligible(about.round, about.unit) one
   where one in (select council_present(at_session.id));
  perform refuse_unless(
    (new.eligible, new.present, new.needed) = (able, here, council_needed(about.round, able)),
    'the quorum is counted otherwise');
  perform refuse_unless(
    (new.votes_for, new.votes_against, new.votes_abstained)
    = (select (count(*) filter (where choice = 'FOR'))::int, (count(*) filter (where choice = 'AGAINST'))::int,
              (count(*) filter (where choice = 'ABSTAIN'))::int
         from council_votes(new.motion) where account in (select council_eligible(about.round, about.unit))),
    'the votes are counted otherwise');
  return new;
end $$;
create trigger as_was_voted before insert on council_conclusion
  for each row execute function refuse_conclusion();

-- Adopted by a carried vote of a closed session, on exactly these results; corrected with two approvals.
create function refuse_adoption() returns trigger language plpgsql as $$
declare
  state text;
  moved council_motion;
  corrected correction;
begin
  select phase into state from round where id = new.round for no key update;
  perform refuse_unless(new.at <= now_effective(), 'the clock says when');
  perform refuse_unless(new.criteria_sha256 = (select criteria_sha256 from round where id = new.round),
    'adopted under other criteria');
  if new.version = 1 then
    select motion.* into moved
      from council_motion motion
      join council_conclusion on council_conclusion.motion = motion.id and carried
      join council_item on council_item.id = motion.item
      join council_session on council_session.id = council_item.session and closed_at is not null
     where motion.id = new.motion and motion.round = new.round and motion.kind = 'ADOPT';
    perform refuse_unless(state = 'COUNCIL' and moved.results_sha256 = new.results_sha256,
      'the council has not voted for this result');
  else
    select * into corrected from correction where id = new.correction;
    perform refuse_unless(state in ('ADOPTED', 'PUBLISHED')
      and corrected.round = new.round and corrected.withdrawn_at is null
      and corrected.base = new.version - 1
      and new.version - 1 = (select max(version) from adoption where round = new.round)
      and 2 <= (select count(*) from correction_approval where correction = new.correction),
      'a correction has a number and two approvals');
  end if;
  return new;
end $$;
create trigger by_the_council before insert on adoption
  for each row execute function refuse_adoption();

create function refuse_idle_adoption() returns trigger language plpgsql as $$
begin
  perform refuse_unless((select phase from round where id = new.round) in ('ADOPTED', 'PUBLISHED'),
    'who adopts a result moves the round');
  return null;
end $$;
create constraint trigger moves_the_round after insert on adoption
  deferrable initially deferred for each row execute function refuse_idle_adoption();

create function refuse_unadopted() returns trigger language plpgsql as $$
begin
  perform refuse_unless(exists (select from adoption where round = new.id),
    'a round is adopted by its council');
  return new;
end $$;
create trigger adopted_by_the_council before update on round
  for each row when (new.phase = 'ADOPTED' and old.phase <> 'ADOPTED') execute function refuse_unadopted();

create function refuse_correction() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    perform refuse_unless(new.base = (select max(version) from adoption where round = new.round),
      'the latest version is corrected');
  else
    perform refuse_unless(old.withdrawn_at is null
      and not exists (select from adoption where correction = new.id), 'the correction is settled');
  end if;
  return new;
end $$;
create trigger of_the_latest before insert or update on correction
  for each row execute function refuse_correction();
create trigger recused before insert on correction
  for each row execute function refuse_recused('by_account', 'unit');

create function refuse_late_correction_value() returns trigger language plpgsql as $$
begin
  perform refuse_unless(exists (
    select from correction where id = new.correction and xmin = pg_current_xact_id()::xid),
    'a correction stays as it was proposed');
  return new;
end $$;
create trigger with_its_correction before insert on correction_fact
  for each row execute function refuse_late_correction_value();

create function refuse_approval() returns trigger language plpgsql as $$
declare proposed correction;
begin
  select * into proposed from correction where id = new.correction for share;
  perform refuse_unless(proposed.withdrawn_at is null and new.unit = proposed.unit
    and not exists (select from adoption where correction = new.correction)
    and proposed.base = (select max(version) from adoption where round = proposed.round),
    'the correction is settled, or another came before it');
  perform refuse_unless(new.by_account <> proposed.by_account, 'nobody approves what they propose');
  perform refuse_unless(exists (
    select from account_role where account = new.by_account
       and role in ('COUNCIL_MEMBER', 'COUNCIL_SECRETARY', 'CHAIRMAN')), 'the council approves');
  return new;
end $$;
create trigger by_others before insert on correction_approval
  for each row execute function refuse_approval();
create trigger recused before insert on correction_approval
  for each row execute function refuse_recused('by_account', 'unit');

-- What was adopted stays, whoever asks: every row that the result is made of, of every table, for every role
-- that the application uses. Arguments name the table that says the round, and the column that leads to it.
create function refuse_adopted() returns trigger language plpgsql as $$
declare
  version_of_row jsonb;
  of_round uuid;
  state text;
begin
  foreach version_of_row in array array[to_jsonb(old), to_jsonb(new)] loop
    if version_of_row is null then
      continue;
    end if;
    if tg_nargs = 0 then
      of_round := (version_of_row ->> 'round')::uuid;
    else
      execute format('select round from %I where id = $1', tg_argv[0])
         into of_round using (version_of_row ->> tg_argv[1])::uuid;
    end if;
    select phase into state from round where id = of_round for share;
    if state in ('ADOPTED', 'PUBLISHED') then
      raise exception 'the result is adopted: its % stays as it was', tg_table_name
        using errcode = 'restrict_violation';
    end if;
  end loop;
  return case when tg_op = 'DELETE' then old else new end;
end $$;

create function refuse_emptying() returns trigger language plpgsql as $$
begin
  raise exception 'no round loses its % at once', tg_table_name using errcode = 'restrict_violation';
end $$;

do $$
declare frozen text;
begin
  foreach frozen in array array['verification_task', 'finding', 'supplement', 'submission', 'evidence_item',
    'round_unit', 'round_instant', 'round_deduction', 'round_extension', 'extension_proposal',
    'council_member', 'council_quorum', 'council_session', 'council_item', 'council_motion', 'council_conclusion',
    'deduction', 'explanation_rule', 'explanation_request', 'explanation_outcome', 'completion', 'inspection_draw',
    'inspection_candidate', 'inspection_choice', 'inspection_plan', 'inspection_member', 'inspection_item',
    'inspection_entry', 'inspection_photo', 'inspection_signature', 'inspection_minutes']
  loop
    execute format('create trigger adopted before insert or update or delete on %I
                    for each row execute function refuse_adopted()', frozen);
  end loop;
  foreach frozen in array array['answer', 'not_applicable_claim', 'verification_task', 'finding', 'finding_fact',
    'supplement', 'submission', 'evidence_item', 'evidence_citation', 'round', 'round_unit', 'round_instant',
    'round_deduction', 'round_extension', 'extension_proposal', 'council_member', 'council_quorum',
    'council_session', 'council_presence', 'council_item', 'council_motion', 'council_motion_fact',
    'council_vote', 'council_conclusion', 'adoption', 'correction', 'correction_fact', 'correction_approval',
    'deduction', 'deduction_step', 'explanation_rule', 'explanation_request', 'explanation', 'explanation_value',
    'explanation_outcome', 'completion', 'completion_item', 'inspection_draw', 'inspection_candidate',
    'inspection_choice', 'inspection_plan', 'inspection_member', 'inspection_item', 'inspection_entry',
    'inspection_photo', 'inspection_signature', 'inspection_minutes']
  loop
    execute format('create trigger never_emptied before truncate on %I
                    for each statement execute function refuse_emptying()', frozen);
  end loop;
end $$;
create trigger adopted before insert or update or delete on finding_fact
  for each row execute function refuse_adopted('finding', 'finding');
create trigger adopted before insert or update or delete on explanation
  for each row execute function refuse_adopted('explanation_request', 'request');
create trigger adopted before insert or update or delete on explanation_value
  for each row execute function refuse_adopted('explanation_request', 'request');
create trigger adopted before insert or update or delete on completion_item
  for each row execute function refuse_adopted('completion', 'completion');
create trigger adopted before insert or update or delete on deduction_step
  for each row execute function refuse_adopted('deduction', 'deduction');
create trigger adopted before insert or update or delete on evidence_citation
  for each row execute function refuse_adopted('evidence_item', 'item');
create trigger adopted before insert or update or delete on council_presence
  for each row execute function refuse_adopted('council_session', 'session');
create trigger adopted before insert or update or delete on council_motion_fact
  for each row execute function refuse_adopted('council_motion', 'motion');
create trigger adopted before insert or update or delete on council_vote
  for each row execute function refuse_adopted('council_motion', 'motion');

-- What was voted, adopted or approved is never rewritten, in whatever phase.
create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'what stands in % stays', tg_table_name using errcode = 'restrict_violation';
end $$;
do $$
declare kept text;
begin
  foreach kept in array array['council_motion', 'council_motion_fact', 'council_vote', 'council_conclusion',
    'adoption', 'correction_fact', 'correction_approval']
  loop
    execute format('create trigger stays before update or delete on %I
                    for each row execute function refuse_rewriting()', kept);
  end loop;
  foreach kept in array array['correction', 'round'] loop
    execute format('create trigger stays before delete on %I
                    for each row execute function refuse_rewriting()', kept);
  end loop;
end $$;
