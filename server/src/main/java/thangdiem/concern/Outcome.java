package thangdiem.concern;

/** How a report of a wrong fact ends (kết luận). */
public enum Outcome {
  UPHELD,
  NOT_WRONG,
  OUT_OF_SCOPE,
  SPAM
}
