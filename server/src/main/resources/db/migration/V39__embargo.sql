-- While a result waits for its hour (chờ giờ công bố, F12) its round is told as adopted to who need not know, and the event that published it is not read out.

create function awaits_its_hour(of_round uuid) returns boolean language sql stable as $$
  select coalesce((select min(visible_from) > now_effective() from publication
    where publication.round = of_round), false)
$$;

create function is_untold(kind text, of_round uuid, payload text) returns boolean language sql stable as $$
  select kind = 'ROUND_PUBLISHED' and exists (select from publication
    where publication.round = of_round and visible_from > now_effective()
      and version::text = payload::jsonb -> 'data' ->> 'version')
$$;
