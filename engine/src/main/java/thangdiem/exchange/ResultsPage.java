package thangdiem.exchange;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Grade;
import thangdiem.criteria.OrgUnitGroup;
import thangdiem.criteria.Points;
import thangdiem.criteria.Rational;
import thangdiem.criteria.Section;
import thangdiem.ranking.Robustness;
import thangdiem.ranking.Spread;
import thangdiem.ranking.Standing;
import thangdiem.ranking.Standings;
import thangdiem.ranking.UnitRobustness;
import thangdiem.scoring.Flag;
import thangdiem.scoring.Reasons;
import thangdiem.scoring.ScoreLine;
import thangdiem.scoring.ScoreSheet;
import thangdiem.scoring.SectionScore;
import thangdiem.words.Words;

/**
 * The result page (trang kết quả): one file without network that a council would project. It reads
 * without JavaScript; each score unfolds to its reasons where units are not too many for one page.
 */
public final class ResultsPage {

  /** Units up to which every reason stands in the page. */
  private static final int MOST_WITH_REASONS = 120;

  private static final int MOST_HANGS = 12;
  private static final int MOST_LOST = 5;
  private static final int SECTION_COLOURS = 10;
  private static final Rational HUNDRED = Rational.of(100);
  private static final String PACKAGE = "thangdiem.exchange.page";

  private final Standings standings;
  private final CriteriaSet set;
  private final Reasons reasons;
  private final Words words;
  private final Map<String, UnitRobustness> firm = new HashMap<>();
  private final Optional<Robustness> robustness;
  private final Map<String, Map<String, Rational>> medians = new HashMap<>();
  private final Points longest;

  private ResultsPage(
      Standings standings, Reasons reasons, Optional<Robustness> robustness, Words words) {
    this.standings = standings;
    this.set = standings.set();
    this.reasons = reasons;
    this.words = words;
    this.robustness = robustness;
    robustness.ifPresent(all -> all.units().forEach(unit -> firm.put(unit.unit(), unit)));
    var bonus =
        set.sections().stream()
            .filter(Section::bonus)
            .flatMap(section -> section.maxPoints().byGroup().values().stream())
            .max(Comparator.naturalOrder())
            .orElse(Points.NONE);
    longest = set.largestScale().plus(bonus);
  }

  /**
   * Writes the page.
   *
   * @param note what every reader must know about the answers; may be empty
   * @param sha256 of the criteria file
   */
  public static void write(
      OutputStream out,
      Standings standings,
      Reasons reasons,
      Optional<Robustness> robustness,
      String note,
      String sha256,
      Words words)
      throws IOException {
    var engine =
        TemplateEngine.createPrecompiled(
            null, ContentType.Html, ResultsPage.class.getClassLoader(), PACKAGE);
    engine.setBinaryStaticContent(true);
    var output = new Utf8ByteOutput();
    engine.render(
        "index.jte",
        new ResultsPage(standings, reasons, robustness, words).model(note, sha256),
        output);
    output.writeTo(out);
  }

  private ResultsPageModel model(String note, String sha256) {
    var script = resource("page.js");
    var withReasons = standings.units().size() <= MOST_WITH_REASONS;
    var groups = standings.byGroup();
    groups.forEach((group, members) -> medians.put(group.id(), medians(members)));
    return new ResultsPageModel(
        words,
        "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'; script-src 'sha256-"
            + base64Sha256(script)
            + "'",
        "<style>" + fonts() + resource("page.css") + "</style>",
        "<script>" + script + "</script>",
        say("title", String.valueOf(set.year())),
        set.legalBasis().issuer(),
        say(
            "kicker",
            set.legalBasis().number(),
            set.period().from().in(set.year()),
            set.period().to().in(set.year())),
        lead(groups),
        notices(note),
        keys(),
        say(
            "thresholdNote",
            floors().reversed().stream()
                .map(grade -> grade.name() + " " + number(floor(grade)))
                .collect(Collectors.joining(", "))),
        (set.oneScale() ? floors() : List.<Grade>of())
            .stream()
                .map(grade -> new ResultsPageModel.Mark(along(floor(grade)), number(floor(grade))))
                .toList(),
        groups.entrySet().stream().map(entry -> group(entry.getKey(), entry.getValue())).toList(),
        set.scoredSections().stream()
            .map(section ->
                new ResultsPageModel.HeatHead(section.printedNumber(), section.shortName()))
            .toList(),
        heatSentence(),
        robustness.map(this::firm),
        say(withReasons ? "unitsSay" : "unitsTooMany", String.valueOf(MOST_WITH_REASONS)),
        withReasons ? standings.inOrder().stream().map(this::unit).toList() : List.of(),
        policy(),
        say("footer", set.legalBasis().number(), set.id()),
        sha256);
  }

