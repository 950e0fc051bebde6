package thangdiem.exchange;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thangdiem.criteria.FactDefinition;
import thangdiem.criteria.FactType;
import thangdiem.scoring.Fact;
import thangdiem.words.BadInput;
import thangdiem.words.Mistake;
import thangdiem.words.Sentence;
import thangdiem.words.Words;

/**
 * One fact as it is typed into a form, shown there, and kept (số liệu gõ vào biểu mẫu): 1.234,5 and
 * 0.5, có and không, 15/11/2016. The same reading as that of a workbook, so that a value means the
 * same wherever it is entered.
 */
public final class TypedFact {

  /**
   * What was typed, read.
   *
   * @param fact absent where nothing was typed, or something has to be asked
   * @param question what cannot be read, can be read in two ways, or is out of bounds
   */
  public record Reading(Optional<Fact> fact, Optional<Sentence> question) {}

  private TypedFact() {}

  /** Reads what somebody typed for a fact; nothing typed is no answer. */
  public static Reading read(FactDefinition definition, String typed) {
    var text = Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
    if (text.isEmpty()) {
      return new Reading(Optional.empty(), Optional.empty());
    }
    var questions = new ArrayList<Sentence>();
    var cell = new WorkbookCell("", 1, 0, WorkbookCell.Kind.TEXT, text);
    var fact =
        new WorkbookFacts(false, (_, question) -> questions.add(question)).fact(cell, definition);
    fact.flatMap(value -> AnswersBuilder.wrong(definition, value)).ifPresent(questions::add);
    return questions.isEmpty()
        ? new Reading(fact, Optional.empty())
        : new Reading(Optional.empty(), Optional.of(questions.getFirst()));
  }

  /** A fact as the form shows it, so that reading it gives the same one. */
  public static String shown(FactDefinition definition, Fact fact) {
    return switch (fact) {
      case Fact.Amount(var amount) when definition.type() == FactType.COUNT ->
          Words.VIETNAMESE.number(amount.toDecimal(0));
      // Without thousands apart: "1.234" in a decimal would be asked about.
      case Fact.Amount(var amount) -> AnswersJson.decimal(amount).replace('.', ',');
      case Fact.YesNo(var yes) -> yes ? WorkbookForm.YES : WorkbookForm.NO;
      case Fact.Day(var date) -> Words.date(date);
      case Fact.Chosen(var option) -> WorkbookEntries.label(definition, option);
      case Fact.Words(var words) -> words;
      case Fact.None _ -> WorkbookEntries.none(definition);
    };
  }

  /** A fact as the JSON value that answers carry. */
  public static String json(Fact fact) {
    var out = new ByteArrayOutputStream();
    try (var json = Json.writer(out)) {
      AnswersJson.fact(json, fact);
    }
    return out.toString(StandardCharsets.UTF_8).strip();
  }

  /**
   * The fact of a JSON value.
   *
   * @throws BadInput when it is none for that definition
   */
  public static Fact ofJson(FactDefinition definition, String json) {
    var mistakes = new ArrayList<Mistake>();
    var fact =
        AnswersJson.fact(
            definition.id(), definition, Json.parse(definition.id(), json), mistakes::add);
    fact.flatMap(value -> AnswersBuilder.wrong(definition, value))
        .ifPresent(what -> mistakes.add(new Mistake(definition.id(), what, List.of())));
    return fact.filter(_ -> mistakes.isEmpty()).orElseThrow(() -> new BadInput(mistakes));
  }
}
