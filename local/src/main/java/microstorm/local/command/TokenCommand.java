package microstorm.local.command;

import java.util.concurrent.Callable;
import microstorm.local.Owner;
import microstorm.local.OwnerKeyReset;
import microstorm.local.RunningSystem;
import microstorm.local.setup.RunState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./microstorm token}: prints an owner's token for curl. */
@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    description = "Prints a new owner's token for the team of the running system.")
final class TokenCommand implements Callable<Integer> {
  @Mixin private RunningSystem running;

  @Option(
      names = "--reset",
      description =
          "Adds an owner key first and stores it, if the present one is lost or was revoked."
              + " The team's other keys stay valid.")
  private boolean reset;

  @Override
  public Integer call() {
    RunState state = running.state();
    Owner owner = Owner.of(state, running.data());
    if (reset) {
      OwnerKeyReset.run(owner, state);
      System.err.println(
          "The new owner's key is in " + owner.keyFile() + ". The other keys stay valid.");
    }
    System.out.println(owner.token());
    return 0;
  }
}
