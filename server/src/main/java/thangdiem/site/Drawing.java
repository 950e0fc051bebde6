package thangdiem.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Grade;
import thangdiem.criteria.OrgUnitGroup;
import thangdiem.criteria.Points;
import thangdiem.criteria.Rational;
import thangdiem.criteria.Section;
import thangdiem.exchange.Publication;
import thangdiem.ranking.Standing;
import thangdiem.scoring.ScoreSheet;
import thangdiem.scoring.SectionScore;
import thangdiem.words.Words;

/** What all pages of a version draw alike (nét vẽ chung): colours, bars, thresholds, medians. */
final class Drawing {

  private static final int SECTION_COLOURS = 6;
  private static final int GRADE_COLOURS = 4;
  private static final Rational GAP = Rational.of("0.18");

  final Edition edition;
  final Address address;
  final Words words;
  final Figures figures;
  final CriteriaSet set;
  private final Rational longest;
  private final Map<String, Map<String, Rational>> medians = new HashMap<>();

  Drawing(Edition edition, Address address) {
    this.edition = edition;
    this.address = address;
    this.words = Words.of(address.language());
    this.figures = new Figures(words);
    this.set = edition.set();
    this.longest =
        set.sections().stream()
            .filter(Section::bonus)
            .map(section -> greatest(section).value())
            .reduce(set.largestScale().value(), Rational::plus);
  }

  /** Of the round; its criteria may be those of another year. */
  int year() {
    return edition.published().year();
  }

  String say(String key, Object... arguments) {
    return words.say(key, arguments);
  }

  static Points greatest(Section section) {
    return section.maxPoints().byGroup().values().stream()
        .max(Comparator.naturalOrder())
        .orElse(Points.NONE);
  }

  String style(Section section) {
    return section.bonus()
        ? "f7"
        : "f" + (set.scoredSections().indexOf(section) % SECTION_COLOURS + 1);
  }

  String style(Grade grade) {
    int grades = set.grades().highestFirst().size();
    int order = set.grades().highestFirst().indexOf(grade);
    return "g" + (grades <= GRADE_COLOURS ? order + 1 : 1 + order * GRADE_COLOURS / grades);
  }

  /** "II Ứng dụng". */
  static String brief(Section section) {
    return section.printedNumber() + " " + section.shortName();
  }

  List<Bar.Key> keys() {
    return set.sections().stream()
        .map(section ->
            new Bar.Key(style(section), section.bonus() ? section.shortName() : brief(section)))
        .toList();
  }

  List<Grade> floors() {
    return set.grades().highestFirst().stream().filter(grade -> grade.floor().isPresent()).toList();
  }

  static Points floor(Grade grade) {
    return grade.floor().orElse(Points.NONE);
  }

  /** The floor for units of that group. */
  static Points floor(Grade grade, String group) {
    return grade.floor(group).orElse(Points.NONE);
  }

  /** The floors as lines through all bars; none where they differ from group to group. */
  List<Bar.Mark> marks() {
    return (set.oneScale() ? floors() : List.<Grade>of())
        .stream()
            .map(grade ->
                new Bar.Mark(
                    Figures.along(floor(grade).value(), longest), figures.most(floor(grade))))
            .toList();
  }

  /** The whole bar of a unit: its sections, then what it has in bonus. */
  List<Bar.Part> bar(ScoreSheet sheet) {
    var parts = new ArrayList<Bar.Part>();
    var from = Rational.ZERO;
    for (var score : sheet.sections()) {
      parts.add(part(style(score.section()), from, score.points().value(), longest));
      from = from.plus(score.points().value());
    }
    if (sheet.bonus().value().signum() > 0) {
      parts.add(part("f7", from, sheet.bonus().value(), longest));
    }
    return parts;
  }

  static Bar.Part part(String style, Rational from, Rational points, Rational whole) {
    var width = points.dividedBy(whole).times(Rational.of(100)).plus(GAP.negated());
    return new Bar.Part(
        style,
        Figures.along(from, whole),
        width.signum() <= 0 ? "0%" : width.toDecimal(2).toPlainString() + "%");
  }

  /** The bar in words, for who cannot see it. */
  String barInWords(ScoreSheet sheet) {
    var parts = new ArrayList<String>();
    for (var score : sheet.sections()) {
      parts.add(score.section().printedNumber() + " " + figures.points(score.points()));
    }
    if (sheet.bonus().value().signum() > 0) {
      parts.add(say("site.bonus") + " " + figures.points(sheet.bonus()));
    }
    return sheet.answers().name() + ": " + String.join("; ", parts);
  }

  static Optional<SectionScore> score(ScoreSheet sheet, Section section) {
    return sheet.sections().stream()
        .filter(score -> score.section().code().equals(section.code()) && score.applies())
        .findFirst();
  }

  /** The median of a section over the units of a group to which it applies. */
  Optional<Rational> median(OrgUnitGroup group, Section section) {
    return Optional.ofNullable(
        medians
            .computeIfAbsent(group.id(), _ -> medians(edition.members(group)))
            .get(section.code()));
  }

  private Map<String, Rational> medians(List<Standing> members) {
    var found = new HashMap<String, Rational>();
    for (var section : set.scoredSections()) {
      var own =
          members.stream()
              .flatMap(unit -> score(unit.sheet(), section).stream())
              .map(score -> score.points().value())
              .sorted()
              .toList();
      if (!own.isEmpty()) {
        found.put(section.code(), median(own));
      }
    }
    return found;
  }

  static Rational median(List<Rational> sorted) {
    var upper = sorted.get(sorted.size() / 2);
    return sorted.size() % 2 == 1
        ? upper
        : upper.plus(sorted.get(sorted.size() / 2 - 1)).dividedBy(Rational.of(2));
  }

  /** What every reader must know. */
  List<String> notices() {
    var notices = new ArrayList<String>();
    boolean demo = edition.publication().filter(Publication::demo).isPresent();
    if (demo) {
      notices.add(say("site.demo"));
    }
    if (edition.publication().filter(Publication::rehearsal).isPresent()) {
      notices.add(say("site.rehearsal"));
    }
    if (set.illustration()) {
      notices.add(say("site.illustration"));
    }
    if (!demo && !edition.round().answers().note().isEmpty()) { // a demo's note says the same
      notices.add(edition.round().answers().note());
    }
    edition
        .correction()
        .ifPresent(correction ->
            notices.add(
                say(
                    "site.corrects",
                    address.version(),
                    address.version() - 1,
                    correction.document(),
                    correction.words())));
    return notices;
  }

  /** The frame of a page. */
  Frame frame(SitePlace place, String path, String area, String title, String description) {
    var law = set.legalBasis();
    return new Frame(
        words,
        address,
        path,
        area,
        title,
        description,
        issuer(),
        say("site.subject", year()),
        notices(),
        say(
            "site.footer",
            edition.published().decisionNumber(),
            edition.published().decisionOn(),
            law.number(),
            law.issuedOn(),
            law.issuer(),
            address.version()),
        place.style(),
        place.base());
  }

  /** Who publishes: "Ủy ban nhân dân tỉnh Hậu Giang", which a bar has no room for. */
  String issuer() {
    var issuer =
        edition.publication().map(Publication::province).orElseGet(() -> set.legalBasis().issuer());
    return issuer
        .replaceFirst("^Chủ tịch ", "")
        .replaceFirst("(?i)^Ủy ban nhân dân|^Uỷ ban nhân dân", "UBND");
  }
}
