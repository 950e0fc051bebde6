package thangdiem.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import thangdiem.document.Annex;
import thangdiem.document.Block;
import thangdiem.document.Jpeg;
import thangdiem.document.OfficialDocument;
import thangdiem.document.OfficialHead;
import thangdiem.document.Signatures;
import thangdiem.document.Strokes;
import thangdiem.exchange.Sha256;
import thangdiem.words.VietnamTime;
import thangdiem.words.Words;

/** The minutes of a visit (biên bản kiểm tra), after form 1.9 of NĐ 30/2020. */
final class Minutes {

  private static final Words WORDS = Words.VIETNAMESE;

  private final Visit visit;
  private final Function<Visit.Photo, byte[]> pictures;

  private Minutes(Visit visit, Function<Visit.Photo, byte[]> pictures) {
    this.visit = visit;
    this.pictures = pictures;
  }

  /** Both files with their hashes. */
  record Files(byte[] docx, byte[] pdf, String docxSha256, String pdfSha256) {
    static Files of(OfficialDocument document) {
      var docx = document.docx();
      var pdf = document.pdf();
      return new Files(docx, pdf, Sha256.of(docx), Sha256.of(pdf));
    }
  }

  static OfficialDocument of(Visit visit, Function<Visit.Photo, byte[]> pictures) {
    return new Minutes(visit, pictures).document();
  }

  private OfficialDocument document() {
    return new OfficialDocument(
        new OfficialHead(
            List.of(
                WORDS.say("minutes.parent"), WORDS.say("minutes.team", visit.plan().decision())),
            WORDS.say("minutes.number"),
            "",
            ""),
        WORDS.say("minutes.type"),
        WORDS.say("minutes.subject", visit.round().year(), visit.unit().name()),
        blocks(),
        signatures(),
        visit.photos().isEmpty() ? List.of() : List.of(photos()));
  }

  private List<Block> blocks() {
    var blocks = new ArrayList<Block>();
    blocks.add(new Block.Paragraph(WORDS.say("minutes.began"), stop(visit.value("began"))));
    blocks.add(new Block.Paragraph(WORDS.say("minutes.place"), stop(visit.plan().place())));
    blocks.add(new Block.Paragraph(WORDS.say("minutes.ofTeam"), ""));
    blocks.add(
        new Block.Items(
            visit.plan().members().stream()
                .map(member ->
                    WORDS.say(
                        "minutes.member",
                        member.name(),
                        member.unit(),
                        WORDS.say("inspection.post." + member.post())))
                .toList()));
    blocks.add(new Block.Paragraph(WORDS.say("minutes.ofUnit"), ""));
    blocks.add(new Block.Items(lines("present")));
    blocks.add(new Block.Paragraph(WORDS.say("minutes.chair"), stop(of(Plan.Post.LEADER))));
    blocks.add(new Block.Paragraph(WORDS.say("minutes.secretary"), stop(of(Plan.Post.SECRETARY))));
    blocks.add(new Block.Heading(WORDS.say("minutes.checked")));
    blocks.add(table());
    blocks.add(new Block.Heading(WORDS.say("minutes.findings")));
    lines("findings").forEach(line -> blocks.add(new Block.Paragraph(line)));
    blocks.add(new Block.Heading(WORDS.say("minutes.opinion")));
    lines("opinion").forEach(line -> blocks.add(new Block.Paragraph(line)));
    if (!visit.value("refusal").isEmpty()) {
      blocks.add(new Block.Paragraph(WORDS.say("minutes.refusal"), stop(visit.value("refusal"))));
    }
    blocks.add(new Block.Paragraph(WORDS.say("minutes.ended", visit.value("ended"))));
    blocks.add(new Block.Note(WORDS.say("minutes.mark", visit.sha256())));
    return blocks;
  }

  private List<String> lines(String field) {
    var value = visit.value(field);
    return value.isEmpty() ? List.of(WORDS.say("minutes.none")) : value.lines().toList();
  }

  private static String stop(String text) {
    return text.isEmpty() ? "……" : text.endsWith(".") ? text : text + ".";
  }

  private String of(Plan.Post post) {
    return visit.plan().members().stream()
        .filter(member -> member.post() == post)
        .map(Plan.Member::name)
        .findFirst()
        .orElse("");
  }

  private Block.Table table() {
    var rows = new ArrayList<Block.Table.Row>();
    for (var item : visit.plan().items()) {
      Optional.ofNullable(visit.set().facts().get(item.fact()))
          .ifPresent(fact ->
              rows.add(
                  new Block.Table.Row(
                      List.of(
                          String.valueOf(rows.size() + 1),
                          fact.label(),
                          item.declared(),
                          visit.value("measured:" + fact.id()),
                          visit.value("remark:" + fact.id())),
                      false)));
    }
    return new Block.Table(
        List.of(
            new Block.Table.Column(WORDS.say("minutes.column.number"), 8, Block.Table.Side.CENTRE),
            new Block.Table.Column(WORDS.say("minutes.column.fact"), 38, Block.Table.Side.LEFT),
            new Block.Table.Column(
                WORDS.say("minutes.column.declared"), 14, Block.Table.Side.RIGHT),
            new Block.Table.Column(
                WORDS.say("minutes.column.measured"), 14, Block.Table.Side.RIGHT),
            new Block.Table.Column(WORDS.say("minutes.column.remark"), 26, Block.Table.Side.LEFT)),
        rows);
  }

  private Signatures signatures() {
    return new Signatures(
        Stream.of(Visit.Side.UNIT, Visit.Side.TEAM, Visit.Side.SECRETARY)
            .map(this::signer)
            .toList(),
        List.of(visit.unit().name(), WORDS.say("minutes.archive")));
  }

  private Signatures.Signer signer(Visit.Side side) {
    var signed = visit.valid(side);
    var post = signed.map(Visit.Signature::post).orElse("");
    return new Signatures.Signer(
        Stream.of(WORDS.say("minutes.side." + side), post).filter(line -> !line.isEmpty()).toList(),
        signed
            .map(one ->
                one.strokes().isEmpty() ? WORDS.say("minutes.confirmed", one.name()) : one.name())
            .orElse(""),
        signed.map(one -> Strokes.of(one.strokes())).orElse(Strokes.NONE));
  }

  private Annex photos() {
    var blocks = new ArrayList<Block>();
    int number = 0;
    for (var photo : visit.photos()) {
      number++;
      blocks.add(
          new Block.Photo(
              Jpeg.of(pictures.apply(photo)),
              WORDS.say(
                  "minutes.photo",
                  "%02d".formatted(number),
                  VietnamTime.show(photo.takenAt()),
                  photo.caption())));
      blocks.add(new Block.Note("SHA-256: " + photo.sha256()));
    }
    return new Annex(
        WORDS.say("minutes.photos"), WORDS.say("minutes.photos.of", visit.unit().name()), blocks);
  }
}
