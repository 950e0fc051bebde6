-- Where a unit stood before it was moved (cấp trên cũ); until_day is the last day it stood there.
create table org_unit_former_parent (
  unit uuid not null references org_unit,
  parent uuid not null references org_unit,
  until_day date not null,
  document text not null,
  primary key (unit, until_day)
);
grant select, insert on org_unit_former_parent to thangdiem_app;

-- The document by which a unit ended without a successor.
alter table org_unit add column end_document text;

-- Followed from both ends.
create index on org_unit_succession (successor);
alter table org_unit_succession add check (predecessor <> successor);

-- An address is only ever shown as a link, so it is one of the web.
alter table org_unit add check (portal is null or portal ~ '^https?://');
