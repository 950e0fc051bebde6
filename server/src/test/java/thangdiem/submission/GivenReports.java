package thangdiem.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.account.Accounts;
import thangdiem.account.Person;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.audit.Role;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.FactType;
import thangdiem.exchange.AnswersJson;
import thangdiem.exchange.AnswersTemplate;
import thangdiem.round.Round;
import thangdiem.round.RoundUnit;
import thangdiem.round.Rounds;
import thangdiem.scoring.Answers;
import thangdiem.scoring.Fact;
import thangdiem.scoring.UnitAnswers;

/**
 * Reports of the made-up round that ships with the criteria set (báo cáo mẫu): each unit's own head
 * takes them out of a workbook, claims what does not apply, and sends them.
 */
@Component
public class GivenReports {

  private static final Path SAMPLE = Path.of("../criteria/hau-giang-ict/2017/sample/answers.json");

  private final Rounds rounds;
  private final Assessments assessments;
  private final Sheets sheets;
  private final Imports imports;
  private final Claims claims;
  private final Submissions submissions;
  private final Accounts accounts;
  private final Acts acts;
  private final JdbcClient sql;

  GivenReports(
      Rounds rounds,
      Assessments assessments,
      Sheets sheets,
      Imports imports,
      Claims claims,
      Submissions submissions,
      Accounts accounts,
      Acts acts,
      JdbcClient sql) {
    this.rounds = rounds;
    this.assessments = assessments;
    this.sheets = sheets;
    this.imports = imports;
    this.claims = claims;
    this.submissions = submissions;
    this.accounts = accounts;
    this.acts = acts;
    this.sql = sql;
  }

  /** What that unit states in the made-up round. */
  public Map<String, Fact> stated(Round round, String unit) {
    return sample(rounds.criteria(round)).get(unit).facts();
  }

  private static Map<String, UnitAnswers> sample(CriteriaSet set) {
    try {
      var text = Files.readString(SAMPLE);
      return AnswersJson.read("answers.json", text, set, Optional.empty()).units().stream()
          .collect(java.util.stream.Collectors.toMap(UnitAnswers::unit, one -> one));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whoever has that login answers for the unit what nobody has answered yet. */
  public void answerTheRest(Round round, String unit, String login) {
    var id =
        sql.sql("select id from account where login = :login")
            .param("login", login)
            .query(UUID.class)
            .single();
    answer(accounts.actor(id).orElseThrow(), round, sample(rounds.criteria(round)).get(unit), unit);
  }

  /** Every unit but that one answers everything and sends its report. */
  public void ofAllBut(Round round, String unit) {
    var sample = sample(rounds.criteria(round));
    for (var one : rounds.units(round)) {
      if (!one.code().equals(unit)) {
        var head = head(one);
        answer(head, round, sample.get(one.code()), one.code());
        send(head, round, one.code());
      }
    }
  }

  private Actor head(RoundUnit unit) {
    var person =
        new Person(
            "tt." + unit.code(),
            "Thủ trưởng " + unit.name(),
            "",
            Optional.empty(),
            Optional.empty());
    var id =
        acts.bySystem(
            Act.INSTALLED,
            event -> {
              event.personally("login", person.login());
              return accounts.makeWithoutPassword(person, unit.unit(), Role.HEAD, unit.unit());
            });
    return accounts.actor(id).orElseThrow();
  }

  private void answer(Actor actor, Round round, UnitAnswers stated, String unit) {
    var assessment = assessments.toFill(actor, round.key(), unit);
    var file = workbook(assessment.set(), complete(assessment, stated));
    var unanswered =
        WorkbookVersions.facts(assessment).stream()
            .map(fact -> new ImportChoices.Fact(fact.id(), 0))
            .toList();
    imports.take(
        actor,
        assessment,
        unit + ".xlsx",
        file,
        new ImportChoices(unanswered, Set.of(), Set.of(), Map.of()));
    if (!stated.notApplicable().isEmpty()) {
      claims.claim(actor, assessment, stated.notApplicable(), "Đơn vị không có bộ phận Một cửa");
    }
  }

  /** What somebody left open that is a matter of yes or no, they do not have. */
  private static UnitAnswers complete(Assessment assessment, UnitAnswers stated) {
    var facts = new LinkedHashMap<>(stated.facts());
    WorkbookVersions.facts(assessment).stream()
        .filter(fact -> fact.type() == FactType.BOOLEAN && stated.notApplicable().isEmpty())
        .forEach(fact -> facts.putIfAbsent(fact.id(), new Fact.YesNo(false)));
    return new UnitAnswers(
        stated.unit(),
        stated.name(),
        stated.group(),
        facts,
        stated.previous(),
        stated.notApplicable(),
        List.of(),
        Optional.empty(),
        true);
  }

  private static byte[] workbook(CriteriaSet set, UnitAnswers stated) {
    var out = new ByteArrayOutputStream();
    try {
      AnswersTemplate.write(
          out, set, new Answers(set.id(), set.year(), "", List.of(), List.of(stated)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private void send(Actor head, Round round, String unit) {
    var assessment = assessments.of(head, round.key(), unit);
    var sheet = sheets.of(assessment);
    assertThat(sheet.missing()).as(unit).isEmpty();
    submissions.submit(head, assessment, UUID.randomUUID(), Snapshot.of(sheet).sha256());
  }
}
