package thangdiem.rights;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.Papers;
import thangdiem.Province;
import thangdiem.QuietDatabase;
import thangdiem.Visitor;
import thangdiem.audit.Role;
import thangdiem.exchange.AnswersJson;
import thangdiem.exchange.Bundle;
import thangdiem.exchange.CriteriaSource;
import thangdiem.exchange.Publication;
import thangdiem.exchange.Sha256;
import thangdiem.orgunit.OrgUnits;
import thangdiem.proof.NoteSigner;
import thangdiem.round.Phase;
import thangdiem.round.RoundSetup;
import thangdiem.round.Rounds;
import thangdiem.scoring.Answers;
import thangdiem.scoring.UnitAnswers;

/**
 * The given of the tests that walk over all routes: somebody of each role in one unit, somebody of
 * another unit, and a round in each phase. Made once; {@link Rows#restore} leads back to it.
 */
@Component
public final class Situation {

  private static final int YEAR_OF_THE_DRAFT = 2038;
  private static final String SESSION = "phien";

  private final Province province;
  private final Rounds rounds;
  private final RoundSetup setup;
  private final OrgUnits units;
  private final JdbcClient sql = QuietDatabase.superuser();
  private final Map<Phase, String> keys = new EnumMap<>(Phase.class);
  private final List<Caller> callers = new ArrayList<>();
  private Rows rows;
  private UUID unit;
  private UUID otherUnit;
  private Province.Somebody spare;
  private Province.Somebody councillor;
  private UUID guest;
  private String code;

  Situation(Province province, Rounds rounds, RoundSetup setup, OrgUnits units) {
    this.province = province;
    this.rounds = rounds;
    this.setup = setup;
    this.units = units;
  }

  /** Makes all of it, once a process; later tests find it as it was. */
  synchronized Situation begun(int port) {
    if (rows == null) {
      if (unit != null) {
        throw new IllegalStateException(
            "the given could not be made; see the first test's failure");
      }
      unit = province.agency("Sở Thử nghiệm");
      otherUnit = province.agency("Sở Khác");
      spare = province.somebody(Role.CLERK, otherUnit);
      var people = Stream.of(Role.values()).map(role -> province.somebody(role, unit)).toList();
      makeRounds(province.actor(people.get(Role.ORGANISER.ordinal())));
      Stream.concat(people.stream(), Stream.of(spare))
          .forEach(somebody -> {
            nudged(somebody);
            holdingAPasskey(somebody);
          });
      proposedToExtend(spare);
      claimed();
      takenBack(people.get(Role.HEAD.ordinal()));
      attached(people.get(Role.CLERK.ordinal()));
      attached(spare);
      collects(people.get(Role.CLERK.ordinal()));
      collects(spare);
      inspected(people.get(Role.INSPECTOR.ordinal()), unit);
      inspected(people.get(Role.INSPECTOR.ordinal()), otherUnit);
      councillor = province.somebody(Role.COUNCIL_MEMBER, otherUnit);
      sits(people);
      deducted(unit, people.get(Role.CLERK.ordinal()));
      deducted(otherUnit, spare);
      province.somebody(Role.VERIFIER, otherUnit);
      verified(people.get(Role.VERIFIER.ordinal()));
      callers.add(caller(port, Optional.empty(), Optional.empty()));
      for (var role : Role.values()) {
        callers.add(caller(port, Optional.of(role), Optional.of(people.get(role.ordinal()))));
      }
      invite();
      rows = new Rows();
      rows.keep();
    }
    return this;
  }

  /** A round in each phase; how it came there is another test's matter. */
  private void makeRounds(thangdiem.audit.Actor organiser) {
    var source = CriteriaSource.read("hau-giang-ict/2017", List.of(Path.of("../criteria")));
    for (var phase : Phase.values()) {
      var round = rounds.draft(organiser, YEAR_OF_THE_DRAFT - phase.ordinal(), false, source);
      setup.setUnits(
          organiser,
          round,
          units.all().stream().filter(one -> one.rankingGroup().isPresent()).toList());
      sql.sql("update round set phase = :phase where id = :round")
          .param("phase", phase.name())
          .param("round", round.id())
          .update();
      keys.put(phase, round.key());
    }
  }

