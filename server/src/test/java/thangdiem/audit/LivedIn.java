package thangdiem.audit;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import thangdiem.Installation;
import thangdiem.Province;
import thangdiem.exchange.CriteriaSource;
import thangdiem.orgunit.OrgUnits;
import thangdiem.round.Extensions;
import thangdiem.round.Phase;
import thangdiem.round.Round;
import thangdiem.round.RoundSetup;
import thangdiem.round.Rounds;

/** A province in which a round is open and something of every kind has happened. */
final class LivedIn {

  static final CriteriaSource CRITERIA =
      CriteriaSource.read("hau-giang-ict/2017", List.of(Path.of("..", "criteria")));

  final Installation installation;
  final Province.Somebody organiser;
  final Province.Somebody administrator;
  final Province.Somebody auditor;
  final Province.Somebody clerk;
  final UUID health;
  final UUID culture;
  final Round round;

  LivedIn(Installation installation) {
    this.installation = installation;
    var province = installation.bean(Province.class);
    organiser = province.somebody(Role.ORGANISER);
    administrator = province.somebody(Role.ADMINISTRATOR);
    auditor = province.somebody(Role.AUDITOR);
    health = province.agency("Sở Y tế");
    culture = province.agency("Sở Văn hoá");
    clerk = province.somebody(Role.CLERK, health);
    round = openRound();
    extension();
    checkpoint();
    answers();
    moreRows();
    checkpoint();
    acts().bySystem(Act.INSTALLED, event -> event.with("after", "the last checkpoint"));
  }

  private Round openRound() {
    var rounds = installation.bean(Rounds.class);
    var who = installation.bean(Province.class).actor(organiser);
    var draft = rounds.draft(who, 2037, false, CRITERIA);
    var setup = installation.bean(RoundSetup.class);
    setup.setCriteria(who, draft, CRITERIA);
    var units = installation.bean(OrgUnits.class);
    setup.setUnits(
        who,
        rounds.named("2037"),
        List.of(units.withId(health).orElseThrow(), units.withId(culture).orElseThrow()));
    rounds.moveTo(who, rounds.named("2037"), Phase.OPEN);
    return rounds.named("2037");
  }

  private void extension() {
    var extensions = installation.bean(Extensions.class);
    var province = installation.bean(Province.class);
    var proposal =
        extensions.propose(
            province.actor(organiser),
            round,
            installation.bean(Rounds.class).units(round).getFirst(),
            OffsetDateTime.parse("2038-01-01T00:00:00+07:00"),
            "máy chủ hỏng",
            "12/STTTT");
    extensions.confirm(province.actor(administrator), round, proposal);
  }

  private void answers() {
    act(
        "insert into answer (round, unit, fact, value, at) select :round, :unit, 'so-' || n,"
            + " n::text, now() from generate_series(1, 20) n");
    act("update answer set value = '7' where round = :round and unit = :unit and fact = 'so-3'");
    act("update round_unit set submitted_at = now() where round = :round and unit <> :unit");
  }

  private void moreRows() {
    act(
        "insert into org_unit_former_name (unit, name, official_name, until_day, document) select"
            + " :unit, 'Ty Y tế', 'Ty Y tế', '1990-01-01', '1/QĐ' from round where id = :round");
    act(
        "insert into ranking_group (code, name, short_name, ordinal, ranked)"
            + " select 'department', 'Sở, ban, ngành', 'Sở', 1, true from round"
            + " where id = :round and :unit is not null");
    act(
        "insert into invitation (id, code_hash, account, created_at, expires_at)"
            + " select gen_random_uuid(), '\\x01', id, now(), now() from account"
            + " where login like 'clerk%' and works_in = :unit"
            + " and exists (select from round where id = :round)");
    act(
        "insert into external_identity (issuer, subject, account) select 'https://sso', 'a1', id"
            + " from account where login like 'clerk%' and works_in = :unit"
            + " and exists (select from round where id = :round)");
    act(
        "insert into nudge (id, round, unit, account, at, by_account, message, email)"
            + " select gen_random_uuid(), :round, :unit, id, now(), id, 'Đề nghị nộp', 'none'"
            + " from account where works_in = :unit");
  }

  /** Carries out a change of rows as an act. */
  void act(String change) {
    acts()
        .bySystem(
            Act.INSTALLED,
            event -> {
              installation
                  .bean(JdbcClient.class)
                  .sql(change)
                  .params(Map.of("round", round.id(), "unit", health))
                  .update();
              return event;
            });
  }

  Acts acts() {
    return installation.bean(Acts.class);
  }

  Optional<String> checkpoint() {
    return installation.bean(Checkpoints.class).make("test");
  }

  thangdiem.proof.LedgerCheck.Verdict verdict() {
    return installation.bean(LedgerVerification.class).verify();
  }
}
