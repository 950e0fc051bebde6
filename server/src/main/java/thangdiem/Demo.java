package thangdiem;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import thangdiem.account.DemoAccount;
import thangdiem.audit.Actor;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.FactDefinition;
import thangdiem.database.PreparedDatabase;
import thangdiem.database.StartRefusal;
import thangdiem.exchange.CriteriaSource;
import thangdiem.round.Extensions;
import thangdiem.round.Milestone;
import thangdiem.round.Nudges;
import thangdiem.round.Phase;
import thangdiem.round.Round;
import thangdiem.round.RoundCalendar;
import thangdiem.round.RoundSetup;
import thangdiem.round.RoundUnit;
import thangdiem.round.Rounds;
import thangdiem.words.VietnamTime;

/**
 * The made-up province of the demo (dữ liệu dùng thử): the 32 units of the decision, two years that
 * are published, a rehearsal of 2016 that is over, one of 2017 that is being verified, and the
 * round of 2017 two days before its deadline. Everything goes through the same acts as in earnest,
 * in the order of their days, at a clock that only the demo sets.
 */
@Component
class Demo {

  private static final String EDITION = "hau-giang-ict/2017";
  private static final int LAST_YEAR = 2016;
  private static final int THIS_YEAR = 2017;
  private static final OffsetDateTime NOW = vietnam(THIS_YEAR, 12, 12, 9, 15);
  private static final String SENT_LATE = "so-xay-dung";
  private static final String MORE_TIME = "ubnd-lam-thoi-huyen-long-my";
  private static final String ASKS_FOR_TIME = "so-lao-dong-tb-va-xh";

  /** Something that happens at its time. */
  private record Happening(OffsetDateTime at, Runnable what) {}

  private final DemoPeople people;
  private final DemoUnits belowThem;
  private final DemoReports reports;
  private final DemoEvidence evidence;
  private final DemoCollections collections;
  private final DemoTalk talk;
  private final DemoVerification verification;
  private final DemoHearing hearing;
  private final DemoDeductions deductions;
  private final DemoInspection inspection;
  private final DemoCouncil council;
  private final DemoPublished published;
  private final Rounds rounds;
  private final RoundSetup setup;
  private final Extensions extensions;
  private final Nudges nudges;
  private final PreparedDatabase database;

  Demo(
      DemoPeople people,
      DemoUnits belowThem,
      DemoReports reports,
      DemoEvidence evidence,
      DemoCollections collections,
      DemoTalk talk,
      DemoVerification verification,
      DemoHearing hearing,
      DemoDeductions deductions,
      DemoInspection inspection,
      DemoCouncil council,
      DemoPublished published,
      Rounds rounds,
      RoundSetup setup,
      Extensions extensions,
      Nudges nudges,
      PreparedDatabase database) {
    this.people = people;
    this.belowThem = belowThem;
    this.reports = reports;
    this.evidence = evidence;
    this.collections = collections;
    this.talk = talk;
    this.verification = verification;
    this.hearing = hearing;
    this.deductions = deductions;
    this.inspection = inspection;
    this.council = council;
    this.published = published;
    this.rounds = rounds;
    this.setup = setup;
    this.extensions = extensions;
    this.nudges = nudges;
    this.database = database;
  }

  /** The accounts to try it with. */
  List<DemoAccount> offered() {
    return people.offered();
  }

  /** Fills an empty installation. */
  void fill() {
    fill(_ -> {});
  }

  /** Fills an empty installation; {@code progress} is told the key of what is being done. */
  void fill(Consumer<String> progress) {
    var criteria =
        Optional.ofNullable(System.getProperty("thangdiem.criteria"))
            .map(Path::of)
            .orElseThrow(() -> new StartRefusal("start.noSample"));
    var source = CriteriaSource.read(EDITION, List.of(criteria));
    var sample = DemoReports.sample(criteria.resolve(EDITION));
    progress.accept("start.demo.units");
    database.setClock(vietnam(LAST_YEAR - 1, 10, 9, 8, 0));
    people.installUnits(source);
    belowThem.install();
    people.install();
    collections.install();
    var organiser = people.actor("chutri");

    progress.accept("start.demo.published");
    published.run(organiser, source, sample, database::setClock);

    progress.accept("start.demo.rehearsal");
    rehearse(organiser, source, sample);

    progress.accept("start.demo.verification");
    verified(organiser, source, sample);

    progress.accept("start.demo.round");
    run(organiser, source, sample);
    database.setClock(NOW);
  }

