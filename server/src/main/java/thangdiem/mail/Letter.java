package thangdiem.mail;

/** An e-mail to one person (thư), as plain text. */
public record Letter(String to, String subject, String text) {

  /** One line each: a line break here would begin a header of its own. */
  public Letter {
    to = to.replaceAll("\\p{Cntrl}+", " ").strip();
    subject = subject.replaceAll("\\p{Cntrl}+", " ").strip();
  }
}
