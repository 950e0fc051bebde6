package thangdiem.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thangdiem.words.Sentence;

/**
 * Names where two results differ: by unit, criterion, section, total, grade and rank; criteria
 * first, since everything else follows from them.
 */
final class ResultsDifference {

  private static final int MOST = 20;
  private static final int LONGEST = 300;

  private final List<Sentence> found = new ArrayList<>();
  private int more;

  private ResultsDifference() {}

  static List<Sentence> between(Json published, Json recomputed) {
    var difference = new ResultsDifference();
    difference.results(members(published), members(recomputed));
    if (difference.more > 0) {
      difference.found.add(Sentence.of("bundle.more", difference.more));
    }
    if (difference.found.isEmpty()) {
      difference.found.add(Sentence.of("bundle.form"));
    }
    return difference.found;
  }

  private void results(Map<String, Json> published, Map<String, Json> recomputed) {
    var before = units(published);
    var after = units(recomputed);
    after.keySet().stream()
        .filter(unit -> !before.containsKey(unit))
        .forEach(unit -> add("bundle.unitMissing", unit));
    before.keySet().stream()
        .filter(unit -> !after.containsKey(unit))
        .forEach(unit -> add("bundle.unitAdded", unit));
    for (var unit : after.keySet()) {
      if (before.containsKey(unit)) {
        unit(unit, member(before, unit), member(after, unit));
      }
    }
    if (found.isEmpty()
        && !new ArrayList<>(before.keySet()).equals(new ArrayList<>(after.keySet()))) {
      add("bundle.order");
    }
    rest("$", published, recomputed, List.of("units"));
  }

  private void unit(String unit, Json published, Json recomputed) {
    var before = members(published);
    var after = members(recomputed);
    named(unit, "bundle.criterion", member(before, "criteria"), member(after, "criteria"));
    named(unit, "bundle.section", member(before, "sections"), member(after, "sections"));
    rest(unit, before, after, List.of("criteria", "sections"));
  }

  /** Differences within the criteria or sections of a unit. */
  private void named(String unit, String key, Json published, Json recomputed) {
    var before = members(published);
    var after = members(recomputed);
    for (var code : union(before, after)) {
      var one = members(member(before, code));
      var other = members(member(after, code));
      for (var what : union(one, other)) {
        var was = member(one, what);
        var is = member(other, what);
        if (!was.equals(is)) {
          add(
              key,
              unit,
              code,
              Sentence.of("bundle.what." + (KNOWN.contains(what) ? what : "other"), what),
              shown(was),
              shown(is));
        }
      }
    }
  }

  private static final List<String> KNOWN =
      List.of(
          "points",
          "max",
          "flags",
          "because",
          "rank",
          "rankInGroup",
          "total",
          "grade",
          "bonus",
          "deductions",
          "name",
          "group",
          "meanPercent",
          "rescaled");

  private void rest(
      String where,
      Map<String, Json> published,
      Map<String, Json> recomputed,
      List<String> except) {
    for (var what : union(published, recomputed)) {
      var was = member(published, what);
      var is = member(recomputed, what);
      if (!except.contains(what) && !was.equals(is)) {
        add(
            "bundle.value",
            where,
            Sentence.of("bundle.what." + (KNOWN.contains(what) ? what : "other"), what),
            shown(was),
            shown(is));
      }
    }
  }

  private void add(String key, Object... arguments) {
    if (found.size() < MOST) {
      found.add(Sentence.of(key, arguments));
    } else {
      more++;
    }
  }

  private static Map<String, Json> units(Map<String, Json> results) {
    var units = new LinkedHashMap<String, Json>();
    if (member(results, "units") instanceof Json.Array(var items)) {
      for (var item : items) {
        units.put(shown(member(members(item), "unit")), item);
      }
    }
    return units;
  }

  private static LinkedHashSet<String> union(Map<String, Json> one, Map<String, Json> other) {
    var keys = new LinkedHashSet<>(one.keySet());
    keys.addAll(other.keySet());
    return keys;
  }

  private static Map<String, Json> members(Json json) {
    return json instanceof Json.Object(var members) ? members : Map.of();
  }

  private static Json member(Map<String, Json> members, String key) {
    return Optional.ofNullable(members.get(key)).orElseGet(Json.Null::new);
  }

  static String shown(Json json) {
    var whole = written(json);
    return whole.length() > LONGEST ? whole.substring(0, LONGEST) + "…" : whole;
  }

  private static String written(Json json) {
    return switch (json) {
      case Json.Text(var text) -> text;
      case Json.Number(var text) -> text;
      case Json.Bool(var value) -> String.valueOf(value);
      case Json.Null _ -> "–";
      case Json.Array(var items) ->
          "[" + String.join(", ", items.stream().map(ResultsDifference::written).toList()) + "]";
      case Json.Object(var members) ->
          "{"
              + String.join(
                  ", ",
                  members.entrySet().stream()
                      .map(e -> e.getKey() + ": " + written(e.getValue()))
                      .toList())
              + "}";
    };
  }
}
