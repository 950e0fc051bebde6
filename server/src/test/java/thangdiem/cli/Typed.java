package thangdiem.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import thangdiem.words.Words;

/** A command as somebody outside types it: {@code ./thangdiem …}. */
public record Typed(int code, String said) {

  public static Typed line(String... words) {
    var said = new ByteArrayOutputStream();
    var out = new PrintStream(said, true, StandardCharsets.UTF_8);
    int code = Main.run(words, out, out, Words.VIETNAMESE);
    return new Typed(code, said.toString(StandardCharsets.UTF_8));
  }
}
