-- Units (đơn vị) as a tree with dates: renamed, merged, ended, never deleted.
create table org_unit (
  id uuid primary key,
  code text not null unique check (code ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$'),
  parent uuid references org_unit,
  kind text not null check (kind in ('province', 'agency', 'sub-unit', 'commune')),
  ranking_group text,               -- code of a group of the criteria set; null: not ranked
  vertical boolean not null default false,  -- ngành dọc: under a ministry, not under the province
  name text not null,
  official_name text not null,
  folded text not null,             -- the names without diacritics, for search
  portal text,
  ordinal int not null,
  valid_from date,
  valid_to date,
  version int not null default 1,
  check (valid_to is null or valid_from is null or valid_from <= valid_to)
);
create index on org_unit (parent);

create table org_unit_former_name (
  unit uuid not null references org_unit,
  name text not null,
  until_day date not null,
  document text not null,
  primary key (unit, until_day)
);

create table org_unit_succession (
  predecessor uuid not null references org_unit,
  successor uuid not null references org_unit,
  on_day date not null,
  document text not null,
  primary key (predecessor, successor)
);

-- A unit and everything below it, with itself.
create function unit_and_below(root uuid) returns table (id uuid) language sql stable as $$
  with recursive below as (
    select root as id
    union
    select child.id from org_unit child join below on child.parent = below.id
  )
  select id from below
$$;

grant select, insert, update on org_unit to thangdiem_app;
grant select, insert on org_unit_former_name, org_unit_succession to thangdiem_app;
