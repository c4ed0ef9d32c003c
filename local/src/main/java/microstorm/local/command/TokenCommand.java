package microstorm.local.command;

import java.util.concurrent.Callable;
import microstorm.local.Owner;
import microstorm.local.RunningSystem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./microstorm token}: prints an owner's token for curl. */
@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    description = "Prints a new owner's token for the team of the running system.")
final class TokenCommand implements Callable<Integer> {
  @Mixin private RunningSystem running;

  @Override
  public Integer call() {
    System.out.println(Owner.of(running.state(), running.data()).token());
    return 0;
  }
}
