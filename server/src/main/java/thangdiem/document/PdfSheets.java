package thangdiem.document;

import java.util.List;
import thangdiem.words.Words;

/** An official document set on sheets (bản PDF). */
final class PdfSheets {

  private static final float HALF = Nd30.TEXT_WIDTH / 2;
  private static final float SIGNING = 76;
  private static final float DRAWING = 150;
  private static final float SIGNATURE = 140;
  private static final float HIGHEST_PHOTO = 300;
  private static final Style BOLD = Style.of(Face.BOLD, Nd30.BODY_SIZE, Style.Align.CENTRE);

  private final OfficialDocument document;
  private final Paper paper;

  private PdfSheets(OfficialDocument document, Paper paper) {
    this.document = document;
    this.paper = paper;
  }

  static byte[] of(OfficialDocument document) {
    try (var paper = new Paper(document.title())) {
      new PdfSheets(document, paper).set();
      return paper.finished();
    }
  }

  private void set() {
    document.head().set(paper);
    paper.space(14);
    if (!document.isLetter()) {
      title();
    }
    blocks(document.blocks());
    signatures(document.signatures());
    for (int i = 0; i < document.annexes().size(); i++) {
      annex(document.annexName(i), document.annexes().get(i));
    }
  }

  private void title() {
    centre(document.type());
    paper.text(
        Style.of(Face.BOLD, Nd30.TITLE_SIZE, Style.Align.CENTRE),
        Nd30.LEFT + 30,
        Nd30.TEXT_WIDTH - 60,
        document.subject());
    paper.ruleBelow(Nd30.LEFT, Nd30.TEXT_WIDTH, Nd30.TEXT_WIDTH * Nd30.RULE_SHARE);
    paper.space(10);
  }

  private void centre(String text) {
    paper.text(
        Style.of(Face.BOLD, Nd30.TITLE_SIZE, Style.Align.CENTRE), Nd30.LEFT, Nd30.TEXT_WIDTH, text);
  }

  private void blocks(List<Block> blocks) {
    for (int i = 0; i < blocks.size(); i++) {
      switch (blocks.get(i)) {
        case Block.Basis _ ->
            paper.paragraph(
                new Style(Face.ITALIC, Nd30.BODY_SIZE, Style.Align.JUSTIFIED, Nd30.FIRST_LINE),
                OfficialDocument.ended(blocks, i));
        case Block.Centre(var text) -> {
          paper.space(Nd30.AFTER_PARAGRAPH);
          centre(OfficialDocument.capitals(text));
          paper.space(2 * Nd30.AFTER_PARAGRAPH);
        }
        case Block.To(var text) -> {
          paper.paragraph(
              Style.of(Face.REGULAR, Nd30.BODY_SIZE, Style.Align.CENTRE),
              Words.VIETNAMESE.say("document.to", text));
          paper.space(Nd30.AFTER_PARAGRAPH);
        }
        case Block.Heading(var text) -> {
          paper.need(3 * Style.BODY.lineHeight());
          paper.paragraph(
              new Style(Face.BOLD, Nd30.BODY_SIZE, Style.Align.JUSTIFIED, Nd30.FIRST_LINE), text);
        }
        case Block.Paragraph(var lead, var text) -> paragraph(lead, text);
        case Block.Items(var texts) -> texts.forEach(text -> paragraph("", "- " + text));
        case Block.Table table -> table(table);
        case Block.Photo(var jpeg, var caption) -> photo(jpeg, caption);
        case Block.Note(var text) ->
            paper.paragraph(Style.of(Face.ITALIC, Nd30.RECIPIENTS_SIZE, Style.Align.LEFT), text);
      }
    }
  }

  private void paragraph(String lead, String text) {
    if (lead.isEmpty()) {
      paper.paragraph(Style.BODY, text);
      return;
    }
    paper.need(Style.BODY.lineHeight());
    float top = paper.y();
    paper.line(BOLD.leftAligned(), Nd30.LEFT + Nd30.FIRST_LINE, Nd30.TEXT_WIDTH, lead + " ", true);
    if (text.isEmpty()) {
      paper.space(Nd30.AFTER_PARAGRAPH);
      return;
    }
    paper.moveTo(top);
    float in = Nd30.FIRST_LINE + paper.type().width(Face.BOLD, Nd30.BODY_SIZE, lead + " ");
    paper.paragraph(new Style(Face.REGULAR, Nd30.BODY_SIZE, Style.Align.JUSTIFIED, in), text);
  }

