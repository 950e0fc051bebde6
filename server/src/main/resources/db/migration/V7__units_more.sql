-- The groups in which units are ranked (nhóm xếp hạng), as the criteria set last taken over names and orders them.
create table ranking_group (
  code text primary key,
  name text not null,
  short_name text not null,
  ordinal int not null,
  ranked boolean not null
);
grant select, insert, update on ranking_group to thangdiem_app;

-- A unit that is renamed leaves both its names behind; until_day is the last day they were borne.
alter table org_unit_former_name add column official_name text;

-- Vietnamese order in which "Xã số 2" stands before "Xã số 10".
create collation vietnamese (provider = icu, locale = 'vi-u-kn-true');
