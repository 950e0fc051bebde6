package thangdiem.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Gives answers (trao câu trả lời): packed to who can unpack, nothing to who has it already. */
final class Delivery {

  private Delivery() {}

  static void give(
      int status, Answer answer, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer.headers().forEach(response::setHeader);
    boolean packed = answer.packed().isPresent() && unpacks(request.getHeader("Accept-Encoding"));
    if (status == HttpServletResponse.SC_OK) {
      response.setHeader("ETag", "\"" + answer.tag() + (packed ? "-gz" : "") + "\"");
      var had = request.getHeader("If-None-Match");
      if (had != null && (had.contains(answer.tag()) || had.strip().equals("*"))) {
        response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        return;
      }
    }
    response.setStatus(status);
    if (packed) {
      response.setHeader("Content-Encoding", "gzip");
    }
    var bytes = packed ? answer.packed().orElseThrow() : answer.bytes();
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes); // to HEAD Tomcat gives the headers only
  }

  private static boolean unpacks(String accepted) {
    return accepted != null && accepted.contains("gzip") && !accepted.contains("gzip;q=0");
  }
}
