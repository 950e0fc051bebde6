package thangdiem.council;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import thangdiem.audit.Refusal;
import thangdiem.document.Block;
import thangdiem.document.OfficialDocument;
import thangdiem.document.OfficialHead;
import thangdiem.document.Signatures;
import thangdiem.document.Strokes;
import thangdiem.orgunit.OrgUnit;
import thangdiem.orgunit.OrgUnits;
import thangdiem.round.Round;
import thangdiem.words.VietnamTime;
import thangdiem.words.Words;

/**
 * The minutes of a session (biên bản họp Hội đồng, mẫu 1.9 NĐ 30/2020): each decision with its
 * votes, and the points before and after.
 */
@Component
class Minutes {

  private static final Words SAY = Words.VIETNAMESE;

  private final MemberTable members;
  private final SittingTable sessions;
  private final SessionPages pages;
  private final OrgUnits units;

  Minutes(MemberTable members, SittingTable sessions, SessionPages pages, OrgUnits units) {
    this.members = members;
    this.sessions = sessions;
    this.pages = pages;
    this.units = units;
  }

  /**
   * The minutes as far as the session has come.
   *
   * @throws Refusal when it has not been opened
   */
  OfficialDocument of(Round round, int number) {
    var session = pages.session(round, number);
    var opened = session.openedAt().orElseThrow(() -> new Refusal("council.minutes.notYet"));
    var all = members.of(round).stream().filter(Member::isActive).toList();
    var present = sessions.present(round).getOrDefault(session.id(), Set.of());
    return new OfficialDocument(
        new OfficialHead(
            List.of(
                units.province().map(OrgUnit::name).orElse(""), SAY.say("council.minutes.council")),
            SAY.say("council.minutes.number"),
            "",
            ""),
        SAY.say("council.minutes.type"),
        SAY.say("council.minutes.subject", round.name(), session.number()),
        blocks(round, session, opened, all, present),
        new Signatures(
            List.of(signer("SECRETARY", all, Office.SECRETARY), signer("CHAIR", all, Office.CHAIR)),
            List.of(SAY.say("council.minutes.to.members"), SAY.say("council.minutes.to.file"))),
        List.of());
  }

  private static Signatures.Signer signer(String capacity, List<Member> all, Office office) {
    return new Signatures.Signer(
        List.of(SAY.say("council.minutes.signs." + capacity)), name(all, office), Strokes.NONE);
  }

  private static String name(List<Member> all, Office office) {
    return all.stream()
        .filter(member -> member.office() == office)
        .map(Member::name)
        .findFirst()
        .orElse("");
  }

  private List<Block> blocks(
      Round round, Session session, OffsetDateTime opened, List<Member> all, Set<UUID> present) {
    var blocks = new ArrayList<Block>();
    blocks.add(new Block.Paragraph(SAY.say("council.minutes.begins"), moment(opened)));
    blocks.add(new Block.Paragraph(SAY.say("council.minutes.place"), session.place() + "."));
    blocks.add(
        new Block.Paragraph(SAY.say("council.minutes.present"), SAY.say("council.minutes.people")));
    blocks.add(people(all, present, true));
    if (all.stream().anyMatch(member -> !present.contains(member.account()))) {
      blocks.add(new Block.Paragraph(SAY.say("council.minutes.absent"), ""));
      blocks.add(people(all, present, false));
    }
    blocks.add(
        new Block.Paragraph(SAY.say("council.minutes.chair"), name(all, Office.CHAIR) + "."));
    blocks.add(
        new Block.Paragraph(
            SAY.say("council.minutes.secretary"), name(all, Office.SECRETARY) + "."));
    blocks.add(new Block.Heading(SAY.say("council.minutes.decisions")));
    var rows = pages.rows(round, session);
    var decided =
        rows.stream()
            .filter(row -> row.unit().isPresent() && row.conclusion().isPresent())
            .toList();
    if (decided.isEmpty()) {
      blocks.add(new Block.Paragraph(SAY.say("council.minutes.none")));
    } else {
      blocks.add(table(decided));
    }
    rows.stream()
        .filter(row -> row.unit().isEmpty())
        .forEach(row ->
            row.conclusion()
                .ifPresent(conclusion ->
                    blocks.add(
                        new Block.Paragraph(
                            SAY.say("council.minutes.adoption"),
                            SAY.say(
                                conclusion.carried()
                                    ? "council.minutes.adopted"
                                    : "council.minutes.notAdopted",
                                conclusion.votesFor(),
                                conclusion.votesAgainst(),
                                conclusion.votesAbstained(),
                                row.motion().map(Motion::resultsSha256).orElse(""))))));
    rows.stream()
        .filter(row -> row.item().takenOff().isPresent())
        .forEach(row ->
            blocks.add(
                new Block.Paragraph(
                    SAY.say(
                        "council.minutes.takenOff",
                        row.unit()
                            .map(unit -> unit.name())
                            .orElse(SAY.say("council.item.adoption")),
                        row.item().code(),
                        row.item().takenOff().orElse("")))));
    blocks.add(
        new Block.Paragraph(
            session
                .closedAt()
                .map(at -> SAY.say("council.minutes.ends", moment(at)))
                .orElse(SAY.say("council.minutes.goesOn"))));
    return blocks;
  }

