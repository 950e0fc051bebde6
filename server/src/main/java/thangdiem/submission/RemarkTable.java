package thangdiem.submission;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of what is said about facts, and of who is called for. */
@Component
class RemarkTable {

  private final JdbcClient sql;

  RemarkTable(JdbcClient sql) {
    this.sql = sql;
  }

  /** What was said about a fact, the first first. */
  List<Remark> of(Assessment assessment, String fact) {
    return sql.sql(
            """
            select said.words, said.at, sayer.name as by,
                   array(select account.name
                           from comment_mention named join account on account.id = named.account
                          where named.comment = said.id
                          order by account.name) as named
              from answer_comment said join account sayer on sayer.id = said.by_account
             where said.round = :round and said.unit = :unit and said.fact = :fact
             order by said.at
            """)
        .param("round", assessment.round().id())
        .param("unit", assessment.unit().unit())
        .param("fact", fact)
        .query((row, _) ->
            new Remark(
                row.getString("words"),
                row.getObject("at", OffsetDateTime.class),
                row.getString("by"),
                List.of((String[]) row.getArray("named").getArray())))
        .list();
  }

  void say(Assessment assessment, String fact, String words, Collection<UUID> named) {
    var id = UUID.randomUUID();
    sql.sql(
            """
            insert into answer_comment (id, round, unit, fact, words, at, by_account)
            values (:id, :round, :unit, :fact, :words, now_effective(), :by)
            """)
        .param("id", id)
        .param("round", assessment.round().id())
        .param("unit", assessment.unit().unit())
        .param("fact", fact)
        .param("words", words)
        .param("by", assessment.reader())
        .update();
    sql.sql("insert into comment_mention (comment, account) select :comment, unnest(:accounts)")
        .param("comment", id)
        .param("accounts", named.toArray(UUID[]::new))
        .update();
  }

  /** Whether somebody is called for who has not come yet. */
  boolean isCalled(Assessment assessment, String fact) {
    return sql.sql(
            """
            select exists (
              select 1 from comment_mention named
                join answer_comment said on said.id = named.comment
               where named.account = :reader and named.seen_at is null
                 and said.round = :round and said.unit = :unit and said.fact = :fact)
            """)
        .param("reader", assessment.reader())
        .param("round", assessment.round().id())
        .param("unit", assessment.unit().unit())
        .param("fact", fact)
        .query(Boolean.class)
        .single();
  }

  /** The reader has seen where they are called for; false when they are not. */
  boolean seen(Assessment assessment, String fact) {
    return sql.sql(
                """
                update comment_mention named set seen_at = now_effective()
                  from answer_comment said
                 where said.id = named.comment
                   and named.account = :reader and named.seen_at is null
                   and said.round = :round and said.unit = :unit and said.fact = :fact
                """)
            .param("reader", assessment.reader())
            .param("round", assessment.round().id())
            .param("unit", assessment.unit().unit())
            .param("fact", fact)
            .update()
        > 0;
  }
}
