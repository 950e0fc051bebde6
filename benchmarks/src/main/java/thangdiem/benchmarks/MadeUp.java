package thangdiem.benchmarks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Rational;
import thangdiem.scoring.Answers;
import thangdiem.scoring.Fact;
import thangdiem.scoring.UnitAnswers;

/**
 * Made-up answers to the 2017 set, the same for the same place: wholes first, parts of them after.
 */
final class MadeUp {

  private static final Map<String, String> PART_OF =
      Map.ofEntries(
          Map.entry("computers_internet", "computers"),
          Map.entry("computers_backup", "computers"),
          Map.entry("computers_windows7", "computers"),
          Map.entry("computers_antivirus", "computers"),
          Map.entry("services_level3", "services"),
          Map.entry("services_level4", "services"),
          Map.entry("dossiers_level3_online", "service_dossiers"),
          Map.entry("dossiers_level4_online", "service_dossiers"),
          Map.entry("dossiers_on_time", "dossiers_resolved"),
          Map.entry("dossiers_by_post", "dossiers_received"),
          Map.entry("personnel_records_complete", "civil_servants"),
          Map.entry("plan_tasks_done", "plan_tasks"),
          Map.entry("subunits_digital_signature", "subunits"),
          Map.entry("certificates_used", "certificates_issued"),
          Map.entry("outgoing_documents_signed", "outgoing_documents"));

  private MadeUp() {}

  static Answers round(CriteriaSet set, int units) {
    var made = new ArrayList<UnitAnswers>(units);
    for (int i = 0; i < units; i++) {
      made.add(unit(set, i));
    }
    return new Answers(set.id(), set.year(), "", List.of(), made);
  }

  static UnitAnswers unit(CriteriaSet set, int place) {
    var random = new SplittableRandom(place);
    var facts = new HashMap<String, Fact>();
    for (var fact : set.facts().values()) {
      var whole = PART_OF.get(fact.id());
      int most =
          whole != null && facts.get(whole) instanceof Fact.Amount(var value)
              ? value.numerator().intValue()
              : 300;
      facts.put(
          fact.id(),
          switch (fact.type()) {
            case COUNT ->
                new Fact.Amount(
                    Rational.of(
                        fact.id().equals("it_officers")
                                || fact.id().equals("security_awareness_sessions")
                            ? random.nextInt(5)
                            : whole == null ? 20 + random.nextInt(400) : random.nextInt(most + 1)));
            case DECIMAL -> new Fact.Amount(Rational.of(random.nextInt(3000), 10));
            case BOOLEAN -> new Fact.YesNo(random.nextInt(10) < 7);
            case DATE -> new Fact.Day(LocalDate.of(2016, 9, 1).plusDays(random.nextInt(240)));
            case CHOICE ->
                new Fact.Chosen(fact.options().get(random.nextInt(fact.options().size())).id());
            case TEXT -> new Fact.None();
          });
    }
    return new UnitAnswers(
        "u" + place,
        "Đơn vị " + place,
        set.groups().get(place % set.groups().size()).id(),
        facts,
        Map.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        true);
  }
}