  private String lead(Map<OrgUnitGroup, List<Standing>> groups) {
    var firsts = new ArrayList<String>();
    groups.forEach((group, members) -> {
      var first = members.getFirst();
      if (first.overall().exists()) {
        firsts.add(
            say(
                "leadFirst",
                first.sheet().answers().name(),
                members.size(),
                group.shortName(),
                points(first.sheet().total())));
      }
    });
    var grades =
        set.grades().highestFirst().stream()
            .map(grade ->
                standings.units().stream()
                        .filter(unit -> unit.sheet().grade().equals(grade))
                        .count()
                    + " "
                    + grade.name())
            .collect(Collectors.joining(", "));
    var text =
        String.join("; ", firsts) + ". " + say("leadGrades", standings.units().size(), grades);
    long near = flagged(Flag.NEAR_BOUNDARY);
    long flips = flagged(Flag.ORDER_FLIPS);
    return text
        + (near > 0 ? " " + say("leadNear", near) : "")
        + (flips > 0 ? " " + say("leadFlips", flips) : "");
  }

  private long flagged(Flag flag) {
    return standings.units().stream().filter(unit -> unit.flags().contains(flag)).count();
  }

  private List<String> notices(String note) {
    var notices = new ArrayList<String>();
    if (set.illustration()) {
      notices.add(say("illustration"));
    }
    if (!note.isEmpty()) {
      notices.add(note);
    }
    return notices;
  }

  private List<ResultsPageModel.Key> keys() {
    var keys = new ArrayList<ResultsPageModel.Key>();
    for (var section : set.scoredSections()) {
      keys.add(
          new ResultsPageModel.Key(
              style(section), section.printedNumber() + " " + section.shortName()));
    }
    set.sections().stream()
        .filter(Section::bonus)
        .forEach(section -> keys.add(new ResultsPageModel.Key("fb", section.shortName())));
    return keys;
  }

  private String style(Section section) {
    return "f" + (set.scoredSections().indexOf(section) % SECTION_COLOURS + 1);
  }

  private List<Grade> floors() {
    return set.grades().highestFirst().stream().filter(grade -> grade.floor().isPresent()).toList();
  }

  private static Points floor(Grade grade) {
    return grade.floor().orElse(Points.NONE);
  }

  private static Points floor(Grade grade, String group) {
    return grade.floor(group).orElse(Points.NONE);
  }

  private ResultsPageModel.Group group(OrgUnitGroup group, List<Standing> members) {
    var totals = members.stream().map(unit -> unit.sheet().total()).toList();
    var sentence =
        members.size() < 2
            ? say("groupOne")
            : say("groupSay", widest(members), points(totals.getFirst()), points(totals.getLast()));
    return new ResultsPageModel.Group(
        group.id(), group.name(), group.shortName(), sentence, rows(members));
  }

  private List<ResultsPageModel.Row> rows(List<Standing> members) {
    var seen = new HashSet<Integer>();
    var shared = new HashSet<Integer>();
    members.stream()
        .map(unit -> unit.overall().inGroup())
        .filter(rank -> rank > 0 && !seen.add(rank))
        .forEach(shared::add);
    return members.stream()
        .map(unit -> row(unit, members.size(), shared.contains(unit.overall().inGroup())))
        .toList();
  }

  /** The section that sets the units of a group furthest apart, in words. */
  private String widest(List<Standing> members) {
    String widest = "";
    Points most = Points.of(-1);
    for (var section : set.scoredSections()) {
      var own =
          members.stream()
              .flatMap(unit -> section(unit.sheet(), section).stream())
              .map(SectionScore::points)
              .sorted()
              .toList();
      if (own.size() > 1) {
        var width = own.getLast().minus(own.getFirst());
        if (width.compareTo(most) > 0) {
          most = width;
          widest =
              say("widest", section.printedNumber() + " " + section.shortName(), points(width));
        }
      }
    }
    return widest;
  }

