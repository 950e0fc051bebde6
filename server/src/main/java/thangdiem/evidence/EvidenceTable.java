package thangdiem.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of documents and of what they prove. */
@Component
class EvidenceTable {

  private static final String ITEM =
      """
      select item.id, item.round, item.unit, item.sha256, item.size, item.kind, item.flags,
             item.file_name, item.number, item.issuer, item.issued_on, item.subject,
             item.replaces, newer.id as replaced_by, item.at, account.name as by_name,
             item.withdrawn_at, item.version, item.confidential
        from evidence_item item
        join account on account.id = item.by_account
        left join evidence_item newer on newer.replaces = item.id and newer.withdrawn_at is null
      """;

  private final JdbcClient sql;

  EvidenceTable(JdbcClient sql) {
    this.sql = sql;
  }

  /** The documents of a unit that are not withdrawn, the latest first. */
  List<EvidenceItem> of(UUID round, UUID unit) {
    var cited =
        citations(
            sql.sql(
                    """
                    select citation.item, citation.about, citation.code, citation.pages
                      from evidence_citation citation
                      join evidence_item item on item.id = citation.item
                     where item.round = :round and item.unit = :unit
                     order by citation.about desc, citation.code
                    """)
                .param("round", round)
                .param("unit", unit));
    return sql.sql(
            ITEM
                + """
                 where item.round = :round and item.unit = :unit and item.withdrawn_at is null
                 order by item.at desc, item.id
                """)
        .param("round", round)
        .param("unit", unit)
        .query((row, _) -> item(row, cited))
        .list();
  }

  /** The same of every unit of a round, in two questions however many they are. */
  Map<UUID, List<EvidenceItem>> of(UUID round) {
    var cited =
        citations(
            sql.sql(
                    """
                    select citation.item, citation.about, citation.code, citation.pages
                      from evidence_citation citation
                      join evidence_item item on item.id = citation.item
                     where item.round = :round
                     order by citation.about desc, citation.code
                    """)
                .param("round", round));
    return sql
        .sql(
            ITEM
                + """
                 where item.round = :round and item.withdrawn_at is null
                 order by item.at desc, item.id
                """)
        .param("round", round)
        .query((row, _) -> item(row, cited))
        .list()
        .stream()
        .collect(Collectors.groupingBy(EvidenceItem::unit));
  }

  Optional<EvidenceItem> item(UUID id) {
    var cited =
        citations(
            sql.sql(
                    """
                    select item, about, code, pages from evidence_citation
                     where item = :id order by about desc, code
                    """)
                .param("id", id));
    return sql.sql(ITEM + " where item.id = :id")
        .param("id", id)
        .query((row, _) -> item(row, cited))
        .optional();
  }

  private static Map<UUID, List<Citation>> citations(JdbcClient.StatementSpec query) {
    var cited = new HashMap<UUID, List<Citation>>();
    query.query(row -> {
      cited
          .computeIfAbsent(row.getObject("item", UUID.class), _ -> new ArrayList<>())
          .add(
              new Citation(
                  new Citation.About(
                      Citation.Of.valueOf(row.getString("about")), row.getString("code")),
                  row.getString("pages")));
    });
    return cited;
  }

  private static EvidenceItem item(ResultSet row, Map<UUID, List<Citation>> cited)
      throws SQLException {
    var id = row.getObject("id", UUID.class);
    return new EvidenceItem(
        id,
        row.getObject("round", UUID.class),
        row.getObject("unit", UUID.class),
        row.getString("sha256"),
        row.getInt("size"),
        Kind.valueOf(row.getString("kind")),
        flags(row.getString("flags")),
        row.getString("file_name"),
        new Description(
            row.getString("number"),
            row.getString("issuer"),
            Optional.ofNullable(row.getObject("issued_on", LocalDate.class)),
            row.getString("subject")),
        Optional.ofNullable(row.getObject("replaces", UUID.class)),
        Optional.ofNullable(row.getObject("replaced_by", UUID.class)),
        row.getObject("at", OffsetDateTime.class),
        row.getString("by_name"),
        row.getObject("withdrawn_at") != null,
        row.getInt("version"),
        cited.getOrDefault(id, List.of()),
        Optional.ofNullable(row.getString("confidential")));
  }

  private static Set<Flag> flags(String text) {
    return text.isEmpty()
        ? Set.of()
        : Arrays.stream(text.split(" ")).map(Flag::valueOf).collect(Collectors.toUnmodifiableSet());
  }

  /** Until the end of the transaction nobody else adds a document of this unit. */
  void lock(UUID round, UUID unit) {
    sql.sql("select 1 from pg_advisory_xact_lock(hashtextextended(:place, 16))")
        .param("place", round + "/" + unit)
        .query(Integer.class)
        .single();
  }

  /** How many bytes the documents of a unit have. */
  long bytes(UUID round, UUID unit) {
    return sql.sql(
            """
            select coalesce(sum(size), 0) from evidence_item
             where round = :round and unit = :unit and withdrawn_at is null
            """)
        .param("round", round)
        .param("unit", unit)
        .query(Long.class)
        .single();
  }

  /** The document of a unit with these bytes. */
  Optional<UUID> withBytes(UUID round, UUID unit, String sha256) {
    return sql.sql(
            """
            select id from evidence_item
             where round = :round and unit = :unit and sha256 = :sha256 and withdrawn_at is null
            """)
        .param("round", round)
        .param("unit", unit)
        .param("sha256", sha256)
        .query(UUID.class)
        .optional();
  }

