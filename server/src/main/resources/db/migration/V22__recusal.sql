-- Nobody judges the unit they belong to, nor what is below it, nor what is above it short of the province
-- (hồi tránh): the organiser of a round is itself one of the ranked. Who belongs where: the unit one works
-- in, and every unit in which one holds a role. The province as a whole is nobody's own.
create function is_recused(who uuid, from_unit uuid) returns boolean language sql stable as $$
  with own as (
    select unit.id
      from (select works_in as id from account where id = who
            union
            select unit from account_role where account = who) belonging
      join org_unit unit on unit.id = belonging.id and unit.parent is not null)
  select exists (
    select from own
     where from_unit in (select below.id from unit_and_below(own.id) below)
        or (select parent from org_unit where id = from_unit) is not null
           and own.id in (select below.id from unit_and_below(from_unit) below))
$$;

-- The second wall, for every table of judgements: its arguments name the columns of the person and the unit.
create function refuse_recused() returns trigger language plpgsql as $$
begin
  if is_recused((to_jsonb(new) ->> tg_argv[0])::uuid, (to_jsonb(new) ->> tg_argv[1])::uuid) then
    raise exception 'nobody judges the unit they belong to, nor one above or below it'
      using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
