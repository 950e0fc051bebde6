package thangdiem.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same content is the same bytes, and other bytes are no content. */
class LedgerPayloadTest {

  private static final List<String> SIGNS =
      List.of(
          "a", "b", "ệ", "\"", "\\", "\n", "\u0000", "\u001f", "\u007f", "{", "}", ":", ",", "😀",
          "\uD800", "\u2028", "/", "u0041");

  private final Random random = new Random(1663);

  private String text() {
    var text = new StringBuilder();
    for (int i = random.nextInt(4); i > 0; i--) {
      text.append(SIGNS.get(random.nextInt(SIGNS.size())));
    }
    return text.toString();
  }

  private Map<String, String> texts() {
    var texts = new TreeMap<String, String>();
    for (int i = random.nextInt(4); i > 0; i--) {
      texts.put(text(), text());
    }
    return texts;
  }

  private LedgerPayload payload() {
    var objects = new TreeMap<String, Map<String, String>>();
    for (int i = random.nextInt(3); i > 0; i--) {
      objects.put("o" + text(), texts());
    }
    return new LedgerPayload(texts(), objects);
  }

  @Test
  void whateverIsWrittenIsReadAsItWas() {
    for (int i = 0; i < 20_000; i++) {
      var payload = payload();
      assertThat(LedgerPayload.of(payload.json())).contains(payload);
    }
  }

  @Test
  void whateverIsReadWouldBeWrittenAsTheSameText() {
    int read = 0;
    for (int i = 0; i < 200_000; i++) {
      var text = new StringBuilder(payload().json());
      int at = random.nextInt(text.length());
      var sign = SIGNS.get(random.nextInt(SIGNS.size()));
      switch (random.nextInt(3)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, sign);
        default -> text.replace(at, at + 1, sign);
      }
      var changed = text.toString();
      var payload = LedgerPayload.of(changed);
      read += payload.isPresent() ? 1 : 0;
      payload.ifPresent(said -> assertThat(said.json()).isEqualTo(changed));
    }
    assertThat(read).isPositive();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "{}x",
        " {}",
        "{ }",
        "{\"a\":1}",
        "{\"a\":null}",
        "{\"a\":\"1\",}",
        "{\"b\":\"1\",\"a\":\"2\"}",
        "{\"a\":\"1\",\"a\":\"2\"}",
        "{\"a\":\"1\",\"a\":{}}",
        "{\"a\":{\"b\":{}}}",
        "{\"a\":\"\\n\"}",
        "{\"a\":\"\\/\"}",
        "{\"a\":\"\\u0041\"}",
        "{\"a\":\"\\u001F\"}",
        "{\"a\":\"\n\"}",
        "{\"a\":\"1\"",
        "{\"a\":\"\\"
      })
  void whatIsWrittenAnyOtherWayIsNotRead(String text) {
    assertThat(LedgerPayload.of(text)).isEmpty();
  }
}
