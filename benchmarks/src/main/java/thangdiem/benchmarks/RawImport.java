package thangdiem.benchmarks;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.stream.IntStream;

/** Rows of answers and a row of a journal for each, in two statements and one commit. */
final class RawImport implements Load.Client {

  private final Connection connection;
  private final String round;
  private final String unit;
  private final Array facts;
  private final PreparedStatement answers;
  private final PreparedStatement journal;
  private int value;

  RawImport(Connection connection, String round, String unit, int values) throws SQLException {
    connection.setAutoCommit(false);
    this.connection = connection;
    this.round = round;
    this.unit = unit;
    this.facts =
        connection.createArrayOf(
            "text", IntStream.range(0, values).mapToObj(i -> "fact_" + i).toArray());
    this.answers =
        connection.prepareStatement(
            """
            insert into bench_answer (round, unit, fact, value, version, at)
            select ?::uuid, ?::uuid, fact, ?, 1, now() from unnest(?) fact
            on conflict (round, unit, fact) do update
               set value = excluded.value, version = bench_answer.version + 1, at = excluded.at
            """);
    this.journal =
        connection.prepareStatement(
            """
            insert into bench_journal (id, round, unit, fact, value, at)
            select gen_random_uuid(), ?::uuid, ?::uuid, fact, ?, now() from unnest(?) fact
            """);
  }

  @Override
  public boolean once() throws SQLException {
    value++;
    write(answers);
    write(journal);
    connection.commit();
    return true;
  }

  private void write(PreparedStatement statement) throws SQLException {
    statement.setString(1, round);
    statement.setString(2, unit);
    statement.setString(3, String.valueOf(value));
    statement.setArray(4, facts);
    statement.executeUpdate();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
