package thangdiem.evidence;

import java.util.Optional;
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