  private static Optional<SectionScore> section(ScoreSheet sheet, Section section) {
    return sheet.sections().stream()
        .filter(score -> score.section().code().equals(section.code()) && score.applies())
        .findFirst();
  }

  private ResultsPageModel.Row row(Standing unit, int members, boolean tied) {
    var sheet = unit.sheet();
    int rank = unit.overall().inGroup();
    var bars = new ArrayList<ResultsPageModel.Bar>();
    var parts = new ArrayList<String>();
    var from = Points.NONE;
    for (var score : sheet.sections()) {
      bars.add(
          new ResultsPageModel.Bar(style(score.section()), along(from), along(score.points())));
      parts.add(score.section().printedNumber() + " " + points(score.points()));
      from = from.plus(score.points());
    }
    if (sheet.bonus().value().signum() > 0) {
      bars.add(new ResultsPageModel.Bar("fb", along(from), along(sheet.bonus())));
      parts.add(say("bonus") + " " + points(sheet.bonus()));
    }
    return new ResultsPageModel.Row(
        sheet.answers().unit(),
        sheet.answers().name(),
        rank > 0 ? String.valueOf(rank) : say("unrankedShort"),
        String.valueOf(rank > 0 ? rank : Integer.MAX_VALUE),
        tied,
        unit.flags().stream().map(flag -> mark(unit, flag)).toList(),
        sheet.answers().name() + ": " + String.join(", ", parts),
        bars,
        points(sheet.total()),
        sheet.total().toString(),
        sheet.grade().name(),
        gradeStyle(sheet.grade()),
        interval(unit, members),
        heat(sheet));
  }

  private String gradeStyle(Grade grade) {
    return "g" + Math.min(6, set.grades().highestFirst().indexOf(grade) + 1);
  }

  private String mark(Standing unit, Flag flag) {
    if (flag == Flag.NEAR_BOUNDARY) {
      var total = unit.sheet().total();
      var group = unit.sheet().answers().group();
      return floors().stream()
          .min(Comparator.comparing((Grade grade) -> distance(total, floor(grade, group))))
          .map(grade -> {
            var floor = floor(grade, group);
            return total.compareTo(floor) < 0
                ? say("nearBelow", points(distance(total, floor)), grade.name())
                : say("nearAbove", points(distance(total, floor)), grade.name());
          })
          .orElse("");
    }
    if (flag == Flag.ORDER_FLIPS) {
      var other = standings.policy().overall().other().text();
      return say("flips." + other, unit.otherReading().overall(), unit.overall().overall());
    }
    return words.say("workbook.flag." + flag.text());
  }

  private static Points distance(Points one, Points other) {
    return one.compareTo(other) >= 0 ? one.minus(other) : other.minus(one);
  }

  private ResultsPageModel.Interval interval(Standing unit, int size) {
    var own = firm.get(unit.sheet().answers().unit());
    if (own == null || own.weights().lowInGroup() == 0) {
      return new ResultsPageModel.Interval(say("unranked"), "0%", "0%", "0%", "");
    }
    var spread = own.weights();
    return new ResultsPageModel.Interval(
        say("intervalLabel", range(spread)),
        whisker(spread.lowInGroup(), size),
        whisker(spread.highInGroup(), size),
        whisker(unit.overall().inGroup(), size),
        range(spread));
  }

  private static String whisker(int rank, int size) {
    return percent(Rational.of(4).plus(Rational.of(68L * (rank - 1), Math.max(1, size - 1))));
  }

  private static String range(Spread spread) {
    return spread.lowInGroup() == spread.highInGroup()
        ? String.valueOf(spread.lowInGroup())
        : spread.lowInGroup() + "–" + spread.highInGroup();
  }

