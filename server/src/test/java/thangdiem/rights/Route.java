package thangdiem.rights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import thangdiem.audit.Role;
import thangdiem.round.Phase;

/**
 * A line of authorisation.md: a route and who may call it.
 *
 * @param phases of the round in which it does what it is for; empty where no round is meant
 * @param form what is sent, with {…} for what {@link Samples} gives
 * @param answer to those who may
 * @param statements how many may be sent to the database for it, whatever the amount of data
 */
record Route(
    String method,
    String path,
    boolean everyone,
    Set<Role> roles,
    Set<Phase> phases,
    Map<String, String> form,
    int answer,
    int statements) {

  static final String TABLE = "/authorisation.md";

  /** The name of the field that stands for all that the form's page shows. */
  static final String AS_SHOWN = "*";

  private static final int COLUMNS = 7;

  static List<Route> all() {
    try (var table = Route.class.getResourceAsStream(TABLE)) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.matches("\\| *(GET|POST|PUT|PATCH|DELETE) .*"))
          .map(Route::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Route read(String line) {
    var cells =
        Stream.of(line.strip().substring(1).split("\\|", -1))
            .map(String::strip)
            .limit(COLUMNS)
            .toList();
    if (cells.size() < COLUMNS) {
      throw new IllegalStateException("not " + COLUMNS + " columns: " + line);
    }
    boolean unsafe = !cells.get(0).equals("GET");
    return new Route(
        cells.get(0),
        cells.get(1),
        cells.get(2).equals("everyone"),
        roles(cells.get(2)),
        words(cells.get(3)).map(Phase::valueOf).collect(Collectors.toUnmodifiableSet()),
        form(cells.get(4)),
        Integer.parseInt(cells.get(5)),
        unsafe || cells.get(6).isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(cells.get(6)));
  }

  private static Set<Role> roles(String cell) {
    return switch (cell) {
      case "everyone", "signed in" -> Set.copyOf(EnumSet.allOf(Role.class));
      default -> words(cell).map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    };
  }

  private static Stream<String> words(String cell) {
    return Stream.of(cell.split("[ ,]+")).filter(word -> !word.isEmpty());
  }

  /** "unit={units}; reason=mất điện": a line break within a value is written "⏎". */
  private static Map<String, String> form(String cell) {
    var form = new LinkedHashMap<String, String>();
    Stream.of(cell.split(";"))
        .map(String::strip)
        .filter(field -> !field.isEmpty())
        .forEach(field -> {
          int equals = field.equals(AS_SHOWN) ? 1 : field.indexOf('=');
          form.put(
              field.substring(0, equals),
              field.substring(Math.min(field.length(), equals + 1)).replace('⏎', '\n'));
        });
    return form;
  }

  boolean unsafe() {
    return !method.equals("GET");
  }

  boolean allows(Optional<Role> role) {
    return everyone || role.filter(roles::contains).isPresent();
  }

  String name() {
    return method + " " + path;
  }

  @Override
  public String toString() {
    return name();
  }
}
