package thangdiem.law;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Made-up rounds under Decision 1663, the same for the same seed. They crowd where programs go
 * wrong: exactly on a threshold and one beside it, denominators of 0, blanks, "there is none",
 * ratios above 1, whole sections that do not apply, totals at the floor of a grade.
 */
final class RandomRounds {

  /** A round: what the units report, and how the open questions are read. */
  record Round(long seed, List<Decision1663.Report> reports, Decision1663.Readings readings) {}

  private static final List<String> YES_NO =
      List.of(
          "dbms",
          "one_stop_scanner",
          "network_security_devices",
          "domain_network",
          "provincial_wan",
          "docs_used",
          "docs_incoming_files",
          "docs_outgoing_files",
          "docs_incoming_entered",
          "docs_outgoing_entered",
          "docs_linked",
          "docs_assignment",
          "docs_subunits",
          "one_stop_subunits",
          "one_stop_procedure",
          "one_stop_entered",
          "one_stop_interagency",
          "postal_service",
          "personnel_records_current",
          "policy_communication",
          "open_source_office",
          "open_source_os",
          "portal_calendar",
          "portal_law",
          "portal_projects",
          "portal_directives",
          "portal_legal_documents",
          "portal_counter",
          "portal_services",
          "portal_qa",
          "portal_consultation",
          "portal_accessibility",
          "portal_multimedia",
          "portal_rss",
          "portal_https",
          "portal_subsites",
          "portal_mobile",
          "portal_injection_protection",
          "security_regulation",
          "security_monitoring",
          "security_certified_officer",
          "incident_plan",
          "security_officer",
          "officers_trained",
          "postgraduate_or_cio",
          "research_or_award");

  private static final List<String> LANGUAGES =
      List.of("portal_about", "portal_leaders", "portal_contact", "portal_division_heads");

  /** Part, whole, and the thresholds in hundredths at which the decision changes the points. */
  private record Share(String part, String whole, List<Integer> hundredths) {

    Share(String part, String whole, Integer... hundredths) {
      this(part, whole, List.of(hundredths));
    }
  }

  private static final List<Share> SHARES =
      List.of(
          new Share("computers", "staff", 0, 100),
          new Share("computers_internet", "computers", 0, 100),
          new Share("computers_backup", "computers", 0, 100),
          new Share("computers_windows7", "computers", 0, 100),
          new Share("computers_antivirus", "computers", 0, 100),
          new Share("bandwidth_mbps", "staff", 0, 50, 100),
          new Share("services_level3", "services", 0, 10, 20),
          new Share("services_level4", "services", 0, 10, 20),
          new Share("dossiers_level3_online", "service_dossiers", 0, 10, 20),
          new Share("dossiers_level4_online", "service_dossiers", 0, 10, 20),
          new Share("dossiers_on_time", "dossiers_resolved", 0, 100),
          new Share("dossiers_by_post", "dossiers_received", 0, 100),
          new Share("personnel_records_complete", "civil_servants", 0, 100),
          new Share("plan_tasks_done", "plan_tasks", 50, 90),
          new Share("subunits_digital_signature", "subunits", 0, 100),
          new Share("certificates_used", "certificates_issued", 0, 100),
          new Share("outgoing_documents_signed", "outgoing_documents", 80));

  private static final List<String> ISSUE_DATES =
      List.of(
          "2016-09-30",
          "2016-10-01",
          "2016-12-31",
          "2017-01-01",
          "2017-03-31",
          "2017-04-01",
          "2015-11-15",
          "2017-11-15",
          "2018-02-01",
          "2016-02-29");

  private static final List<String> NEWS =
      List.of("0", "1.99", "2", "2.00", "2.01", "4.99", "5", "5.000001", "12.5");

  private static final List<String> CODES =
      Stream.concat(
              Decision1663.codes().stream(),
              Stream.of(
                  "I", "II", "III", "IV", "V", "VII", "II.1", "II.2", "II.3", "II.4", "II.5",
                  "II.6", "II.7", "III.1", "III.2"))
          .toList();

  /** What 785 points at most leaves an agency without online services and one-stop shop. */
  private static final Set<String> WITHOUT_PUBLIC_SERVICES =
      Set.of("I.5", "II.1", "II.3", "III.1.12");

  private static final List<String> TAKEN_AWAY =
      List.of("0", "5", "10", "0.01", "2.5", "0.125", "17.375", "1000");
  private static final List<BigDecimal> FLOORS =
      List.of(new BigDecimal(850), new BigDecimal(700), new BigDecimal(550));
  private static final List<String> BESIDE_A_FLOOR =
      List.of("-1.01", "-1", "-0.99", "-0.01", "0", "0.01", "1", "1.01");

  private final SplittableRandom random;

  private RandomRounds(long seed) {
    random = new SplittableRandom(seed);
  }

  /** A round of 1 to 40 units, mostly few. */
  static Round round(long seed) {
    var made = new RandomRounds(seed);
    var readings = made.readings();
    int units = made.oneIn(40) ? made.between(11, 40) : made.between(1, 8);
    var reports = new ArrayList<Decision1663.Report>();
    for (int i = 0; i < units; i++) {
      var report =
          i > 0 && made.oneIn(8) ? made.twin("u" + i, made.pick(reports)) : made.report("u" + i);
      reports.add(made.oneIn(6) ? made.besideAFloor(report, readings) : report);
    }
    return new Round(seed, List.copyOf(reports), readings);
  }

  private Decision1663.Readings readings() {
    return new Decision1663.Readings(
        pick(List.of(Decision1663.Rounding.values())),
        oneIn(2),
        pick(List.of(Decision1663.WhenNotApplicable.values())),
        oneIn(2),
        oneIn(2),
        pick(List.of(Decision1663.Overall.values())));
  }