  private List<ResultsPageModel.HeatCell> heat(ScoreSheet sheet) {
    var cells = new ArrayList<ResultsPageModel.HeatCell>();
    for (var section : set.scoredSections()) {
      var score = section(sheet, section).filter(own -> own.max().value().signum() > 0);
      if (score.isEmpty()) {
        cells.add(new ResultsPageModel.HeatCell("nr", say("unrankedShort")));
      } else {
        var share =
            score.get().points().value().dividedBy(score.get().max().value()).times(HUNDRED);
        int step = share.toDecimal(0).intValue();
        // Seven steps: below 50 %, then every 8.33 points up to 100.
        int level = step < 50 ? 1 : Math.min(7, 2 + (step - 50) * 6 / 50);
        cells.add(new ResultsPageModel.HeatCell("h" + level, words.number(share.toDecimal(1))));
      }
    }
    return cells;
  }

  private String heatSentence() {
    String weakest = "";
    Rational least = HUNDRED.times(HUNDRED);
    for (var section : set.scoredSections()) {
      var shares =
          standings.units().stream()
              .flatMap(unit -> section(unit.sheet(), section).stream())
              .filter(score -> score.max().value().signum() > 0)
              .map(score -> score.points().value().dividedBy(score.max().value()).times(HUNDRED))
              .toList();
      if (!shares.isEmpty()) {
        var mean =
            shares.stream()
                .reduce(Rational.ZERO, Rational::plus)
                .dividedBy(Rational.of(shares.size()));
        if (mean.compareTo(least) < 0) {
          least = mean;
          weakest = section.printedNumber() + " " + section.shortName();
        }
      }
    }
    return say("heatSay", weakest, words.number(least.toDecimal(1)));
  }

  private ResultsPageModel.Firm firm(Robustness all) {
    var rows = new ArrayList<ResultsPageModel.FirmRow>();
    long stable = 0;
    for (var unit : standings.inOrder()) {
      var own = firm.get(unit.sheet().answers().unit());
      if (own == null || !unit.overall().exists()) {
        continue;
      }
      stable += own.weights().low() == own.weights().high() ? 1 : 0;
      var grades =
          own.weights().gradeShares().entrySet().stream()
              .filter(share -> share.getValue().signum() > 0)
              .map(share ->
                  share.getKey()
                      + " "
                      + words.number(share.getValue().times(HUNDRED).toDecimal(1))
                      + " %")
              .collect(Collectors.joining(" · "));
      rows.add(
          new ResultsPageModel.FirmRow(
              unit.sheet().answers().name(),
              String.valueOf(unit.overall().overall()),
              overall(own.policies()),
              overall(own.weights()),
              overall(own.sections()),
              words.number(own.weights().firstShare().times(HUNDRED).toDecimal(1)) + " %",
              grades));
    }
    var names = new HashMap<String, String>();
    set.scored().forEach(criterion -> names.put(criterion.code(), criterion.name()));
    var hangs =
        all.criteria().stream()
            .limit(MOST_HANGS)
            .map(influence ->
                new ResultsPageModel.Hangs(
                    influence.code() + " " + names.getOrDefault(influence.code(), ""),
                    String.valueOf(influence.pairsTurned()),
                    words.number(influence.meanRankShift().toDecimal(2))))
            .toList();
    return new ResultsPageModel.Firm(
        say(
            "firmSay",
            stable,
            rows.size(),
            words.number(BigDecimal.valueOf(all.draws())),
            all.policies(),
            String.valueOf(all.seed())),
        rows,
        hangs);
  }

  private static String overall(Spread spread) {
    return spread.low() == spread.high()
        ? String.valueOf(spread.low())
        : spread.low() + "–" + spread.high();
  }

  private Map<String, Rational> medians(List<Standing> members) {
    var medians = new HashMap<String, Rational>();
    for (var section : set.scoredSections()) {
      var own =
          members.stream()
              .flatMap(unit -> section(unit.sheet(), section).stream())
              .map(score -> score.points().value())
              .sorted()
              .toList();
      if (!own.isEmpty()) {
        var upper = own.get(own.size() / 2);
        medians.put(
            section.code(),
            own.size() % 2 == 1
                ? upper
                : upper.plus(own.get(own.size() / 2 - 1)).dividedBy(Rational.of(2)));
      }
    }
    return medians;
  }

