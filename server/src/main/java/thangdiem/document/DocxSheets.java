package thangdiem.document;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import thangdiem.document.DocxText.Form;
import thangdiem.words.Words;

/** An official document as a file to work on (bản Word), in the same order as on the sheets. */
final class DocxSheets {

  private static final String[] SPACES = {
    "xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main",
    "xmlns:pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"
  };

  private static final float BETWEEN = 12;
  private static final float COUNTRY = 250;
  private static final float DRAWING = 150;
  private static final float SIGNING = 70;
  private static final float HIGHEST_PHOTO = 300;
  private static final float SUBJECT = 30;
  private static final float GAP = Nd30.AFTER_PARAGRAPH;
  private static final Style BOLD = Style.of(Face.BOLD, Nd30.BODY_SIZE, Style.Align.CENTRE);
  private static final Style TITLE = Style.of(Face.BOLD, Nd30.TITLE_SIZE, Style.Align.CENTRE);

  private final OfficialDocument document;
  private final DocxFile file = new DocxFile();
  private final DocxText text = new DocxText();
  private final DocxPictures pictures = new DocxPictures(file, text);

  private DocxSheets(OfficialDocument document) {
    this.document = document;
  }

  static byte[] of(OfficialDocument document) {
    var sheets = new DocxSheets(document);
    sheets.set();
    return sheets.file.zipped(document.title(), sheets.text.toString(), pageNumber());
  }

  private void set() {
    text.open("w:document", SPACES).open("w:body");
    head(document.head());
    if (document.isLetter()) {
      text.paragraph(Form.of(Style.of(Face.REGULAR, GAP, Style.Align.LEFT)), "");
    } else {
      text.paragraph(Form.of(TITLE).before(14), document.type());
      text.paragraph(Form.of(TITLE).inset(SUBJECT), document.subject());
      text.rule(Nd30.TEXT_WIDTH, Nd30.TEXT_WIDTH * Nd30.RULE_SHARE);
    }
    blocks(document.blocks());
    signatures(document.signatures());
    for (int i = 0; i < document.annexes().size(); i++) {
      text.open("w:p").open("w:pPr");
      sheet();
      text.close().close();
      annex(document.annexName(i), document.annexes().get(i));
    }
    sheet();
    text.close().close();
  }

  /** What the sheets before it are like; each such part counts its own. */
  private void sheet() {
    text.open("w:sectPr")
        .empty("w:headerReference", "w:type", "default", "r:id", "header")
        .empty("w:type", "w:val", "nextPage")
        .empty("w:pgSz", "w:w", DocxText.twips(Nd30.WIDTH), "w:h", DocxText.twips(Nd30.HEIGHT))
        .empty(
            "w:pgMar",
            "w:top",
            DocxText.twips(Nd30.TOP),
            "w:right",
            DocxText.twips(Nd30.RIGHT),
            "w:bottom",
            DocxText.twips(Nd30.BOTTOM),
            "w:left",
            DocxText.twips(Nd30.LEFT),
            "w:header",
            DocxText.twips(Nd30.TOP / 2),
            "w:footer",
            DocxText.twips(Nd30.BOTTOM / 2),
            "w:gutter",
            "0")
        .empty("w:pgNumType", "w:start", "1")
        .empty("w:titlePg")
        .close();
  }

  private static String pageNumber() {
    var header = new DocxText();
    header.open("w:hdr", SPACES);
    header.begin(Form.of(Style.of(Face.REGULAR, Nd30.PAGE_NUMBER_SIZE, Style.Align.CENTRE)));
    header.open("w:fldSimple", "w:instr", "PAGE");
    header.run(Style.of(Face.REGULAR, Nd30.PAGE_NUMBER_SIZE, Style.Align.CENTRE), "2");
    return header.close().close().close().toString();
  }

  private void head(OfficialHead head) {
    var agency = Style.of(Face.REGULAR, Nd30.AGENCY_SIZE, Style.Align.CENTRE);
    Consumer<Float> agencies =
        width -> {
          for (int i = 0; i < head.agencies().size(); i++) {
            var last = i == head.agencies().size() - 1;
            text.paragraph(
                Form.of(last ? Style.of(Face.BOLD, agency.size(), agency.align()) : agency),
                OfficialDocument.capitals(head.agencies().get(i)));
          }
          text.rule(width, width * Nd30.RULE_SHARE);
        };
    Consumer<Float> country =
        width -> {
          text.paragraph(
              Form.of(Style.of(Face.BOLD, Nd30.COUNTRY_SIZE, Style.Align.CENTRE)), Nd30.COUNTRY);
          text.paragraph(
              Form.of(Style.of(Face.BOLD, Nd30.MOTTO_SIZE, Style.Align.CENTRE)), Nd30.MOTTO);
          text.rule(width, Nd30.MOTTO_LENGTH);
        };
    Consumer<Float> number =
        _ -> {
          text.paragraph(
              Form.of(Style.of(Face.REGULAR, Nd30.NUMBER_SIZE, Style.Align.CENTRE)), head.number());
          if (!head.about().isEmpty()) {
            text.paragraph(Form.of(Style.of(Face.REGULAR, 12, Style.Align.CENTRE)), head.about());
          }
        };
    Consumer<Float> date =
        _ ->
            text.paragraph(
                Form.of(Style.of(Face.ITALIC, Nd30.NUMBER_SIZE, Style.Align.CENTRE)),
                head.placeAndDate());
    DocxTable.columns(
        text,
        List.of(Nd30.TEXT_WIDTH - COUNTRY - BETWEEN, COUNTRY + BETWEEN),
        List.of(List.of(agencies, country), List.of(number, date)));
  }

