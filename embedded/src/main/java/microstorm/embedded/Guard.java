package microstorm.embedded;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * The main class of every child JVM: it runs the real main class, and ends the JVM when its
 * standard input ends, because the parent has closed it or died.
 *
 * <p>It uses no other class of this package, so that it can be added to any class path.
 */
public final class Guard {
  private static final long HALT_AFTER_MILLIS = 12_000;

  private Guard() {}

  /**
   * Runs another main class under this guard.
   *
   * @param args the main class, then its arguments
   */
  public static void main(String[] args) throws Throwable {
    daemon("microstorm-guard", Guard::exitWithParent);
    try {
      Class.forName(args[0])
          .getMethod("main", String[].class)
          .invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static void exitWithParent() {
    try {
      while (System.in.read() >= 0) {
        // The parent sends nothing: only the end of the stream matters.
      }
    } catch (IOException e) {
      // A broken pipe is an end too.
    }
    daemon("microstorm-guard-halt", Guard::haltWhenStuck);
    System.exit(0);
  }

  private static void haltWhenStuck() {
    try {
      Thread.sleep(HALT_AFTER_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(137);
  }

  private static void daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }
}