  private Round opened(Actor organiser, int year, boolean rehearsal, CriteriaSource source) {
    var draft = rounds.draft(organiser, year, rehearsal, source);
    rounds.moveTo(organiser, draft, Phase.OPEN);
    return rounds.named(draft.key());
  }

  /** The rehearsal: everybody sent a report, one of them late; then it went all the way. */
  private void rehearse(Actor organiser, CriteriaSource source, DemoReports.Sample sample) {
    database.setClock(vietnam(LAST_YEAR, 10, 17, 8, 0));
    var round = opened(organiser, LAST_YEAR, true, source);
    var happenings = new ArrayList<Happening>();
    var units = rounds.units(round);
    for (int i = 0; i < units.size(); i++) {
      var unit = units.get(i);
      var at =
          unit.code().equals(MORE_TIME)
              ? vietnam(LAST_YEAR, 12, 15, 10, 40)
              : vietnam(LAST_YEAR, 12, 5 + i * 7 % 10, 8 + i % 9, i * 13 % 60);
      happenings.add(
          new Happening(
              at,
              () -> {
                reports.answer(round, unit, sample.yearBefore(unit.code()), DemoReports.ALL);
                reports.send(round, unit);
              }));
    }
    inOrder(happenings);
    step(organiser, round, Phase.VERIFYING, vietnam(LAST_YEAR, 12, 19, 8, 0));
    step(organiser, round, Phase.EXPLAINING, vietnam(THIS_YEAR, 1, 23, 8, 0));
    step(organiser, round, Phase.COUNCIL, vietnam(THIS_YEAR, 2, 2, 8, 0));
    database.setClock(vietnam(THIS_YEAR, 2, 20, 14, 0));
    council.adopt(round, LocalDate.of(THIS_YEAR, 2, 20));
    step(organiser, round, Phase.PUBLISHED, vietnam(THIS_YEAR, 2, 28, 9, 0));
  }

  /** The rehearsal of this year, a month ahead: everybody reported, and it is being verified. */
  private void verified(Actor organiser, CriteriaSource source, DemoReports.Sample sample) {
    database.setClock(vietnam(THIS_YEAR, 10, 17, 8, 0));
    var draft = rounds.draft(organiser, THIS_YEAR, true, source);
    setup.setCalendar(organiser, draft, aMonthAhead(rounds.calendar(draft)));
    setup.setDeductions(organiser, rounds.named(draft.key()), DemoDeductions.AMOUNTS);
    step(organiser, draft, Phase.OPEN, vietnam(THIS_YEAR, 10, 17, 8, 30));
    var round = rounds.named(draft.key());
    for (var unit : rounds.units(round)) {
      database.setClock(
          unit.code().equals(SENT_LATE)
              ? vietnam(THIS_YEAR, 11, 17, 9, 30)
              : vietnam(THIS_YEAR, 11, 10, 8 + unit.ordinal() % 9, unit.ordinal() * 7 % 60));
      reported(round, unit, source.file().set(), sample);
    }
    step(organiser, round, Phase.VERIFYING, vietnam(THIS_YEAR, 11, 21, 8, 0));
    verification.verify(organiser, rounds.named(round.key()), database::setClock);
    deductions.run(organiser, rounds.named(round.key()), database::setClock);
    inspection.run(organiser, rounds.named(round.key()), database::setClock);
    step(organiser, round, Phase.EXPLAINING, vietnam(THIS_YEAR, 12, 6, 8, 0));
    hearing.run(rounds.named(round.key()), database::setClock);
    database.setClock(vietnam(THIS_YEAR, 12, 11, 16, 0));
    council.prepare(round, LocalDate.of(THIS_YEAR, 12, 20));
  }

  private static RoundCalendar aMonthAhead(RoundCalendar proposed) {
    var instants = new EnumMap<Milestone, OffsetDateTime>(proposed.instants());
    instants.put(Milestone.REMINDER_1, vietnam(THIS_YEAR, 11, 1, 8, 0));
    instants.put(Milestone.REMINDER_2, vietnam(THIS_YEAR, 11, 8, 8, 0));
    instants.put(Milestone.REMINDER_3, vietnam(THIS_YEAR, 11, 13, 8, 0));
    instants.put(Milestone.REMINDER_4, vietnam(THIS_YEAR, 11, 15, 8, 0));
    instants.put(Milestone.DEADLINE, vietnam(THIS_YEAR, 11, 16, 0, 0));
    return new RoundCalendar(instants);
  }

