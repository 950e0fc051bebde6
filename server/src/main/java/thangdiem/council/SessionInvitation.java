package thangdiem.council;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import thangdiem.document.Annex;
import thangdiem.document.Block;
import thangdiem.document.OfficialDocument;
import thangdiem.document.OfficialHead;
import thangdiem.document.Signatures;
import thangdiem.document.Strokes;
import thangdiem.orgunit.Committee;
import thangdiem.orgunit.OrgUnits;
import thangdiem.round.Round;
import thangdiem.words.Words;

/**
 * The invitation to a session (giấy mời họp Hội đồng, mẫu 1.7 NĐ 30/2020): whom, where, when, how
 * many must come, and the agenda as annex. Vietnamese whatever the reader's language.
 */
@Component
class SessionInvitation {

  private static final Words SAY = Words.VIETNAMESE;

  private final MemberTable members;
  private final SessionPages pages;
  private final OrgUnits units;

  SessionInvitation(MemberTable members, SessionPages pages, OrgUnits units) {
    this.members = members;
    this.pages = pages;
    this.units = units;
  }

  OfficialDocument of(Round round, int number) {
    var session = pages.session(round, number);
    var invited = members.of(round).stream().filter(Member::isActive).toList();
    var rows =
        pages.rows(round, session).stream().filter(row -> row.item().takenOff().isEmpty()).toList();
    var committee = Committee.of(units);
    return new OfficialDocument(
        new OfficialHead(
            List.of(committee.name(), SAY.say("council.minutes.council")),
            SAY.say("council.invitation.number"),
            "",
            SAY.say("council.invitation.placed", committee.place(), session.heldOn().getYear())),
        SAY.say("council.invitation.type"),
        SAY.say("council.minutes.subject", round.name(), session.number()),
        blocks(round, session, invited, !rows.isEmpty()),
        new Signatures(
            List.of(
                new Signatures.Signer(
                    List.of(SAY.say("council.invitation.for"), SAY.say("council.invitation.chair")),
                    chair(invited).map(Member::name).orElse(""),
                    Strokes.NONE)),
            List.of(SAY.say("council.invitation.to.asAbove"), SAY.say("council.minutes.to.file"))),
        rows.isEmpty() ? List.of() : List.of(agenda(session, rows)));
  }

  private static Optional<Member> chair(List<Member> members) {
    return members.stream().filter(member -> member.office() == Office.CHAIR).findFirst();
  }

  private List<Block> blocks(
      Round round, Session session, List<Member> invited, boolean hasAgenda) {
    int eligible = members.eligible(round, Optional.empty()).size();
    var blocks = new ArrayList<Block>();
    blocks.add(
        new Block.Paragraph(
            SAY.say("council.minutes.council") + " " + SAY.say("council.invitation.invites")));
    blocks.add(
        new Block.Items(
            invited.stream()
                .map(member ->
                    member.name()
                        + ", "
                        + member.unit()
                        + ", "
                        + SAY.say("council.office." + member.office())
                        + ";")
                .toList()));
    blocks.add(
        new Block.Paragraph(
            SAY.say("council.invitation.attend"),
            SAY.say("council.invitation.about", round.name(), session.number())));
    chair(invited)
        .ifPresent(chair ->
            blocks.add(
                new Block.Paragraph(
                    SAY.say("council.invitation.chairs"),
                    chair.name() + ", " + SAY.say("council.office.CHAIR") + ".")));
    blocks.add(
        new Block.Paragraph(
            SAY.say("council.invitation.when"),
            SAY.say("council.invitation.hour", OfficialHead.day(session.heldOn()))));
    blocks.add(new Block.Paragraph(SAY.say("council.minutes.place"), session.place() + "."));
    blocks.add(
        new Block.Paragraph(
            SAY.say("council.invitation.quorum"),
            SAY.say(
                "council.invitation.needed",
                "%02d".formatted(members.needed(round, eligible)),
                "%02d".formatted(eligible))));
    if (hasAgenda) {
      blocks.add(new Block.Paragraph(SAY.say("council.invitation.agenda")));
    }
    blocks.add(new Block.Paragraph(SAY.say("council.invitation.closing")));
    return blocks;
  }

  private static Annex agenda(Session session, List<SessionPage.Row> rows) {
    var lines = new ArrayList<Block.Table.Row>();
    for (var row : rows) {
      lines.add(
          new Block.Table.Row(
              List.of(
                  "%02d".formatted(lines.size() + 1),
                  row.unit().map(unit -> unit.name()).orElse(SAY.say("council.item.adoption")),
                  row.item().code().isEmpty() ? "–" : row.item().code() + " " + row.name(),
                  SAY.say("council.source." + row.item().source())
                      + (row.item().words().isEmpty() ? "" : ". " + row.item().words())),
              false));
    }
    return new Annex(
        SAY.say("council.invitation.annex", session.number()),
        SAY.say("council.invitation.annexOf"),
        List.of(
            new Block.Table(
                List.of(
                    column("no", 8, Block.Table.Side.CENTRE),
                    column("unit", 30, Block.Table.Side.LEFT),
                    column("what", 34, Block.Table.Side.LEFT),
                    column("why", 28, Block.Table.Side.LEFT)),
                lines)));
  }

  private static Block.Table.Column column(String name, int share, Block.Table.Side side) {
    return new Block.Table.Column(SAY.say("council.invitation.column." + name), share, side);
  }
}
