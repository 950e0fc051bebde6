-- How many present documents of a unit prove each fact or criterion: what other modules may know of evidence in their own questions.
create function evidence_counts(of_round uuid, of_unit uuid)
  returns table (about text, code text, documents bigint) language sql stable as $$
  select citation.about, citation.code, count(*)
    from evidence_item item
    join evidence_citation citation on citation.item = item.id
   where item.round = of_round and item.unit = of_unit and item.withdrawn_at is null
     and not exists (select 1 from evidence_item newer
                      where newer.replaces = item.id and newer.withdrawn_at is null)
   group by citation.about, citation.code
$$;
