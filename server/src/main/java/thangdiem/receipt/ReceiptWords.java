package thangdiem.receipt;

import java.math.BigDecimal;
import java.util.List;
import thangdiem.words.Words;

/** What a receipt says, as people write it (lời của biên nhận). */
final class ReceiptWords {

  static final List<String> ORDER =
      List.of("kind", "unitName", "roundName", "version", "at", "late", "total", "grade", "sha256");

  private ReceiptWords() {}

  static String written(String word, String value, Words words) {
    return switch (word) {
      case "kind" -> words.keys().contains("act." + value) ? words.say("act." + value) : value;
      case "late" -> words.say(Boolean.parseBoolean(value) ? "receipt.late" : "receipt.inTime");
      case "total" ->
          value.matches("\\d{1,9}(\\.\\d{1,9})?") ? words.number(new BigDecimal(value)) : value;
      default -> value;
    };
  }
}