  private void table(Block.Table table) {
    var grid =
        new Grid(
            paper,
            table.columns().stream().map(Block.Table.Column::share).toList(),
            table.columns().stream()
                .map(column ->
                    Style.of(
                        Face.REGULAR, Nd30.TABLE_SIZE, Style.Align.valueOf(column.side().name())))
                .toList(),
            table.columns().stream().map(Block.Table.Column::head).toList());
    for (var row : table.rows()) {
      if (row.bold()) {
        grid.boldRow(row.cells());
      } else {
        grid.row(row.cells());
      }
    }
    paper.space(2 * Nd30.AFTER_PARAGRAPH);
  }

  private void photo(Jpeg jpeg, String caption) {
    float scale =
        Math.min(Nd30.TEXT_WIDTH * Nd30.PHOTO_SHARE / jpeg.width(), HIGHEST_PHOTO / jpeg.height());
    float width = jpeg.width() * scale;
    float height = jpeg.height() * scale;
    paper.need(height + 3 * Nd30.BODY_SIZE);
    paper.photo(jpeg, Nd30.LEFT + (Nd30.TEXT_WIDTH - width) / 2, width, height);
    paper.space(Nd30.AFTER_PARAGRAPH);
    paper.paragraph(Style.of(Face.ITALIC, Nd30.TABLE_SIZE, Style.Align.CENTRE), caption);
  }

  private void signatures(Signatures signatures) {
    var signers = signatures.signers();
    if (signers.size() == 1) {
      paper.need(SIGNATURE);
      paper.space(Nd30.AFTER_PARAGRAPH);
      float top = paper.y();
      recipients(signatures.recipients());
      float below = paper.y();
      paper.moveTo(top);
      signer(signers.getFirst(), Nd30.LEFT + HALF);
      paper.moveTo(Math.min(below, paper.y()));
      return;
    }
    for (int i = 0; i < signers.size(); i += 2) {
      paper.need(SIGNATURE);
      paper.space(Nd30.AFTER_PARAGRAPH);
      float top = paper.y();
      signer(signers.get(i), Nd30.LEFT);
      float below = paper.y();
      if (i + 1 < signers.size()) {
        paper.moveTo(top);
        signer(signers.get(i + 1), Nd30.LEFT + HALF);
      }
      paper.moveTo(Math.min(below, paper.y()) - Nd30.AFTER_PARAGRAPH);
    }
    paper.space(Nd30.AFTER_PARAGRAPH);
    recipients(signatures.recipients());
  }

  private void recipients(List<String> recipients) {
    if (recipients.isEmpty()) {
      return;
    }
    paper.text(
        Style.of(Face.BOLD_ITALIC, Nd30.RECIPIENTS_TITLE_SIZE, Style.Align.LEFT),
        Nd30.LEFT,
        HALF,
        Words.VIETNAMESE.say("document.recipients"));
    var list = Style.of(Face.REGULAR, Nd30.RECIPIENTS_SIZE, Style.Align.LEFT);
    for (int i = 0; i < recipients.size(); i++) {
      paper.text(list, Nd30.LEFT, HALF, OfficialDocument.recipient(recipients, i));
    }
  }

  private void signer(Signatures.Signer signer, float left) {
    for (var line : signer.capacity()) {
      paper.text(BOLD, left, HALF, OfficialDocument.capitals(line));
    }
    paper.strokes(signer.drawing(), left + (HALF - DRAWING) / 2, paper.y() - 8, DRAWING);
    paper.space(SIGNING);
    paper.text(BOLD, left, HALF, signer.name());
  }

  private void annex(String name, Annex annex) {
    paper.annex();
    centre(name);
    centre(OfficialDocument.capitals(annex.title()));
    paper.text(
        Style.of(Face.ITALIC, Nd30.BODY_SIZE, Style.Align.CENTRE),
        Nd30.LEFT,
        Nd30.TEXT_WIDTH,
        annex.of());
    paper.ruleBelow(Nd30.LEFT, Nd30.TEXT_WIDTH, Nd30.TEXT_WIDTH * Nd30.RULE_SHARE);
    paper.space(8);
    blocks(annex.blocks());
  }
}
