package thangdiem.audit;

/** The person's roles do not include what was asked (không có quyền). */
public final class NotAllowed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NotAllowed(String what) {
    super(what);
  }
}
