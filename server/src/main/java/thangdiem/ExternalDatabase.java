package thangdiem;

import java.util.Map;
import java.util.Optional;
import thangdiem.database.DatabaseAccess;
import thangdiem.database.DatabaseAccess.Credential;
import thangdiem.database.StartRefusal;

/** A PostgreSQL that somebody else runs, as the environment names it. */
final class ExternalDatabase {

  private ExternalDatabase() {}

  static Optional<DatabaseAccess> configured(Map<String, String> environment) {
    var url = environment.get("THANGDIEM_DATABASE_URL");
    if (url == null || url.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        new DatabaseAccess(
            url,
            credential(environment, "MIGRATOR"),
            credential(environment, "APPLICATION"),
            credential(environment, "PAGES")));
  }

  private static Credential credential(Map<String, String> environment, String who) {
    return new Credential(
        needed(environment, "THANGDIEM_" + who + "_USER"),
        needed(environment, "THANGDIEM_" + who + "_PASSWORD"));
  }

  private static String needed(Map<String, String> environment, String name) {
    var value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new StartRefusal("start.variable", name);
    }
    return value;
  }
}
