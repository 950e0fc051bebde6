package thangdiem.criteria;

import thangdiem.words.Mistake;

/**
 * Something that the linter says about a criteria set (nhận xét khi kiểm tra bộ tiêu chí), at its
 * place in the file.
 */
public record Finding(Severity severity, Mistake mistake) {

  /** How bad it is. */
  public enum Severity {
    /** The set contradicts itself; it must be mended before it is used. */
    ERROR,
    /** The set can be used, but somebody should know this before it is published. */
    WARNING
  }
}
