package thangdiem.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that has arrived whole and was looked at (tệp đã nhận): on disk under a name of ours until
 * it stands in the database.
 */
public final class ArrivedFile implements AutoCloseable {

  private final Path path;
  private final String name;
  private final String sha256;
  private final int size;
  private final Verdict verdict;

  ArrivedFile(Path path, String name, String sha256, int size, Verdict verdict) {
    this.path = path;
    this.name = name;
    this.sha256 = sha256;
    this.size = size;
    this.verdict = verdict;
  }

  Path path() {
    return path;
  }

  /** As it is shown. */
  public String name() {
    return name;
  }

  public String sha256() {
    return sha256;
  }

  public int size() {
    return size;
  }

  /** All of it, for what keeps its files elsewhere than among the evidence. */
  public byte[] bytes() {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Verdict verdict() {
    return verdict;
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
