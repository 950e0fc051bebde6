package thangdiem.exchange;

import java.util.List;
import java.util.Optional;
import thangdiem.words.Words;

/**
 * What the template of the result page prints, prepared: every text is a text, every place along a
 * bar a percentage.
 */
public record ResultsPageModel(
    Words words,
    String contentSecurityPolicy,
    String styleElement,
    String scriptElement,
    String title,
    String brand,
    String kicker,
    String lead,
    List<String> notices,
    List<Key> keys,
    String thresholdNote,
    List<Mark> thresholds,
    List<Group> groups,
    List<HeatHead> heatHead,
    String heatSentence,
    Optional<Firm> robustness,
    String unitsSentence,
    List<Unit> units,
    List<Setting> policy,
    String footer,
    String sha256) {

  public String language() {
    return words.language();
  }

  /** A text of the page's message file. */
  public String say(String key, Object... arguments) {
    return words.say("page." + key, arguments);
  }

  public record Key(String style, String name) {}

  /** A threshold along the bars. */
  public record Mark(String at, String label) {}

  public record Group(String id, String name, String shortName, String sentence, List<Row> rows) {}

  public record Row(
      String id,
      String name,
      String rank,
      String sortRank,
      boolean tied,
      List<String> marks,
      String barLabel,
      List<Bar> bars,
      String total,
      String sortTotal,
      String grade,
      String gradeStyle,
      Interval interval,
      List<HeatCell> heat) {}

  public record Bar(String style, String x, String width) {}

  /** The interval of ranks as a whisker. */
  public record Interval(String label, String from, String to, String at, String text) {}

  public record HeatHead(String number, String name) {}

  public record HeatCell(String style, String text) {}

  public record Firm(String sentence, List<FirmRow> rows, List<Hangs> hangs) {}

  public record FirmRow(
      String name,
      String rank,
      String policies,
      String weights,
      String sections,
      String first,
      String grades) {}

  public record Hangs(String criterion, String turned, String shift) {}

  public record Unit(
      String id,
      String group,
      String name,
      String rank,
      String total,
      List<Figure> figures,
      List<String> remarks,
      List<Profile> profile,
      List<Lost> lost,
      List<UnitSection> sections) {}

  public record Figure(String label, String value, String of) {}

  public record Profile(
      String name,
      String points,
      String max,
      String difference,
      String direction,
      String label,
      String style,
      String width,
      String median) {}

  public record Lost(String code, String name, String points) {}

  public record UnitSection(String name, String points, String max, List<Line> lines) {}

  public record Line(
      String code,
      String name,
      String points,
      String max,
      boolean zero,
      List<String> flags,
      List<String> facts,
      String rule,
      String arithmetic,
      String basis) {}

  public record Setting(String name, String meaning) {}
}
