package thangdiem.concern;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.round.Round;

/** The rows of reports and of what became of them (concern, concern_step). */
@Component
class ConcernTable {

  private static final String READ =
      """
      select concern.id, concern.reference, concern.round, round.year, round.rehearsal,
             concern.version, concern.unit, round_unit.code as unit_code,
             round_unit.name as unit_name, concern.code, concern.words, concern.source,
             concern.contact, concern.at, concern.erased_at,
             is_recused(:reader, concern.unit) as recused,
             taker.name as taken_by, taken.at as taken_at,
             ended.step as outcome, coalesce(ended.words, '') as conclusion,
             ender.name as concluded_by, ended.at as concluded_at
        from concern
        join round on round.id = concern.round
        join round_unit on round_unit.round = concern.round and round_unit.unit = concern.unit
        left join concern_step taken on taken.concern = concern.id and taken.step = 'TAKEN_UP'
        left join account taker on taker.id = taken.by_account
        left join concern_step ended on ended.concern = concern.id and ended.step <> 'TAKEN_UP'
        left join account ender on ender.id = ended.by_account
      """;

  /** Of what a report is. */
  record About(UUID round, UUID unit) {}

  private final JdbcClient sql;

  ConcernTable(JdbcClient sql) {
    this.sql = sql;
  }

  /** The round of that key, which is published, and the unit in it. */
  Optional<About> about(String key, String unit) {
    return sql.sql(
            """
            select round.id as round, round_unit.unit
              from round join round_unit on round_unit.round = round.id
             where round.year::text = :key and not round.rehearsal and round_unit.code = :unit
            """)
        .param("key", key)
        .param("unit", unit)
        .query(About.class)
        .optional();
  }

  /** How many nobody has taken up. */
  long waiting() {
    return sql.sql(
            """
            select count(*) from concern
             where not exists (select from concern_step where concern_step.concern = concern.id)
            """)
        .query(Long.class)
        .single();
  }

  void add(
      UUID id,
      Reference reference,
      About about,
      int version,
      String code,
      ConcernForm form,
      String language) {
    sql.sql(
            """
            insert into concern (id, reference, round, version, unit, code, words, source, contact,
                   language, at)
            values (:id, :reference, :round, :version, :unit, :code, :words, :source, :contact,
                   :language, now_effective())
            """)
        .param("id", id)
        .param("reference", reference.letters())
        .param("round", about.round())
        .param("version", version)
        .param("unit", about.unit())
        .param("code", code)
        .param("words", form.words())
        .param("source", form.source())
        .param("contact", form.contact())
        .param("language", language)
        .update();
  }

  /** A page of a round's: what waits first, the oldest first; then the latest concluded. */
  List<Concern> of(UUID round, UUID reader, int from, int most) {
    return sql.sql(
            READ
                + """
                 where concern.round = :round
                 order by ended.at is not null, ended.at desc, concern.at, concern.id
                offset :from limit :most
                """)
        .param("round", round)
        .param("reader", reader)
        .param("from", from)
        .param("most", most)
        .query(ConcernTable::read)
        .list();
  }

  Optional<Concern> one(UUID id, UUID reader) {
    return sql.sql(READ + " where concern.id = :id")
        .param("id", id)
        .param("reader", reader)
        .query(ConcernTable::read)
        .optional();
  }

  /** How many there are of a round, and how many of them are not concluded. */
  record Counts(long all, long open) {}

  Counts counts(UUID round) {
    return sql.sql(
            """
            select count(*) as all,
                   count(*) filter (where not exists (
                     select from concern_step
                      where concern = concern.id and step <> 'TAKEN_UP')) as open
              from concern where round = :round
            """)
        .param("round", round)
        .query(Counts.class)
        .single();
  }

  /** Adds a step unless there is one of its kind. */
  boolean step(Concern about, String step, String words, UUID by) {
    return sql.sql(
                """
                insert into concern_step (id, concern, unit, step, words, at, by_account)
                values (gen_random_uuid(), :concern, :unit, :step, :words, now_effective(), :by)
                on conflict do nothing
                """)
            .param("concern", about.id())
            .param("unit", about.unit())
            .param("step", step)
            .param("words", words)
            .param("by", by)
            .update()
        > 0;
  }

  /** Erases the contact; in the ledger its commitment stays. */
  boolean eraseContact(UUID id) {
    int erased =
        sql.sql(
                """
                update concern set contact = '', erased_at = now_effective()
                 where id = :id and erased_at is null and contact <> ''
                """)
            .param("id", id)
            .update();
    sql.sql("delete from ledger_commitment where field = 'concern/' || :id || '#contact'")
        .param("id", id.toString())
        .update();
    return erased > 0;
  }

  private static Concern read(ResultSet row, int number) throws SQLException {
    return new Concern(
        row.getObject("id", UUID.class),
        row.getString("reference"),
        row.getObject("round", UUID.class),
        Round.key(row.getInt("year"), row.getBoolean("rehearsal")),
        row.getInt("version"),
        row.getObject("unit", UUID.class),
        row.getString("unit_code"),
        row.getString("unit_name"),
        row.getString("code"),
        row.getString("words"),
        row.getString("source"),
        row.getString("contact"),
        row.getObject("at", OffsetDateTime.class),
        Optional.ofNullable(row.getObject("erased_at", OffsetDateTime.class)),
        row.getBoolean("recused"),
        Optional.ofNullable(row.getString("taken_by")),
        Optional.ofNullable(row.getObject("taken_at", OffsetDateTime.class)),
        Optional.ofNullable(row.getString("outcome")).map(Outcome::valueOf),
        row.getString("conclusion"),
        Optional.ofNullable(row.getString("concluded_by")),
        Optional.ofNullable(row.getObject("concluded_at", OffsetDateTime.class)));
  }
}