  /** Somebody of the unit who holds a code that they have not used. */
  private void invite() {
    var page =
        of(Role.ADMINISTRATOR)
            .post(
                "/accounts/new",
                Map.of(
                    "name",
                    "Người Được Mời",
                    "unit",
                    one("select code from org_unit where id = ?", unit),
                    "role",
                    Role.CLERK.name(),
                    "login",
                    "nguoi-duoc-moi"))
            .body();
    var found = Pattern.compile("class=\"code\">([A-Z2-9]{5})-([A-Z2-9]{5})<").matcher(page);
    if (!found.find()) {
      throw new AssertionError("no code on the page");
    }
    code = found.group(1) + found.group(2);
    guest = UUID.fromString(one("select id::text from account where login = 'nguoi-duoc-moi'"));
  }

  private void nudged(Province.Somebody somebody) {
    sql.sql(
            """
            insert into nudge (id, round, unit, account, at, by_account, message, email)
            select gen_random_uuid(), id, :unit, :account, now_effective(), :account, '', 'none'
              from round where phase = 'OPEN'
            """)
        .param("unit", somebody.unit())
        .param("account", somebody.account())
        .update();
  }

  private void proposedToExtend(Province.Somebody somebody) {
    sql.sql(
            """
            insert into extension_proposal
                   (id, round, unit, until_instant, reason, document, at, by_account)
            select gen_random_uuid(), id, :unit, timestamptz '2037-12-20 10:00Z', 'mất điện', '1/CV',
                   now_effective(), :account
              from round where year = :year
            """)
        .param("unit", somebody.unit())
        .param("account", somebody.account())
        .param("year", YEAR_OF_THE_DRAFT - Phase.OPEN.ordinal())
        .update();
  }

  /** Of the unit it is said that a criterion does not apply. */
  private void claimed() {
    sql.sql(
            """
            insert into not_applicable_claim (round, unit, code, reason, at, by_account)
            select round_unit.round, unit, 'I.4', 'không có', now_effective(), :account
              from round_unit join round on round.id = round_unit.round
             where unit = :unit and phase <> 'DRAFT'
            """)
        .param("account", spare.account())
        .param("unit", unit)
        .update();
  }

  /** In each round a report that was taken back, so that there is one to look at. */
  private void takenBack(Province.Somebody head) {
    sql.sql(
            """
            insert into submission (id, round, unit, version, request, answers, sha256, total,
                   grade, late, event, at, by_account, taken_back_at, taken_back_by)
            select gen_random_uuid(), round_unit.round, unit, 1, gen_random_uuid(), 'x', 'x', '700.00', 'Khá',
                   false, (select event from ledger_event order by at, event limit 1),
                   now_effective(), :account, now_effective(), :account
              from round_unit join round on round.id = round_unit.round
             where unit = :unit and phase <> 'DRAFT'
            """)
        .param("account", head.account())
        .param("unit", unit)
        .update();
  }

  /** Their unit has a document, cited for a fact. */
  private void attached(Province.Somebody somebody) {
    var id = UUID.randomUUID();
    var file = Papers.ofOnePage(somebody.login());
    sql.sql("insert into evidence_chunk (sha256, number, bytes) values (:sha256, 0, :bytes)")
        .param("sha256", Sha256.of(file))
        .param("bytes", file)
        .update();
    sql.sql(
            """
            insert into evidence_item
                   (id, round, unit, sha256, size, kind, file_name, at, by_account)
            select :id, id, :unit, :sha256, :size, 'PDF', 'bao-cao.pdf', now_effective(), :account
              from round where year = :year
            """)
        .param("id", id)
        .param("unit", somebody.unit())
        .param("sha256", Sha256.of(file))
        .param("size", file.length)
        .param("account", somebody.account())
        .param("year", YEAR_OF_THE_DRAFT - Phase.OPEN.ordinal())
        .update();
    sql.sql("insert into evidence_citation values (:id, 'FACT', 'staff', '1')")
        .param("id", id)
        .update();
  }

  /** Their unit asks itself for two facts, of which one is answered, in every round. */
  private void collects(Province.Somebody somebody) {
    Stream.of(
            """
            insert into collection (round, unit, due, note, at, by_account)
            select round_unit.round, unit, date '2037-12-01', '', now_effective(), :account
              from round_unit join round on round.id = round_unit.round
             where unit = :unit and phase <> 'DRAFT'
            """,
            """
            insert into collection_fact
            select round, unit, fact from collection, unnest(array['staff', 'computers']) fact
             where unit = :unit and :account is not null
            """,
            """
            insert into collection_sheet (round, unit, asked)
            select round, unit, unit from collection where unit = :unit and :account is not null
            """,
            """
            insert into collection_answer (round, unit, asked, fact, value, at, by_account)
            select round, unit, unit, 'staff', '12', now_effective(), :account
              from collection where unit = :unit
            """)
        .forEach(statement ->
            sql.sql(statement)
                .param("account", somebody.account())
                .param("unit", somebody.unit())
                .update());
  }