  private void blocks(List<Block> blocks) {
    for (int i = 0; i < blocks.size(); i++) {
      switch (blocks.get(i)) {
        case Block.Basis _ ->
            text.paragraph(
                Form.of(
                        new Style(
                            Face.ITALIC, Nd30.BODY_SIZE, Style.Align.JUSTIFIED, Nd30.FIRST_LINE))
                    .after(GAP),
                OfficialDocument.ended(blocks, i));
        case Block.Centre(var words) ->
            text.paragraph(
                Form.of(TITLE).before(GAP).after(2 * GAP), OfficialDocument.capitals(words));
        case Block.To(var words) ->
            text.paragraph(
                Form.of(Style.of(Face.REGULAR, Nd30.BODY_SIZE, Style.Align.CENTRE)).after(2 * GAP),
                Words.VIETNAMESE.say("document.to", words));
        case Block.Heading(var words) ->
            text.paragraph(
                Form.of(
                        new Style(
                            Face.BOLD, Nd30.BODY_SIZE, Style.Align.JUSTIFIED, Nd30.FIRST_LINE))
                    .after(GAP)
                    .kept(),
                words);
        case Block.Paragraph(var lead, var words) -> paragraph(lead, words);
        case Block.Items(var texts) -> texts.forEach(words -> paragraph("", "- " + words));
        case Block.Table table -> {
          DocxTable.ruled(text, table);
          text.paragraph(Form.of(Style.of(Face.REGULAR, GAP, Style.Align.LEFT)), "");
        }
        case Block.Photo(var jpeg, var caption) -> photo(jpeg, caption);
        case Block.Note(var words) ->
            text.paragraph(
                Form.of(Style.of(Face.ITALIC, Nd30.RECIPIENTS_SIZE, Style.Align.LEFT)).after(GAP),
                words);
      }
    }
  }

  private void paragraph(String lead, String words) {
    text.begin(Form.of(Style.BODY).after(GAP));
    if (!lead.isEmpty()) {
      text.run(BOLD, lead + " ");
    }
    text.run(Style.BODY, words).close();
  }

  private void photo(Jpeg jpeg, String caption) {
    float scale =
        Math.min(Nd30.TEXT_WIDTH * Nd30.PHOTO_SHARE / jpeg.width(), HIGHEST_PHOTO / jpeg.height());
    text.begin(Form.of(BOLD).after(GAP).kept());
    pictures.photo(jpeg, jpeg.width() * scale, jpeg.height() * scale);
    text.close();
    text.paragraph(
        Form.of(Style.of(Face.ITALIC, Nd30.TABLE_SIZE, Style.Align.CENTRE)).after(GAP), caption);
  }

  private void signatures(Signatures signatures) {
    var signers = signatures.signers();
    var rows = new ArrayList<List<Consumer<Float>>>();
    if (signers.size() == 1) {
      rows.add(List.of(_ -> recipients(signatures.recipients()), _ -> signer(signers.getFirst())));
    } else {
      for (int i = 0; i < signers.size(); i += 2) {
        var left = signers.get(i);
        var right = i + 1 < signers.size() ? signers.get(i + 1) : null;
        rows.add(
            List.of(
                _ -> signer(left),
                _ -> {
                  if (right == null) {
                    text.paragraph(Form.of(BOLD), "");
                  } else {
                    signer(right);
                  }
                }));
      }
    }
    text.paragraph(Form.of(Style.of(Face.REGULAR, GAP, Style.Align.LEFT)), "");
    DocxTable.columns(text, List.of(Nd30.TEXT_WIDTH / 2, Nd30.TEXT_WIDTH / 2), rows);
    text.paragraph(Form.of(Style.of(Face.REGULAR, GAP, Style.Align.LEFT)), "");
    if (signers.size() != 1 && !signatures.recipients().isEmpty()) {
      recipients(signatures.recipients());
    }
  }

  private void recipients(List<String> recipients) {
    text.paragraph(
        Form.of(Style.of(Face.BOLD_ITALIC, Nd30.RECIPIENTS_TITLE_SIZE, Style.Align.LEFT)),
        recipients.isEmpty() ? "" : Words.VIETNAMESE.say("document.recipients"));
    for (int i = 0; i < recipients.size(); i++) {
      text.paragraph(
          Form.of(Style.of(Face.REGULAR, Nd30.RECIPIENTS_SIZE, Style.Align.LEFT)),
          OfficialDocument.recipient(recipients, i));
    }
  }

  private void signer(Signatures.Signer signer) {
    for (int i = 0; i < signer.capacity().size(); i++) {
      text.paragraph(
          Form.of(BOLD).before(i == 0 ? 2 * GAP : 0).kept(),
          OfficialDocument.capitals(signer.capacity().get(i)));
    }
    if (signer.drawing().isEmpty()) {
      text.paragraph(Form.of(BOLD).before(SIGNING), signer.name());
      return;
    }
    text.begin(Form.of(BOLD).before(GAP).kept());
    pictures.drawing(signer.drawing(), DRAWING);
    text.close();
    text.paragraph(Form.of(BOLD), signer.name());
  }

  private void annex(String name, Annex annex) {
    text.paragraph(Form.of(TITLE), name);
    text.paragraph(Form.of(TITLE), OfficialDocument.capitals(annex.title()));
    text.paragraph(Form.of(Style.of(Face.ITALIC, Nd30.BODY_SIZE, Style.Align.CENTRE)), annex.of());
    text.rule(Nd30.TEXT_WIDTH, Nd30.TEXT_WIDTH * Nd30.RULE_SHARE);
    blocks(annex.blocks());
  }
}
