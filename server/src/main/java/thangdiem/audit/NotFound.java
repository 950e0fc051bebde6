package thangdiem.audit;

/**
 * There is no such thing for this person (không tìm thấy). Whether it exists for somebody else is
 * not told.
 */
public final class NotFound extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NotFound(String what) {
    super(what);
  }
}
