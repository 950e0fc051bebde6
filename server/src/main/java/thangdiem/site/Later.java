package thangdiem.site;

import java.util.Optional;
import java.util.function.Supplier;

/** What is read when it is first asked for, and then kept (đọc khi cần). */
final class Later<T> implements Supplier<T> {

  private final Supplier<T> reading;
  private Optional<T> known = Optional.empty();

  Later(Supplier<T> reading) {
    this.reading = reading;
  }

  @Override
  public synchronized T get() {
    var value = known.orElseGet(reading);
    known = Optional.of(value);
    return value;
  }
}
