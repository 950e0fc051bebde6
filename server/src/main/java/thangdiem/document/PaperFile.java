package thangdiem.document;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Hands out an official document (tải văn bản): as something to keep, never as a page. */
public final class PaperFile {

  private static final MediaType DOCX =
      MediaType.parseMediaType(
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

  private PaperFile() {}

  /** The file to work on; the name has no ending. */
  public static ResponseEntity<byte[]> docx(OfficialDocument document, String name) {
    return of(document.docx(), DOCX, name + ".docx");
  }

  /** The file to read and keep; the name has no ending. */
  public static ResponseEntity<byte[]> pdf(OfficialDocument document, String name) {
    return of(document.pdf(), MediaType.APPLICATION_PDF, name + ".pdf");
  }

  private static ResponseEntity<byte[]> of(byte[] bytes, MediaType type, String name) {
    return ResponseEntity.ok()
        .contentType(type)
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(bytes);
  }
}
