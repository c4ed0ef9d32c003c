package microstorm.embedded;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * The main class of every child JVM: runs the real main class, and ends the JVM when its standard
 * input ends, which is when the parent closes it or dies.
 *
 * <p>It needs no other class of this package, so that it can stand beside any class path.
 */
public final class Guard {
  private static final long HALT_AFTER_MILLIS = 12_000;

  private Guard() {}

  /**
   * Runs another main class under guard.
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
        // Nothing is ever sent: only the end counts.
      }
    } catch (IOException e) {
      // A broken pipe is an end, too.
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
