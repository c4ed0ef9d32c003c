package microstorm.testing;

import java.lang.management.ManagementFactory;

/** How much memory of this process is in use by what is still referenced. */
public final class HeapUse {

  private HeapUse() {}

  /** Bytes in use after a collection. */
  public static long afterCollection() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
