package thangdiem.round;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of results, each file as the bytes that are handed out. */
@Component
class ResultTable {

  private final JdbcClient sql;

  ResultTable(JdbcClient sql) {
    this.sql = sql;
  }

  void add(UUID round, byte[] results, String sha256, byte[] workbook, byte[] bundle) {
    sql.sql(
            """
            insert into round_result (round, results, sha256, workbook, bundle, at)
            values (:round, :results, :sha256, :workbook, :bundle, now_effective())
            """)
        .param("round", round)
        .param("results", results)
        .param("sha256", sha256)
        .param("workbook", workbook)
        .param("bundle", bundle)
        .update();
  }

  /** The rounds that have a result. */
  List<UUID> rounds() {
    return sql.sql("select round from round_result").query(UUID.class).list();
  }

  Optional<String> sha256(UUID round) {
    return sql.sql("select sha256 from round_result where round = :round")
        .param("round", round)
        .query(String.class)
        .optional();
  }

  Optional<byte[]> results(UUID round) {
    return sql.sql("select results from round_result where round = :round")
        .param("round", round)
        .query(byte[].class)
        .optional();
  }

  Optional<byte[]> workbook(UUID round) {
    return sql.sql("select workbook from round_result where round = :round")
        .param("round", round)
        .query(byte[].class)
        .optional();
  }

  Optional<byte[]> bundle(UUID round) {
    return sql.sql("select bundle from round_result where round = :round")
        .param("round", round)
        .query(byte[].class)
        .optional();
  }
}
