package thangdiem.inspector;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The program (chương trình): {@code look [certificates.pem]} says how many pages a PDF has and who
 * signed it, {@code text} hashes what it says, {@code page 3} draws a page, {@code picture} draws a
 * picture smaller.
 */
public final class Inspector {

  private static final int FAILED = 1;

  private Inspector() {}

  public static void main(String[] arguments) {
    try {
      run(arguments);
      System.exit(0);
    } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
      System.err.println(e);
      Runtime.getRuntime().halt(FAILED); // whatever state the file has left us in
    }
  }

  private static void run(String[] arguments) throws IOException {
    var bytes = System.in.readAllBytes();
    var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    switch (arguments[0]) {
      case "look" -> {
        var trusted =
            arguments.length > 1 ? Optional.of(Path.of(arguments[1])) : Optional.<Path>empty();
        out.print("pages\t" + Pages.count(bytes) + "\n");
        for (var signature : Signatures.of(bytes, trusted)) {
          out.print(signature.line() + "\n");
        }
      }
      case "text" -> Text.hash(bytes).ifPresent(hash -> out.print(hash + "\n"));
      case "page" -> out.writeBytes(Pages.draw(bytes, Integer.parseInt(arguments[1])));
      case "picture" -> out.writeBytes(Picture.smaller(bytes));
      default -> throw new IllegalArgumentException(arguments[0]);
    }
    out.flush();
  }
}
