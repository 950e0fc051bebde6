package thangdiem;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import thangdiem.audit.Actor;
import thangdiem.council.Adoptions;
import thangdiem.council.Agenda;
import thangdiem.council.Choice;
import thangdiem.council.Council;
import thangdiem.council.Motions;
import thangdiem.council.Office;
import thangdiem.council.Proposed;
import thangdiem.council.Session;
import thangdiem.council.Source;
import thangdiem.round.Round;
import thangdiem.round.Rounds;

/** The council of the demo's rehearsals (hội đồng diễn tập): a chair, a member, a secretary. */
@Component
class DemoCouncil {

  private static final String APPOINTED = "85/QĐ-UBND";
  private static final String PLACE = "Phòng họp số 2, trụ sở UBND tỉnh";

  private final DemoPeople people;
  private final Rounds rounds;
  private final Council council;
  private final Agenda agenda;
  private final Motions motions;
  private final Adoptions adoptions;

  DemoCouncil(
      DemoPeople people,
      Rounds rounds,
      Council council,
      Agenda agenda,
      Motions motions,
      Adoptions adoptions) {
    this.people = people;
    this.rounds = rounds;
    this.council = council;
    this.agenda = agenda;
    this.motions = motions;
    this.adoptions = adoptions;
  }

  /** Appoints the members, as a decision of that day says. */
  void appoint(Round round, LocalDate on) {
    var secretary = people.actor("thuky");
    council.appoint(
        secretary, round, people.actor("lanhdao").account(), Office.CHAIR, APPOINTED, on);
    council.appoint(
        secretary, round, people.actor("uyvien").account(), Office.MEMBER, APPOINTED, on);
    council.appoint(secretary, round, secretary.account(), Office.SECRETARY, APPOINTED, on);
  }

  /** Everybody comes to a session, which is opened. */
  Session sit(Round round, LocalDate on) {
    var secretary = people.actor("thuky");
    var session = council.call(secretary, round, on, PLACE);
    council.note(
        secretary,
        round,
        session,
        Set.of(
            secretary.account(),
            people.actor("lanhdao").account(),
            people.actor("uyvien").account()));
    council.open(secretary, round, session);
    return session;
  }

  /** The council sits on that day, and adopts the result of the round. */
  void adopt(Round known, LocalDate day) {
    var round = rounds.named(known.key());
    appoint(round, day.minusDays(15));
    var session = sit(round, day);
    var secretary = people.actor("thuky");
    vote(round, secretary, session);
    council.close(secretary, round, session);
    adoptions.adopt(secretary, round);
  }

  /** A session is called for that day, with an agenda; nothing of it is decided yet. */
  void prepare(Round known, LocalDate day) {
    var round = rounds.named(known.key());
    appoint(round, day.minusDays(15));
    var secretary = people.actor("thuky");
    var session = council.call(secretary, round, day, PLACE);
    put(round, session, secretary, "so-cong-thuong", "IV.3", Source.DISPUTED, "");
    put(round, session, secretary, "thanh-tra-tinh", "II.1", Source.CLAIM, "");
    put(
        round,
        session,
        people.actor("lanhdao"),
        DemoAccounts.CLERKS_UNIT,
        "IV.3",
        Source.PERSON,
        "Đề nghị nghe Sở Y tế trình bày về phần mềm diệt virus.");
    agenda.add(secretary, round, session, Optional.empty(), "", Source.ADOPTION, "");
  }

  private void put(
      Round round,
      Session session,
      Actor who,
      String unit,
      String code,
      Source source,
      String words) {
    var about =
        rounds.units(round).stream()
            .filter(one -> one.code().equals(unit))
            .findFirst()
            .orElseThrow();
    agenda.add(who, round, session, Optional.of(about.unit()), code, source, words);
  }

  private void vote(Round round, Actor secretary, Session session) {
    var item =
        agenda.item(
            round,
            agenda.add(secretary, round, session, Optional.empty(), "", Source.ADOPTION, ""));
    var motion = motions.move(people.actor("lanhdao"), round, item, Proposed.ADOPTION);
    motions.vote(people.actor("lanhdao"), round, motion, Choice.FOR);
    motions.vote(people.actor("uyvien"), round, motion, Choice.FOR);
    motions.conclude(secretary, round, item, motion);
  }
}