  private static Block people(List<Member> all, Set<UUID> present, boolean there) {
    return new Block.Items(
        all.stream()
            .filter(member -> present.contains(member.account()) == there)
            .map(member ->
                member.name()
                    + ", "
                    + member.unit()
                    + ", "
                    + SAY.say("council.office." + member.office())
                    + ";")
            .toList());
  }

  private static Block table(List<SessionPage.Row> decided) {
    var rows = new ArrayList<Block.Table.Row>();
    for (var row : decided) {
      var conclusion = row.conclusion().orElseThrow();
      var change = conclusion.change();
      rows.add(
          new Block.Table.Row(
              List.of(
                  String.valueOf(rows.size() + 1),
                  row.unit().orElseThrow().name()
                      + (row.item().code().isEmpty()
                          ? ""
                          : "\n" + row.item().code() + " " + row.name()),
                  row.motion().map(Minutes::moved).orElse(""),
                  SAY.say(
                      conclusion.carried() ? "council.minutes.carried" : "council.minutes.lost",
                      conclusion.votesFor(),
                      conclusion.votesAgainst(),
                      conclusion.votesAbstained(),
                      conclusion.present(),
                      conclusion.eligible()),
                  conclusion.carried()
                      ? SAY.say(
                          "council.minutes.change",
                          number(change.pointsBefore()),
                          number(change.pointsAfter()),
                          number(change.totalBefore()),
                          number(change.totalAfter()),
                          change.rankBefore(),
                          change.rankAfter())
                      : SAY.say("council.minutes.unchanged")),
              false));
    }
    return new Block.Table(
        List.of(
            new Block.Table.Column(
                SAY.say("council.minutes.column.no"), 7, Block.Table.Side.CENTRE),
            new Block.Table.Column(
                SAY.say("council.minutes.column.what"), 28, Block.Table.Side.LEFT),
            new Block.Table.Column(
                SAY.say("council.minutes.column.moved"), 27, Block.Table.Side.LEFT),
            new Block.Table.Column(
                SAY.say("council.minutes.column.votes"), 18, Block.Table.Side.LEFT),
            new Block.Table.Column(
                SAY.say("council.minutes.column.change"), 20, Block.Table.Side.LEFT)),
        rows);
  }

  private static String moved(Motion motion) {
    return SAY.say("council.kind." + motion.kind())
        + (motion.ground().isEmpty() ? "" : ". " + SAY.say("verify.ground." + motion.ground()))
        + (motion.words().isEmpty() ? "" : ". " + motion.words());
  }

  private static String number(String decimal) {
    return decimal.isEmpty() ? "–" : SAY.number(new BigDecimal(decimal));
  }

  /** "08 giờ 30, ngày 20 tháng 02 năm 2018". */
  private static String moment(OffsetDateTime at) {
    var here = at.atZoneSameInstant(VietnamTime.ZONE);
    return "%02d giờ %02d, %s"
        .formatted(here.getHour(), here.getMinute(), OfficialHead.day(here.toLocalDate()));
  }
}
