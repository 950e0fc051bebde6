package thangdiem.evidence;

import java.util.List;
import java.util.Locale;

/** What a document is (loại tệp), told by its content; nothing else is taken. */
public enum Kind {
  PDF("application/pdf", "pdf"),
  PNG("image/png", "png"),
  JPEG("image/jpeg", "jpg", "jpeg", "jfif"),
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
  ODT("application/vnd.oasis.opendocument.text", "odt"),
  ODS("application/vnd.oasis.opendocument.spreadsheet", "ods");

  private final String mediaType;
  private final List<String> extensions;

  Kind(String mediaType, String... extensions) {
    this.mediaType = mediaType;
    this.extensions = List.of(extensions);
  }

  public String mediaType() {
    return mediaType;
  }

  /** The usual end of a name: "pdf". */
  public String extension() {
    return extensions.getFirst();
  }

  /** Whether it can be shown as pictures of its pages. */
  public boolean hasPages() {
    return this == PDF || isPicture();
  }

  public boolean isPicture() {
    return this == PNG || this == JPEG;
  }

  /** Whether a file of that name says that it is of this kind. */
  boolean isNamed(String fileName) {
    return extensions.contains(
        fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }
}
