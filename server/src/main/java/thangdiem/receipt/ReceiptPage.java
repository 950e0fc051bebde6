package thangdiem.receipt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thangdiem.proof.Receipt;
import thangdiem.words.Sentence;
import thangdiem.words.Words;

/**
 * The page on which anybody holds a receipt against the ledger (trang kiểm tra biên nhận).
 *
 * @param key that signs the ledger, to be compared with the printed one
 * @param typed as it was pasted
 * @param shown what the receipt says; absent before there is one, and where it proves nothing
 * @param wrong why it proves nothing
 * @param code under which it can be had again; empty when it was pasted
 */
public record ReceiptPage(
    String key, String typed, Optional<Shown> shown, List<Sentence> wrong, String code) {

  /**
   * A receipt that holds.
   *
   * @param size of the ledger that its checkpoint vouches for
   * @param standing whether the ledger holds the event now too
   */
  public record Shown(Receipt receipt, long size, boolean standing) {

    /** The event's number, from 1. */
    public long number() {
      return receipt.position() + 1;
    }

    /** Of whom it speaks; empty where the event names nobody. */
    public String unit() {
      return said("unitName");
    }

    public String said(String word) {
      return receipt.says().getOrDefault(word, "");
    }

    /** What it says, in the order in which one reads it. */
    public List<Line> lines(Words words) {
      var lines = new ArrayList<Line>();
      for (var word : ReceiptWords.ORDER) {
        if (receipt.says().containsKey(word)) {
          lines.add(
              new Line(
                  words.say("receipt.says." + word),
                  ReceiptWords.written(word, said(word), words),
                  word.equals("sha256")));
        }
      }
      return lines;
    }
  }

  /** A word of the receipt and what it says. */
  public record Line(String name, String value, boolean code) {}

  static ReceiptPage asking(String key) {
    return new ReceiptPage(key, "", Optional.empty(), List.of(), "");
  }

  /** Whether there is an answer yet. */
  public boolean answered() {
    return shown.isPresent() || !wrong.isEmpty();
  }
}
