-- What is published (công bố, Điều 4 và 10): a version of the adopted result under the number of the decision, as the one file that everything public is drawn from. Append-only.

create table publication (
  round uuid not null,
  version int not null,
  decision_number text not null check (decision_number <> ''),
  decision_on date not null,
  bundle bytea not null,
  sha256 text not null check (sha256 = encode(sha256(bundle), 'hex')),
  results_sha256 text not null,
  visible_from timestamptz not null,   -- until then nobody outside sees that there is one (F12)
  at timestamptz not null,
  by_account uuid not null references account,
  primary key (round, version),
  foreign key (round, version) references adoption,
  check (visible_from >= at)
);
alter table publication alter column bundle set storage external;
grant select, insert on publication to thangdiem_app;

create function refuse_publication() returns trigger language plpgsql as $$
declare
  published_round round;
  latest adoption;
begin
  select * into published_round from round where id = new.round for no key update;
  select * into latest from adoption where round = new.round order by version desc limit 1;
  perform refuse_unless(published_round.phase in ('ADOPTED', 'PUBLISHED') and not published_round.rehearsal,
    'only what a council adopted in earnest is published');
  perform refuse_unless(latest.version = new.version and latest.results_sha256 = new.results_sha256,
    'published is the latest version that was adopted');
  perform refuse_unless(new.at <= now_effective(), 'the clock says when');
  perform refuse_unless(new.decision_on <= (new.at at time zone 'Asia/Ho_Chi_Minh')::date,
    'a decision is not of a day to come');
  return new;
end $$;
create trigger of_what_was_adopted before insert on publication
  for each row execute function refuse_publication();

create function refuse_idle_publication() returns trigger language plpgsql as $$
begin
  perform refuse_unless((select phase from round where id = new.round) = 'PUBLISHED',
    'who publishes a result moves the round');
  return null;
end $$;
create constraint trigger moves_the_round after insert on publication
  deferrable initially deferred for each row execute function refuse_idle_publication();

create function refuse_unpublished() returns trigger language plpgsql as $$
begin
  perform refuse_unless(new.rehearsal or exists (select from publication where round = new.id),
    'a round is published by its decision');
  return new;
end $$;
create trigger published_by_decision before update on round
  for each row when (new.phase = 'PUBLISHED' and old.phase <> 'PUBLISHED')
  execute function refuse_unpublished();

-- All that pages for everybody can read: what may be seen by now, and nothing about what may not.
create view published as
  select round.year::text as key, round.year, publication.version, round.name,
         publication.decision_number, publication.decision_on, publication.bundle, publication.sha256,
         publication.results_sha256, publication.visible_from, publication.at
    from publication join round on round.id = publication.round
   where publication.visible_from <= now_effective();
grant select on published to thangdiem_pages;

create trigger stays before update or delete on publication
  for each row execute function refuse_rewriting();
create trigger never_emptied before truncate on publication
  for each statement execute function refuse_emptying();