  /** In every round but a draft an incident was held against the unit, which it contests. */
  private void deducted(UUID unit, Province.Somebody clerk) {
    var capture = Papers.ofOnePage("Bài báo về " + unit);
    sql.sql("insert into deduction_capture (sha256, kind, bytes) values (:sha256, 'PDF', :bytes)")
        .param("sha256", Sha256.of(capture))
        .param("bytes", capture)
        .update();
    sql.sql(
            """
            insert into deduction (id, round, unit, kind, occasion, happened_on, words, capture,
                   file_name, at, by_account)
            select gen_random_uuid(), round_unit.round, unit, 'incident', 'https://bao.vn/' || code,
                   date '2017-11-02', 'trang bị chèn mã', :sha256, 'bai-bao.pdf', now_effective(),
                   :account
              from round_unit join round on round.id = round_unit.round
             where unit = :unit and phase <> 'DRAFT'
            """)
        .param("sha256", Sha256.of(capture))
        .param("account", spare.account())
        .param("unit", unit)
        .update();
    sql.sql(
            """
            insert into deduction_step
                   (id, deduction, unit, step, answer_by, words, at, by_account)
            select gen_random_uuid(), id, unit, 'NOTIFIED', date '2017-11-20', '', at, by_account
              from deduction where unit = :unit
            """)
        .param("unit", unit)
        .update();
    sql.sql(
            """
            insert into deduction_step (id, deduction, unit, step, accepts, words, at, by_account)
            select gen_random_uuid(), id, unit, 'EXPLAINED', false, 'không đúng', now_effective(),
                   :account
              from deduction where unit = :unit
            """)
        .param("account", clerk.account())
        .param("unit", unit)
        .update();
  }

  /**
   * The other unit has sent its report wherever it could, and all of it was given to a verifier.
   */
  private void verified(Province.Somebody verifier) {
    Stream.of(
            """
            update round_unit set submitted_at = now_effective()
              from round
             where round.id = round_unit.round and unit = :unit and :verifier is not null
               and phase not in ('DRAFT', 'OPEN')
            """,
            """
            insert into verification_task (round, unit, section, place, account, at, by_account)
            select round_unit.round, unit, section, 1, :verifier, now_effective(), :verifier
              from round_unit join round on round.id = round_unit.round
             cross join unnest(array['I', 'II', 'III', 'IV', 'V', 'VII']) section
             where unit = :unit and phase <> 'DRAFT'
            """)
        .forEach(statement ->
            sql.sql(statement)
                .param("unit", otherUnit)
                .param("verifier", verifier.account())
                .update());
  }

  /** In each round somebody is to inspect that unit, and has taken a photograph in one. */
  private void inspected(Province.Somebody inspector, UUID inspectedUnit) {
    Stream.of(
            """
            insert into inspection_choice (id, round, unit, chosen, reason, words, at, by_account)
            select gen_random_uuid(), round_unit.round, unit, true, 'OTHER', 'xem', now_effective(), :account
              from round_unit join round on round.id = round_unit.round
             where unit = :unit and phase <> 'DRAFT'
            """,
            """
            insert into inspection_plan (round, unit, version, starts, place, decision, at, by_account)
            select round, unit, 1, now_effective(), 'Trụ sở', '25/QĐ', now_effective(), :account
              from inspection_choice where unit = :unit
            """,
            """
            insert into inspection_member (round, unit, version, account, post)
            select round, unit, 1, :account, 'LEADER' from inspection_choice where unit = :unit
            """,
            """
            insert into inspection_item (round, unit, version, fact, declared, doubts)
            select round, unit, 1, 'computers', '12', 'LEAP'
              from inspection_choice where unit = :unit and :account is not null
            """,
            """
            insert into inspection_photo
                   (id, round, unit, fact, caption, taken_at, sha256, size, at, by_account)
            select gen_random_uuid(), choice.round, unit, '', '', now_effective(), 'x', 1,
                   now_effective(), :account
              from inspection_choice choice join round on round.id = choice.round
             where unit = :unit and phase in ('VERIFYING', 'EXPLAINING')
            """,
            """
            insert into inspection_picture (sha256, bytes)
            select 'x', decode('ffd8ffc0000b08000100010101110000ffd9', 'hex')
             where :account is not null and cast(:unit as uuid) is not null
            on conflict do nothing
            """)
        .forEach(statement ->
            sql.sql(statement)
                .param("account", inspector.account())
                .param("unit", inspectedUnit)
                .update());
  }

