package thangdiem.exchange;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Writes to a place on a thread of its own (ghi ở luồng riêng), so that whoever makes the bytes
 * need not wait for their packing or summing. Only once it is closed is everything written, and
 * only then is it told what went wrong. The place itself stays open.
 */
final class Aside extends OutputStream {

  private static final int BLOCK = 1 << 18;
  private static final int MOST_WAITING = 8;
  private static final byte[] END = {};

  private final BlockingQueue<byte[]> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final Thread writer;
  private byte[] block = new byte[BLOCK];
  private int filled;
  private volatile @Nullable Exception failure;
  private boolean closed;

  /** Begins to write to that place, which nobody else may write to until this is closed. */
  Aside(OutputStream place) {
    this.writer = Thread.ofPlatform().daemon().start(() -> write(place));
  }

  private void write(OutputStream place) {
    try {
      for (var next = waiting.take(); next != END; next = waiting.take()) {
        if (failure == null) {
          written(place, next);
        }
      }
    } catch (InterruptedException e) {
      failure = e;
    }
  }

  /** After a failure what comes is thrown away, so that nobody waits for room. */
  private void written(OutputStream place, byte[] next) {
    try {
      place.write(next);
    } catch (IOException | RuntimeException e) {
      failure = e;
    }
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    int at = from;
    for (int left = length; left > 0; ) {
      int some = Math.min(left, BLOCK - filled);
      System.arraycopy(bytes, at, block, filled, some);
      filled += some;
      at += some;
      left -= some;
      if (filled == BLOCK) {
        pass(block);
        block = new byte[BLOCK];
        filled = 0;
      }
    }
  }

  private void pass(byte[] next) throws IOException {
    try {
      waiting.put(next);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException().initCause(e);
    }
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    if (filled > 0) {
      pass(Arrays.copyOf(block, filled));
    }
    pass(END);
    try {
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException().initCause(e);
    }
    switch (failure) {
      case null -> {}
      case IOException e -> throw e;
      case RuntimeException e -> throw e;
      case Exception e -> throw new IOException(e);
    }
  }
}
