package thangdiem.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What no answer may say of the inside, and no page may repeat as markup. */
final class Leaks {

  private static final List<Pattern> INSIDE =
      Stream.of(
              "\\b(?:org|com|jakarta|java|tools)\\.[a-z]+\\.[A-Za-z.]+",
              "\\bthangdiem\\.[a-z]+\\.[A-Z]",
              "SQL(?:STATE|Exception|Grammar| state)",
              "\\.java:\\d+",
              "\\bat [\\w.$]+\\(",
              "ERROR: |syntax error|relation \"|violates|invalid input",
              "Exception\\b",
              "Tomcat|Spring|Hikari|PostgreSQL JDBC",
              "root:.*:0:0:")
          .map(Pattern::compile)
          .toList();

  /** Told apart from anything of ours, whatever is around it. */
  static final String PROBE = "<xss-probe a='\"\">";

  private Leaks() {}

  /** An answer that is no fault, and that says nothing of how it was made. */
  static void none(String what, Answer answer) {
    assertThat(answer.status()).as(what).isLessThan(500);
    nothingOfTheInside(what, answer);
  }

  /** Says nothing of how it was made, whatever its status. */
  static void nothingOfTheInside(String what, Answer answer) {
    var text = answer.body();
    for (var pattern : INSIDE) {
      var found = pattern.matcher(text);
      assertThat(found.find() ? found.group() : "").as(what + " → " + answer.status()).isEmpty();
    }
    if (answer.isHtml()) {
      assertThat(text).as(what).doesNotContain("<xss-");
    }
    answer
        .headers()
        .forEach((name, values) ->
            assertThat(String.join(" ", values)).as(what + ": " + name).doesNotContain("<xss-"));
  }
}
