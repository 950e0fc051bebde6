package thangdiem.inspection;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of what was noted on a visit; they are only ever added. */
@Component
class VisitTable {

  private final JdbcClient sql;

  VisitTable(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * Nobody notes, photographs, signs or closes anything of this unit until the transaction ends.
   */
  void lock(UUID round, UUID unit) {
    sql.sql("select 1 from round_unit where round = :round and unit = :unit for update")
        .param("round", round)
        .param("unit", unit)
        .query(Integer.class)
        .single();
  }

  Map<String, Visit.Entry> entries(UUID round, UUID unit) {
    var entries = new LinkedHashMap<String, Visit.Entry>();
    sql.sql(
            """
            select entry.field, entry.version, entry.value, entry.noted_at, account.name as by
              from inspection_entry entry join account on account.id = entry.by_account
             where entry.round = :round and entry.unit = :unit
             order by entry.version
            """)
        .param("round", round)
        .param("unit", unit)
        .query(Visit.Entry.class)
        .list()
        .forEach(entry -> entries.put(entry.field(), entry));
    return entries;
  }

  /** What stands in the fields of all visits of a round, by unit. */
  Map<UUID, Map<String, String>> noted(UUID round) {
    var noted = new HashMap<UUID, Map<String, String>>();
    sql.sql(
            """
            select unit, field, value from inspection_entry where round = :round order by version
            """)
        .param("round", round)
        .query((row, _) ->
            noted
                .computeIfAbsent(row.getObject("unit", UUID.class), _ -> new HashMap<>())
                .put(row.getString("field"), row.getString("value")))
        .list();
    return noted;
  }

  /** The version that an entry of that identifier became. */
  Optional<Integer> versionOf(UUID round, UUID unit, UUID id) {
    return sql.sql(
            """
            select version from inspection_entry
             where id = :id and round = :round and unit = :unit
            """)
        .param("id", id)
        .param("round", round)
        .param("unit", unit)
        .query(Integer.class)
        .optional();
  }

  void note(Visit visit, UUID id, String field, int version, String value, OffsetDateTime at) {
    sql.sql(
            """
            insert into inspection_entry
                   (id, round, unit, field, version, value, noted_at, at, by_account)
            values (:id, :round, :unit, :field, :version, :value, :noted, now_effective(), :by)
            """)
        .param("id", id)
        .param("round", visit.round().id())
        .param("unit", visit.unit().unit())
        .param("field", field)
        .param("version", version)
        .param("value", value)
        .param("noted", at)
        .param("by", visit.reader())
        .update();
  }

  List<Visit.Signature> signatures(UUID round, UUID unit) {
    return sql.sql(
            """
            select id, side, name, post, strokes, sha256, signed_at from inspection_signature
             where round = :round and unit = :unit
             order by at, id
            """)
        .param("round", round)
        .param("unit", unit)
        .query(Visit.Signature.class)
        .list();
  }

  /** Keeps a signature; false when it is kept already. */
  boolean sign(Visit visit, Visit.Signature signature) {
    return sql.sql(
                """
                insert into inspection_signature
                       (id, round, unit, side, name, post, strokes, sha256, signed_at, at,
                        by_account)
                values (:id, :round, :unit, :side, :name, :post, :strokes, :sha256, :signed,
                        now_effective(), :by)
                on conflict do nothing
                """)
            .param("id", signature.id())
            .param("round", visit.round().id())
            .param("unit", visit.unit().unit())
            .param("side", signature.side().name())
            .param("name", signature.name())
            .param("post", signature.post())
            .param("strokes", signature.strokes())
            .param("sha256", signature.sha256())
            .param("signed", signature.signedAt())
            .param("by", visit.reader())
            .update()
        == 1;
  }

  Optional<Visit.Closed> closed(UUID round, UUID unit) {
    return sql.sql(
            """
            select minutes.sha256, minutes.docx_sha256, minutes.pdf_sha256, minutes.at,
                   account.name as by
              from inspection_minutes minutes join account on account.id = minutes.by_account
             where minutes.round = :round and minutes.unit = :unit
            """)
        .param("round", round)
        .param("unit", unit)
        .query(Visit.Closed.class)
        .optional();
  }

  void close(Visit visit, Minutes.Files files) {
    sql.sql(
            """
            insert into inspection_minutes (round, unit, sha256, docx, pdf, docx_sha256,
                   pdf_sha256, at, by_account)
            values (:round, :unit, :sha256, :docx, :pdf, :docxSha256, :pdfSha256,
                    now_effective(), :by)
            """)
        .param("round", visit.round().id())
        .param("unit", visit.unit().unit())
        .param("sha256", visit.sha256())
        .param("docx", files.docx())
        .param("pdf", files.pdf())
        .param("docxSha256", files.docxSha256())
        .param("pdfSha256", files.pdfSha256())
        .param("by", visit.reader())
        .update();
  }

  byte[] docx(UUID round, UUID unit) {
    return sql.sql("select docx from inspection_minutes where round = :round and unit = :unit")
        .param("round", round)
        .param("unit", unit)
        .query(byte[].class)
        .single();
  }

  byte[] pdf(UUID round, UUID unit) {
    return sql.sql("select pdf from inspection_minutes where round = :round and unit = :unit")
        .param("round", round)
        .param("unit", unit)
        .query(byte[].class)
        .single();
  }
}
