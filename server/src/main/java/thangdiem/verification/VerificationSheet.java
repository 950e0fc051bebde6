package thangdiem.verification;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Points;
import thangdiem.criteria.Section;
import thangdiem.document.Annex;
import thangdiem.document.Block;
import thangdiem.document.OfficialDocument;
import thangdiem.document.OfficialHead;
import thangdiem.document.Signatures;
import thangdiem.document.Strokes;
import thangdiem.orgunit.Committee;
import thangdiem.round.Round;
import thangdiem.scoring.ScoreLine;
import thangdiem.words.Words;

/**
 * The sheet on which a unit was verified (phiếu thẩm định, J5): totals by section, every difference
 * with who found it and why as annex I, all criteria as annex II. Vietnamese whatever the reader's
 * language.
 *
 * @param names of the unit's verifiers
 */
record VerificationSheet(
    Committee committee, Round round, CriteriaSet set, VerifiedUnit unit, List<String> names) {

  private static final Words SAY = Words.VIETNAMESE;

  /** A criterion in two columns. */
  private record Pair(ScoreLine claimed, ScoreLine verified) {
    boolean differs() {
      return !claimed.points().equals(verified.points());
    }

    boolean counts() {
      return claimed.counts() || verified.counts();
    }
  }

  OfficialDocument document() {
    return new OfficialDocument(
        new OfficialHead(
            List.of(committee.name(), SAY.say("document.lead")),
            SAY.say("verify.paper.number"),
            "",
            SAY.say("verify.paper.placed", committee.place(), round.year() + 1)),
        SAY.say("verify.paper.type"),
        SAY.say("verify.paper.subject", round.year(), unit.unit().name()),
        blocks(),
        new Signatures(
            names.isEmpty()
                ? List.of(signer(""))
                : names.stream().map(VerificationSheet::signer).toList(),
            List.of(unit.unit().name(), SAY.say("verify.paper.to.file"))),
        Stream.of(differences(), all()).filter(annex -> !annex.blocks().isEmpty()).toList());
  }

  private static Signatures.Signer signer(String name) {
    return new Signatures.Signer(List.of(SAY.say("verify.paper.signer")), name, Strokes.NONE);
  }

  private List<Pair> pairs() {
    var pairs = new ArrayList<Pair>();
    for (int i = 0; i < unit.claimedScore().lines().size(); i++) {
      var pair = new Pair(unit.claimedScore().lines().get(i), unit.verifiedScore().lines().get(i));
      if (pair.counts()) {
        pairs.add(pair);
      }
    }
    return pairs;
  }

  private List<Pair> pairs(Section section) {
    return pairs().stream()
        .filter(pair -> section.scored().anyMatch(pair.claimed().criterion()::equals))
        .toList();
  }

  private boolean isFound(Pair pair) {
    return unit.standing(pair.claimed().criterion().code()).isPresent();
  }

  private List<Block> blocks() {
    var pairs = pairs();
    long found = pairs.stream().filter(this::isFound).count();
    var blocks = new ArrayList<Block>();
    blocks.add(
        new Block.Paragraph(
            SAY.say(
                "verify.paper.total",
                number(unit.claimedScore().total()),
                unit.claimedScore().grade().name(),
                number(unit.verifiedScore().total()),
                unit.verifiedScore().grade().name())));
    blocks.add(
        new Block.Paragraph(
            SAY.say(
                "verify.paper.done",
                String.valueOf(found),
                String.valueOf(pairs.size()),
                "%02d".formatted(pairs.stream().filter(Pair::differs).count()))));
    if (found < pairs.size()) {
      blocks.add(new Block.Note(SAY.say("verify.paper.unfinished")));
    }
    blocks.add(bySection());
    return blocks;
  }

  private Block.Table bySection() {
    var rows = new ArrayList<Block.Table.Row>();
    for (var section : set.sections()) {
      var pairs = pairs(section);
      if (!pairs.isEmpty()) {
        rows.add(
            new Block.Table.Row(
                List.of(
                    section.code(),
                    section.name(),
                    number(sum(pairs.stream().map(pair -> pair.claimed().max()))),
                    number(sum(pairs.stream().map(pair -> pair.claimed().points()))),
                    number(sum(pairs.stream().map(pair -> pair.verified().points())))),
                false));
      }
    }
    rows.add(
        new Block.Table.Row(
            List.of(
                "",
                SAY.say("document.column.total"),
                "",
                number(unit.claimedScore().total()),
                number(unit.verifiedScore().total())),
            true));
    return new Block.Table(
        List.of(
            column("code", 9, Block.Table.Side.CENTRE),
            column("section", 49, Block.Table.Side.LEFT),
            column("max", 14, Block.Table.Side.RIGHT),
            column("claimed", 14, Block.Table.Side.RIGHT),
            column("verified", 14, Block.Table.Side.RIGHT)),
        rows);
  }

  private static Points sum(Stream<Points> points) {
    return points.reduce(Points.NONE, Points::plus);
  }

  private static String number(Points points) {
    return SAY.number(points.decimal());
  }

  private static Block.Table.Column column(String name, int share, Block.Table.Side side) {
    return new Block.Table.Column(SAY.say("verify.paper.column." + name), share, side);
  }

  /** What was found otherwise than claimed, and the claims that were decided. */
  private Annex differences() {
    var rows = new ArrayList<Block.Table.Row>();
    for (var pair : pairs()) {
      var code = pair.claimed().criterion().code();
      if (pair.differs()) {
        rows.add(
            row(
                code,
                pair.claimed().criterion().name(),
                number(pair.claimed().points()),
                number(pair.verified().points()),
                why(code)));
      }
    }
    for (var claim : unit.reasons().entrySet()) {
      rows.add(
          row(
              claim.getKey(),
              Queue.name(set, claim.getKey()),
              SAY.say("verify.paper.claims"),
              "",
              claim.getValue() + "\n" + why(claim.getKey())));
    }
    return new Annex(
        SAY.say("verify.paper.differences"),
        SAY.say("verify.paper.annexOf", unit.unit().name()),
        rows.isEmpty()
            ? List.of()
            : List.of(
                new Block.Table(
                    List.of(
                        column("code", 10, Block.Table.Side.CENTRE),
                        column("criterion", 30, Block.Table.Side.LEFT),
                        column("claimed", 13, Block.Table.Side.RIGHT),
                        column("verified", 13, Block.Table.Side.RIGHT),
                        column("why", 34, Block.Table.Side.LEFT)),
                    rows)));
  }

  private static Block.Table.Row row(
      String code, String name, String claimed, String verified, String why) {
    return new Block.Table.Row(List.of(code, name, claimed, verified, why), false);
  }

  /** What stands about it, and who said so; of a fact that is shared, what was found elsewhere. */
  private String why(String code) {
    return unit.standing(code)
        .map(finding ->
            SAY.say("verify.verdict." + finding.verdict())
                + finding
                    .ground()
                    .map(ground -> ". " + SAY.say("verify.ground." + ground))
                    .orElse("")
                + (finding.words().isEmpty() ? "" : ". " + finding.words())
                + " ("
                + finding.by()
                + ", "
                + thangdiem.words.VietnamTime.show(finding.at())
                + ")")
        .orElse(SAY.say("verify.paper.sharedFact"));
  }

  private Annex all() {
    var rows = new ArrayList<Block.Table.Row>();
    for (var section : set.sections()) {
      var pairs = pairs(section);
      if (!pairs.isEmpty()) {
        rows.add(new Block.Table.Row(List.of(section.code(), section.name(), "", "", ""), true));
      }
      for (var pair : pairs) {
        var code = pair.claimed().criterion().code();
        rows.add(
            row(
                code,
                pair.claimed().criterion().name(),
                number(pair.claimed().points()),
                number(pair.verified().points()),
                unit.standing(code)
                    .map(finding -> SAY.say("verify.verdict." + finding.verdict()))
                    .orElse("–")));
      }
    }
    return new Annex(
        SAY.say("verify.paper.all"),
        SAY.say("verify.paper.annexOf", unit.unit().name()),
        List.of(
            new Block.Table(
                List.of(
                    column("code", 10, Block.Table.Side.CENTRE),
                    column("criterion", 46, Block.Table.Side.LEFT),
                    column("claimed", 13, Block.Table.Side.RIGHT),
                    column("verified", 13, Block.Table.Side.RIGHT),
                    column("verdict", 18, Block.Table.Side.LEFT)),
                rows)));
  }

  /** The names of those who verify something of the unit, the first verifiers first. */
  static List<String> names(List<DivisionTable.Duty> duties, VerifiedUnit unit) {
    var names = new LinkedHashSet<String>();
    duties.stream()
        .filter(duty -> duty.unit().equals(unit.unit().unit()))
        .sorted(java.util.Comparator.comparing(DivisionTable.Duty::place))
        .forEach(duty -> names.add(duty.name()));
    return List.copyOf(names);
  }
}