  /**
   * In every round a council sits over the other unit, one has voted; what was adopted is being
   * corrected.
   */
  private void sits(List<Province.Somebody> people) {
    var chair = people.get(Role.CHAIRMAN.ordinal());
    var secretary = people.get(Role.COUNCIL_SECRETARY.ordinal());
    appointed(chair, "CHAIR");
    appointed(people.get(Role.COUNCIL_MEMBER.ordinal()), "MEMBER");
    appointed(secretary, "SECRETARY");
    Stream.of(
            """
            insert into council_session
                   (id, round, number, held_on, place, at, by_account, opened_at, opened_by)
            select gen_random_uuid(), id, 1, date '2038-02-20', 'Phòng họp', now_effective(),
                   :account, now_effective(), :account
              from round where phase <> 'DRAFT' and :unit is not null
            """,
            """
            insert into council_presence (id, session, account, present, at, by_account)
            select gen_random_uuid(), session.id, member.account, true, now_effective(), :account
              from council_session session join council_member member on member.round = session.round
             where :unit is not null
            """,
            """
            insert into council_item
                   (id, round, session, unit, code, source, words, at, by_account)
            select gen_random_uuid(), round, id, :unit, 'I.1', 'PERSON', 'xem lại', now_effective(),
                   :account
              from council_session
            """,
            """
            insert into council_motion
                   (id, item, round, unit, code, kind, ground, words, at, by_account)
            select gen_random_uuid(), id, round, unit, code, 'KEEP', '', 'đúng rồi', now_effective(),
                   :account
              from council_item where unit = :unit
            """)
        .forEach(statement ->
            sql.sql(statement)
                .param("account", secretary.account())
                .param("unit", otherUnit)
                .update());
    List.of(Phase.ADOPTED, Phase.PUBLISHED).forEach(phase -> adopted(phase, secretary));
    published();
    sql.sql(
            """
            insert into concern (id, reference, round, version, unit, code, words, source, contact,
                   language, at)
            select gen_random_uuid(), '0123456789AB', round, version, :unit, 'I.1', 'chỉ có 5 máy',
                   '', '0912345678', 'vi', now_effective()
              from publication
            """)
        .param("unit", otherUnit)
        .update();
    sql.sql(
            """
            insert into council_vote (id, motion, unit, choice, at, by_account)
            select gen_random_uuid(), id, unit, 'FOR', now_effective(), :account from council_motion
            """)
        .param("account", chair.account())
        .update();
    sql.sql(
            """
            insert into correction (id, round, unit, code, kind, document, document_on, ground,
                   words, base, at, by_account)
            select gen_random_uuid(), round, :unit, 'I.1', 'CLAIM_APPROVED', '1/QĐ-HĐ',
                   date '2038-03-01', 'OTHER', 'không có máy tính', 1, now_effective(), :account
              from adoption
            """)
        .param("unit", otherUnit)
        .param("account", councillor.account())
        .update();
  }

