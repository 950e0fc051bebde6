package thangdiem.words;

import java.util.List;
import java.util.stream.Collectors;

/** An input that is refused, with everything wrong in it at once; nothing has been written. */
public final class BadInput extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Mistake> mistakes;

  public BadInput(List<Mistake> mistakes) {
    super(
        mistakes.stream()
            .map(mistake -> mistake.in(Words.VIETNAMESE))
            .collect(Collectors.joining("\n")));
    this.mistakes = List.copyOf(mistakes);
  }

  public static BadInput at(String where, String key, Object... arguments) {
    return new BadInput(List.of(Mistake.at(where, key, arguments)));
  }

  public List<Mistake> mistakes() {
    return mistakes;
  }
}
