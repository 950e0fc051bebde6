package thangdiem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Who is to mend something is told so in our words, beside the field and in the language of the
 * page, not in a bubble of the browser, which speaks the browser's language and goes away.
 */
class OwnWordsOfMistakesTest {

  private static final Path TEMPLATES = Path.of("src", "main", "jte");

  private static final Pattern FORM =
      Pattern.compile("<form\\b[^\\n]*?>.*?</form>", Pattern.DOTALL);

  /** A field that must be filled, and for which we have words of our own. */
  private static final Pattern NEEDED =
      Pattern.compile(
          "part\\.(field|area)\\([^\\n]*\\berror = [^\\n]*\\brequired = true"
              + "|orgunit\\.field\\([^\\n]*\\brequired = true");

  /** Here the browser stops what would be counted as a guess, or taken for a choice. */
  private static final Set<String> LEFT_TO_THE_BROWSER =
      Set.of(
          "account/second-step.jte",
          "account/second-factor.jte",
          "account/confirm.jte",
          "verification/heard.jte");

  @Test
  void everyFormWithWordsOfItsOwnKeepsTheBrowserFromSpeakingFirst() throws IOException {
    var spoken = new ArrayList<String>();
    var quiet = new ArrayList<String>();
    try (var files = Files.walk(TEMPLATES)) {
      for (var file : files.filter(path -> path.toString().endsWith(".jte")).sorted().toList()) {
        var name = TEMPLATES.relativize(file).toString().replace('\\', '/');
        FORM.matcher(Files.readString(file))
            .results()
            .map(found -> found.group())
            .filter(form -> NEEDED.matcher(form).find() && !LEFT_TO_THE_BROWSER.contains(name))
            .forEach(form ->
                (form.lines().findFirst().orElseThrow().contains(" novalidate>") ? quiet : spoken)
                    .add(name));
      }
    }
    assertThat(spoken).isEmpty();
    assertThat(quiet).contains("account/invite.jte", "orgunit/form.jte", "round/board.jte");
  }
}
