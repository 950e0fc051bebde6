package thangdiem.web;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Ties an entry to the hint and the error below it (ô nhập và lời nhắc của nó). */
public final class Field {

  private Field() {}

  /** The ids of what stands below the entry, as part/below prints them; null where nothing does. */
  public static @Nullable String describedBy(String id, String hint, String error) {
    var below =
        Stream.of(error.isEmpty() ? "" : id + "-error", hint.isEmpty() ? "" : id + "-hint")
            .filter(one -> !one.isEmpty())
            .collect(Collectors.joining(" "));
    return below.isEmpty() ? null : below;
  }
}
