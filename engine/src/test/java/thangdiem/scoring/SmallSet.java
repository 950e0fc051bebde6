package thangdiem.scoring;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thangdiem.criteria.CriteriaReader;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Points;
import thangdiem.criteria.Rational;

/** Criteria sets of a few lines and units with a few answers, for examples. */
public final class SmallSet {

  private static final String HEAD =
      """
      id: vi-du/2017
      name: Ví dụ
      year: 2017
      illustration: true
      scale: 100
      legalBasis: {number: 1/QĐ, issuedOn: 2017-01-01, issuer: Không ai, title: Ví dụ}
      levels: [Nội dung, Tiêu chí]
      period: {from: 01/01 year, to: 31/12 year}
      deadline: {at: 15/12 year}
      groups:
        - {id: department, name: Sở}
        - {id: district, name: Huyện}
        - {id: guest, name: Khách, ranked: false}
      grades:
        - {name: Tốt, atLeast: 85}
        - {name: Khá, atLeast: 70}
        - {name: Trung bình, atLeast: 55}
        - {name: Yếu}
      deductions:
        - {kind: late-report, name: Báo cáo muộn, points: 5}
        - {kind: incident, name: Sự cố}
      facts:
        - {id: a, label: A, type: count, unit: cái}
        - {id: b, label: B, type: count, unit: cái}
        - {id: c, label: C, type: decimal, unit: cái, min: -1000}
        - {id: share, label: Tỷ lệ, type: decimal, unit: "%"}
        - {id: yes, label: Có, type: boolean}
        - {id: also, label: Cũng, type: boolean}
        - {id: colour, label: Màu, type: choice, options: [{id: red, label: Đỏ}, {id: blue, label: Xanh}]}
        - {id: paint, label: Sơn, type: choice, options: [{id: red, label: Đỏ}, {id: blue, label: Xanh}]}
        - {id: day, label: Ngày, type: date}
        - {id: until, label: Hạn, type: date}
        - {id: remark, label: Ghi chú, type: text}
      """;

  private SmallSet() {}

  /** A set with those sections (and gates, checks, …), in YAML. */
  public static CriteriaSet of(String rest) {
    return CriteriaReader.read("vi-du.yaml", HEAD + rest, List.of()).set();
  }

  /**
   * A set with those sections in which districts have a scale of their own, 40, and floors that
   * differ from the departments' in percent and in points.
   */
  public static CriteriaSet ofTwoScales(String rest) {
    return CriteriaReader.read(
            "vi-du.yaml",
            HEAD.replace("name: Huyện}", "name: Huyện, scale: 40}")
                    .replace("atLeast: 85", "atLeast: 85%")
                    .replace("atLeast: 70", "atLeast: {department: 70, district: 30, guest: 70}")
                    .replace("atLeast: 55", "atLeast: 55%")
                + rest,
            List.of())
        .set();
  }

  /** A set whose only criterion I.1 is worth 100 points by that rule. */
  public static CriteriaSet withRule(String rule) {
    return of(
        """
        sections:
          - code: I
            name: Một
            maxPoints: 100
            criteria:
              - {code: I.1, name: Tiêu chí, maxPoints: 100, rule: %s}
        """
            .formatted(rule));
  }

  /** A department that answers nothing yet. */
  public static Unit unit(String id) {
    return new Unit(id, "department", Map.of(), Map.of(), List.of(), List.of(), Optional.empty());
  }

  /** The answers of a unit, put together in one line. */
  public record Unit(
      String id,
      String group,
      Map<String, Fact> facts,
      Map<String, Fact> previous,
      List<String> notApplicable,
      List<Deduction> deductions,
      Optional<OffsetDateTime> submittedAt) {

    public Unit in(String group) {
      return new Unit(id, group, facts, previous, notApplicable, deductions, submittedAt);
    }

    public Unit with(String fact, Fact value) {
      return new Unit(
          id, group, and(facts, fact, value), previous, notApplicable, deductions, submittedAt);
    }

    /** A count or decimal. */
    public Unit with(String fact, String amount) {
      return with(fact, new Fact.Amount(Rational.of(amount)));
    }

    public Unit with(String fact, long amount) {
      return with(fact, new Fact.Amount(Rational.of(amount)));
    }

    public Unit with(String fact, boolean yes) {
      return with(fact, new Fact.YesNo(yes));
    }

    public Unit chose(String fact, String option) {
      return with(fact, new Fact.Chosen(option));
    }

    public Unit on(String fact, String date) {
      return with(fact, new Fact.Day(LocalDate.parse(date)));
    }

    public Unit none(String fact) {
      return with(fact, new Fact.None());
    }

    public Unit lastYear(String fact, long amount) {
      return lastYear(fact, new Fact.Amount(Rational.of(amount)));
    }

    public Unit lastYear(String fact, Fact value) {
      return new Unit(
          id, group, facts, and(previous, fact, value), notApplicable, deductions, submittedAt);
    }

    public Unit without(String... codes) {
      return new Unit(id, group, facts, previous, List.of(codes), deductions, submittedAt);
    }

    public Unit less(String kind, Optional<String> points, Optional<String> decision) {
      var more = new ArrayList<>(deductions);
      more.add(new Deduction(kind, points.map(Points::of), decision, ""));
      return new Unit(id, group, facts, previous, notApplicable, List.copyOf(more), submittedAt);
    }

    public Unit sentAt(String instant) {
      return new Unit(
          id,
          group,
          facts,
          previous,
          notApplicable,
          deductions,
          Optional.of(OffsetDateTime.parse(instant)));
    }

    public UnitAnswers answers() {
      return new UnitAnswers(
          id, "Đơn vị " + id, group, facts, previous, notApplicable, deductions, submittedAt, true);
    }

    /** The sheet of this unit alone. */
    public ScoreSheet sheet(CriteriaSet set, Policy policy) {
      return new Scorer(set, policy, List.of()).score(List.of(answers())).getFirst();
    }

    /** The sheet of this unit alone under the default policy. */
    public ScoreSheet sheet(CriteriaSet set) {
      return sheet(set, Policy.DEFAULT);
    }

    private static Map<String, Fact> and(Map<String, Fact> facts, String fact, Fact value) {
      var more = new HashMap<>(facts);
      more.put(fact, value);
      return Map.copyOf(more);
    }
  }
}
