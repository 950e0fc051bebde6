package thangdiem.receipt;

import java.util.ArrayList;
import java.util.List;
import thangdiem.document.ReceiptDocument;
import thangdiem.proof.Checkpoint;
import thangdiem.proof.Receipt;
import thangdiem.proof.SignedNote;
import thangdiem.words.Words;

/**
 * A receipt on paper (giấy biên nhận), in Vietnamese, as the office keeps it.
 *
 * @param link what its QR opens
 */
record ReceiptSheet(Receipt receipt, String link) {

  private static final Words WORDS = Words.VIETNAMESE;

  byte[] pdf() {
    var checkpoint =
        SignedNote.of(receipt.checkpoint())
            .flatMap(signed -> Checkpoint.of(signed.text()))
            .orElseThrow();
    var lines = new ArrayList<ReceiptDocument.Line>();
    for (var word : ReceiptWords.ORDER) {
      if (receipt.says().containsKey(word)) {
        lines.add(
            new ReceiptDocument.Line(
                WORDS.say("receipt.says." + word),
                ReceiptWords.written(word, receipt.says().get(word), WORDS)));
      }
    }
    var place =
        List.of(
            new ReceiptDocument.Line(
                WORDS.say("receipt.paper.place"),
                WORDS.say("receipt.paper.number", receipt.position() + 1, checkpoint.size())),
            new ReceiptDocument.Line(WORDS.say("receipt.paper.event"), receipt.event()),
            new ReceiptDocument.Line(WORDS.say("receipt.paper.root"), checkpoint.root().hex()),
            new ReceiptDocument.Line(WORDS.say("receipt.paper.key"), receipt.key()));
    return new ReceiptDocument(
            WORDS.say("receipt.paper.title"),
            WORDS.say("receipt.paper.about"),
            lines,
            WORDS.say("receipt.paper.ledger"),
            place,
            link,
            WORDS.say("receipt.paper.scan"),
            List.of(WORDS.say("receipt.paper.how"), WORDS.say("receipt.paper.limit")))
        .pdf();
  }
}
