-- Inspection on the spot (kiểm tra trực tiếp, Đ6.3): who is proposed and why, what people decide, the visit, what was measured there,
-- photographs, signatures and the minutes. Everything is added and nothing is changed: the latest stands, the older stays visible.

-- A draw (lượt bốc thăm): weights out of stated signals, and the seed by which anybody can draw again.
create table inspection_draw (
  id uuid primary key,
  round uuid not null references round,
  seed text not null check (seed <> ''),
  size int not null check (size > 0),
  at timestamptz not null,
  by_account uuid not null references account
);
create index on inspection_draw (round, at);

create table inspection_candidate (
  draw uuid not null references inspection_draw,
  round uuid not null,
  unit uuid not null,
  weight int not null check (weight > 0),
  signals text not null,             -- SIGNAL=count, a line each
  drawn int,                         -- the how-manieth; null: not drawn
  primary key (draw, unit),
  foreign key (round, unit) references round_unit
);

-- People decide (chọn, bỏ), each time with a reason.
create table inspection_choice (
  id uuid primary key,
  round uuid not null,
  unit uuid not null,
  chosen boolean not null,
  reason text not null,
  words text not null check (words <> ''),
  at timestamptz not null,
  by_account uuid not null references account,
  foreign key (round, unit) references round_unit
);
create index on inspection_choice (round, unit, at);

-- The plan of the visit (kế hoạch kiểm tra), which is also the notice to the unit. A new version replaces the one before.
create table inspection_plan (
  round uuid not null,
  unit uuid not null,
  version int not null,
  starts timestamptz not null,
  place text not null check (place <> ''),
  decision text not null check (decision <> ''),  -- number of the decision that set up the team
  at timestamptz not null,
  by_account uuid not null references account,
  primary key (round, unit, version),
  foreign key (round, unit) references round_unit
);

create table inspection_member (
  round uuid not null,
  unit uuid not null,
  version int not null,
  account uuid not null references account,
  post text not null check (post in ('LEADER', 'SECRETARY', 'MEMBER')),
  primary key (round, unit, version, account),
  foreign key (round, unit, version) references inspection_plan
);
create index on inspection_member (account);

create table inspection_item (
  round uuid not null,
  unit uuid not null,
  version int not null,
  fact text not null,
  declared text not null,            -- as it is shown; empty: not answered
  doubts text not null,              -- why it is looked at, a line each
  primary key (round, unit, version, fact),
  foreign key (round, unit, version) references inspection_plan
);

-- What was noted on the spot or at the desk (ghi nhận): each under the identifier that its maker gave it, so that it is kept once.
create table inspection_entry (
  id uuid primary key,
  round uuid not null,
  unit uuid not null,
  field text not null,
  version int not null check (version > 0),
  value text not null,
  noted_at timestamptz not null,     -- as the phone's clock said
  at timestamptz not null,
  by_account uuid not null references account,
  unique (round, unit, field, version),
  foreign key (round, unit) references round_unit
);

create table inspection_photo (
  id uuid primary key,
  round uuid not null,
  unit uuid not null,
  fact text not null,
  caption text not null,
  taken_at timestamptz not null,     -- as the phone's clock said
  sha256 text not null,
  size int not null,
  at timestamptz not null,
  by_account uuid not null references account,
  foreign key (round, unit) references round_unit
);
create index on inspection_photo (round, unit);

create table inspection_picture (
  sha256 text primary key,
  bytes bytea not null
);

-- Both sides sign on the screen what stood there, under its hash.
create table inspection_signature (
  id uuid primary key,
  round uuid not null,
  unit uuid not null,
  side text not null check (side in ('TEAM', 'SECRETARY', 'UNIT')),
  name text not null check (name <> ''),
  post text not null,
  strokes text not null,             -- empty: confirmed by the typed name
  sha256 text not null,
  signed_at timestamptz not null,    -- as the phone's clock said
  at timestamptz not null,
  by_account uuid not null references account,
  foreign key (round, unit) references round_unit
);
create index on inspection_signature (round, unit, at);

-- The minutes (biên bản kiểm tra) as they came out. With them the inspection is closed.
create table inspection_minutes (
  round uuid not null,
  unit uuid not null,
  sha256 text not null,              -- of what was noted, and signed
  docx bytea not null,
  pdf bytea not null,
  docx_sha256 text not null,
  pdf_sha256 text not null,
  at timestamptz not null,
  by_account uuid not null references account,
  primary key (round, unit),
  foreign key (round, unit) references round_unit
);

grant select, insert on inspection_draw, inspection_candidate, inspection_choice, inspection_plan, inspection_member, inspection_item,
  inspection_entry, inspection_photo, inspection_picture, inspection_signature, inspection_minutes to thangdiem_app;

-- While claims are checked and units are heard, and until the minutes are out.
create function refuse_inspection() returns trigger language plpgsql as $$
begin
  if (select phase from round where id = new.round for share) not in ('VERIFYING', 'EXPLAINING') then
    raise exception 'the round inspects nobody now' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create function refuse_after_minutes() returns trigger language plpgsql as $$
begin
  -- Sharing the unit's row keeps the minutes from coming out between this look and the row.
  perform from round_unit where round = new.round and unit = new.unit for update;
  if exists (select from inspection_minutes where round = new.round and unit = new.unit) then
    raise exception 'the minutes are out: nothing is added' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

do $$
declare
  kind text;
begin
  foreach kind in array array['draw', 'candidate', 'choice', 'plan', 'member', 'item', 'entry', 'photo', 'signature', 'minutes'] loop
    execute format('create trigger only_while_inspecting before insert on inspection_%s for each row execute function refuse_inspection()', kind);
  end loop;
  foreach kind in array array['choice', 'plan', 'entry', 'photo', 'signature', 'minutes'] loop
    execute format('create trigger recused before insert on inspection_%s for each row execute function refuse_recused(''by_account'', ''unit'')', kind);
  end loop;
  foreach kind in array array['plan', 'member', 'item', 'entry', 'photo', 'signature'] loop
    execute format('create trigger before_the_minutes before insert on inspection_%s for each row execute function refuse_after_minutes()', kind);
  end loop;
end $$;
create trigger recused before insert on inspection_member for each row execute function refuse_recused('account', 'unit');

-- What is noted, photographed, signed and closed, is by somebody of the team.
create function refuse_outside_the_team() returns trigger language plpgsql as $$
begin
  if not exists (
    select from inspection_member
     where round = new.round and unit = new.unit and account = new.by_account
       and version = (select max(version) from inspection_plan where round = new.round and unit = new.unit))
  then
    raise exception 'only the team that was set up inspects' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger by_the_team before insert on inspection_entry for each row execute function refuse_outside_the_team();
create trigger by_the_team before insert on inspection_photo for each row execute function refuse_outside_the_team();
create trigger by_the_team before insert on inspection_signature for each row execute function refuse_outside_the_team();
create trigger by_the_team before insert on inspection_minutes for each row execute function refuse_outside_the_team();
