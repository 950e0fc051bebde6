package thangdiem.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Points;
import thangdiem.criteria.Rational;
import thangdiem.criteria.YamlFile;
import thangdiem.criteria.YamlMap;
import thangdiem.ranking.Standing;
import thangdiem.ranking.Standings;
import thangdiem.scoring.Answers;
import thangdiem.scoring.Deduction;
import thangdiem.scoring.Fact;
import thangdiem.scoring.Flag;
import thangdiem.scoring.Policy;
import thangdiem.scoring.Reasons;
import thangdiem.scoring.ScoreLine;
import thangdiem.scoring.Scorer;
import thangdiem.scoring.SectionScore;
import thangdiem.words.BadInput;
import thangdiem.words.Mistake;

/**
 * The examples beside a criteria set (ví dụ: số liệu → điểm mong đợi): those who wrote the decision
 * add the next one in YAML, and every check of the set computes them all. Format:
 * docs/criteria-language.md.
 */
public final class Examples {

  private static final String SELF = "vi-du";

  private final CriteriaSet set;
  private final YamlFile file;
  private int count;

  private Examples(CriteriaSet set, YamlFile file) {
    this.set = set;
    this.file = file;
  }

  /**
   * What running all examples came to.
   *
   * @param count how many there are
   * @param failures what does not come out as expected, at its place
   */
  public record Outcome(int count, List<Mistake> failures) {}

  /** Runs every example of the set. */
  public static Outcome run(CriteriaSource source) {
    int count = 0;
    var failures = new ArrayList<Mistake>();
    for (var text : source.examples().entrySet()) {
      try {
        var examples =
            new Examples(source.file().set(), new YamlFile(text.getKey(), text.getValue()));
        YamlMap.list(examples.file, examples.file.root(), examples::example);
        count += examples.count;
        failures.addAll(examples.file.mistakes());
      } catch (BadInput bad) {
        failures.addAll(bad.mistakes());
      }
    }
    return new Outcome(count, List.copyOf(failures));
  }

  private Node example(Node node) {
    count++;
    var map = new YamlMap(file, node);
    map.text("name");
    map.text("basis", "");
    var group = map.text("group", set.groups().getFirst().id());
    var builder = new AnswersBuilder(set, Optional.empty());
    var unit = builder.unit(SELF, SELF, Optional.of(SELF), Optional.of(group));
    facts(map, "facts", builder, unit::fact);
    facts(map, "previous", builder, unit::previous);
    map.texts("notApplicable").forEach(code -> unit.notApplicable("notApplicable", code));
    map.list("deductions", this::deduction)
        .forEach(deduction -> unit.deduction("deductions", deduction));
    map.texts("notHeld").forEach(code -> builder.notHeld("notHeld", code));
    var peers = new ArrayList<YamlMap>();
    map.list("peers", peer -> peers.add(new YamlMap(file, peer)));
    for (int i = 0; i < peers.size(); i++) {
      var peer = peers.get(i);
      var id = "don-vi-" + (i + 1);
      var other = builder.unit(id, id, Optional.of(id), Optional.of(peer.text("group", group)));
      facts(peer, "facts", builder, other::fact);
      facts(peer, "previous", builder, other::previous);
      peer.texts("notApplicable").forEach(code -> other.notApplicable("notApplicable", code));
      peer.end();
    }
    map.need("expect");
    var policy = understood(node, () -> policy(map));
    var answers = understood(node, builder::build);
    if (policy.isPresent() && answers.isPresent()) {
      compare(map, answers.get(), policy.get());
    }
    map.end();
    return node;
  }

  private <T> Optional<T> understood(Node example, Supplier<T> part) {
    try {
      return Optional.of(part.get());
    } catch (BadInput bad) {
      bad.mistakes()
          .forEach(
              mistake -> file.wrong(example, "example.input", mistake.where(), mistake.what()));
      return Optional.empty();
    }
  }

  private void compare(YamlMap example, Answers answers, Policy policy) {
    var sheets = new Scorer(set, policy, answers.notHeld()).score(answers.units());
    var standing = Standings.of(set, policy, sheets).units().getFirst();
    example
        .map("expect", expect -> expect)
        .ifPresent(expect -> compare(expect, standing, new Reasons(set, policy)));
  }

  private Policy policy(YamlMap map) {
    return map.map(
            "policy",
            settings -> {
              var policy = Policy.DEFAULT;
              for (var key : settings.keys()) {
                policy = policy.with(key, settings.text(key));
              }
              return policy;
            })
        .orElse(Policy.DEFAULT);
  }

