package thangdiem.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.DeductionKind;
import thangdiem.document.Block;
import thangdiem.document.OfficialDocument;
import thangdiem.document.OfficialHead;
import thangdiem.document.Signatures;
import thangdiem.document.Strokes;
import thangdiem.round.Round;
import thangdiem.words.Sentence;
import thangdiem.words.Words;

/**
 * The council's minutes of whom it proposes (biên bản đề nghị khen thưởng, NĐ30 mẫu 1.9). A
 * document of the office: Vietnamese whatever the reader's language; who was there is written in by
 * hand.
 */
final class CommendationMinutes {

  private static final Words WORDS = Words.VIETNAMESE;
  private static final String BLANK = "........................................";

  private CommendationMinutes() {}

  static OfficialDocument of(
      Round round, CommendationRule rule, List<Candidate> candidates, CriteriaSet set) {
    var proposed = candidates.stream().filter(Candidate::proposed).toList();
    var barred = candidates.stream().filter(one -> !one.proposed()).toList();
    var blocks = new ArrayList<Block>();
    blocks.add(new Block.Paragraph(say("commend.paper.begin", BLANK)));
    blocks.add(new Block.Paragraph(say("commend.paper.present", BLANK)));
    blocks.add(new Block.Heading(say("commend.paper.rule.head")));
    blocks.add(
        new Block.Paragraph(
            say("commend.paper.rule", rule.document(), rule.documentOn(), round.name())));
    blocks.add(new Block.Items(conditions(rule, set)));
    blocks.add(new Block.Heading(say("commend.paper.proposed.head")));
    blocks.add(new Block.Paragraph(say("commend.paper.proposed", proposed.size())));
    blocks.add(table(proposed));
    if (!barred.isEmpty()) {
      blocks.add(new Block.Heading(say("commend.paper.barred.head")));
      blocks.add(
          new Block.Items(
              barred.stream().map(one -> one.name() + ": " + said(one.bars())).toList()));
    }
    blocks.add(new Block.Paragraph(say("commend.paper.end", BLANK)));
    return new OfficialDocument(
        new OfficialHead(
            List.of(say("commend.paper.province"), say("commend.paper.council")),
            say("commend.paper.number"),
            "",
            ""),
        say("commend.paper.type"),
        say("commend.paper.subject", round.year()),
        blocks,
        new Signatures(
            List.of(
                new Signatures.Signer(List.of(say("commend.paper.secretary")), "", Strokes.NONE),
                new Signatures.Signer(List.of(say("commend.paper.chair")), "", Strokes.NONE)),
            List.of(
                say("commend.paper.to.home"),
                say("commend.paper.to.members"),
                say("commend.paper.to.file"))),
        List.of());
  }

  private static Block.Table table(List<Candidate> proposed) {
    var rows = new ArrayList<Block.Table.Row>();
    for (int i = 0; i < proposed.size(); i++) {
      var one = proposed.get(i);
      rows.add(
          new Block.Table.Row(
              List.of(
                  String.valueOf(i + 1),
                  one.name(),
                  say("commend.rankOf", one.rank(), one.of(), one.group().shortName()),
                  WORDS.number(one.total().decimal()),
                  one.grade().name()),
              false));
    }
    return new Block.Table(
        List.of(
            new Block.Table.Column(say("commend.paper.no"), 6, Block.Table.Side.CENTRE),
            new Block.Table.Column(say("commend.unit"), 44, Block.Table.Side.LEFT),
            new Block.Table.Column(say("commend.rank"), 24, Block.Table.Side.LEFT),
            new Block.Table.Column(say("commend.total"), 14, Block.Table.Side.RIGHT),
            new Block.Table.Column(say("commend.grade"), 12, Block.Table.Side.CENTRE)),
        rows);
  }

  private static List<String> conditions(CommendationRule rule, CriteriaSet set) {
    var conditions = new ArrayList<String>();
    conditions.add(say("commend.rule.first", rule.first()));
    conditions.add(say("commend.rule.grade", rule.grade()));
    set.deductions().stream()
        .filter(kind -> rule.excluded().contains(kind.kind()))
        .map(DeductionKind::name)
        .forEach(name -> conditions.add(say("commend.rule.without", name)));
    if (rule.noneOpen()) {
      conditions.add(say("commend.rule.noneOpen"));
    }
    return conditions;
  }

  private static String said(List<Sentence> bars) {
    return bars.stream().map(bar -> bar.in(WORDS)).collect(Collectors.joining(" "));
  }

  private static String say(String key, Object... arguments) {
    return WORDS.say(key, arguments);
  }
}
