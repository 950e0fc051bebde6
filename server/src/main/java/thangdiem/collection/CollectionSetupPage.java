package thangdiem.collection;

import java.util.Map;
import java.util.Optional;
import thangdiem.submission.Assessment;
import thangdiem.words.Sentence;

/** What a collection asks, of whom and until when, while it is being chosen (chọn số liệu thu). */
public record CollectionSetupPage(
    Assessment assessment,
    CollectionChoices choices,
    CollectionForm form,
    Map<String, Sentence> wrong) {

  public String path() {
    return FactCollection.path(assessment);
  }

  public boolean isNew() {
    return form.version() == 0;
  }

  /** What is wrong with a field, absent where nothing is. */
  public Optional<Sentence> wrong(String field) {
    return Optional.ofNullable(wrong.get(field));
  }
}