  private ResultsPageModel.Unit unit(Standing standing) {
    var sheet = standing.sheet();
    var answers = sheet.answers();
    var rank =
        standing.overall().exists()
            ? String.valueOf(standing.overall().inGroup())
            : say("unrankedShort");
    var figures = new ArrayList<ResultsPageModel.Figure>();
    figures.add(
        new ResultsPageModel.Figure(
            say("total"), points(sheet.total()), "/" + number(set.scale(answers.group()))));
    figures.add(new ResultsPageModel.Figure(say("rankInGroup"), rank, ""));
    figures.add(
        new ResultsPageModel.Figure(
            say("rankOverall"),
            standing.overall().exists()
                ? String.valueOf(standing.overall().overall())
                : say("unrankedShort"),
            ""));
    figures.add(new ResultsPageModel.Figure(say("grade"), sheet.grade().name(), ""));
    figures.add(
        new ResultsPageModel.Figure(
            say("meanPercent"), words.number(sheet.meanPercent().toDecimal(2)), "%"));
    if (!answers.notApplicable().isEmpty() || !sheet.rescaled().total().equals(sheet.total())) {
      figures.add(
          new ResultsPageModel.Figure(
              say("rescaled"), points(sheet.rescaled().total()), sheet.rescaled().grade().name()));
    }
    var medians = this.medians.getOrDefault(answers.group(), Map.of());
    return new ResultsPageModel.Unit(
        answers.unit(),
        answers.group(),
        answers.name(),
        rank,
        points(sheet.total()),
        figures,
        remarks(standing),
        sheet.sections().stream()
            .map(score ->
                profile(score, medians.getOrDefault(score.section().code(), Rational.ZERO)))
            .toList(),
        lost(sheet),
        sections(standing));
  }

  private List<String> remarks(Standing standing) {
    var sheet = standing.sheet();
    var remarks = new ArrayList<String>();
    standing.flags().forEach(flag -> remarks.add(mark(standing, flag)));
    sheet.failedGates().forEach(gate -> remarks.add(gate.name()));
    for (var effect : sheet.deductionEffects()) {
      var name =
          set.deductions().stream()
              .filter(kind -> kind.kind().equals(effect.deduction().kind()))
              .map(kind -> kind.name())
              .findFirst()
              .orElse(effect.deduction().kind());
      remarks.add(
          effect.effect().value().signum() > 0
              ? say(
                  "deduction",
                  name,
                  points(effect.effect()),
                  effect.deduction().decision().orElse(""),
                  effect.deduction().reason())
              : say("deductionPending", name, effect.deduction().reason()));
    }
    sheet.failedChecks().forEach(check -> remarks.add(say("check", check.message())));
    if (!sheet.answers().notApplicable().isEmpty()) {
      remarks.add(say("notApplicable", String.join(", ", sheet.answers().notApplicable())));
    }
    return remarks;
  }

  private ResultsPageModel.Profile profile(SectionScore score, Rational median) {
    var max = score.max().value();
    var difference = score.points().value().minus(median);
    var sign = difference.signum() > 0 ? "+" : "";
    return new ResultsPageModel.Profile(
        score.section().printedNumber() + ". " + score.section().name(),
        score.applies() ? points(score.points()) : say("unrankedShort"),
        number(score.max()),
        sign + words.number(difference.toDecimal(2)),
        difference.signum() > 0 ? "up" : difference.signum() < 0 ? "dn" : "m",
        say(
            "profileLabel",
            score.section().shortName(),
            points(score.points()),
            number(score.max()),
            words.number(median.toDecimal(2))),
        style(score.section()),
        part(score.points().value(), max),
        part(median, max));
  }

  private static String part(Rational value, Rational of) {
    return of.signum() == 0 ? "0%" : percent(value.dividedBy(of).times(HUNDRED));
  }

  private List<ResultsPageModel.Lost> lost(ScoreSheet sheet) {
    var bonus =
        set.sections().stream()
            .filter(Section::bonus)
            .flatMap(Section::scored)
            .map(criterion -> criterion.code())
            .toList();
    return sheet.lines().stream()
        .filter(line ->
            line.counts()
                && line.points().compareTo(line.max()) < 0
                && !bonus.contains(line.criterion().code()))
        .sorted(
            Comparator.comparing((ScoreLine line) -> line.max().minus(line.points())).reversed())
        .limit(MOST_LOST)
        .map(line ->
            new ResultsPageModel.Lost(
                line.criterion().code(),
                line.criterion().name(),
                words.number(line.points().minus(line.max()).value().toDecimal(2))))
        .toList();
  }

