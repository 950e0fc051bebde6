package thangdiem.council;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import thangdiem.Province;
import thangdiem.Province.Somebody;
import thangdiem.audit.Actor;
import thangdiem.audit.Role;
import thangdiem.criteria.Rational;
import thangdiem.round.GivenRounds;
import thangdiem.round.Phase;
import thangdiem.round.Round;
import thangdiem.round.Rounds;
import thangdiem.scoring.Fact;
import thangdiem.verification.Ground;

/**
 * Councils for tests: three units with 60, 80 and 90 computers for 100 people, a chair, three
 * members of whom one works in the first unit, and a secretary.
 */
@Component
public class GivenCouncil {

  static final LocalDate DAY = LocalDate.of(2018, 2, 20);

  /** A council before its round, with the session that it sits in. */
  public record Sitting(
      Round round,
      Session session,
      Somebody chair,
      Somebody first,
      Somebody second,
      Somebody recused,
      Somebody secretary,
      List<Somebody> clerks) {

    public List<Somebody> all() {
      return List.of(chair, first, second, recused, secretary);
    }
  }

  private final GivenRounds rounds;
  private final Rounds known;
  private final Province province;
  private final Council council;
  private final Agenda agenda;
  private final Motions motions;
  private final Adoptions adoptions;
  private final SittingTable sessions;

  GivenCouncil(
      GivenRounds rounds,
      Rounds known,
      Province province,
      Council council,
      Agenda agenda,
      Motions motions,
      Adoptions adoptions,
      SittingTable sessions) {
    this.rounds = rounds;
    this.known = known;
    this.province = province;
    this.council = council;
    this.agenda = agenda;
    this.motions = motions;
    this.adoptions = adoptions;
    this.sessions = sessions;
  }

  Actor actor(Somebody somebody) {
    return province.actor(somebody);
  }

  /** The round in its council's phase, the members appointed, a session called. */
  public Sitting called() {
    return called((_, _) -> {});
  }

  /** The same, each clerk doing that while the round is open. */
  private Sitting called(BiConsumer<Round, Somebody> whileOpen) {
    var clerks =
        Stream.of("Sở Y tế", "Sở Văn hoá", "Sở Xây dựng")
            .map(name -> province.somebody(Role.CLERK, province.agency(name)))
            .toList();
    var open = rounds.open(clerks.toArray(Somebody[]::new));
    int[] computers = {60, 80, 90};
    for (int i = 0; i < computers.length; i++) {
      rounds.act(
          """
          insert into answer (round, unit, fact, value, at)
          values (:round, :unit, 'staff', '100', now_effective()),
                 (:round, :unit, 'computers', cast(:computers as text), now_effective())
          """,
          Map.of("round", open.id(), "unit", clerks.get(i).unit(), "computers", computers[i]));
      whileOpen.accept(open, clerks.get(i));
      rounds.send(open, clerks.get(i));
    }
    var verified = rounds.moved(open, Phase.VERIFYING);
    rounds.act(
        """
        insert into finding (id, round, unit, code, place, verdict, at, by_account)
        values (gen_random_uuid(), :round, :unit, 'I.1', 1, 'ACCEPTED', now_effective(), :by)
        """,
        Map.of(
            "round", open.id(),
            "unit", clerks.getLast().unit(),
            "by", province.somebody(Role.VERIFIER).account()));
    var round = rounds.moved(verified, Phase.COUNCIL);
    var sitting =
        new Sitting(
            round,
            new Session(new java.util.UUID(0, 0), 0, DAY, "", Optional.empty(), Optional.empty()),
            province.somebody(Role.CHAIRMAN),
            province.somebody(Role.COUNCIL_MEMBER),
            province.somebody(Role.COUNCIL_MEMBER),
            province.somebody(Role.COUNCIL_MEMBER, clerks.getFirst().unit()),
            province.somebody(Role.COUNCIL_SECRETARY),
            clerks);
    var secretary = actor(sitting.secretary());
    council.appoint(secretary, round, sitting.chair().account(), Office.CHAIR, "85/QĐ-UBND", DAY);
    for (var member : List.of(sitting.first(), sitting.second(), sitting.recused())) {
      council.appoint(secretary, round, member.account(), Office.MEMBER, "85/QĐ-UBND", DAY);
    }
    council.appoint(
        secretary, round, sitting.secretary().account(), Office.SECRETARY, "85/QĐ-UBND", DAY);
    var session = council.call(secretary, round, DAY, "Phòng họp số 2");
    return with(sitting, session);
  }