  void add(
      UUID id,
      UUID round,
      UUID unit,
      ArrivedFile file,
      Verdict.Taken taken,
      Optional<UUID> replaces,
      UUID by) {
    sql.sql(
            """
            insert into evidence_item
                   (id, round, unit, sha256, size, kind, flags, file_name, replaces, at, by_account)
            values (:id, :round, :unit, :sha256, :size, :kind, :flags, :name, :replaces,
                    now_effective(), :by)
            """)
        .param("id", id)
        .param("round", round)
        .param("unit", unit)
        .param("sha256", file.sha256())
        .param("size", file.size())
        .param("kind", taken.kind().name())
        .param(
            "flags",
            taken.flags().stream().map(Flag::name).sorted().collect(Collectors.joining(" ")))
        .param("name", file.name())
        .param("replaces", replaces.orElse(null))
        .param("by", by)
        .update();
  }

  /** A newer version proves what the one before it did, and says the same of itself. */
  void takeOver(UUID from, UUID to) {
    sql.sql(
            """
            insert into evidence_citation (item, about, code, pages)
            select :to, about, code, pages from evidence_citation where item = :from
            """)
        .param("from", from)
        .param("to", to)
        .update();
    sql.sql(
            """
            update evidence_item newer
               set number = older.number, issuer = older.issuer, issued_on = older.issued_on,
                   subject = older.subject, confidential = older.confidential
              from evidence_item older
             where newer.id = :to and older.id = :from
            """)
        .param("from", from)
        .param("to", to)
        .update();
  }

  /** Says what the document says of itself; false when somebody else has changed it meanwhile. */
  boolean describe(UUID id, int version, Description description) {
    return sql.sql(
                """
                update evidence_item
                   set number = :number, issuer = :issuer, issued_on = :issuedOn,
                       subject = :subject, version = version + 1
                 where id = :id and version = :version and withdrawn_at is null
                """)
            .param("id", id)
            .param("version", version)
            .param("number", description.number())
            .param("issuer", description.issuer())
            .param("issuedOn", description.issuedOn().orElse(null))
            .param("subject", description.subject())
            .update()
        == 1;
  }

  /**
   * Says why the public may not read of it, or that it may; false when it has changed meanwhile.
   */
  boolean keepFromPublic(UUID id, int version, Optional<String> because) {
    return sql.sql(
                """
                update evidence_item set confidential = :because, version = version + 1
                 where id = :id and version = :version and withdrawn_at is null
                """)
            .param("id", id)
            .param("version", version)
            .param("because", because.orElse(null))
            .update()
        == 1;
  }

  /** Takes a document back; false when it already is. */
  boolean withdraw(UUID id, UUID by) {
    return sql.sql(
                """
                update evidence_item
                   set withdrawn_at = now_effective(), withdrawn_by = :by
                 where id = :id and withdrawn_at is null
                """)
            .param("id", id)
            .param("by", by)
            .update()
        == 1;
  }

  void cite(UUID item, Citation citation) {
    sql.sql(
            """
            insert into evidence_citation (item, about, code, pages)
            values (:item, :about, :code, :pages)
            on conflict (item, about, code) do update set pages = excluded.pages
            """)
        .param("item", item)
        .param("about", citation.about().of().name())
        .param("code", citation.about().code())
        .param("pages", citation.pages())
        .update();
  }

  /** Takes a citation back; false where there is none. */
  boolean uncite(UUID item, Citation.About about) {
    return sql.sql(
                """
                delete from evidence_citation
                 where item = :item and about = :about and code = :code
                """)
            .param("item", item)
            .param("about", about.of().name())
            .param("code", about.code())
            .update()
        == 1;
  }

  /**
   * The same bytes, or a document of the same number, date and issuer, as evidence of other units,
   * or of this one in other rounds.
   */
  List<Elsewhere> elsewhere(UUID round, UUID unit, Collection<String> hashes) {
    return sql.sql(
            """
            with own as (
              select sha256, replace(lower(number), ' ', '') as number, lower(issuer) as issuer,
                     issued_on
                from evidence_item
               where round = :round and unit = :unit and withdrawn_at is null
                 and sha256 = any (:hashes)),
            alike as (
              select hash as sha256, 1 as surety, item.id
                from unnest(:hashes::text[]) hash
                join evidence_item item on item.sha256 = hash
              union all
              select hash, 2, item.id
                from unnest(:hashes::text[]) hash
                join evidence_text said on said.sha256 = hash and said.text_sha256 <> ''
                join evidence_text other
                  on other.text_sha256 = said.text_sha256 and other.sha256 <> said.sha256
                join evidence_item item on item.sha256 = other.sha256
              union all
              select own.sha256, 3, item.id
                from own
                join evidence_item item
                  on item.issued_on = own.issued_on and item.sha256 <> own.sha256
                 and replace(lower(item.number), ' ', '') = own.number
                 and (lower(item.issuer) = own.issuer or item.issuer = '' or own.issuer = '')
               where own.number <> ''),
            surest as (select sha256, id, min(surety) as surety from alike group by sha256, id)
            select alike.sha256, (array['BYTES', 'TEXT', 'NUMBER'])[alike.surety] as likeness,
                   item.id as item, round.year, round_unit.name as unit, item.file_name
              from surest alike
              join evidence_item item on item.id = alike.id
              join round on round.id = item.round
              join round_unit on round_unit.round = item.round and round_unit.unit = item.unit
             where item.withdrawn_at is null and (item.round, item.unit) <> (:round, :unit)
             order by alike.surety, round.year desc, round_unit.ordinal
            """)
        .param("round", round)
        .param("unit", unit)
        .param("hashes", hashes.toArray(String[]::new))
        .query(Elsewhere.class)
        .list();
  }
}
