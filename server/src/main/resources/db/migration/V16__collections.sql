-- A unit collects figures of what is below it (thu số liệu cấp dưới, Đ10.4): which facts, of whom, until when; what each has
-- answered; and what was mended after it was handed in. All of it is frozen with the unit's own answers.
create table collection (
  round uuid not null,
  unit uuid not null,
  due date not null,                 -- the last day
  note text not null,
  version int not null default 1,
  at timestamptz not null,
  by_account uuid not null references account,
  primary key (round, unit),
  foreign key (round, unit) references round_unit
);

create table collection_fact (
  round uuid not null,
  unit uuid not null,
  fact text not null,
  primary key (round, unit, fact),
  foreign key (round, unit) references collection
);

-- Who is asked; the unit itself too, for the part that is nobody's below it.
create table collection_sheet (
  round uuid not null,
  unit uuid not null,
  asked uuid not null references org_unit,
  handed_in_at timestamptz,
  handed_in_by uuid references account,
  reminded_at timestamptz,
  reminded_by uuid references account,
  primary key (round, unit, asked),
  foreign key (round, unit) references collection,
  check ((handed_in_at is null) = (handed_in_by is null)),
  check ((reminded_at is null) = (reminded_by is null))
);
create index on collection_sheet (asked);

create table collection_answer (
  round uuid not null,
  unit uuid not null,
  asked uuid not null,
  fact text not null,
  value text not null,
  version int not null default nextval('answer_version'),
  at timestamptz not null,
  by_account uuid not null references account,
  primary key (round, unit, asked, fact),
  foreign key (round, unit, asked) references collection_sheet
);

-- What a sheet said before it was mended, once it had been handed in (sửa sau khi nộp).
create table collection_correction (
  id uuid primary key default gen_random_uuid(),
  round uuid not null,
  unit uuid not null,
  asked uuid not null,
  fact text not null,
  before text,
  after text not null,
  at timestamptz not null,
  by_account uuid not null references account,
  foreign key (round, unit, asked) references collection_sheet
);
create index on collection_correction (round, unit, at);

create trigger only_while_open before insert or update or delete on collection
  for each row execute function refuse_answer();
create trigger only_while_open before insert or update or delete on collection_fact
  for each row execute function refuse_answer();
create trigger only_while_open before insert or update or delete on collection_sheet
  for each row execute function refuse_answer();
create trigger only_while_open before insert or update or delete on collection_answer
  for each row execute function refuse_answer();
create trigger only_while_open before insert or update or delete on collection_correction
  for each row execute function refuse_answer();

-- Only what is below the unit, or the unit itself, is asked.
create function refuse_asking_others() returns trigger language plpgsql as $$
begin
  if new.asked not in (select id from unit_and_below(new.unit)) then
    raise exception 'a unit asks only what is below it' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger below_the_unit before insert on collection_sheet
  for each row execute function refuse_asking_others();

-- Whoever mends a sheet that was handed in leaves what stood there, by whatever way the row is changed.
create function note_correction() returns trigger language plpgsql as $$
begin
  if exists (select from collection_sheet
              where round = new.round and unit = new.unit and asked = new.asked and handed_in_at is not null) then
    insert into collection_correction (round, unit, asked, fact, before, after, at, by_account)
    values (new.round, new.unit, new.asked, new.fact,
            case when tg_op = 'UPDATE' then old.value end, new.value, new.at, new.by_account);
  end if;
  return null;
end $$;
create trigger corrected after insert or update on collection_answer
  for each row execute function note_correction();

-- A figure that was handed in is mended, not taken away.
create function refuse_clearing() returns trigger language plpgsql as $$
begin
  if exists (select from collection_sheet
              where round = old.round and unit = old.unit and asked = old.asked and handed_in_at is not null) then
    raise exception 'a figure that was handed in is mended, not taken away' using errcode = 'integrity_constraint_violation';
  end if;
  return old;
end $$;
create trigger kept_once_handed_in before delete on collection_answer
  for each row execute function refuse_clearing();

grant select, insert, update on collection to thangdiem_app;
grant select, insert, delete on collection_fact to thangdiem_app;
grant select, insert, update, delete on collection_sheet to thangdiem_app;
grant select, insert, update, delete on collection_answer to thangdiem_app;
grant select, insert on collection_correction to thangdiem_app;