  private void reported(Round round, RoundUnit unit, CriteriaSet set, DemoReports.Sample sample) {
    var facts = sample.of(unit.code());
    reports.answer(round, unit, facts, DemoReports.ALL);
    if (!unit.code().equals(DemoPeople.WITHOUT_PEOPLE)) {
      var clerk = people.clerk(unit.code());
      reports.claim(
          round,
          unit,
          sample.notApplicable().getOrDefault(unit.code(), List.of()),
          clerk.account());
      evidence.attachReport(
          clerk,
          round,
          unit,
          set,
          set.facts().values().stream()
              .filter(fact -> !fact.theme().equals("security") && facts.containsKey(fact.id()))
              .map(FactDefinition::id)
              .toList(),
          LocalDate.of(THIS_YEAR, 11, 10));
    }
    reports.send(round, unit);
  }

  private void step(Actor organiser, Round round, Phase to, OffsetDateTime at) {
    database.setClock(at);
    rounds.moveTo(organiser, rounds.named(round.key()), to);
  }

  /** The running round: units in every state that the board knows two days before the deadline. */
  private void run(Actor organiser, CriteriaSource source, DemoReports.Sample sample) {
    database.setClock(vietnam(THIS_YEAR, 10, 16, 8, 0));
    var round = opened(organiser, THIS_YEAR, false, source);
    var happenings = new ArrayList<Happening>();
    var units = rounds.units(round);
    for (int i = 0; i < units.size(); i++) {
      var unit = units.get(i);
      var facts = sample.of(unit.code());
      var progress = DemoReports.Progress.of(unit.code());
      var at = progress.at(i);
      progress
          .signsIn()
          .ifPresent(day -> happenings.add(new Happening(day, () -> people.signIn(unit.code()))));
      happenings.add(
          new Happening(
              at,
              () -> {
                if (progress.share() > 0) {
                  people.signIn(unit.code());
                  reports.answer(round, unit, facts, progress.share());
                }
                if (progress.sends()) {
                  reports.send(round, unit);
                }
              }));
    }
    happenings.add(new Happening(vietnam(THIS_YEAR, 11, 20, 9, 0), () -> collections.open(round)));
    collections.answer(round, (at, what) -> happenings.add(new Happening(at, what)));
    talk.run(round, (at, what) -> happenings.add(new Happening(at, what)));
    happenings.add(
        new Happening(
            vietnam(THIS_YEAR, 12, 7, 9, 15),
            () ->
                evidence.attach(
                    people.actor("canbo"),
                    round.id(),
                    unit(round, DemoAccounts.CLERKS_UNIT).unit())));
    happenings.add(
        new Happening(
            vietnam(THIS_YEAR, 12, 8, 8, 5),
            () -> nudges.send(organiser, round, List.of("kho-bac-nha-nuoc-hau-giang", "so-y-te"))));
    happenings.add(
        new Happening(vietnam(THIS_YEAR, 12, 11, 14, 20), () -> extend(organiser, round)));
    happenings.add(
        new Happening(
            vietnam(THIS_YEAR, 12, 12, 8, 30),
            () -> nudges.send(organiser, round, List.of("so-xay-dung"))));
    happenings.add(
        new Happening(
            vietnam(THIS_YEAR, 12, 12, 8, 50),
            () ->
                extensions.propose(
                    people.actor(DemoPeople.SECOND_ORGANISER),
                    round,
                    unit(round, ASKS_FOR_TIME),
                    vietnam(THIS_YEAR, 12, 19, 0, 0),
                    "Đang chuyển trụ sở, máy chủ chưa nối mạng",
                    "1182/SLĐTBXH-VP")));
    inOrder(happenings);
  }

  private void extend(Actor organiser, Round round) {
    var proposal =
        extensions.propose(
            organiser,
            round,
            unit(round, MORE_TIME),
            vietnam(THIS_YEAR, 12, 21, 0, 0),
            "Đơn vị mới chia tách, số liệu còn ở UBND thị xã Long Mỹ",
            "45/STTTT-CNTT");
    extensions.confirm(people.actor("quantri"), round, proposal);
  }

  private RoundUnit unit(Round round, String code) {
    return rounds.units(round).stream()
        .filter(unit -> unit.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private void inOrder(List<Happening> happenings) {
    happenings.stream()
        .sorted(Comparator.comparing(Happening::at))
        .forEach(happening -> {
          database.setClock(happening.at());
          happening.what().run();
        });
  }

  static OffsetDateTime vietnam(int year, int month, int day, int hour, int minute) {
    return LocalDateTime.of(year, month, day, hour, minute)
        .atZone(VietnamTime.ZONE)
        .toOffsetDateTime();
  }
}
