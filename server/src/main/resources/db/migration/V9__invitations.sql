-- Text without case and diacritics, for search: "Trần Thị Mai" is "tran thi mai".
create function folded(text text) returns text language sql immutable strict parallel safe as $$
  select regexp_replace(translate(lower(normalize(text, nfd)), 'đĐ', 'dd'), '[\u0300-\u036F]', '', 'g')
$$;

-- Personal data that was erased at somebody's wish; the row stays, because events and decisions point to it.
alter table account add column erased_at timestamptz;

-- An invitation is a code for an account that exists already and has no way in yet, or has lost it. Who is invited, to which
-- role and unit, stands in the account alone.
alter table invitation
  drop column login, drop column name, drop column post, drop column email, drop column phone,
  drop column works_in, drop column role, drop column unit;
alter table invitation alter column account set not null;
alter table invitation add column mail text not null default 'none'
  check (mail in ('none', 'waiting', 'sent', 'failed'));
create index on invitation (account);
