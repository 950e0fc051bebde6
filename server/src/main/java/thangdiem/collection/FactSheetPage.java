package thangdiem.collection;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import thangdiem.criteria.FactDefinition;
import thangdiem.exchange.TypedFact;
import thangdiem.scoring.Fact;
import thangdiem.submission.Saving;
import thangdiem.words.Sentence;
import thangdiem.words.VietnamTime;

/** A short sheet on a phone: a card for each figure (phiếu số liệu trên điện thoại). */
public record FactSheetPage(FactSheet sheet, List<Card> cards) {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM HH:mm");

  /**
   * What was typed and could not be kept, shown again beside its fact.
   *
   * @param saving why it could not
   */
  record Typed(String fact, String text, int version, Saving saving) {}

  /**
   * A figure as it is entered.
   *
   * @param theirs what somebody else has given meanwhile
   */
  public record Card(
      FactDefinition fact,
      String shown,
      int version,
      Optional<OffsetDateTime> at,
      Optional<Sentence> asked,
      Optional<Theirs> theirs) {

    /** Whether that is what stands in the entry. */
    public boolean says(boolean yes) {
      return shown.equals(TypedFact.shown(fact, new Fact.YesNo(yes)));
    }
  }

  /** The answer of somebody else. */
  public record Theirs(String shown, OffsetDateTime at, String by) {}

  static FactSheetPage of(FactSheet sheet, Optional<Typed> typed) {
    return new FactSheetPage(
        sheet,
        sheet.facts().stream()
            .map(fact -> card(sheet, fact, typed.filter(one -> one.fact().equals(fact.id()))))
            .toList());
  }

  private static Card card(FactSheet sheet, FactDefinition fact, Optional<Typed> typed) {
    var given = sheet.given(fact);
    var stands = given.value().map(value -> TypedFact.shown(fact, value)).orElse("");
    if (typed.isEmpty()) {
      return new Card(
          fact, stands, given.version(), given.at(), Optional.empty(), Optional.empty());
    }
    var text = typed.get().text();
    return switch (typed.get().saving()) {
      case Saving.Saved _ ->
          new Card(fact, stands, given.version(), given.at(), Optional.empty(), Optional.empty());
      case Saving.Asked(var question) ->
          new Card(
              fact,
              text,
              typed.get().version(),
              given.at(),
              Optional.of(question),
              Optional.empty());
      case Saving.Conflict(var theirs) ->
          new Card(
              fact,
              text,
              theirs.version(),
              given.at(),
              Optional.empty(),
              Optional.of(
                  new Theirs(
                      theirs.value().map(value -> TypedFact.shown(fact, value)).orElse(""),
                      theirs.at().orElse(sheet.now()),
                      theirs.by().orElse(""))));
    };
  }

  /** When an answer was saved: the hour where that was today. */
  public String saved(OffsetDateTime at) {
    var there = at.atZoneSameInstant(VietnamTime.ZONE);
    var today = sheet.now().atZoneSameInstant(VietnamTime.ZONE).toLocalDate();
    return (there.toLocalDate().equals(today) ? CLOCK : DAY).format(there);
  }

  public int answered() {
    return sheet.facts().size() - sheet.missing().size();
  }
}
