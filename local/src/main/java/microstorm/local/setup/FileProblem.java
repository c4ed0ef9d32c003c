package microstorm.local.setup;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;

/** Says in words why a file or directory cannot be used. */
public final class FileProblem {
  private FileProblem() {}

  /** The path and the reason, such as {@code /srv/data: permission denied}. */
  public static String of(IOException problem) {
    if (problem instanceof FileSystemException file && file.getFile() != null) {
      return file.getFile() + ": " + reason(file);
    }
    String message = problem.getMessage();
    return message == null ? "the operating system reported no reason" : message;
  }

  private static String reason(FileSystemException problem) {
    if (problem instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (problem instanceof NoSuchFileException) {
      return "no such file or directory";
    }
    if (problem instanceof FileAlreadyExistsException) {
      return "a file, not a directory";
    }
    if (problem instanceof NotDirectoryException) {
      return "not a directory";
    }
    if (problem instanceof FileSystemLoopException) {
      return "a loop of symbolic links";
    }
    String reason = problem.getReason();
    return reason == null ? "not usable" : reason.toLowerCase(Locale.ROOT);
  }
}
