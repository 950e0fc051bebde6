-- Wrong facts that readers of a published result report (báo số liệu sai, Điều 4): sent without an account, looked at by people.

create table concern (
  id uuid primary key,
  reference text not null unique check (reference ~ '^[0-9A-HJKMNP-TV-Z]{12}$'),
  round uuid not null,
  version int not null,
  unit uuid not null,
  code text not null check (code <> ''),
  words text not null check (char_length(words) between 1 and 2000),
  source text not null check (char_length(source) <= 500),    -- where it can be checked
  contact text not null check (char_length(contact) <= 200),  -- personal data: erased at a click
  language text not null check (language in ('vi', 'en')),
  at timestamptz not null,
  erased_at timestamptz,
  foreign key (round, version) references publication,
  foreign key (round, unit) references round_unit,
  unique (id, unit),
  check (erased_at is null or contact = '')
);
create index on concern (round, at);

create table concern_step (
  id uuid primary key,
  concern uuid not null,
  unit uuid not null,
  step text not null check (step in ('TAKEN_UP', 'UPHELD', 'NOT_WRONG', 'OUT_OF_SCOPE', 'SPAM')),
  words text not null check (char_length(words) <= 2000),
  at timestamptz not null,
  by_account uuid not null references account,
  foreign key (concern, unit) references concern (id, unit),
  check ((step = 'TAKEN_UP') = (words = ''))
);
create unique index taken_up_once on concern_step (concern) where step = 'TAKEN_UP';
create unique index concluded_once on concern_step (concern) where step <> 'TAKEN_UP';

grant select, insert, update (contact, erased_at) on concern to thangdiem_app;
grant select, insert on concern_step to thangdiem_app;

-- About what everybody can see, and nothing else; afterwards only the contact can go.
create function refuse_concern() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    perform refuse_unless(new.erased_at is not null and old.erased_at is null and new.contact = '',
      'of a report only the contact is erased');
    return new;
  end if;
  perform refuse_unless(exists (select from publication where round = new.round and version = new.version
    and visible_from <= now_effective()), 'reported is what is public');
  perform refuse_unless(new.at <= now_effective() and new.erased_at is null, 'the clock says when');
  return new;
end $$;
create trigger of_what_is_public before insert or update on concern
  for each row execute function refuse_concern();
create trigger recused before insert on concern_step
  for each row execute function refuse_recused('by_account', 'unit');
create trigger stays before update or delete on concern_step
  for each row execute function refuse_rewriting();
create trigger stays before delete on concern for each row execute function refuse_rewriting();
create trigger never_emptied before truncate on concern
  for each statement execute function refuse_emptying();
create trigger never_emptied before truncate on concern_step
  for each statement execute function refuse_emptying();

-- All that pages for everybody can read of them: how far one is, by its number; and what was found right.
create view concern_state as
  select concern.reference, coalesce(ended.step, taken.step, 'RECEIVED') as state,
         coalesce(ended.at, taken.at, concern.at) as since
    from concern
    left join concern_step taken on taken.concern = concern.id and taken.step = 'TAKEN_UP'
    left join concern_step ended on ended.concern = concern.id and ended.step <> 'TAKEN_UP';
create view concern_upheld as
  select round.year::text as key, round_unit.code as unit, concern.code, count(*) as reports,
         max(concern_step.at) as latest
    from concern
    join concern_step on concern_step.concern = concern.id and concern_step.step = 'UPHELD'
    join round on round.id = concern.round
    join round_unit on round_unit.round = concern.round and round_unit.unit = concern.unit
   group by round.year, round_unit.code, concern.code;
grant select on concern_state, concern_upheld to thangdiem_pages;
