package thangdiem.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

/** What systems say of files, in the reader's words. */
class FileTroubleTest {

  private static String said(IOException problem) {
    return FileTrouble.explained(problem).in(Words.VIETNAMESE);
  }

  private static String said(String reason) {
    return said(new FileSystemException("a.xlsx", null, reason));
  }

  @Test
  void saysWhatToDoInsteadOfWhatTheSystemSays() {
    assertThat(said(new AccessDeniedException("a.xlsx"))).startsWith("không có quyền");
    assertThat(said(new NoSuchFileException("a.xlsx"))).contains("không còn ở đó");
    assertThat(said(new FileAlreadyExistsException("out"))).contains("trùng tên");
    assertThat(said("Is a directory")).contains("trùng tên");
    assertThat(said("No space left on device")).isEqualTo("ổ đĩa đã đầy");
    assertThat(said(new IOException("There is not enough space on the disk"))).contains("đã đầy");
    assertThat(said("Disk quota exceeded")).contains("đã đầy");
    assertThat(said("Read-only file system")).contains("chỉ cho đọc");
    assertThat(said("File name too long")).contains("quá dài");
    assertThat(
            said("The process cannot access the file because it is being used by another process"))
        .contains("như Excel");
    assertThat(said("Input/output error")).startsWith("hệ điều hành báo lỗi");
    assertThat(said(new IOException())).startsWith("hệ điều hành báo lỗi");
  }
}
