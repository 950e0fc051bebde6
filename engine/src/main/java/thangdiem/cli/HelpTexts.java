package thangdiem.cli;

import java.util.Collections;
import java.util.Enumeration;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import thangdiem.words.Words;

/**
 * The help texts of the commands out of our message files, as picocli looks them up: {@code
 * cli.help.score.usage.description} and so on.
 */
final class HelpTexts extends ResourceBundle {

  private static final String PREFIX = "cli.help.";

  private final Words words;

  HelpTexts(Words words) {
    this.words = words;
  }

  @Override
  protected @Nullable Object handleGetObject(String key) {
    return words.keys().contains(PREFIX + key) ? words.say(PREFIX + key) : null;
  }

  @Override
  public Enumeration<String> getKeys() {
    return Collections.enumeration(
        words.keys().stream()
            .filter(key -> key.startsWith(PREFIX))
            .map(key -> key.substring(PREFIX.length()))
            .toList());
  }
}
