package thangdiem.inspection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of photographs and of why some were withdrawn; they are only ever added. */
@Component
class PhotoTable {

  private final JdbcClient sql;

  PhotoTable(JdbcClient sql) {
    this.sql = sql;
  }

  /** Those that stand. */
  List<Visit.Photo> of(UUID round, UUID unit) {
    return sql.sql(
            """
            select photo.id, photo.fact, photo.caption, photo.taken_at, photo.sha256, photo.at,
                   account.name as by
              from inspection_photo photo join account on account.id = photo.by_account
             where photo.round = :round and photo.unit = :unit
               and not exists (select from inspection_withdrawal gone
                                where gone.photo = photo.id)
             order by photo.taken_at, photo.id
            """)
        .param("round", round)
        .param("unit", unit)
        .query((row, _) -> photo(row))
        .list();
  }

  private static Visit.Photo photo(ResultSet row) throws SQLException {
    return new Visit.Photo(
        row.getObject("id", UUID.class),
        row.getString("fact"),
        row.getString("caption"),
        row.getObject("taken_at", OffsetDateTime.class),
        row.getString("sha256"),
        row.getObject("at", OffsetDateTime.class),
        row.getString("by"));
  }

  /** Those that were withdrawn, the earlier first. */
  List<Visit.Withdrawn> withdrawn(UUID round, UUID unit) {
    return sql.sql(
            """
            select photo.id, photo.fact, photo.caption, photo.taken_at, photo.sha256, photo.at,
                   account.name as by, gone.words, gone.at as gone_at, withdrawer.name as gone_by
              from inspection_withdrawal gone
              join inspection_photo photo on photo.id = gone.photo
              join account on account.id = photo.by_account
              join account withdrawer on withdrawer.id = gone.by_account
             where gone.round = :round and gone.unit = :unit
             order by gone.at, photo.id
            """)
        .param("round", round)
        .param("unit", unit)
        .query((row, _) ->
            new Visit.Withdrawn(
                photo(row),
                row.getString("words"),
                row.getObject("gone_at", OffsetDateTime.class),
                row.getString("gone_by")))
        .list();
  }

  void withdraw(Visit visit, UUID photo, String words) {
    sql.sql(
            """
            insert into inspection_withdrawal (photo, round, unit, words, at, by_account)
            values (:photo, :round, :unit, :words, now_effective(), :by)
            """)
        .param("photo", photo)
        .param("round", visit.round().id())
        .param("unit", visit.unit().unit())
        .param("words", words)
        .param("by", visit.reader())
        .update();
  }

  /** Keeps a photograph; false when it is kept already. */
  boolean keep(Visit visit, Visit.Photo photo, byte[] bytes) {
    sql.sql(
            """
            insert into inspection_picture (sha256, bytes) values (:sha256, :bytes)
            on conflict do nothing
            """)
        .param("sha256", photo.sha256())
        .param("bytes", bytes)
        .update();
    return sql.sql(
                """
                insert into inspection_photo
                       (id, round, unit, fact, caption, taken_at, sha256, size, at, by_account)
                values (:id, :round, :unit, :fact, :caption, :taken, :sha256, :size,
                        now_effective(), :by)
                on conflict do nothing
                """)
            .param("id", photo.id())
            .param("round", visit.round().id())
            .param("unit", visit.unit().unit())
            .param("fact", photo.fact())
            .param("caption", photo.caption())
            .param("taken", photo.takenAt())
            .param("sha256", photo.sha256())
            .param("size", bytes.length)
            .param("by", visit.reader())
            .update()
        == 1;
  }

  /** Where a photograph was taken. */
  Optional<PlanTable.Ahead> placeOf(UUID photo) {
    return sql.sql(
            """
            select round.year || case when round.rehearsal then '-dien-tap' else '' end as round,
                   part.code as unit
              from inspection_photo photo
              join round on round.id = photo.round
              join round_unit part on part.round = photo.round and part.unit = photo.unit
             where photo.id = :photo
            """)
        .param("photo", photo)
        .query(PlanTable.Ahead.class)
        .optional();
  }

  byte[] picture(String sha256) {
    return sql.sql("select bytes from inspection_picture where sha256 = :sha256")
        .param("sha256", sha256)
        .query(byte[].class)
        .single();
  }
}
