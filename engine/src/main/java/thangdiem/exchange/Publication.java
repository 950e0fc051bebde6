package thangdiem.exchange;

import java.io.OutputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import thangdiem.words.BadInput;
import thangdiem.words.Mistake;

/**
 * Under what a result is published (công bố, Đ4, Đ10): publication.json of a published bundle.
 *
 * @param round as addresses name it, as "2017"
 * @param version of the adopted result, from 1
 * @param province who publishes, as "Ủy ban nhân dân tỉnh Hậu Giang"
 * @param visibleFrom until then it is kept to those who prepared it
 * @param correction what made this version, where one did
 * @param demo whether the data are made up
 */
public record Publication(
    String round,
    int year,
    int version,
    String name,
    String province,
    Decision decision,
    OffsetDateTime publishedAt,
    OffsetDateTime visibleFrom,
    Optional<Correction> correction,
    boolean rehearsal,
    boolean demo) {

  /** The decision that publishes it (quyết định công bố). */
  public record Decision(String number, LocalDate on) {}

  /**
   * A correction of what was adopted (đính chính).
   *
   * @param unit the code of the unit concerned
   * @param code of the criterion; empty where a deduction is corrected
   * @param deduction the kind of deduction; empty where a criterion is corrected
   */
  public record Correction(
      String document, LocalDate on, String unit, String code, String deduction, String words) {

    /** A correction of a criterion. */
    public Correction(String document, LocalDate on, String unit, String code, String words) {
      this(document, on, unit, code, "", words);
    }
  }

  /** Writes publication.json. */
  public void write(OutputStream out) {
    try (var json = Json.writer(out)) {
      json.writeStartObject();
      json.writeStringProperty("round", round);
      json.writeNumberProperty("year", year);
      json.writeNumberProperty("version", version);
      json.writeStringProperty("name", name);
      json.writeStringProperty("province", province);
      json.writeObjectPropertyStart("decision");
      json.writeStringProperty("number", decision.number());
      json.writeStringProperty("on", decision.on().toString());
      json.writeEndObject();
      json.writeStringProperty("publishedAt", publishedAt.toString());
      json.writeStringProperty("visibleFrom", visibleFrom.toString());
      correction.ifPresent(one -> {
        json.writeObjectPropertyStart("correction");
        json.writeStringProperty("document", one.document());
        json.writeStringProperty("on", one.on().toString());
        json.writeStringProperty("unit", one.unit());
        if (one.deduction().isEmpty()) {
          json.writeStringProperty("code", one.code());
        } else {
          json.writeStringProperty("deduction", one.deduction());
        }
        json.writeStringProperty("words", one.words());
        json.writeEndObject();
      });
      json.writeBooleanProperty("rehearsal", rehearsal);
      json.writeBooleanProperty("demo", demo);
      json.writeEndObject();
    }
  }

  static Publication read(String name, Map<String, byte[]> files) {
    return read(name, BundleFiles.file(files, PublishedFiles.PUBLICATION));
  }

  /**
   * Reads publication.json.
   *
   * @param name how mistakes name it
   * @throws BadInput when it is none
   */
  public static Publication read(String name, byte[] bytes) {
    var mistakes = new ArrayList<Mistake>();
    var json =
        new JsonObject(name + " $", Json.parse(name, TextFile.text(name, bytes)), mistakes::add);
    var decision = json.object("decision");
    var correction = json.object("correction");
    if (decision.isEmpty()) {
      json.missing("decision");
      throw new BadInput(mistakes);
    }
    var read =
        new Publication(
            json.needText("round"),
            whole(json, "year"),
            whole(json, "version"),
            json.needText("name"),
            json.needText("province"),
            new Decision(
                decision.get().needText("number"),
                date(decision.get(), "on", LocalDate::parse, LocalDate.EPOCH)),
            date(json, "publishedAt", OffsetDateTime::parse, OffsetDateTime.MIN),
            date(json, "visibleFrom", OffsetDateTime::parse, OffsetDateTime.MIN),
            correction.map(one ->
                new Correction(
                    one.needText("document"),
                    date(one, "on", LocalDate::parse, LocalDate.EPOCH),
                    one.needText("unit"),
                    one.text("deduction").isPresent() ? "" : one.needText("code"),
                    one.text("deduction").orElse(""),
                    one.text("words").orElse(""))),
            json.yes("rehearsal"),
            json.yes("demo"));
    if (!mistakes.isEmpty()) {
      throw new BadInput(mistakes);
    }
    return read;
  }

  private static int whole(JsonObject json, String key) {
    var number = json.number(key);
    if (number.isEmpty()) {
      json.missing(key);
    }
    return number.map(value -> value.toDecimal(0).intValue()).orElse(0);
  }

  private static <T> T date(JsonObject json, String key, Function<String, T> parse, T none) {
    var text = json.needText(key);
    try {
      return parse.apply(text);
    } catch (DateTimeException e) {
      json.missing(key);
      return none;
    }
  }
}
