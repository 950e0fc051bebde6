package thangdiem.submission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everything that stands beside a unit's facts, in one question to the database. */
@Component
class NotesTable {

  private final JdbcClient sql;

  NotesTable(JdbcClient sql) {
    this.sql = sql;
  }

  Notes of(Assessment assessment) {
    var notes = new Reading();
    sql.sql(
            """
            select 'CLAIM' as kind, claim.code as key, claim.reason as words, claim.at,
                   account.name as person, null::uuid as account, 0 as number, false as late
              from not_applicable_claim claim join account on account.id = claim.by_account
             where claim.round = :round and claim.unit = :unit
            union all
            select 'SECTION', doing.section, '', doing.at, account.name, account.id, 0, false
              from section_assignment doing join account on account.id = doing.account
             where doing.round = :round and doing.unit = :unit
            union all
            select 'COMMENT', fact, '', max(at), '', null, count(*), false
              from answer_comment where round = :round and unit = :unit group by fact
            union all
            select 'EVIDENCE', code, '', null, '', null, documents, false
              from evidence_counts(:round, :unit)
            union all
            (select 'HANDOVER', step, handover.words, handover.at, account.name, null, 0, false
               from report_handover handover join account on account.id = handover.by_account
              where handover.round = :round and handover.unit = :unit
              order by handover.at desc limit 1)
            union all
            select 'SENT', '', '', sent.at, account.name, null, sent.version, sent.late
              from submission sent join account on account.id = sent.by_account
             where sent.round = :round and sent.unit = :unit and sent.taken_back_at is null
            """)
        .param("round", assessment.round().id())
        .param("unit", assessment.unit().unit())
        .query((row, _) -> notes.take(row))
        .list();
    return notes.read();
  }

  private static final class Reading {

    private final LinkedHashMap<String, Notes.Claim> claims = new LinkedHashMap<>();
    private final LinkedHashMap<String, Notes.Assignee> assignees = new LinkedHashMap<>();
    private final LinkedHashMap<String, Integer> comments = new LinkedHashMap<>();
    private final LinkedHashMap<String, Integer> evidence = new LinkedHashMap<>();
    private Optional<Notes.Handover> handover = Optional.empty();
    private Optional<Notes.Sent> sent = Optional.empty();

    private String take(ResultSet row) throws SQLException {
      var kind = row.getString("kind");
      var key = row.getString("key");
      var words = row.getString("words");
      var at = row.getObject("at", OffsetDateTime.class);
      var person = row.getString("person");
      int number = row.getInt("number");
      switch (kind) {
        case "CLAIM" -> claims.put(key, new Notes.Claim(key, words, at, person));
        case "SECTION" ->
            assignees.put(key, new Notes.Assignee(row.getObject("account", UUID.class), person));
        case "COMMENT" -> comments.put(key, number);
        case "EVIDENCE" -> evidence.put(key, number);
        case "HANDOVER" ->
            handover = Optional.of(new Notes.Handover(key.equals("TO_HEAD"), words, at, person));
        case "SENT" ->
            sent = Optional.of(new Notes.Sent(number, at, row.getBoolean("late"), person));
        default -> throw new IllegalStateException(kind);
      }
      return kind;
    }

    private Notes read() {
      return new Notes(claims, assignees, comments, evidence, handover, sent);
    }
  }
}
