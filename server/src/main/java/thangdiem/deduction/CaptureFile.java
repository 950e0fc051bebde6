package thangdiem.deduction;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import thangdiem.evidence.Kind;

/** A capture as something to keep and never as a page: what is in it runs nowhere here. */
final class CaptureFile {

  private CaptureFile() {}

  static ResponseEntity<byte[]> of(DeductionCase.Capture capture, byte[] bytes) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(Kind.valueOf(capture.kind()).mediaType()))
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(capture.fileName(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(bytes);
  }
}
