package thangdiem.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Our stylesheets, scripts, fonts and icons (tệp tĩnh). Their address holds the hash of all of
 * them, so browsers keep them for ever and still see a new version at once.
 */
@Component
class Assets {

  private static final int DIGITS = 12;

  private final String folder;

  Assets() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var files =
          Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath:/static/**"))
              .filter(Resource::isReadable)
              .sorted(Comparator.comparing(Resource::getFilename))
              .toList();
      for (var file : files) {
        digest.update(file.getContentAsByteArray());
      }
      folder = "/assets/" + HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS) + "/";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** "/assets/3f9c…/". */
  String folder() {
    return folder;
  }
}
