package thangdiem.audit;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import thangdiem.proof.LedgerEntry;

/** Reads the ledger in its order, however long it is, in constant memory. */
@Component
class LedgerReader {

  private static final int ROWS_AT_ONCE = 2_000;

  private final JdbcTemplate sql;

  /** An event as its row says it: beside the payload what stands there for searching. */
  record Row(
      LedgerEntry entry,
      byte[] leafHash,
      String event,
      OffsetDateTime at,
      String kind,
      Optional<String> actor,
      Optional<String> round,
      Optional<String> unit) {

    /** What stands beside the payload, in the payload's words. */
    Map<String, String> columns() {
      var columns = new LinkedHashMap<String, String>();
      columns.put("event", event);
      columns.put("at", LedgerTable.instant(at));
      columns.put("kind", kind);
      columns.put("actor", actor.orElse(""));
      columns.put("round", round.orElse(""));
      columns.put("unit", unit.orElse(""));
      return columns;
    }
  }

  /** Takes one event's hashes after the other. */
  interface LeafTaker {

    /**
     * Called for each event in order.
     *
     * @param written as it was computed when the event was written
     * @param computed as the database computes it now from the text that it holds
     */
    void take(long position, byte[] written, byte[] computed);
  }

  /** Takes one row after the other. */
  interface Taker {
    void take(Row row) throws IOException;
  }

  LedgerReader(DataSource database) {
    this.sql = new JdbcTemplate(database);
    sql.setFetchSize(ROWS_AT_ONCE);
  }

  /** Hands over every event from that position on; called within a transaction. */
  void each(long from, boolean withCommitments, Taker taker) throws IOException {
    var gathering = new Gathering(taker);
    try {
      sql.query(
          """
          select leaf.position, event.payload, event.leaf_hash, event.event, event.at, event.kind,
                 event.actor, event.round, event.unit, said.field, said.salt, said.value
            from ledger_leaf leaf
            join ledger_event event on event.event = leaf.event
            left join ledger_commitment said on said.event = leaf.event and ?
           where leaf.position >= ?
           order by leaf.position, said.field
          """,
          gathering::row,
          withCommitments,
          from);
    } catch (Gathering.Unwritten e) {
      throw e.reason;
    }
    gathering.end();
  }

  /** The events that are not read out yet (F12): what published a result before its hour. */
  Set<String> untold() {
    return Set.copyOf(
        sql.queryForList(
            "select event::text from ledger_event where is_untold(kind, round, payload)",
            String.class));
  }

  /** Hands over the hashes of every event from that position on; called within a transaction. */
  void eachLeaf(long from, LeafTaker taker) {
    sql.query(
        """
        select leaf.position, event.leaf_hash,
               sha256('\\x00'::bytea || convert_to(event.payload, 'UTF8')) as computed
          from ledger_leaf leaf
          join ledger_event event on event.event = leaf.event
         where leaf.position >= ?
         order by leaf.position
        """,
        row -> {
          taker.take(row.getLong("position"), row.getBytes("leaf_hash"), row.getBytes("computed"));
        },
        from);
  }

  /** Puts the rows of one event's commitments together. */
  private static final class Gathering {

    private final Taker taker;
    private @Nullable Row row;

    private static final class Unwritten extends RuntimeException {
      private static final long serialVersionUID = 1L;
      private final IOException reason;

      Unwritten(IOException reason) {
        super(reason);
        this.reason = reason;
      }
    }

    Gathering(Taker taker) {
      this.taker = taker;
    }

    void row(ResultSet found) throws SQLException {
      long position = found.getLong("position");
      if (row == null || row.entry().position() != position) {
        try {
          end();
        } catch (IOException e) {
          throw new Unwritten(e);
        }
        row =
            new Row(
                new LedgerEntry(position, found.getString("payload"), new LinkedHashMap<>()),
                found.getBytes("leaf_hash"),
                found.getString("event"),
                found.getObject("at", OffsetDateTime.class),
                found.getString("kind"),
                Optional.ofNullable(found.getString("actor")),
                Optional.ofNullable(found.getString("round")),
                Optional.ofNullable(found.getString("unit")));
      }
      var field = found.getString("field");
      if (field != null) {
        Objects.requireNonNull(row)
            .entry()
            .commitments()
            .put(
                field,
                new LedgerEntry.Commitment(found.getBytes("salt"), found.getString("value")));
      }
    }

    void end() throws IOException {
      if (row != null) {
        taker.take(row);
        row = null;
      }
    }
  }
}
