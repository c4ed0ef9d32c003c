package microstorm.testing;

import java.lang.management.ManagementFactory;

/** Measures the memory of this process that referenced objects use. */
public final class HeapUse {

  private HeapUse() {}

  /** The bytes in use after a garbage collection. */
  public static long afterCollection() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
