package thangdiem.evidence;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of files that have not arrived whole yet. */
@Component
class PieceTable {

  private final JdbcClient sql;

  PieceTable(JdbcClient sql) {
    this.sql = sql;
  }

  int count(UUID account, UUID round, UUID unit, String sha256) {
    return sql.sql(
            """
            select count(*) from evidence_piece
             where account = :account and round = :round and unit = :unit and sha256 = :sha256
            """)
        .param("account", account)
        .param("round", round)
        .param("unit", unit)
        .param("sha256", sha256)
        .query(Integer.class)
        .single();
  }

  int megabytesOnTheirWay(UUID account) {
    return sql.sql("select count(*) from evidence_piece where account = :account")
        .param("account", account)
        .query(Integer.class)
        .single();
  }

  void put(UUID account, UUID round, UUID unit, String sha256, int number, byte[] bytes) {
    sql.sql(
            """
            insert into evidence_piece (account, round, unit, sha256, number, bytes, at)
            values (:account, :round, :unit, :sha256, :number, :bytes, now_effective())
            on conflict do nothing
            """)
        .param("account", account)
        .param("round", round)
        .param("unit", unit)
        .param("sha256", sha256)
        .param("number", number)
        .param("bytes", bytes)
        .update();
  }

  Optional<byte[]> bytes(UUID account, UUID round, UUID unit, String sha256, int number) {
    return sql.sql(
            """
            select bytes from evidence_piece
             where account = :account and round = :round and unit = :unit and sha256 = :sha256
               and number = :number
            """)
        .param("account", account)
        .param("round", round)
        .param("unit", unit)
        .param("sha256", sha256)
        .param("number", number)
        .query((row, _) -> row.getBytes("bytes"))
        .optional();
  }

  void forget(UUID account, String sha256) {
    sql.sql("delete from evidence_piece where account = :account and sha256 = :sha256")
        .param("account", account)
        .param("sha256", sha256)
        .update();
  }

  /** What nobody has gone on with for a day. */
  void forgetOld() {
    sql.sql("delete from evidence_piece where at < now_effective() - interval '1 day'").update();
  }
}
