package thangdiem.deduction;

import java.util.Optional;
import thangdiem.words.Sentence;

/** What somebody says in their own words, where something has to be said (lời ghi). */
final class TypedWords {

  private TypedWords() {}

  static Optional<Sentence> mistake(String typed) {
    if (typed.isBlank()) {
      return Optional.of(Sentence.of("deduction.wrong.words"));
    }
    return tooLong(typed);
  }

  static Optional<Sentence> tooLong(String typed) {
    return typed.length() > ProposalForm.LONGEST
        ? Optional.of(Sentence.of("deduction.wrong.long", ProposalForm.LONGEST))
        : Optional.empty();
  }
}
