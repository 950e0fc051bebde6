package thangdiem.publication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.OrgUnitGroup;
import thangdiem.criteria.Points;
import thangdiem.criteria.Section;
import thangdiem.document.Annex;
import thangdiem.document.Block;
import thangdiem.document.OfficialDocument;
import thangdiem.document.OfficialHead;
import thangdiem.document.Signatures;
import thangdiem.document.Strokes;
import thangdiem.orgunit.Committee;
import thangdiem.ranking.Rank;
import thangdiem.ranking.Standing;
import thangdiem.ranking.Standings;
import thangdiem.words.Words;

/**
 * The decision that publishes a result (quyết định công bố kết quả xếp hạng, NĐ30 mẫu 1.2), with
 * the ranking as annexes: each group as a whole, then by section. Vietnamese whatever the reader's
 * language.
 *
 * @param committee who decides
 * @param adoptedOn the day on which the council adopted it
 * @param decree absent in the draft: number and day are written in when it is signed
 */
record DecisionDocument(
    Committee committee,
    int year,
    Standings standings,
    LocalDate adoptedOn,
    String resultsSha256,
    String key,
    Optional<Decree> decree) {

  private static final Words SAY = Words.VIETNAMESE;

  OfficialDocument document() {
    var set = standings.set();
    return new OfficialDocument(
        new OfficialHead(
            List.of(SAY.say("publish.paper.committee", committee.province())),
            decree
                .map(known -> SAY.say("publish.paper.number", known.number()))
                .orElse(SAY.say("publish.paper.noNumber")),
            "",
            SAY.say(
                "publish.paper.placed",
                committee.place(),
                decree
                    .map(known -> OfficialHead.day(known.on()))
                    .orElse(SAY.say("publish.paper.noDay", adoptedOn.getYear())))),
        SAY.say("publish.paper.type"),
        SAY.say("publish.paper.subject", committee.province(), year),
        blocks(set),
        new Signatures(
            List.of(
                new Signatures.Signer(
                    List.of(SAY.say("publish.paper.for"), SAY.say("publish.paper.signer")),
                    "",
                    Strokes.NONE)),
            List.of(
                SAY.say("publish.paper.to.asArticle"),
                SAY.say("publish.paper.to.party", committee.province()),
                SAY.say("publish.paper.to.press"),
                SAY.say("publish.paper.to.file"))),
        annexes(set));
  }

  private List<Block> blocks(CriteriaSet set) {
    var basis = set.legalBasis();
    var first = new ArrayList<String>();
    standings
        .byGroup()
        .forEach((group, units) ->
            first.add(SAY.say("publish.paper.group", group.name(), units.size()) + ";"));
    return List.of(
        new Block.Centre(SAY.say("publish.paper.authority", committee.province())),
        new Block.Basis(SAY.say("publish.paper.law")),
        new Block.Basis(
            SAY.say(
                "publish.paper.criteria",
                basis.number(),
                Words.date(basis.issuedOn()),
                basis.issuer(),
                basis.title())),
        new Block.Basis(SAY.say("publish.paper.council", Words.date(adoptedOn))),
        new Block.Centre(SAY.say("publish.paper.decides")),
        new Block.Paragraph(
            SAY.say("publish.paper.article", 1),
            SAY.say("publish.paper.publishes", committee.province(), year)),
        new Block.Items(first),
        new Block.Paragraph(
            SAY.say("publish.paper.article", 2), SAY.say("publish.paper.recompute")),
        new Block.Note(SAY.say("publish.paper.hash", resultsSha256)),
        new Block.Note(SAY.say("publish.paper.key", key)),
        new Block.Paragraph(
            SAY.say("publish.paper.article", 3), SAY.say("publish.paper.carriedOut")));
  }

  private List<Annex> annexes(CriteriaSet set) {
    var of =
        decree
            .map(known ->
                SAY.say(
                    "publish.paper.annexOf",
                    known.number(),
                    Words.date(known.on()),
                    committee.province()))
            .orElse(SAY.say("publish.paper.annexOfDraft", committee.province()));
    var annexes = new ArrayList<Annex>();
    var overall = new ArrayList<Block>();
    standings
        .byGroup()
        .forEach((group, units) -> {
          overall.add(new Block.Heading(group.name()));
          overall.add(overall(group, units));
        });
    annexes.add(new Annex(SAY.say("publish.paper.overall", year), of, overall));
    for (var section : set.scoredSections()) {
      var blocks = new ArrayList<Block>();
      standings
          .byGroup()
          .forEach((group, units) -> {
            var ranked = units.stream().filter(unit -> rank(unit, section).isPresent()).toList();
            if (!ranked.isEmpty()) {
              blocks.add(new Block.Heading(group.name()));
              blocks.add(bySection(section, ranked));
            }
          });
      annexes.add(
          new Annex(
              SAY.say("publish.paper.bySection", section.code(), section.name(), year),
              of,
              blocks));
    }
    return annexes;
  }

  private static Block.Table overall(OrgUnitGroup group, List<Standing> units) {
    return table(
        units.stream()
            .sorted(Comparator.comparingInt(unit -> place(unit.overall(), group)))
            .map(unit ->
                new Block.Table.Row(
                    List.of(
                        group.ranked() && unit.overall().exists()
                            ? String.valueOf(unit.overall().inGroup())
                            : "–",
                        unit.sheet().answers().name(),
                        points(unit.sheet().total()),
                        unit.sheet().grade().name()),
                    false))
            .toList(),
        true);
  }

  private static int place(Rank rank, OrgUnitGroup group) {
    return group.ranked() && rank.exists() ? rank.inGroup() : Integer.MAX_VALUE;
  }

  private static Block.Table bySection(Section section, List<Standing> units) {
    return table(
        units.stream()
            .sorted(Comparator.comparingInt(unit -> rank(unit, section).orElseThrow().inGroup()))
            .map(unit ->
                new Block.Table.Row(
                    List.of(
                        String.valueOf(rank(unit, section).orElseThrow().inGroup()),
                        unit.sheet().answers().name(),
                        unit.sheet().sections().stream()
                            .filter(score -> score.section().code().equals(section.code()))
                            .map(score -> points(score.points()))
                            .findFirst()
                            .orElse("–")),
                    false))
            .toList(),
        false);
  }

  private static Optional<Rank> rank(Standing unit, Section section) {
    return Optional.ofNullable(unit.bySection().get(section.code())).filter(Rank::exists);
  }

  private static Block.Table table(List<Block.Table.Row> rows, boolean graded) {
    var columns = new ArrayList<Block.Table.Column>();
    columns.add(
        new Block.Table.Column(SAY.say("publish.paper.column.rank"), 10, Block.Table.Side.CENTRE));
    columns.add(
        new Block.Table.Column(
            SAY.say("publish.paper.column.unit"), graded ? 52 : 68, Block.Table.Side.LEFT));
    columns.add(
        new Block.Table.Column(SAY.say("publish.paper.column.points"), 18, Block.Table.Side.RIGHT));
    if (graded) {
      columns.add(
          new Block.Table.Column(
              SAY.say("publish.paper.column.grade"), 20, Block.Table.Side.CENTRE));
    }
    return new Block.Table(columns, rows);
  }

  private static String points(Points points) {
    return SAY.number(points.decimal());
  }
}
