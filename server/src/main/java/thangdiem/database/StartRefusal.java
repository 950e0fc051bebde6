package thangdiem.database;

import java.util.List;

/**
 * The reason why the application does not start, with the way out (lý do không khởi động được). Its
 * key is the message key; it is shown to whoever started the program, never as a stack trace.
 */
public final class StartRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String key;
  private final transient List<Object> arguments;

  public StartRefusal(String key, Object... arguments) {
    super(key + " " + List.of(arguments));
    this.key = key;
    this.arguments = List.of(arguments);
  }

  /** The key of the message in {@code start_vi.properties}. */
  public String key() {
    return key;
  }

  public Object[] arguments() {
    return arguments.toArray();
  }
}
