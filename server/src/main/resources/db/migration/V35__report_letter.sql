-- What stands at the head and foot of a unit's report on paper (số, địa danh, chức vụ người ký), as its registry gives it.
create table report_letter (
  round uuid not null,
  unit uuid not null,
  number text not null,              -- as "12/BC-SYT"; empty until the registry has given one
  place text not null,
  post text not null,                -- of who signs
  at timestamptz not null,
  by_account uuid not null references account,
  primary key (round, unit),
  foreign key (round, unit) references round_unit
);
grant select, insert, update on report_letter to thangdiem_app;
