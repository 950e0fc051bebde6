package thangdiem.criteria;

import java.util.Map;
import thangdiem.words.Mistake;
import thangdiem.words.Sentence;

/**
 * A criteria file that was read without mistakes: the set, its text, and where everything stands in
 * it.
 *
 * @param text the YAML to the letter: what the SHA-256 of a result is taken of
 */
public record CriteriaFile(CriteriaSet set, String text, YamlFile yaml, Map<String, Place> places) {

  /** Something to say about a criterion, fact, check or key, at its place in the file. */
  public Mistake remark(String about, Sentence what) {
    return yaml.mistake(places.getOrDefault(about, Place.START), what);
  }
}
