package thangdiem.audit;

import thangdiem.words.Sentence;

/**
 * The rules say no (từ chối): nothing was changed, and the message says why and what to do. Its key
 * is the message key and the code on the page.
 */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Sentence sentence;

  public Refusal(String key, Object... arguments) {
    super(key);
    this.sentence = Sentence.of(key, arguments);
  }

  public Sentence sentence() {
    return sentence;
  }
}