  private static Sitting with(Sitting sitting, Session session) {
    return new Sitting(
        sitting.round(),
        session,
        sitting.chair(),
        sitting.first(),
        sitting.second(),
        sitting.recused(),
        sitting.secretary(),
        sitting.clerks());
  }

  /** The same, those people being there. */
  void present(Sitting sitting, Somebody... there) {
    council.note(
        actor(sitting.secretary()),
        sitting.round(),
        sitting.session(),
        Stream.of(there).map(Somebody::account).collect(Collectors.toSet()));
  }

  /** Everybody is there, and the session is open. */
  public Sitting sitting() {
    return sitting(called());
  }

  private Sitting sitting(Sitting sitting) {
    present(sitting, sitting.all().toArray(Somebody[]::new));
    council.open(actor(sitting.secretary()), sitting.round(), sitting.session());
    return with(sitting, sessions.of(sitting.round()).getLast());
  }

  /** Criterion I.1 of that unit on the agenda. */
  AgendaItem item(Sitting sitting, Somebody clerk) {
    return agenda.item(
        sitting.round(),
        agenda.add(
            actor(sitting.secretary()),
            sitting.round(),
            sitting.session(),
            Optional.of(clerk.unit()),
            "I.1",
            Source.PERSON,
            "xem lại số máy tính"));
  }

  static Proposed computers(long number) {
    return new Proposed(
        MotionKind.VALUES,
        Ground.COUNTED_OTHERWISE.name(),
        "Đếm lại theo biên bản kiểm tra.",
        Map.of("computers", Optional.of(new Fact.Amount(Rational.of(number)))));
  }

  /** Moves it and has all who may vote for it, and concludes. */
  Conclusion carried(Sitting sitting, AgendaItem item, Proposed proposed) {
    var motion = motions.move(actor(sitting.first()), sitting.round(), item, proposed);
    for (var member : List.of(sitting.chair(), sitting.first(), sitting.second())) {
      motions.vote(actor(member), sitting.round(), motion, Choice.FOR);
    }
    return motions.conclude(actor(sitting.secretary()), sitting.round(), item, motion);
  }

  /** The session has voted to adopt the result, and is closed. */
  public Sitting voted() {
    return voted(sitting());
  }

  private Sitting voted(Sitting sitting) {
    carried(sitting, item(sitting, sitting.clerks().getFirst()), computers(95));
    var whole =
        agenda.item(
            sitting.round(),
            agenda.add(
                actor(sitting.secretary()),
                sitting.round(),
                sitting.session(),
                Optional.empty(),
                "",
                Source.ADOPTION,
                ""));
    carried(sitting, whole, Proposed.ADOPTION);
    council.close(actor(sitting.secretary()), sitting.round(), sitting.session());
    return sitting;
  }

  /** The round is adopted. */
  public Sitting adopted() {
    return adopted(voted());
  }

  /** The same, each clerk having done that while the round was open. */
  public Sitting adopted(BiConsumer<Round, Somebody> whileOpen) {
    return adopted(voted(sitting(called(whileOpen))));
  }

  private Sitting adopted(Sitting sitting) {
    adoptions.adopt(actor(sitting.secretary()), sitting.round());
    return new Sitting(
        known.named(sitting.round().key()),
        sitting.session(),
        sitting.chair(),
        sitting.first(),
        sitting.second(),
        sitting.recused(),
        sitting.secretary(),
        sitting.clerks());
  }
}