  private Deduction deduction(Node node) {
    var map = new YamlMap(file, node);
    var deduction =
        new Deduction(
            map.text("kind"),
            map.number("points").map(Points::new),
            Optional.of(map.text("decision", "")).filter(decision -> !decision.isEmpty()),
            map.text("reason", ""));
    map.end();
    return deduction;
  }

  private interface Into {
    void put(Supplier<String> where, String fact, Fact value);
  }

  private void facts(YamlMap map, String key, AnswersBuilder builder, Into into) {
    map.map(key, facts -> facts)
        .ifPresent(facts ->
            facts
                .keys()
                .forEach(id ->
                    facts
                        .find(id)
                        .flatMap(value -> fact(id, value, builder))
                        .ifPresent(fact -> into.put(() -> id, id, fact))));
  }

  private Optional<Fact> fact(String id, Node node, AnswersBuilder builder) {
    var definition = set.facts().get(id);
    if (definition == null
        || node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL)) {
      return Optional.of(new Fact.None());
    }
    var json = new Json.Text(YamlMap.text(file, node));
    return switch (definition.type()) {
      case BOOLEAN ->
          json.text().matches("true|false")
              ? Optional.of(new Fact.YesNo(json.text().equals("true")))
              : AnswersJson.fact(id, definition, json, builder::mistake);
      case COUNT, DECIMAL, DATE, CHOICE, TEXT ->
          AnswersJson.fact(id, definition, json, builder::mistake);
    };
  }

  private void compare(YamlMap expect, Standing standing, Reasons reasons) {
    var sheet = standing.sheet();
    var lines = new HashMap<String, ScoreLine>();
    sheet.lines().forEach(line -> lines.put(line.criterion().code(), line));
    expect
        .map("criteria", criteria -> criteria)
        .ifPresent(criteria ->
            criteria
                .keys()
                .forEach(code ->
                    criteria
                        .find(code)
                        .ifPresent(node -> criterion(code, node, lines, standing, reasons))));
    var sections = new HashMap<String, SectionScore>();
    sheet.sections().forEach(score -> sections.put(score.section().code(), score));
    expect
        .map("sections", own -> own)
        .ifPresent(own ->
            own.keys()
                .forEach(code -> {
                  var score = sections.get(code);
                  if (score == null) {
                    file.wrong(own.node(), "criteria.unknownCode", code, "");
                  } else {
                    points(own, code, score.points());
                  }
                }));
    points(expect, "bonus", sheet.bonus());
    points(expect, "total", sheet.total());
    points(expect, "rescaledTotal", sheet.rescaled().total());
    expect
        .find("grade")
        .ifPresent(node -> same(node, YamlMap.text(file, node), sheet.grade().name()));
    expect.find("flags").ifPresent(node -> flags(node, standing.flags()));
    expect.end();
  }

  private void criterion(
      String code, Node node, Map<String, ScoreLine> lines, Standing standing, Reasons reasons) {
    var line = lines.get(code);
    if (line == null) {
      file.wrong(node, "criteria.unknownCode", code, "");
    } else if (node instanceof MappingNode) {
      var map = new YamlMap(file, node);
      points(map, "points", line.points());
      map.find("flags").ifPresent(flags -> flags(flags, line.flags()));
      map.find("because")
          .ifPresent(
              because -> contains(because, reasons.sentence(line, standing.sheet().answers())));
      map.end();
    } else {
      points(node, line.points());
    }
  }

  private void points(YamlMap map, String key, Points actual) {
    map.find(key).ifPresent(node -> points(node, actual));
  }

  private void points(Node node, Points actual) {
    var text = YamlMap.text(file, node);
    if (!text.matches("\\d{1,9}(\\.\\d{1,10})?")) {
      file.wrong(node, "yaml.expectedNumber", text);
    } else if (!Rational.of(text).equals(Rational.of(actual.decimal()))) {
      file.wrong(node, "example.differs", text, actual.toString());
    }
  }

  private void same(Node node, String expected, String actual) {
    if (!expected.equals(actual)) {
      file.wrong(node, "example.differs", expected, actual);
    }
  }

  private void contains(Node node, String sentence) {
    var expected = YamlMap.text(file, node);
    if (!sentence.contains(expected)) {
      file.wrong(node, "example.differs", expected, sentence);
    }
  }

  private void flags(Node node, Iterable<Flag> actual) {
    var expected =
        YamlMap.list(file, node, item -> YamlMap.text(file, item)).stream().sorted().toList();
    var own = new ArrayList<String>();
    actual.forEach(flag -> own.add(flag.text()));
    same(node, expected.toString(), own.stream().sorted().toList().toString());
  }
}
