package thangdiem.audit;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** All kept tables of all modules, by name. */
@Component
class KeptTables {

  private final Map<String, KeptTable> byName = new TreeMap<>();

  KeptTables(List<Keeps> modules) {
    modules.stream()
        .flatMap(module -> module.tables().stream())
        .forEach(table -> byName.put(table.name(), table));
  }

  Collection<KeptTable> all() {
    return byName.values();
  }

  KeptTable named(String name) {
    return Optional.ofNullable(byName.get(name))
        .orElseThrow(() -> new IllegalStateException("no module declares the table " + name));
  }

  /** The table of a row that the ledger names; absent when this program knows none of that name. */
  Optional<KeptTable> ofRow(String row) {
    int slash = row.indexOf('/');
    return slash < 0 ? Optional.empty() : Optional.ofNullable(byName.get(row.substring(0, slash)));
  }
}
