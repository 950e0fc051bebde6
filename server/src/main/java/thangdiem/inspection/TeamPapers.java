package thangdiem.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 * What is written before a team goes (giấy tờ trước khi kiểm tra, NĐ 30/2020): the decision that
 * sets it up with its plan (mẫu 1.2), and the notice to a unit (thông báo, mẫu 1.4). Vietnamese
 * whatever the reader's language.
 */
record TeamPapers(Committee committee, Round round, CriteriaSet set, Team team) {

  private static final Words SAY = Words.VIETNAMESE;

  /** The decision, with the plan of its visits as annex. */
  OfficialDocument decision() {
    return new OfficialDocument(
        new OfficialHead(
            List.of(committee.name(), SAY.say("document.lead")),
            SAY.say("document.number", team.number()),
            "",
            placed()),
        SAY.say("inspection.paper.decision.type"),
        SAY.say("inspection.paper.decision.subject", round.year()),
        decided(),
        signed(
            SAY.say("inspection.paper.to.asArticle"),
            SAY.say("inspection.paper.to.committee", committee.province())),
        List.of(plan()));
  }

  private String placed() {
    return SAY.say(
        "inspection.paper.placed",
        committee.place(),
        team.day()
            .map(OfficialHead::day)
            .orElse(SAY.say("inspection.paper.noDay", planned().getYear())));
  }

  private java.time.LocalDate planned() {
    return team.visits().getFirst().plan().at().atZoneSameInstant(VietnamTime.ZONE).toLocalDate();
  }

  private static Signatures signed(String... recipients) {
    return new Signatures(
        List.of(
            new Signatures.Signer(List.of(SAY.say("inspection.paper.director")), "", Strokes.NONE)),
        Stream.concat(Stream.of(recipients), Stream.of(SAY.say("inspection.paper.to.file")))
            .toList());
  }

  private List<Block> decided() {
    var basis = set.legalBasis();
    return List.of(
        new Block.Centre(SAY.say("inspection.paper.authority")),
        new Block.Basis(
            SAY.say(
                "inspection.paper.criteria",
                basis.number(),
                Words.date(basis.issuedOn()),
                basis.issuer(),
                basis.title())),
        new Block.Basis(SAY.say("inspection.paper.chosen", round.year())),
        new Block.Centre(SAY.say("inspection.paper.decides")),
        new Block.Paragraph(
            SAY.say("inspection.paper.article", 1), SAY.say("inspection.paper.sets", round.year())),
        new Block.Items(team.members().stream().map(member -> named(member) + ";").toList()),
        new Block.Paragraph(
            SAY.say("inspection.paper.article", 2),
            SAY.say("inspection.paper.tasks", two(team.visits().size()))),
        new Block.Paragraph(
            SAY.say("inspection.paper.article", 3), SAY.say("inspection.paper.carriedOut")));
  }

  static String named(Plan.Member member) {
    return SAY.say(
        "minutes.member",
        member.name(),
        member.unit(),
        SAY.say("inspection.post." + member.post()));
  }

  /** Numbers below ten are written with a zero. */
  static String two(int number) {
    return "%02d".formatted(number);
  }

  private Annex plan() {
    var rows = new ArrayList<Block.Table.Row>();
    for (var visit : team.visits()) {
      rows.add(
          new Block.Table.Row(
              List.of(
                  two(rows.size() + 1),
                  visit.unit().name(),
                  VietnamTime.show(visit.plan().starts()) + "\n" + visit.plan().place(),
                  visit.plan().members().stream()
                      .map(Plan.Member::name)
                      .collect(Collectors.joining(", ")),
                  visit.plan().items().stream()
                      .map(item -> label(set, item))
                      .collect(Collectors.joining("; "))),
              false));
    }
    return new Annex(
        SAY.say("inspection.paper.plan", round.year()),
        SAY.say("inspection.paper.plan.of", team.number(), SAY.say("document.lead")),
        List.of(
            new Block.Table(
                List.of(
                    column("number", 8, Block.Table.Side.CENTRE),
                    column("unit", 24, Block.Table.Side.LEFT),
                    column("when", 22, Block.Table.Side.LEFT),
                    column("who", 18, Block.Table.Side.LEFT),
                    column("what", 28, Block.Table.Side.LEFT)),
                rows)));
  }

  static Block.Table.Column column(String name, int share, Block.Table.Side side) {
    return new Block.Table.Column(SAY.say("inspection.paper.column." + name), share, side);
  }

  static String label(CriteriaSet set, Plan.Item item) {
    return Optional.ofNullable(set.facts().get(item.fact()))
        .map(fact -> fact.label())
        .orElse(item.fact());
  }

  /** The notice to one of the units: when, where, who comes, and what they will look at. */
  OfficialDocument notice(Team.Part visit) {
    return new OfficialDocument(
        new OfficialHead(
            List.of(committee.name(), SAY.say("document.lead")),
            SAY.say("inspection.paper.notice.number"),
            "",
            SAY.say(
                "inspection.paper.placed",
                committee.place(),
                SAY.say("inspection.paper.noDay", planned().getYear()))),
        SAY.say("inspection.paper.notice.type"),
        SAY.say("inspection.paper.notice.subject", round.year(), visit.unit().name()),
        told(visit),
        signed(visit.unit().name(), SAY.say("inspection.paper.to.team")),
        List.of());
  }

  private List<Block> told(Team.Part visit) {
    var rows = new ArrayList<Block.Table.Row>();
    for (var item : visit.plan().items()) {
      rows.add(
          new Block.Table.Row(
              List.of(
                  two(rows.size() + 1),
                  label(set, item),
                  item.declared().isEmpty() ? "–" : item.declared(),
                  item.doubts().isEmpty()
                      ? SAY.say("inspection.paper.byPeople")
                      : item.doubts().stream()
                          .map(doubt -> SAY.say("inspection.signal." + doubt))
                          .collect(Collectors.joining("; "))),
              false));
    }
    return List.of(
        new Block.Paragraph(
            SAY.say(
                "inspection.paper.notice.opening",
                team.decision(),
                SAY.say("document.lead"),
                visit.unit().name())),
        new Block.Paragraph(
            SAY.say("inspection.paper.notice.when"), VietnamTime.show(visit.plan().starts()) + "."),
        new Block.Paragraph(SAY.say("inspection.paper.notice.where"), visit.plan().place() + "."),
        new Block.Paragraph(SAY.say("inspection.paper.notice.who"), ""),
        new Block.Items(
            visit.plan().members().stream().map(member -> named(member) + ";").toList()),
        new Block.Paragraph(SAY.say("inspection.paper.notice.what"), ""),
        new Block.Table(
            List.of(
                column("number", 8, Block.Table.Side.CENTRE),
                column("fact", 44, Block.Table.Side.LEFT),
                column("declared", 16, Block.Table.Side.RIGHT),
                column("why", 32, Block.Table.Side.LEFT)),
            rows),
        new Block.Paragraph(SAY.say("inspection.paper.notice.asks", visit.unit().name())),
        new Block.Paragraph(SAY.say("inspection.paper.notice.recusal")));
  }
}
