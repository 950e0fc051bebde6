package thangdiem.evidence;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of what was found in evidence, and of its pages. */
@Component
class InspectionTable {

  private final JdbcClient sql;

  InspectionTable(JdbcClient sql) {
    this.sql = sql;
  }

  Optional<Inspection> of(String sha256) {
    return sql.sql("select pages, report from evidence_inspection where sha256 = :sha256")
        .param("sha256", sha256)
        .query((row, _) -> Inspection.read(row.getInt("pages"), row.getString("report")))
        .optional();
  }

  void put(String sha256, int pages, String report) {
    sql.sql(
            """
            insert into evidence_inspection (sha256, pages, report, at)
            values (:sha256, :pages, :report, now_effective())
            on conflict (sha256) do update
              set pages = excluded.pages, report = excluded.report, at = excluded.at
            """)
        .param("sha256", sha256)
        .param("pages", pages)
        .param("report", report)
        .update();
  }

  /**
   * Remembers what a document says.
   *
   * @param hash empty where it has too few words to tell it by
   */
  void putText(String sha256, String hash) {
    sql.sql(
            """
            insert into evidence_text (sha256, text_sha256) values (:sha256, :hash)
            on conflict (sha256) do update set text_sha256 = excluded.text_sha256
            """)
        .param("sha256", sha256)
        .param("hash", hash)
        .update();
  }

  /** Documents whose words nobody has read yet, one for each file. */
  List<UUID> unread(int most) {
    return sql.sql(
            """
            select distinct on (item.sha256) item.id from evidence_item item
             where item.kind = 'PDF' and item.withdrawn_at is null
               and not exists (select from evidence_text said where said.sha256 = item.sha256)
             order by item.sha256 limit :most
            """)
        .param("most", most)
        .query(UUID.class)
        .list();
  }

  /** Nothing is remembered of what every unit has withdrawn. */
  void forgetTexts() {
    sql.sql(
            """
            delete from evidence_text said
             where not exists (select from evidence_item item
                                where item.sha256 = said.sha256 and item.withdrawn_at is null)
            """)
        .update();
  }

  Optional<byte[]> page(String sha256, int page) {
    return sql.sql("select png from evidence_preview where sha256 = :sha256 and page = :page")
        .param("sha256", sha256)
        .param("page", page)
        .query((row, _) -> row.getBytes("png"))
        .optional();
  }

  void putPage(String sha256, int page, byte[] png) {
    sql.sql(
            """
            insert into evidence_preview (sha256, page, png) values (:sha256, :page, :png)
            on conflict do nothing
            """)
        .param("sha256", sha256)
        .param("page", page)
        .param("png", png)
        .update();
  }
}