  private Decision1663.Report report(String unit) {
    int quality = oneIn(3) ? between(90, 100) : between(0, 100);
    int blanks = oneIn(2) ? 0 : between(1, 15);
    var answers = new HashMap<String, String>();
    YES_NO.forEach(fact ->
        answers.put(
            fact,
            oneIn(40)
                ? Decision1663.THERE_IS_NONE
                : String.valueOf(random.nextInt(100) < quality)));
    LANGUAGES.forEach(fact ->
        answers.put(
            fact,
            oneIn(40)
                ? Decision1663.THERE_IS_NONE
                : random.nextInt(100) < quality ? "vi_en" : pick(List.of("vi", "none"))));
    answers.put("it_officers", pick(List.of("0", "1", "2", "3", Decision1663.THERE_IS_NONE)));
    answers.put(
        "security_awareness_sessions",
        pick(List.of("0", "1", "2", "3", "4", Decision1663.THERE_IS_NONE)));
    answers.put("portal_news_per_week", oneIn(20) ? Decision1663.THERE_IS_NONE : pick(NEWS));
    answers.put("plan_issued_on", oneIn(12) ? Decision1663.THERE_IS_NONE : date());
    SHARES.forEach(share -> answers.computeIfAbsent(share.whole(), _ -> whole()));
    SHARES.forEach(
        share -> answers.put(share.part(), part(share, answers.get(share.whole()), quality)));
    answers.keySet().removeIf(_ -> random.nextInt(100) < blanks);
    return new Decision1663.Report(
        unit, group(), Map.copyOf(answers), notApplicable(), deductions());
  }

  private String group() {
    return oneIn(4) ? Decision1663.DISTRICT : Decision1663.DEPARTMENT;
  }

  private String date() {
    return oneIn(4)
        ? LocalDate.of(2016, 1, 1).plusDays(random.nextInt(1000)).toString()
        : pick(ISSUE_DATES);
  }

  private String whole() {
    return switch (random.nextInt(8)) {
      case 0 -> oneIn(2) ? "0" : oneIn(3) ? Decision1663.THERE_IS_NONE : "1";
      case 1 -> String.valueOf(between(1, 9));
      case 2 -> String.valueOf(20L * between(1, 20));
      case 3 -> String.valueOf(between(1, 5000));
      case 4 -> oneIn(4) ? String.valueOf(random.nextLong(1, 1_000_000_000_001L)) : "97";
      default -> String.valueOf(10L * between(1, 30));
    };
  }

  /**
   * A part of the whole: on a threshold, beside it, above the whole, or anything. Bandwidth may be
   * a decimal.
   */
  private String part(Share share, String wholeTyped, int quality) {
    long whole = wholeTyped.equals(Decision1663.THERE_IS_NONE) ? 0 : Long.parseLong(wholeTyped);
    if (oneIn(50)) {
      return Decision1663.THERE_IS_NONE;
    }
    if (share.part().equals("bandwidth_mbps") && oneIn(2)) {
      var threshold = BigDecimal.valueOf(whole).multiply(new BigDecimal(pick(List.of("0.5", "1"))));
      return threshold
          .add(new BigDecimal(pick(List.of("0", "0.000001", "0.5", "0.10"))))
          .toPlainString();
    }
    long at = whole * pick(share.hundredths()) / 100;
    return String.valueOf(
        switch (random.nextInt(10)) {
          case 0, 1 -> at;
          case 2 -> at + 1;
          case 3 -> Math.max(0, at - 1);
          case 4 -> whole + between(0, 3);
          case 5 -> random.nextLong(2 * whole + 2);
          default -> whole * Math.min(100, quality + between(0, 10)) / 100;
        });
  }

  private Set<String> notApplicable() {
    if (!oneIn(4)) {
      return Set.of();
    }
    if (oneIn(4)) {
      return WITHOUT_PUBLIC_SERVICES;
    }
    if (oneIn(25)) {
      return Set.of("I", "II", "III", "IV", "V");
    }
    var codes = new LinkedHashSet<String>();
    for (int i = between(1, 4); i > 0; i--) {
      codes.add(pick(CODES));
    }
    return codes;
  }

  private List<Decision1663.Deduction> deductions() {
    var deductions = new ArrayList<Decision1663.Deduction>();
    for (int i = oneIn(5) ? between(1, 3) : 0; i > 0; i--) {
      deductions.add(new Decision1663.Deduction(pick(TAKEN_AWAY), !oneIn(3)));
    }
    return deductions;
  }

  /** The same answers under another name, perhaps in another group: ties. */
  private Decision1663.Report twin(String unit, Decision1663.Report of) {
    return new Decision1663.Report(
        unit, group(), of.answers(), of.notApplicable(), of.deductions());
  }

  /**
   * The same report, with a deduction that brings the total to the floor of a grade or close to it.
   */
  private Decision1663.Report besideAFloor(
      Decision1663.Report report, Decision1663.Readings readings) {
    var total = Decision1663.score(List.of(report), readings).getFirst().total();
    var printed =
        new BigDecimal(total.numerator())
            .divide(new BigDecimal(total.denominator()), 2, RoundingMode.HALF_UP);
    var below =
        FLOORS.stream().filter(floor -> floor.add(BigDecimal.TWO).compareTo(printed) < 0).toList();
    if (below.isEmpty()) {
      return report;
    }
    var wanted = pick(below).add(new BigDecimal(pick(BESIDE_A_FLOOR)));
    var deductions = new ArrayList<>(report.deductions());
    deductions.add(new Decision1663.Deduction(printed.subtract(wanted).toPlainString(), true));
    return new Decision1663.Report(
        report.unit(), report.group(), report.answers(), report.notApplicable(), deductions);
  }

  private boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  private int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
