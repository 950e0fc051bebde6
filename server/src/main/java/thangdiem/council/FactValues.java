package thangdiem.council;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import thangdiem.criteria.CriteriaSet;
import thangdiem.exchange.TypedFact;
import thangdiem.scoring.Fact;

/** Values of facts as rows hold them: the arrays "names" and "vals", null where nothing stands. */
final class FactValues {

  private FactValues() {}

  static Map<String, Optional<Fact>> of(ResultSet row, CriteriaSet set) throws SQLException {
    var facts = new LinkedHashMap<String, Optional<Fact>>();
    var names = row.getArray("names");
    if (names != null) {
      var ids = (String[]) names.getArray();
      var values = (@Nullable String[]) row.getArray("vals").getArray();
      for (int i = 0; i < ids.length; i++) {
        var definition = set.facts().get(ids[i]);
        var value = values[i];
        if (definition != null) {
          facts.put(
              ids[i],
              value == null ? Optional.empty() : Optional.of(TypedFact.ofJson(definition, value)));
        }
      }
    }
    return facts;
  }
}
