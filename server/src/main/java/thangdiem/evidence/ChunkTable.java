package thangdiem.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of bytes, under their SHA-256, a megabyte each. */
@Component
class ChunkTable {

  private static final int CHUNK = 1 << 20;

  private final JdbcClient sql;

  ChunkTable(JdbcClient sql) {
    this.sql = sql;
  }

  /** Until the end of the transaction nobody else adds or removes these bytes. */
  void lock(String sha256) {
    sql.sql("select 1 from pg_advisory_xact_lock(hashtextextended(:sha256, 15))")
        .param("sha256", sha256)
        .query(Integer.class)
        .single();
  }

  /** Stores the bytes of a file, unless they are there. */
  void store(String sha256, Path file) {
    try (var bytes = Files.newInputStream(file)) {
      for (int number = 0; put(sha256, number, bytes.readNBytes(CHUNK)); number++) {}
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean put(String sha256, int number, byte[] bytes) {
    if (bytes.length == 0) {
      return false;
    }
    sql.sql(
            """
            insert into evidence_chunk (sha256, number, bytes) values (:sha256, :number, :bytes)
            on conflict do nothing
            """)
        .param("sha256", sha256)
        .param("number", number)
        .param("bytes", bytes)
        .update();
    return bytes.length == CHUNK;
  }

  /** The bytes, of which one chunk is in memory at a time. */
  InputStream open(String sha256) {
    int count =
        sql.sql("select count(*) from evidence_chunk where sha256 = :sha256")
            .param("sha256", sha256)
            .query(Integer.class)
            .single();
    return new InPieces(count, number -> chunk(sha256, number).orElseGet(() -> new byte[0]));
  }

  private Optional<byte[]> chunk(String sha256, int number) {
    return sql.sql("select bytes from evidence_chunk where sha256 = :sha256 and number = :number")
        .param("sha256", sha256)
        .param("number", number)
        .query((row, _) -> row.getBytes("bytes"))
        .optional();
  }

  /** Removes bytes that no document has any more. */
  void removeUnused(String sha256) {
    sql.sql(
            """
            delete from evidence_chunk
             where sha256 = :sha256 and not exists (
               select from evidence_item
                where evidence_item.sha256 = evidence_chunk.sha256 and withdrawn_at is null)
            """)
        .param("sha256", sha256)
        .update();
  }
}