  private List<ResultsPageModel.UnitSection> sections(Standing standing) {
    var sheet = standing.sheet();
    var lines = new HashMap<String, ScoreLine>();
    sheet.lines().forEach(line -> lines.put(line.criterion().code(), line));
    var sections = new ArrayList<ResultsPageModel.UnitSection>();
    for (var section : set.sections()) {
      var max = section.maxPoints().of(sheet.answers().group());
      if (max.isPresent()) {
        var points =
            section.bonus()
                ? sheet.bonus()
                : sheet.sections().stream()
                    .filter(score -> score.section().code().equals(section.code()))
                    .map(SectionScore::points)
                    .findFirst()
                    .orElse(Points.NONE);
        sections.add(
            new ResultsPageModel.UnitSection(
                section.printedNumber() + ". " + section.name(),
                points(points),
                number(max.get()),
                section
                    .scored()
                    .map(criterion -> lines.get(criterion.code()))
                    .filter(Objects::nonNull)
                    .map(line -> line(line, sheet))
                    .toList()));
      }
    }
    return sections;
  }

  private ResultsPageModel.Line line(ScoreLine line, ScoreSheet sheet) {
    var reason = reasons.of(line, sheet.answers());
    return new ResultsPageModel.Line(
        line.criterion().code(),
        line.criterion().name(),
        points(line.points()),
        number(line.max()),
        line.points().value().signum() == 0,
        line.flags().stream().map(flag -> words.say("workbook.flag." + flag.text())).toList(),
        reason.facts(),
        reason.rule(),
        reason.arithmetic(),
        reason.basis());
  }

  private List<ResultsPageModel.Setting> policy() {
    var settings = new ArrayList<ResultsPageModel.Setting>();
    standings
        .policy()
        .settings()
        .forEach((key, value) -> {
          var meaning =
              words.keys().contains("page.policy." + key + "." + value)
                  ? say("policy." + key + "." + value)
                  : value;
          settings.add(new ResultsPageModel.Setting(key + " = " + value, meaning));
        });
    return settings;
  }

  /** A length along the bars of the ranking. */
  private String along(Points points) {
    return part(points.value(), longest.value());
  }

  private static String percent(Rational value) {
    return value.toDecimal(2).toPlainString() + "%";
  }

  private String points(Points points) {
    return words.number(
        points.decimal().scale() > 2
            ? points.decimal().setScale(2, RoundingMode.HALF_UP)
            : points.decimal());
  }

  private String number(Points points) {
    var plain = points.decimal().stripTrailingZeros();
    return words.number(plain.scale() < 0 ? plain.setScale(0) : plain);
  }

  private String say(String key, Object... arguments) {
    return words.say("page." + key, arguments);
  }

  private static String fonts() {
    var css = new StringBuilder();
    var vietnamese =
        "U+102-103,U+110-111,U+128-129,U+168-169,U+1A0-1A1,U+1AF-1B0,U+300-301,U+303-304,U+308-309,U+323,U+1EA0-1EF9";
    var latin = "U+0-FF,U+2000-206F,U+2191,U+2193,U+2212";
    for (int weight : new int[] {400, 600}) {
      css.append(
          face(
              "V",
              String.valueOf(weight),
              "be-vietnam-pro-vietnamese-" + weight + "-normal",
              vietnamese));
      css.append(
          face("V", String.valueOf(weight), "be-vietnam-pro-latin-" + weight + "-normal", latin));
    }
    css.append(
        face(
            "So",
            "100 900",
            "inter-digits-wght",
            "U+25,U+28-29,U+2B-3A,U+3C-3E,U+B1,U+B7,U+D7,U+F7,U+2011-2014,U+2191,U+2193,U+2212,U+2260,U+2264-2265"));
    return css.toString();
  }

  private static String face(String family, String weight, String file, String range) {
    return "@font-face{font-family:%s;font-weight:%s;src:url(data:font/woff2;base64,%s);unicode-range:%s}"
        .formatted(
            family, weight, Base64.getEncoder().encodeToString(bytes(file + ".woff2")), range);
  }

  private static String resource(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String name) {
    try (var stream = ResultsPage.class.getResourceAsStream("page/" + name)) {
      return Objects.requireNonNull(stream, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String base64Sha256(String text) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