  /** Adopted is that nobody has answered anything. */
  private void adopted(Phase phase, Province.Somebody secretary) {
    var round = rounds.named(keys.get(phase));
    var source = rounds.source(round);
    var set = source.file().set();
    var answers =
        new Answers(
            set.id(),
            set.year(),
            "",
            List.of(),
            rounds.units(round).stream()
                .map(one -> UnitAnswers.noReport(one.code(), one.name(), one.group()))
                .toList());
    var computed = thangdiem.exchange.Round.of(source, answers, rounds.policy(round));
    var results = Bundle.results(computed);
    var json = new ByteArrayOutputStream();
    AnswersJson.write(json, answers);
    var bundle = new ByteArrayOutputStream();
    try {
      Bundle.write(bundle, computed, results);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    sql.sql(
            """
            insert into adoption (round, version, answers, bundle, sha256, results_sha256,
                   criteria_sha256, motion, at, by_account)
            select id, 1, :answers, :bundle, encode(sha256(:bundle), 'hex'), :results,
                   criteria_sha256, gen_random_uuid(), now_effective(), :account
              from round where id = :round
            """)
        .param("answers", json.toByteArray())
        .param("bundle", bundle.toByteArray())
        .param("results", Sha256.of(results))
        .param("account", secretary.account())
        .param("round", round.id())
        .update();
  }

  /** What was adopted is public, with nothing between the columns. */
  private void published() {
    var round = rounds.named(keys.get(Phase.PUBLISHED));
    var adopted =
        sql.sql("select answers, bundle, by_account from adoption where round = :round")
            .param("round", round.id())
            .query()
            .singleRow();
    var publication = new ByteArrayOutputStream();
    var at = rounds.now().withNano(0);
    new Publication(
            round.key(),
            round.year(),
            1,
            round.name(),
            "Ủy ban nhân dân tỉnh Thử",
            new Publication.Decision("519/QĐ-UBND", at.toLocalDate()),
            at,
            at,
            Optional.empty(),
            false,
            true)
        .write(publication);
    var columns = (byte[]) adopted.get("answers");
    var none = "[]".getBytes(StandardCharsets.UTF_8);
    var bundle = new ByteArrayOutputStream();
    try {
      Bundle.publish(
          bundle,
          (byte[]) adopted.get("bundle"),
          Map.of(
              "publication.json",
              publication.toByteArray(),
              "claimed.json",
              columns,
              "verified.json",
              columns,
              "findings.json",
              none,
              "evidence.json",
              none,
              "decision.pdf",
              new byte[] {'%', 'P', 'D', 'F'},
              "decision-signed.pdf",
              new byte[] {'%', 'P', 'D', 'F'},
              "ledger/checkpoint.txt",
              new byte[0],
              "ledger/leaves.txt",
              new byte[0],
              "ledger/events.jsonl",
              new byte[0]),
          NoteSigner.make("thangdiem/test"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    sql.sql(
            """
            insert into publication (round, version, decision_number, decision_on, bundle, sha256,
                   results_sha256, visible_from, at, by_account)
            select round, version, '519/QĐ-UBND', date '2017-01-01', :bundle,
                   encode(sha256(:bundle), 'hex'), results_sha256, now, now, by_account
              from adoption, now_effective() now where round = :round
            """)
        .param("bundle", bundle.toByteArray())
        .param("round", round.id())
        .update();
  }

  private void appointed(Province.Somebody somebody, String office) {
    sql.sql(
            """
            insert into council_member
                   (id, round, account, office, document, document_on, at, by_account)
            select gen_random_uuid(), id, :account, :office, '85/QĐ-UBND', date '2038-02-01',
                   now_effective(), :account
              from round where phase <> 'DRAFT'
            """)
        .param("account", somebody.account())
        .param("office", office)
        .update();
  }

  private void holdingAPasskey(Province.Somebody somebody) {
    sql.sql("insert into user_entities (id, name, display_name) values (:id, :name, :name)")
        .param("id", base64(somebody.account()))
        .param("name", somebody.login())
        .update();
    sql.sql(
            """
            insert into user_credentials (credential_id, user_entity_user_id, public_key,
              signature_count, uv_initialized, backup_eligible, backup_state,
              authenticator_transports, public_key_credential_type, created, last_used, label)
            values (:credential, :user, :key, 0, true, false, false, '', 'public-key',
              now_effective(), now_effective(), :label)
            """)
        .param("credential", base64(UUID.randomUUID()))
        .param("user", base64(somebody.account()))
        .param("key", new byte[] {1})
        .param("label", somebody.login())
        .update();
  }

  private static String base64(UUID id) {
    var bytes =
        ByteBuffer.allocate(2 * Long.BYTES)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  private Caller caller(int port, Optional<Role> role, Optional<Province.Somebody> person) {
    var visitor = new Visitor(port);
    person.ifPresent(somebody -> visitor.signedIn(somebody.login()));
    var token = visitor.token();
    return new Caller(port, role, person, SESSION + "=" + visitor.cookie(SESSION), token);
  }

  List<Caller> callers() {
    return callers;
  }

  Caller nobody() {
    return callers.getFirst();
  }

  Caller of(Role role) {
    return callers.get(role.ordinal() + 1);
  }

  Rows rows() {
    return rows;
  }

  String round(Phase phase) {
    return keys.get(phase);
  }

  UUID unit() {
    return unit;
  }

  UUID otherUnit() {
    return otherUnit;
  }

  /** The account of somebody who was invited into the unit and has not come yet. */
  UUID guest() {
    return guest;
  }

  /** Their code. */
  String code() {
    return code;
  }

  /** Somebody of the other unit who could sit in a council. */
  Province.Somebody councillor() {
    return councillor;
  }

  Province.Somebody spare() {
    return spare;
  }

  String one(String query, Object... parameters) {
    return sql.sql(query).params(parameters).query(String.class).single();
  }
}
