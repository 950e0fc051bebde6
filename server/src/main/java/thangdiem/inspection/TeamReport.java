package thangdiem.inspection;

import java.util.ArrayList;
import java.util.List;
import thangdiem.criteria.CriteriaSet;
import thangdiem.document.Annex;
import thangdiem.document.Block;
import thangdiem.document.OfficialDocument;
import thangdiem.document.OfficialHead;
import thangdiem.document.Signatures;
import thangdiem.document.Strokes;
import thangdiem.orgunit.Committee;
import thangdiem.round.Round;
import thangdiem.words.VietnamTime;
import thangdiem.words.Words;

/**
 * The report of a team over its visits (báo cáo kết quả kiểm tra, mẫu 1.4 NĐ 30/2020): where it
 * was, what it found, and every measured value beside what was declared. What is not closed by
 * minutes is named and not told.
 */
record TeamReport(Committee committee, Round round, CriteriaSet set, Team team) {

  private static final Words SAY = Words.VIETNAMESE;

  OfficialDocument document() {
    return new OfficialDocument(
        new OfficialHead(
            List.of(SAY.say("document.lead"), SAY.say("minutes.team", team.number())),
            SAY.say("inspection.paper.report.number"),
            "",
            SAY.say(
                "inspection.paper.placed",
                committee.place(),
                SAY.say("inspection.paper.noDay", year()))),
        SAY.say("document.report"),
        SAY.say("inspection.paper.report.subject", round.year()),
        blocks(),
        new Signatures(
            List.of(
                new Signatures.Signer(
                    List.of(SAY.say("inspection.paper.leader")), leader(), Strokes.NONE)),
            List.of(
                SAY.say("inspection.paper.to.asAbove"),
                SAY.say("inspection.paper.to.council"),
                SAY.say("minutes.archive"))),
        measured() == 0 ? List.of() : List.of(annex()));
  }

  private int year() {
    return team.visits().getLast().plan().starts().atZoneSameInstant(VietnamTime.ZONE).getYear();
  }

  private String leader() {
    return team.members().stream()
        .filter(member -> member.post() == Plan.Post.LEADER)
        .map(Plan.Member::name)
        .findFirst()
        .orElse("");
  }

  private int measured() {
    return team.closed().stream().mapToInt(visit -> visit.measured().size()).sum();
  }

  private int differing() {
    return team.closed().stream()
        .mapToInt(visit -> (int) visit.plan().items().stream().filter(visit::differs).count())
        .sum();
  }

  private List<Block> blocks() {
    var blocks = new ArrayList<Block>();
    blocks.add(new Block.To(SAY.say("document.lead")));
    blocks.add(new Block.Paragraph(SAY.say("inspection.paper.report.opening", team.decision())));
    blocks.add(new Block.Heading(SAY.say("inspection.paper.report.overview")));
    blocks.add(
        new Block.Paragraph(
            SAY.say(
                "inspection.paper.report.visited",
                TeamPapers.two(team.closed().size()),
                TeamPapers.two(team.visits().size()),
                TeamPapers.two(measured()),
                TeamPapers.two(differing()))));
    var open = team.visits().stream().filter(visit -> !visit.closed()).toList();
    if (!open.isEmpty()) {
      blocks.add(new Block.Paragraph(SAY.say("inspection.paper.report.open")));
      blocks.add(
          new Block.Items(
              open.stream()
                  .map(visit ->
                      visit.unit().name() + " (" + VietnamTime.show(visit.plan().starts()) + ");")
                  .toList()));
    }
    blocks.add(new Block.Heading(SAY.say("inspection.paper.report.found")));
    if (team.closed().isEmpty()) {
      blocks.add(new Block.Paragraph(SAY.say("inspection.paper.report.nothing")));
    }
    team.closed().forEach(visit -> found(visit, blocks));
    blocks.add(new Block.Heading(SAY.say("inspection.paper.report.proposes")));
    blocks.add(
        new Block.Paragraph(
            differing() == 0
                ? SAY.say("inspection.paper.report.noDifference")
                : SAY.say("inspection.paper.report.takeOver", TeamPapers.two(differing()))));
    return blocks;
  }

  private void found(Team.Part visit, List<Block> blocks) {
    blocks.add(
        new Block.Paragraph(
            visit.unit().name() + ":",
            SAY.say(
                "inspection.paper.report.of",
                VietnamTime.show(visit.plan().starts()),
                TeamPapers.two(visit.measured().size()),
                TeamPapers.two(
                    (int) visit.plan().items().stream().filter(visit::differs).count()))));
    said("minutes.findings.said", visit.noted("findings"), blocks);
    said("minutes.opinion.said", visit.noted("opinion"), blocks);
    said("minutes.refusal", visit.noted("refusal"), blocks);
  }

  private static void said(String key, String words, List<Block> blocks) {
    if (!words.isEmpty()) {
      blocks.add(new Block.Paragraph(SAY.say(key) + " " + words.replace("\n", " ")));
    }
  }

  private Annex annex() {
    var rows = new ArrayList<Block.Table.Row>();
    for (var visit : team.closed()) {
      if (!visit.measured().isEmpty()) {
        rows.add(new Block.Table.Row(List.of("", visit.unit().name(), "", "", ""), true));
      }
      int number = 0;
      for (var item : visit.measured()) {
        number++;
        rows.add(
            new Block.Table.Row(
                List.of(
                    TeamPapers.two(number),
                    TeamPapers.label(set, item),
                    item.declared().isEmpty() ? "–" : item.declared(),
                    visit.measured(item),
                    visit.noted("remark:" + item.fact())),
                false));
      }
    }
    return new Annex(
        SAY.say("inspection.paper.report.annex"),
        SAY.say("inspection.paper.report.annexOf", team.number()),
        List.of(
            new Block.Table(
                List.of(
                    TeamPapers.column("number", 8, Block.Table.Side.CENTRE),
                    TeamPapers.column("fact", 38, Block.Table.Side.LEFT),
                    TeamPapers.column("declared", 13, Block.Table.Side.RIGHT),
                    TeamPapers.column("measured", 13, Block.Table.Side.RIGHT),
                    TeamPapers.column("remark", 28, Block.Table.Side.LEFT)),
                rows)));
  }
}
